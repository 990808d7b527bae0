#include "CVectorKernels.h"
#include "dispatch.h"
#include <math.h>
#include <string.h>

DISPATCHED
float vk_cosine_gradient(
    float *out, const float *table, const int32_t *ids, size_t idCount, const float *target, float factor, size_t dimensions) {
    memset(out, 0, dimensions * sizeof *out);
    for (size_t t = 0; t < idCount; t++) {
        const float *row = table + (size_t)ids[t] * dimensions;
        for (size_t i = 0; i < dimensions; i++) out[i] += row[i];
    }
    const float length = sqrtf(vk_dot_float(out, out, dimensions));
    if (!(length > 1e-6f)) {
        memset(out, 0, dimensions * sizeof *out);
        return 1;
    }
    const float cosine = vk_dot_float(out, target, dimensions) / length;
    const float along = factor * cosine / (length * length), across = factor / length;
    for (size_t i = 0; i < dimensions; i++) out[i] = along * out[i] - across * target[i];
    return 1 - cosine;
}

DISPATCHED
void vk_adam_step(float *row, float *first, float *second, const float *gradient, float rate, float spread, size_t count) {
    for (size_t i = 0; i < count; i++) {
        first[i] = 0.9f * first[i] + 0.1f * gradient[i];
        second[i] = 0.999f * second[i] + 0.001f * gradient[i] * gradient[i];
        row[i] -= rate * first[i] / (sqrtf(second[i] * spread) + 1e-9f);
    }
}
