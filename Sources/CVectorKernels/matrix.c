// The kernels of matrix_kernels.h, compiled once for each kind of instructions, and the choice between them.
#include "CVectorKernels.h"
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define DISPATCHED 1
#endif

#define KIND(name) name##_portable
#define ROWS_F32 2
#define ROWS_INT8 1
#include "matrix_kernels.h"
#undef KIND
#undef ROWS_F32
#undef ROWS_INT8

#if DISPATCHED
#define KIND(name) name##_avx2
#define ROWS_F32 3
#define ROWS_INT8 2
#define WITH_AVX2 1
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#include "matrix_kernels.h"
#pragma clang attribute pop
#undef KIND
#undef ROWS_F32
#undef ROWS_INT8
#undef WITH_AVX2

#define KIND(name) name##_avx512
#define ROWS_F32 12
#define ROWS_INT8 6
#define WITH_VNNI 1
#pragma clang attribute push(__attribute__((target("avx2,fma,avx512f,avx512bw,avx512dq,avx512vl,avx512vnni"))), apply_to = function)
#include "matrix_kernels.h"
#pragma clang attribute pop

#define CHOOSE(name, ...) \
    switch (instructions) { \
    case vk_avx512_vnni: name##_avx512(__VA_ARGS__); break; \
    case vk_avx2: name##_avx2(__VA_ARGS__); break; \
    default: name##_portable(__VA_ARGS__); \
    }
#else
#define CHOOSE(name, ...) name##_portable(__VA_ARGS__);
#endif

int vk_best_instructions(void) {
#if DISPATCHED
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
        __builtin_cpu_supports("avx512dq"))
        return vk_avx512_vnni;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return vk_avx2;
#endif
    return vk_portable;
}

void vk_pack_f32(const float *weights, size_t outputs, size_t inputs, float *packed) {
    for (size_t from = 0; from < outputs; from += vk_panel_f32)
        for (size_t input = 0; input < inputs; input++)
            for (size_t column = 0; column < vk_panel_f32; column++)
                *packed++ = from + column < outputs ? weights[(from + column) * inputs + input] : 0;
}

void vk_pack_int8(const int8_t *weights, size_t outputs, size_t inputs, int8_t *packed) {
    for (size_t from = 0; from < outputs; from += vk_panel_int8)
        for (size_t input = 0; input < inputs; input += 4)
            for (size_t column = 0; column < vk_panel_int8; column++)
                for (size_t i = 0; i < 4; i++)
                    *packed++ = from + column < outputs ? weights[(from + column) * inputs + input + i] : 0;
}

void vk_linear_f32(int instructions, const float *rows, size_t count, size_t inputs, const float *packed, const float *bias, size_t outputs,
                   float *result) {
    CHOOSE(linear_f32, rows, count, inputs, packed, bias, outputs, result)
}

void vk_quantise_rows(int instructions, const float *rows, size_t count, size_t width, uint8_t *bytes, float *scales, int32_t *zeros) {
    CHOOSE(quantise_rows, rows, count, width, bytes, scales, zeros)
}

void vk_linear_int8(int instructions, const uint8_t *bytes, const float *scales, const int32_t *zeros, size_t count, size_t inputs,
                    const int8_t *packed, const float *weight_scales, const int32_t *weight_sums, const float *bias, size_t outputs,
                    float *result) {
    CHOOSE(linear_int8, bytes, scales, zeros, count, inputs, packed, weight_scales, weight_sums, bias, outputs, result)
}

void vk_gelu(int instructions, float *numbers, size_t count) { CHOOSE(gelu, numbers, count) }

void vk_add_layer_norm(int instructions, float *rows, const float *added, size_t count, size_t width, const float *weight, const float *bias,
                       float epsilon) {
    CHOOSE(add_layer_norm, rows, added, count, width, weight, bias, epsilon)
}

static size_t padded(size_t length) { return (length + 15) & ~(size_t)15; }

size_t vk_attention_scratch(size_t length, size_t head) { return padded(length) * (head + 4) + length * padded(head); }

void vk_attention(int instructions, const float *projected, size_t length, size_t heads, size_t head, float *scratch, float *result) {
    CHOOSE(attention, projected, length, heads, head, padded(length), padded(head), scratch, result)
}
