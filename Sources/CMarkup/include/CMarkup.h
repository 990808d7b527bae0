// HTML and XML read by libxml2 into flat arrays, and character encodings, behind opaque functions.
// Nothing here recurses, reaches the network or expands an entity that a document declares.
#ifndef CMARKUP_H
#define CMARKUP_H

#include <stddef.h>
#include <stdint.h>

enum { CM_START = 0, CM_ATTRIBUTE = 1, CM_TEXT = 2, CM_END = 3 };

/// One step through a document. `name` counts into the element or attribute names; the range is of `cm_bytes`.
typedef struct {
    uint32_t kind;
    uint32_t name;
    uint32_t start;
    uint32_t end;
} cm_event;

typedef struct {
    uint32_t start;
    uint32_t end;
} cm_range;

typedef struct {
    uint32_t depth;       ///< elements nested deeper stand beside each other
    uint32_t attributes;  ///< of one tag; the rest is dropped
    uint32_t events;      ///< of the document; reading stops there
} cm_limits;

typedef struct cm_result cm_result;

/// HTML, UTF-8. `tags` and `attributes` are names separated by NUL, `..._count` of them: they get the numbers 0, 1, 2 …
cm_result *cm_read_html(const uint8_t *bytes, size_t count, cm_limits limits, const char *tags, size_t tags_count, const char *attributes,
                        size_t attributes_count);

/// XML, UTF-8. Names are `namespace local` (a space between), or `local`; with `tolerant`, goes on after an error.
cm_result *cm_read_xml(const uint8_t *bytes, size_t count, cm_limits limits, int tolerant);

void cm_free(cm_result *result);
const cm_event *cm_events(const cm_result *result, size_t *count);
const uint8_t *cm_bytes(const cm_result *result, size_t *count);
const cm_range *cm_tag_names(const cm_result *result, size_t *count);
const cm_range *cm_attribute_names(const cm_result *result, size_t *count);
/// 1 when memory ran out or a limit cut the document short.
int cm_was_cut(const cm_result *result);
/// The first fatal error, one line; NULL when there was none.
const char *cm_error(const cm_result *result, int *line);

/// The code point of an HTML 4 entity; 0 when there is none of that name. `name` ends with NUL.
uint32_t cm_entity(const char *name);

/// Bytes of `encoding` as UTF-8, what cannot be read replaced by U+FFFD; free with `cm_free_bytes`. NULL when iconv does not know it.
uint8_t *cm_to_utf8(const uint8_t *bytes, size_t count, const char *encoding, size_t *result_count, size_t *replaced);
void cm_free_bytes(uint8_t *bytes);
/// What uchardet takes the bytes for; 0 when it cannot tell.
int cm_guess_encoding(const uint8_t *bytes, size_t count, char *name, size_t capacity);

#endif
