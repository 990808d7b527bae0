#ifndef CVECTORKERNELS_H
#define CVECTORKERNELS_H
#include <stddef.h>
#include <stdint.h>

/// Sum of the products of two rows of signed bytes. No row is longer than 65,536, so that the sum fits.
int32_t vk_dot_int8(const int8_t *a, const int8_t *b, size_t count);

/// `out[i]` = product of `query` with row `i` of `rows`, each `dimensions` long (at most 65,536).
void vk_dots_int8(const int8_t *query, const int8_t *rows, size_t rowCount, size_t dimensions, int32_t *out);

/// The same with numbers.
float vk_dot_float(const float *a, const float *b, size_t count);

/// `out` = sum over `ids` of `scales[id]` × row `id` of a table of signed bytes. `dimensions` is a multiple of 64.
void vk_sum_rows_int8(float *out, const int8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions);

/// The same over half bytes: of 64 numbers, byte `i` of 32 holds number `i` in its low half and number `i + 32` in its high half, each plus 8.
void vk_sum_rows_int4(float *out, const uint8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions);

/// `out[i] += factor * a[i]`.
void vk_add_scaled(float *out, const float *a, float factor, size_t count);

/// Brings `a` to length 1; leaves zeros as they are.
void vk_normalise(float *a, size_t count);

/// One minus the cosine between `target`, of length 1, and the sum of the rows of `ids`; `out` = its gradient by that sum, times `factor`.
float vk_cosine_gradient(
    float *out, const float *table, const int32_t *ids, size_t idCount, const float *target, float factor, size_t dimensions);

/// One step of Adam with decays .9 and .999. `rate` and `spread` carry the corrections for the first steps.
void vk_adam_step(float *row, float *first, float *second, const float *gradient, float rate, float spread, size_t count);

#endif
