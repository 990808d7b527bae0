#ifndef CCONTENTCODING_H
#define CCONTENTCODING_H
#include <stddef.h>
#include <stdint.h>

/* Streaming decoders for HTTP's content codings over zlib and libbrotli, behind plain functions, so that no header of theirs reaches Swift. */

enum { bp_coding_gzip = 0, bp_coding_zlib = 1, bp_coding_raw_deflate = 2, bp_coding_brotli = 3 };
enum { bp_decoding_wants_input = 0, bp_decoding_wants_room = 1, bp_decoding_done = 2, bp_decoding_damaged = 3 };

typedef struct bp_decoder bp_decoder;

/* NULL when there is no memory. A brotli stream may claim a window of up to 16 MiB, never a larger one. */
bp_decoder *bp_decoder_make(int coding);
void bp_decoder_free(bp_decoder *decoder);
/* Starts a further gzip member. */
void bp_decoder_restart(bp_decoder *decoder);
/* Decodes from `source` into `target`; tells how much of each was used, and one of the four outcomes. */
int bp_decoder_step(
    bp_decoder *decoder, const uint8_t *source, size_t size, size_t *used, uint8_t *target, size_t capacity, size_t *written);

#endif
