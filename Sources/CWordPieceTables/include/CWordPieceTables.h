// What BERT's uncased tokenizer makes of each code point: cleaned, decomposed, without marks, in lower case, and whether it stands alone.
// tables.c is written by Scripts/wordpiece-tables, which asks the reference tokenizer (huggingface/tokenizers); so the tables hold the very mix
// of Unicode versions that the reference holds.
#ifndef CWORDPIECETABLES_H
#define CWORDPIECETABLES_H

#include <stdint.h>

/// Entries below `wp_first_text`: the code point as it is; nothing; a space; the code point alone, as a word of its own; a Hangul syllable.
enum { wp_same = 0, wp_dropped = 1, wp_space = 2, wp_alone = 3, wp_hangul = 4, wp_first_text = 8 };

/// The byte an ASCII character becomes, or `wp_dropped`, `wp_space`, `wp_alone`.
extern const uint8_t wp_ascii[128];
extern const uint8_t wp_block[];
extern const uint16_t wp_entries[][64];
extern const uint8_t wp_texts[];

static inline uint8_t wp_ascii_entry(uint8_t byte) { return wp_ascii[byte & 127]; }

/// The entry of a code point up to U+10FFFF; from `wp_first_text` on it tells where a text stands that replaces it.
static inline uint16_t wp_entry(uint32_t scalar) { return wp_entries[wp_block[scalar >> 6]][scalar & 63]; }

/// The text of an entry: its length (the top bit set when the text stands alone), then its UTF-8.
static inline const uint8_t *_Nonnull wp_text(uint16_t entry) { return wp_texts + (entry - wp_first_text); }

#endif
