#include "CVectorKernels.h"
#include "dispatch.h"
#include <math.h>
#include <string.h>

DISPATCHED
int32_t vk_dot_int8(const int8_t *a, const int8_t *b, size_t count) {
    int32_t sum = 0;
    for (size_t i = 0; i < count; i++) sum += (int32_t)a[i] * b[i];
    return sum;
}

DISPATCHED
void vk_dots_int8(const int8_t *query, const int8_t *rows, size_t rowCount, size_t dimensions, int32_t *out) {
    for (size_t r = 0; r < rowCount; r++) {
        const int8_t *row = rows + r * dimensions;
        int32_t sum = 0;
        for (size_t i = 0; i < dimensions; i++) sum += (int32_t)query[i] * row[i];
        out[r] = sum;
    }
}

// Sixteen sums side by side: the compiler may not reorder one.
DISPATCHED
float vk_dot_float(const float *a, const float *b, size_t count) {
    float sums[16] = {0};
    size_t i = 0;
    for (; i + 16 <= count; i += 16)
        for (size_t k = 0; k < 16; k++) sums[k] += a[i + k] * b[i + k];
    float sum = 0;
    for (; i < count; i++) sum += a[i] * b[i];
    for (size_t k = 0; k < 16; k++) sum += sums[k];
    return sum;
}

// Sixty-four sums at a time stay in registers over all rows.
DISPATCHED
void vk_sum_rows_int8(float *out, const int8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions) {
    for (size_t from = 0; from < dimensions; from += 64) {
        float sums[64] = {0};
        for (size_t t = 0; t < idCount; t++) {
            const int8_t *row = table + (size_t)ids[t] * dimensions + from;
            const float scale = scales[ids[t]];
            for (size_t i = 0; i < 64; i++) sums[i] += scale * (float)row[i];
        }
        memcpy(out + from, sums, sizeof sums);
    }
}

DISPATCHED
void vk_sum_rows_int4(float *out, const uint8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions) {
    for (size_t from = 0; from < dimensions; from += 64) {
        float low[32] = {0}, high[32] = {0};
        for (size_t t = 0; t < idCount; t++) {
            const uint8_t *row = table + ((size_t)ids[t] * dimensions + from) / 2;
            const float scale = scales[ids[t]];
            for (size_t i = 0; i < 32; i++) {
                low[i] += scale * (float)((int32_t)(row[i] & 15) - 8);
                high[i] += scale * (float)((int32_t)(row[i] >> 4) - 8);
            }
        }
        memcpy(out + from, low, sizeof low);
        memcpy(out + from + 32, high, sizeof high);
    }
}

DISPATCHED
void vk_add_scaled(float *out, const float *a, float factor, size_t count) {
    for (size_t i = 0; i < count; i++) out[i] += factor * a[i];
}

DISPATCHED
void vk_normalise(float *a, size_t count) {
    const float length = sqrtf(vk_dot_float(a, a, count));
    if (!(length > 0)) return;
    const float factor = 1 / length;
    for (size_t i = 0; i < count; i++) a[i] *= factor;
}
