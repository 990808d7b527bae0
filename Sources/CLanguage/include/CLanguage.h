// Compact Language Detector 2, behind one C function. It keeps no state between calls: any number of threads may call it at once.
#ifndef CLANGUAGE_H
#define CLANGUAGE_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct {
    char code[16];    ///< BCP 47 as the detector writes it: "en", "zh-Hant", "iw" for Hebrew
    int percent;      ///< how much of the text is in it
    double score;     ///< of a kilobyte of it; the same for all languages when the text is what each one expects
    int is_reliable;  ///< 1 when the detector stands by it
} cl_language;

/// The language most of a text is in. 0 when the bytes are no UTF-8 or the detector does not know.
/// Control characters and noncharacters count as no UTF-8 (they are no text). Looks at the first 16,384 bytes.
int cl_detect(const uint8_t *utf8, size_t count, cl_language *language);

#ifdef __cplusplus
}
#endif

#endif
