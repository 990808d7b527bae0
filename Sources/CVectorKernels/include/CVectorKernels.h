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

/// `out[t]` = the length of what row `ids[t]` stands for.
void vk_row_lengths_int8(float *out, const int8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions);

/// The same over half bytes.
void vk_row_lengths_int4(float *out, const uint8_t *table, const float *scales, const int32_t *ids, size_t idCount, size_t dimensions);

/// `out` = sum over `ids` of `weights[t]` with signs of chance, which the id and the place decide. `dimensions` is a multiple of 64.
void vk_sum_signs(float *out, const int32_t *ids, const float *weights, size_t idCount, size_t dimensions);

/// `out[i] += factor * a[i]`.
void vk_add_scaled(float *out, const float *a, float factor, size_t count);

/// Brings `a` to length 1; leaves zeros as they are.
void vk_normalise(float *a, size_t count);

/// `numbers` = their softmax, each times `factor` first, as if `numbers[self]` were not there; that one becomes 0.
void vk_softmax_of_others(float *numbers, size_t count, size_t self, float factor);

/// One step of Adam with decays .9 and .999. `rate` and `spread` carry the corrections for the first steps.
void vk_adam_step(float *row, float *first, float *second, const float *gradient, float rate, float spread, size_t count);

// Matrices and what else a transformer is made of: matrix.c. Every function of it takes the instructions to use, so that each kind can be tested
// on a machine that has the best.

/// Kinds of instructions, each including the ones before it.
enum { vk_portable = 0, vk_avx2 = 1, vk_avx512_vnni = 2 };

/// The best kind that this processor has.
int vk_best_instructions(void);

/// Columns of a packed panel; a packed matrix has whole panels, the last filled with zeros.
enum { vk_panel_f32 = 32, vk_panel_int8 = 64 };

/// Lays out a matrix of `outputs` rows by `inputs` columns in panels: `packed` has room for `inputs` times the outputs rounded up to a panel.
void vk_pack_f32(const float *weights, size_t outputs, size_t inputs, float *packed);
/// The same for bytes; `inputs` is a multiple of 4.
void vk_pack_int8(const int8_t *weights, size_t outputs, size_t inputs, int8_t *packed);

/// result[row][output] = bias[output] + sum over the inputs of rows[row][input] * weights[output][input].
void vk_linear_f32(int instructions, const float *rows, size_t count, size_t inputs, const float *packed, const float *bias, size_t outputs,
                   float *result);

/// Each row as bytes: number = scale * (byte - zero), of its own scale and zero point.
void vk_quantise_rows(int instructions, const float *rows, size_t count, size_t width, uint8_t *bytes, float *scales, int32_t *zeros);

/// The same as `vk_linear_f32` from bytes. A weight is its byte times its output's `weight_scales`; `weight_sums` are the sums of an output's
/// bytes. `inputs` is a multiple of 4, at most 32,768.
void vk_linear_int8(int instructions, const uint8_t *bytes, const float *scales, const int32_t *zeros, size_t count, size_t inputs,
                    const int8_t *packed, const float *weight_scales, const int32_t *weight_sums, const float *bias, size_t outputs,
                    float *result);

/// x * Phi(x), Phi being the normal distribution's: within 2e-6 of the exact function.
void vk_gelu(int instructions, float *numbers, size_t count);

/// rows = layer norm of (rows + added), with the variance taken over a row; `added` may be null.
void vk_add_layer_norm(int instructions, float *rows, const float *added, size_t count, size_t width, const float *weight, const float *bias,
                       float epsilon);

/// Floats of scratch that `vk_attention` needs for a text of `length` tokens.
size_t vk_attention_scratch(size_t length, size_t head);

/// Attention of one text. `projected` has a row a token: queries, keys, values, each `heads * head` wide. `result` has rows of `heads * head`.
void vk_attention(int instructions, const float *projected, size_t length, size_t heads, size_t head, float *scratch, float *result);

#endif
