#ifndef CCOMPRESSION_H
#define CCOMPRESSION_H
#include <stddef.h>
#include <stdint.h>

/* zlib's one-shot deflate behind plain functions, so that no header of it reaches Swift. */

/* The most room `size` bytes can need. */
size_t bp_deflate_bound(size_t size);
/* Bytes written, or 0 when `capacity` does not do. */
size_t bp_deflate(const uint8_t *source, size_t size, uint8_t *target, size_t capacity);
/* 1 when exactly `size` bytes came out, else 0 (damaged, or another length than promised). */
int bp_inflate(const uint8_t *source, size_t source_size, uint8_t *target, size_t size);
/* The same in the format of RFC 1952, quickly, as it is sent over a connection. */
size_t bp_gzip_bound(size_t size);
size_t bp_gzip(const uint8_t *source, size_t size, uint8_t *target, size_t capacity);

#endif
