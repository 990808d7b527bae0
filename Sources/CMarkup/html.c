#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

#include "events.h"

typedef struct {
    cm_result *result;
    htmlParserCtxtPtr parser;
} reader;

// Their content is not markup: taken out of the parser's stack, it would be read as if it were.
static int is_raw(const xmlChar *name) { return strcmp((const char *)name, "script") == 0 || strcmp((const char *)name, "style") == 0; }

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    reader *self = context;
    cm_start(self->result, name, strlen((const char *)name));
    for (uint32_t i = 0; attributes != NULL && attributes[i] != NULL && i / 2 < self->result->limits.attributes; i += 2) {
        const char *value = attributes[i + 1] == NULL ? "" : (const char *)attributes[i + 1];
        cm_attribute(self->result, attributes[i], strlen((const char *)attributes[i]), (const uint8_t *)value, strlen(value));
    }
    htmlParserCtxtPtr parser = self->parser;
    if (parser->nameNr > 1 && (uint32_t)parser->nameNr > self->result->limits.depth && !is_raw(name)) {
        cm_end(self->result);
        parser->nameNr--;
        parser->nameTab[parser->nameNr] = NULL;
        parser->name = parser->nameTab[parser->nameNr - 1];
    }
    if (self->result->cut) { xmlStopParser(parser); }
}

static void end_element(void *context, const xmlChar *name) {
    (void)name;
    cm_end(((reader *)context)->result);
}

static void characters(void *context, const xmlChar *text, int length) { cm_text(((reader *)context)->result, text, (size_t)length); }

static void ignore_error(void *context, xmlErrorPtr error) {
    (void)context;
    (void)error;
}

cm_result *cm_read_html(const uint8_t *bytes, size_t count, cm_limits limits, const char *tags, size_t tags_count, const char *attributes,
                        size_t attributes_count) {
    cm_prepare_library();
    cm_result *result = cm_new(limits);
    if (result == NULL) { return NULL; }
    cm_seed(result, &result->tags, tags, tags_count);
    cm_seed(result, &result->attributes, attributes, attributes_count);
    if (count == 0) { return result; }
    uint8_t *copy = cm_without_surplus_attributes(bytes, count, limits.attributes);
    htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt((const char *)(copy == NULL ? bytes : copy), (int)count);
    if (parser == NULL) {
        free(copy);
        cm_free(result);
        return NULL;
    }
    reader self = {result, parser};
    htmlCtxtUseOptions(parser, HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC | HTML_PARSE_RECOVER | HTML_PARSE_NODEFDTD);
    memset(parser->sax, 0, sizeof(xmlSAXHandler));
    parser->sax->initialized = XML_SAX2_MAGIC;
    parser->sax->startElement = start_element;
    parser->sax->endElement = end_element;
    parser->sax->characters = characters;
    parser->sax->ignorableWhitespace = characters;
    parser->sax->cdataBlock = characters;
    parser->sax->serror = ignore_error;
    parser->userData = &self;
    xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
    htmlParseDocument(parser);
    htmlFreeParserCtxt(parser);
    free(copy);
    return result;
}

uint32_t cm_entity(const char *name) {
    const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
    return entity == NULL ? 0 : entity->value;
}
