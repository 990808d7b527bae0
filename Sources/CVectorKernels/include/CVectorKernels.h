#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H
#include <stddef.h>
#include <stdint.h>

/// Sum of the products of two rows of signed bytes. No row is longer than 65,536, so that the sum fits.
int32_t vk_dot_int8(const int8_t *a, const int8_t *b, size_t count);

#endif
