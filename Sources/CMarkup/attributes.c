#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "events.h"

static int is_space(uint8_t byte) { return byte == ' ' || (byte >= 9 && byte <= 13); }
static int is_letter(uint8_t byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

static const uint8_t *after(const uint8_t *from, const uint8_t *end, const char *mark) {
    size_t length = strlen(mark);
    const uint8_t *found = memmem(from, (size_t)(end - from), mark, length);
    return found == NULL ? end : found + length;
}

// One past the value that starts here; quoted or not.
static const uint8_t *after_value(const uint8_t *at, const uint8_t *end) {
    while (at < end && is_space(*at)) { at++; }
    if (at < end && (*at == '"' || *at == '\'')) {
        const uint8_t *closing = memchr(at + 1, *at, (size_t)(end - at - 1));
        return closing == NULL ? end : closing + 1;
    }
    while (at < end && !is_space(*at) && *at != '>') { at++; }
    return at;
}

// The end of a tag whose name has been read; `surplus` is where its attribute number `limit` + 1 starts, or NULL.
static const uint8_t *tag_end(const uint8_t *at, const uint8_t *end, uint32_t limit, const uint8_t **surplus) {
    uint32_t seen = 0;
    *surplus = NULL;
    while (at < end && *at != '>') {
        if (is_space(*at) || *at == '/') {
            at++;
            continue;
        }
        if (seen++ == limit) { *surplus = at; }
        do { at++; } while (at < end && !is_space(*at) && *at != '=' && *at != '>' && *at != '/');
        const uint8_t *equals = at;
        while (equals < end && is_space(*equals)) { equals++; }
        if (equals < end && *equals == '=') { at = after_value(equals + 1, end); }
    }
    return at;
}

uint8_t *cm_without_surplus_attributes(const uint8_t *bytes, size_t count, uint32_t limit) {
    const uint8_t *end = bytes + count, *at = bytes;
    uint8_t *copy = NULL;
    while (at < end && (at = memchr(at, '<', (size_t)(end - at))) != NULL) {
        size_t left = (size_t)(end - at);
        if (left >= 4 && memcmp(at, "<!--", 4) == 0) {
            at = after(at + 4, end, "-->");
        } else if (left >= 9 && memcmp(at, "<![CDATA[", 9) == 0) {
            at = after(at + 9, end, "]]>");
        } else if (left >= 2 && is_letter(at[1])) {
            const uint8_t *name = at + 1, *surplus;
            at = name;
            while (at < end && !is_space(*at) && *at != '>' && *at != '/') { at++; }
            size_t length = (size_t)(at - name);
            at = tag_end(at, end, limit, &surplus);
            if (surplus != NULL) {
                if (copy == NULL) {
                    copy = malloc(count);
                    if (copy == NULL) { return NULL; }
                    memcpy(copy, bytes, count);
                }
                memset(copy + (surplus - bytes), ' ', (size_t)(at - surplus));
            }
            int is_script = length == 6 && strncasecmp((const char *)name, "script", 6) == 0;
            if (is_script) { at = after(at, end, "</"); }
        } else {
            at++;
        }
    }
    return copy;
}
