#include "CVectorKernels.h"
#include "dispatch.h"
#include <math.h>
#include <string.h>

DISPATCHED
void vk_row_lengths_int8(float *out, const int8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions) {
    for (size_t t = 0; t < idCount; t++) {
        const int8_t *row = table + (size_t)ids[t] * dimensions;
        int32_t square = 0;
        for (size_t i = 0; i < dimensions; i++) square += (int32_t)row[i] * row[i];
        out[t] = scales[ids[t]] * sqrtf((float)square);
    }
}

DISPATCHED
void vk_row_lengths_int4(float *out, const uint8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions) {
    for (size_t t = 0; t < idCount; t++) {
        const uint8_t *row = table + (size_t)ids[t] * dimensions / 2;
        int32_t square = 0;
        for (size_t i = 0; i < dimensions / 2; i++) {
            const int32_t low = (int32_t)(row[i] & 15) - 8, high = (int32_t)(row[i] >> 4) - 8;
            square += low * low + high * high;
        }
        out[t] = scales[ids[t]] * sqrtf((float)square);
    }
}

// The number a SplitMix64 generator with this seed gives first (Steele, Lea and Flood 2014).
static inline uint64_t mixed(uint64_t seed) {
    uint64_t bits = seed + 0x9e3779b97f4a7c15u;
    bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9u;
    bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebu;
    return bits ^ (bits >> 31);
}

DISPATCHED
void vk_sum_signs(float *out, const int32_t *ids, const float *weights, size_t idCount, size_t dimensions) {
    for (size_t from = 0; from < dimensions; from += 64) {
        float sums[64] = {0};
        for (size_t t = 0; t < idCount; t++) {
            const uint64_t bits = mixed((uint64_t)(uint32_t)ids[t] << 32 | from);
            const uint32_t halves[2] = {(uint32_t)bits, (uint32_t)(bits >> 32)};
            uint32_t weight;
            memcpy(&weight, &weights[t], sizeof weight);
            for (size_t half = 0; half < 2; half++)
                for (size_t i = 0; i < 32; i++) {
                    // The bit becomes the number's sign.
                    const uint32_t number = weight ^ (halves[half] << (31 - i) & 0x80000000u);
                    float added;
                    memcpy(&added, &number, sizeof added);
                    sums[32 * half + i] += added;
                }
        }
        memcpy(out + from, sums, sizeof sums);
    }
}
