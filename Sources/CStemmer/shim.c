#include "CStemmer.h"

#include <libstemmer.h>
#include <stddef.h>

void *cstemmer_new(const char *language) { return sb_stemmer_new(language, "UTF_8"); }

void cstemmer_delete(void *stemmer) { sb_stemmer_delete((struct sb_stemmer *)stemmer); }

int cstemmer_stem(void *stemmer, const uint8_t *word, int length, const uint8_t **stem) {
    const sb_symbol *result = sb_stemmer_stem((struct sb_stemmer *)stemmer, (const sb_symbol *)word, length);
    if (result == NULL) { return 0; }
    *stem = (const uint8_t *)result;
    return sb_stemmer_length((struct sb_stemmer *)stemmer);
}
