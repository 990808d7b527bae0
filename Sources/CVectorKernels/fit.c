#include "CVectorKernels.h"
#include "dispatch.h"
#include <math.h>

void vk_softmax_of_others(float *numbers, size_t count, size_t self, float factor) {
    float largest = -INFINITY, sum = 0;
    for (size_t i = 0; i < count; i++)
        if (i != self && numbers[i] > largest) largest = numbers[i];
    for (size_t i = 0; i < count; i++) {
        numbers[i] = i == self ? 0 : expf(factor * (numbers[i] - largest));
        sum += numbers[i];
    }
    if (!(sum > 0)) return;
    for (size_t i = 0; i < count; i++) numbers[i] /= sum;
}

DISPATCHED
void vk_adam_step(float *row, float *first, float *second, const float *gradient, float rate, float spread, size_t count) {
    for (size_t i = 0; i < count; i++) {
        first[i] = 0.9f * first[i] + 0.1f * gradient[i];
        second[i] = 0.999f * second[i] + 0.001f * gradient[i] * gradient[i];
        row[i] -= rate * first[i] / (sqrtf(second[i] * spread) + 1e-9f);
    }
}
