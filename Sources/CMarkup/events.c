#include "events.h"

#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int grow(void **memory, size_t *capacity, size_t needed, size_t size) {
    if (needed <= *capacity) { return 1; }
    size_t wanted = *capacity < 64 ? 64 : *capacity * 2;
    while (wanted < needed) { wanted *= 2; }
    void *larger = realloc(*memory, wanted * size);
    if (larger == NULL) { return 0; }
    *memory = larger;
    *capacity = wanted;
    return 1;
}

cm_result *cm_new(cm_limits limits) {
    cm_result *result = calloc(1, sizeof(cm_result));
    if (result != NULL) { result->limits = limits; }
    return result;
}

void cm_free(cm_result *result) {
    if (result == NULL) { return; }
    free(result->events);
    free(result->bytes);
    free(result->tags.names);
    free(result->tags.slots);
    free(result->attributes.names);
    free(result->attributes.slots);
    free(result->error);
    free(result);
}

static uint32_t append(cm_result *result, const uint8_t *bytes, size_t length) {
    uint32_t start = (uint32_t)result->byte_count;
    if (length == 0) { return start; }
    if (result->byte_count + length > UINT32_MAX || !grow((void **)&result->bytes, &result->byte_capacity, result->byte_count + length, 1)) {
        result->cut = 1;
        return start;
    }
    memcpy(result->bytes + result->byte_count, bytes, length);
    result->byte_count += length;
    return start;
}

static void add(cm_result *result, uint32_t kind, uint32_t name, uint32_t start, uint32_t end) {
    if (result->event_count >= result->limits.events ||
        !grow((void **)&result->events, &result->event_capacity, result->event_count + 1, sizeof(cm_event))) {
        result->cut = 1;
        return;
    }
    result->events[result->event_count++] = (cm_event){kind, name, start, end};
}

// FNV-1a, 64 bit.
static uint64_t hash(const uint8_t *bytes, size_t length) {
    uint64_t value = 14695981039346656037ull;
    for (size_t i = 0; i < length; i++) { value = (value ^ bytes[i]) * 1099511628211ull; }
    return value ^ (value >> 29);
}

static int rehash(cm_result *result, cm_names *names) {
    size_t wanted = names->slot_count == 0 ? 512 : names->slot_count * 2;
    uint32_t *slots = calloc(wanted, sizeof(uint32_t));
    if (slots == NULL) { return 0; }
    for (size_t i = 0; i < names->count; i++) {
        cm_range range = names->names[i];
        size_t place = hash(result->bytes + range.start, range.end - range.start) & (wanted - 1);
        while (slots[place] != 0) { place = (place + 1) & (wanted - 1); }
        slots[place] = (uint32_t)i + 1;
    }
    free(names->slots);
    names->slots = slots;
    names->slot_count = wanted;
    return 1;
}

uint32_t cm_intern(cm_result *result, cm_names *names, const uint8_t *name, size_t length) {
    if (names->count * 2 >= names->slot_count && !rehash(result, names)) {
        result->cut = 1;
        return 0;
    }
    size_t place = hash(name, length) & (names->slot_count - 1);
    while (names->slots[place] != 0) {
        cm_range range = names->names[names->slots[place] - 1];
        if (range.end - range.start == length && memcmp(result->bytes + range.start, name, length) == 0) { return names->slots[place] - 1; }
        place = (place + 1) & (names->slot_count - 1);
    }
    if (!grow((void **)&names->names, &names->capacity, names->count + 1, sizeof(cm_range))) {
        result->cut = 1;
        return 0;
    }
    uint32_t start = append(result, name, length);
    if (result->cut) { return 0; }
    names->names[names->count++] = (cm_range){start, start + (uint32_t)length};
    names->slots[place] = (uint32_t)names->count;
    return (uint32_t)names->count - 1;
}

void cm_seed(cm_result *result, cm_names *names, const char *list, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t length = strlen(list);
        cm_intern(result, names, (const uint8_t *)list, length);
        list += length + 1;
    }
}

void cm_start(cm_result *result, const uint8_t *name, size_t length) {
    if (result->cut) { return; }
    add(result, CM_START, cm_intern(result, &result->tags, name, length), 0, 0);
}

void cm_attribute(cm_result *result, const uint8_t *name, size_t length, const uint8_t *value, size_t value_length) {
    if (result->cut) { return; }
    uint32_t number = cm_intern(result, &result->attributes, name, length);
    uint32_t start = append(result, value, value_length);
    if (!result->cut) { add(result, CM_ATTRIBUTE, number, start, start + (uint32_t)value_length); }
}

void cm_text(cm_result *result, const uint8_t *text, size_t length) {
    if (result->cut || length == 0) { return; }
    uint32_t start = append(result, text, length);
    if (result->cut) { return; }
    cm_event *last = result->event_count > 0 ? &result->events[result->event_count - 1] : NULL;
    if (last != NULL && last->kind == CM_TEXT && last->end == start) {
        last->end = start + (uint32_t)length;
    } else {
        add(result, CM_TEXT, 0, start, start + (uint32_t)length);
    }
}

void cm_end(cm_result *result) {
    if (!result->cut) { add(result, CM_END, 0, 0, 0); }
}

void cm_fail(cm_result *result, const char *message, int line) {
    if (result->error != NULL || message == NULL) { return; }
    size_t length = strcspn(message, "\r\n");
    result->error = malloc(length + 1);
    if (result->error == NULL) { return; }
    memcpy(result->error, message, length);
    result->error[length] = 0;
    result->error_line = line;
}

const cm_event *cm_events(const cm_result *result, size_t *count) {
    *count = result->event_count;
    return result->events;
}

const uint8_t *cm_bytes(const cm_result *result, size_t *count) {
    *count = result->byte_count;
    return result->bytes;
}

const cm_range *cm_tag_names(const cm_result *result, size_t *count) {
    *count = result->tags.count;
    return result->tags.names;
}

const cm_range *cm_attribute_names(const cm_result *result, size_t *count) {
    *count = result->attributes.count;
    return result->attributes.names;
}

int cm_was_cut(const cm_result *result) { return result->cut; }

const char *cm_error(const cm_result *result, int *line) {
    *line = result->error_line;
    return result->error;
}

static pthread_once_t once = PTHREAD_ONCE_INIT;
void cm_prepare_library(void) { pthread_once(&once, xmlInitParser); }
