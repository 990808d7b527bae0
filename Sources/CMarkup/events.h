#ifndef CMARKUP_EVENTS_H
#define CMARKUP_EVENTS_H

#include "CMarkup.h"

typedef struct {
    cm_range *names;
    size_t count, capacity;
    uint32_t *slots;  // open addressing; number + 1
    size_t slot_count;
} cm_names;

struct cm_result {
    cm_event *events;
    size_t event_count, event_capacity;
    uint8_t *bytes;
    size_t byte_count, byte_capacity;
    cm_names tags, attributes;
    cm_limits limits;
    int cut;
    char *error;
    int error_line;
};

cm_result *cm_new(cm_limits limits);
void cm_seed(cm_result *result, cm_names *names, const char *list, size_t count);
uint32_t cm_intern(cm_result *result, cm_names *names, const uint8_t *name, size_t length);
void cm_start(cm_result *result, const uint8_t *name, size_t length);
void cm_attribute(cm_result *result, const uint8_t *name, size_t length, const uint8_t *value, size_t value_length);
void cm_text(cm_result *result, const uint8_t *text, size_t length);
void cm_end(cm_result *result);
void cm_fail(cm_result *result, const char *message, int line);

/// A copy of a document whose tags carry no more than `limit` attributes; NULL when it already is one (or memory ran out).
/// libxml2 compares every attribute of a tag with every other, so that a hundred thousand of them would take minutes.
uint8_t *cm_without_surplus_attributes(const uint8_t *bytes, size_t count, uint32_t limit);

void cm_prepare_library(void);

#endif
