#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "events.h"

typedef struct {
    cm_result *result;
    xmlParserCtxtPtr parser;
} reader;

// "namespace local" in a buffer; names too long for it are cut, which no feed's are.
static size_t qualified(char *buffer, size_t capacity, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    const char *head = space != NULL ? (const char *)space : prefix != NULL ? (const char *)prefix : "";
    size_t length = 0;
    for (const char *from = head; *from != 0 && length + 1 < capacity; from++) { buffer[length++] = *from; }
    if (length > 0 && length + 1 < capacity) { buffer[length++] = ' '; }
    for (const char *from = (const char *)name; *from != 0 && length + 1 < capacity; from++) { buffer[length++] = *from; }
    return length;
}

static void start_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space, int spaces, const xmlChar **declared,
                          int count, int defaulted, const xmlChar **attributes) {
    (void)spaces;
    (void)declared;
    (void)defaulted;
    reader *self = context;
    char buffer[512];
    cm_start(self->result, (const uint8_t *)buffer, qualified(buffer, sizeof buffer, name, prefix, space));
    for (int i = 0; i < count && (uint32_t)i < self->result->limits.attributes; i++) {
        const xmlChar **attribute = attributes + i * 5;
        size_t length = qualified(buffer, sizeof buffer, attribute[0], attribute[1], attribute[2]);
        cm_attribute(self->result, (const uint8_t *)buffer, length, attribute[3], (size_t)(attribute[4] - attribute[3]));
    }
    if (self->result->cut) { xmlStopParser(self->parser); }
}

static void end_element(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
    (void)name;
    (void)prefix;
    (void)space;
    cm_end(((reader *)context)->result);
}

static void characters(void *context, const xmlChar *text, int length) { cm_text(((reader *)context)->result, text, (size_t)length); }

// Only the five of XML itself: what a document declares is never expanded.
static xmlEntityPtr entity(void *context, const xmlChar *name) {
    (void)context;
    return xmlGetPredefinedEntity(name);
}

static void note_error(void *context, xmlErrorPtr error) {
    reader *self = context;
    if (error->level == XML_ERR_FATAL) { cm_fail(self->result, error->message, error->line); }
}

cm_result *cm_read_xml(const uint8_t *bytes, size_t count, cm_limits limits, int tolerant) {
    cm_prepare_library();
    cm_result *result = cm_new(limits);
    if (result == NULL || count == 0) { return result; }
    uint8_t *copy = cm_without_surplus_attributes(bytes, count, limits.attributes);
    xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)(copy == NULL ? bytes : copy), (int)count);
    if (parser == NULL) {
        free(copy);
        cm_free(result);
        return NULL;
    }
    reader self = {result, parser};
    // The declaration's encoding no longer holds: the bytes are UTF-8 by now.
    // NOENT gives the five predefined entities as their characters, in attributes too; no other is ever known (see `entity`).
    xmlCtxtUseOptions(parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC | XML_PARSE_NOCDATA | (tolerant ? XML_PARSE_RECOVER : 0));
    memset(parser->sax, 0, sizeof(xmlSAXHandler));
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElementNs = start_element;
    parser->sax->endElementNs = end_element;
    parser->sax->characters = characters;
    parser->sax->ignorableWhitespace = characters;
    parser->sax->cdataBlock = characters;
    parser->sax->getEntity = entity;
    parser->sax->serror = note_error;
    parser->userData = &self;
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    xmlParseDocument(parser);
    // Without a tree of its own the parser still makes a document to keep names in.
    if (parser->myDoc != NULL) {
        xmlFreeDoc(parser->myDoc);
        parser->myDoc = NULL;
    }
    xmlFreeParserCtxt(parser);
    free(copy);
    return result;
}
