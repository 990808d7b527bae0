#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <uchardet/uchardet.h>

#include "CCharacterSets.h"

static const char replacement[] = "\xEF\xBF\xBD";

uint8_t *cs_to_utf8(const uint8_t *bytes, size_t count, const char *encoding, size_t *result_count, size_t *replaced) {
    *result_count = 0;
    *replaced = 0;
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1) { return NULL; }
    // No character of any supported encoding takes more than three bytes of UTF-8 for one of its own; shift sequences take none.
    size_t capacity = count * 3 + 16;
    uint8_t *output = malloc(capacity);
    if (output == NULL) {
        iconv_close(converter);
        return NULL;
    }
    char *from = (char *)bytes, *to = (char *)output;
    size_t left = count, room = capacity;
    while (left > 0) {
        if (iconv(converter, &from, &left, &to, &room) != (size_t)-1) { break; }
        if (errno == E2BIG || room < 3) { break; }
        memcpy(to, replacement, 3);
        to += 3;
        room -= 3;
        from++;
        left--;
        *replaced += 1;
    }
    iconv(converter, NULL, NULL, &to, &room);
    iconv_close(converter);
    *result_count = capacity - room;
    return output;
}

void cs_free_bytes(uint8_t *bytes) { free(bytes); }

int cs_guess_encoding(const uint8_t *bytes, size_t count, char *name, size_t capacity) {
    uchardet_t detector = uchardet_new();
    if (detector == NULL) { return 0; }
    int known = 0;
    if (uchardet_handle_data(detector, (const char *)bytes, count) == 0) {
        uchardet_data_end(detector);
        const char *charset = uchardet_get_charset(detector);
        size_t length = charset == NULL ? 0 : strlen(charset);
        if (length > 0 && length < capacity) {
            memcpy(name, charset, length + 1);
            known = 1;
        }
    }
    uchardet_delete(detector);
    return known;
}
