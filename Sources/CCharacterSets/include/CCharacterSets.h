// Character encodings that the Encoding Standard does not know, and guesses at undeclared ones, behind opaque functions.
#ifndef CCHARACTERSETS_H
#define CCHARACTERSETS_H

#include <stddef.h>
#include <stdint.h>

/// Bytes of `encoding` as UTF-8, what cannot be read replaced by U+FFFD; free with `cs_free_bytes`. NULL when iconv does not know it.
uint8_t *cs_to_utf8(const uint8_t *bytes, size_t count, const char *encoding, size_t *result_count, size_t *replaced);
void cs_free_bytes(uint8_t *bytes);
/// What uchardet takes the bytes for; 0 when it cannot tell.
int cs_guess_encoding(const uint8_t *bytes, size_t count, char *name, size_t capacity);

#endif
