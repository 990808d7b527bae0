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
