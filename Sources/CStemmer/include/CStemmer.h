// Snowball stemmers behind opaque functions, so that libstemmer's header stays out of Swift.
#ifndef CSTEMMER_H
#define CSTEMMER_H

#include <stdint.h>

// NULL when the library knows no such language. `language` is a Snowball name: "english", "german", "french".
void *cstemmer_new(const char *language);
void cstemmer_delete(void *stemmer);
// Length of the stem; its bytes are at *stem until the next call with this stemmer. 0 when out of memory.
int cstemmer_stem(void *stemmer, const uint8_t *word, int length, const uint8_t **stem);

#endif
