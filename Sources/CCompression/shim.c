#include "CCompression.h"
#include <zlib.h>

size_t bp_deflate_bound(size_t size) { return compressBound(size); }

size_t bp_deflate(const uint8_t *source, size_t size, uint8_t *target, size_t capacity) {
    uLongf written = capacity;
    return compress2(target, &written, source, size, 6) == Z_OK ? written : 0;
}

int bp_inflate(const uint8_t *source, size_t source_size, uint8_t *target, size_t size) {
    uLongf written = size;
    return uncompress(target, &written, source, source_size) == Z_OK && written == size;
}

size_t bp_gzip_bound(size_t size) { return compressBound(size) + 18; }

size_t bp_gzip(const uint8_t *source, size_t size, uint8_t *target, size_t capacity) {
    z_stream stream = {0};
    if (size > UINT32_MAX || capacity > UINT32_MAX || deflateInit2(&stream, 4, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (Bytef *)source;
    stream.avail_in = (uInt)size;
    stream.next_out = target;
    stream.avail_out = (uInt)capacity;
    int isWhole = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return isWhole ? written : 0;
}
