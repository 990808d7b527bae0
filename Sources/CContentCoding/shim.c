#include "CContentCoding.h"
#include <brotli/decode.h>
#include <stdlib.h>
#include <zlib.h>

struct bp_decoder {
    z_stream zlib;
    BrotliDecoderState *brotli;
};

bp_decoder *bp_decoder_make(int coding) {
    bp_decoder *decoder = calloc(1, sizeof(bp_decoder));
    if (!decoder) return NULL;
    if (coding == bp_coding_brotli) {
        decoder->brotli = BrotliDecoderCreateInstance(NULL, NULL, NULL);
        if (decoder->brotli) return decoder;
    } else {
        /* +16: with a gzip head; negative: without any. */
        int window = coding == bp_coding_gzip ? MAX_WBITS + 16 : coding == bp_coding_zlib ? MAX_WBITS : -MAX_WBITS;
        if (inflateInit2(&decoder->zlib, window) == Z_OK) return decoder;
    }
    free(decoder);
    return NULL;
}

void bp_decoder_free(bp_decoder *decoder) {
    if (decoder->brotli) BrotliDecoderDestroyInstance(decoder->brotli);
    else inflateEnd(&decoder->zlib);
    free(decoder);
}

void bp_decoder_restart(bp_decoder *decoder) {
    if (!decoder->brotli) inflateReset(&decoder->zlib);
}

static int step_brotli(
    bp_decoder *decoder, const uint8_t *source, size_t size, size_t *used, uint8_t *target, size_t capacity, size_t *written) {
    size_t left = size, room = capacity;
    BrotliDecoderResult result = BrotliDecoderDecompressStream(decoder->brotli, &left, &source, &room, &target, NULL);
    *used = size - left;
    *written = capacity - room;
    switch (result) {
        case BROTLI_DECODER_RESULT_SUCCESS: return bp_decoding_done;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT: return bp_decoding_wants_input;
        case BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT: return bp_decoding_wants_room;
        default: return bp_decoding_damaged;
    }
}

int bp_decoder_step(
    bp_decoder *decoder, const uint8_t *source, size_t size, size_t *used, uint8_t *target, size_t capacity, size_t *written) {
    if (decoder->brotli) return step_brotli(decoder, source, size, used, target, capacity, written);
    /* zlib counts in 32 bits; what is left over comes with the next step. */
    uInt given = size > (1u << 30) ? (1u << 30) : (uInt)size;
    uInt room = capacity > (1u << 30) ? (1u << 30) : (uInt)capacity;
    z_stream *stream = &decoder->zlib;
    stream->next_in = (Bytef *)source;
    stream->avail_in = given;
    stream->next_out = target;
    stream->avail_out = room;
    int result = inflate(stream, Z_NO_FLUSH);
    *used = given - stream->avail_in;
    *written = room - stream->avail_out;
    if (result == Z_STREAM_END) return bp_decoding_done;
    if (result != Z_OK && result != Z_BUF_ERROR) return bp_decoding_damaged;
    return stream->avail_out == 0 ? bp_decoding_wants_room : bp_decoding_wants_input;
}
