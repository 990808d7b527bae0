// No guard: matrix.c includes this once for each kind of instructions, with KIND, ROWS_F32 and ROWS_INT8 (rows of a register tile) defined.

typedef float KIND(floats) __attribute__((vector_size(64), aligned(4)));
#define UNROLLED _Pragma("clang loop unroll(full)")
#define INLINED static inline __attribute__((always_inline))

// A tile: `height` rows by a panel of 32 columns, held in registers while the inputs go by.
INLINED void KIND(tile_f32)(int height, const float *rows, size_t inputs, const float *panel, const float *bias, size_t columns, size_t stride,
                            float *result) {
    KIND(floats) sums[12][2];
    UNROLLED for (int r = 0; r < height; r++) UNROLLED for (int c = 0; c < 2; c++) sums[r][c] = (KIND(floats)){0};
    for (size_t k = 0; k < inputs; k++) {
        const KIND(floats) *weights = (const KIND(floats) *)(panel + k * vk_panel_f32);
        UNROLLED for (int r = 0; r < height; r++) {
            float number = rows[r * inputs + k];
            UNROLLED for (int c = 0; c < 2; c++) sums[r][c] += weights[c] * number;
        }
    }
    UNROLLED for (int r = 0; r < height; r++) {
        float line[vk_panel_f32];
        memcpy(line, sums[r], sizeof line);
        UNROLLED for (int c = 0; c < vk_panel_f32; c++) line[c] += bias[c];
        // The usual case by a constant size, so that it is a few stores and no call.
        if (columns == sizeof line / sizeof(float))
            memcpy(result + r * stride, line, sizeof line);
        else
            memcpy(result + r * stride, line, columns * sizeof(float));
    }
}

static void KIND(linear_f32)(const float *rows, size_t count, size_t inputs, const float *packed, const float *bias, size_t outputs,
                             float *result) {
    for (size_t from = 0; from < outputs; from += vk_panel_f32) {
        const float *panel = packed + from * inputs;
        size_t columns = outputs - from < vk_panel_f32 ? outputs - from : vk_panel_f32;
        size_t row = 0;
        for (; row + ROWS_F32 <= count; row += ROWS_F32)
            KIND(tile_f32)(ROWS_F32, rows + row * inputs, inputs, panel, bias + from, columns, outputs, result + row * outputs + from);
        for (; row < count; row++)
            KIND(tile_f32)(1, rows + row * inputs, inputs, panel, bias + from, columns, outputs, result + row * outputs + from);
    }
}

static void KIND(quantise_rows)(const float *rows, size_t count, size_t width, uint8_t *bytes, float *scales, int32_t *zeros) {
    for (size_t row = 0; row < count; row++) {
        const float *numbers = rows + row * width;
        // Sixteen minima and maxima side by side, then one.
        float leasts[16] = {0}, mosts[16] = {0}, least = 0, most = 0;
        size_t whole = width & ~(size_t)15;
        for (size_t i = 0; i < whole; i += 16)
            UNROLLED for (int lane = 0; lane < 16; lane++) {
                float number = numbers[i + lane];
                leasts[lane] = number < leasts[lane] ? number : leasts[lane];
                mosts[lane] = number > mosts[lane] ? number : mosts[lane];
            }
        for (size_t i = whole; i < width; i++) {
            leasts[0] = numbers[i] < leasts[0] ? numbers[i] : leasts[0];
            mosts[0] = numbers[i] > mosts[0] ? numbers[i] : mosts[0];
        }
        for (int lane = 0; lane < 16; lane++) {
            least = leasts[lane] < least ? leasts[lane] : least;
            most = mosts[lane] > most ? mosts[lane] : most;
        }
        float scale = (most - least) / 255;
        // Nothing to tell apart, or numbers beyond measure: no infinity goes on.
        if (!(scale > 0 && scale < 1e36f)) scale = 1;
        float zero = -least / scale;
        zero = zero > 0 ? zero < 255 ? (float)(int)(zero + 0.5f) : 255 : 0;
        scales[row] = scale;
        zeros[row] = (int32_t)zero;
        float factor = 1 / scale;
        for (size_t i = 0; i < width; i++) {
            float level = numbers[i] * factor + (zero + 0.5f);
            level = level > 0 ? level : 0;
            bytes[row * width + i] = (uint8_t)(int32_t)(level < 255 ? level : 255);
        }
    }
}

// Sums of the products of `height` rows with a panel of 64 columns.
INLINED void KIND(sums_int8)(int height, const uint8_t *bytes, size_t inputs, const int8_t *panel, int32_t sums[][vk_panel_int8]) {
#if WITH_VNNI
    __m512i tile[6][4];
    UNROLLED for (int r = 0; r < height; r++) UNROLLED for (int c = 0; c < 4; c++) tile[r][c] = _mm512_setzero_si512();
    for (size_t k = 0; k < inputs; k += 4) {
        __m512i weights[4];
        UNROLLED for (int c = 0; c < 4; c++) weights[c] = _mm512_loadu_si512(panel + k * vk_panel_int8 + c * 64);
        UNROLLED for (int r = 0; r < height; r++) {
            int32_t four;
            memcpy(&four, bytes + r * inputs + k, 4);
            __m512i numbers = _mm512_set1_epi32(four);
            UNROLLED for (int c = 0; c < 4; c++) tile[r][c] = _mm512_dpbusd_epi32(tile[r][c], numbers, weights[c]);
        }
    }
    UNROLLED for (int r = 0; r < height; r++) UNROLLED for (int c = 0; c < 4; c++) _mm512_storeu_si512(sums[r] + c * 16, tile[r][c]);
#elif WITH_AVX2
    // Sixteen columns a pass, widened to 16 bits: products of bytes would overflow in pairs.
    for (int from = 0; from < vk_panel_int8; from += 16) {
        __m256i tile[2][4];
        UNROLLED for (int r = 0; r < height; r++) UNROLLED for (int c = 0; c < 4; c++) tile[r][c] = _mm256_setzero_si256();
        for (size_t k = 0; k < inputs; k += 4) {
            __m256i weights[4];
            UNROLLED for (int c = 0; c < 4; c++)
                weights[c] = _mm256_cvtepi8_epi16(_mm_loadu_si128((const __m128i *)(panel + k * vk_panel_int8 + from * 4 + c * 16)));
            UNROLLED for (int r = 0; r < height; r++) {
                int32_t four;
                memcpy(&four, bytes + r * inputs + k, 4);
                __m256i numbers = _mm256_cvtepu8_epi16(_mm_set1_epi32(four));
                UNROLLED for (int c = 0; c < 4; c++)
                    tile[r][c] = _mm256_add_epi32(tile[r][c], _mm256_madd_epi16(numbers, weights[c]));
            }
        }
        UNROLLED for (int r = 0; r < height; r++) UNROLLED for (int c = 0; c < 4; c++) {
            int32_t halves[8];
            _mm256_storeu_si256((__m256i *)halves, tile[r][c]);
            UNROLLED for (int i = 0; i < 4; i++) sums[r][from + c * 4 + i] = halves[2 * i] + halves[2 * i + 1];
        }
    }
#else
    for (int r = 0; r < height; r++) {
        int32_t line[vk_panel_int8] = {0};
        for (size_t k = 0; k < inputs; k += 4)
            for (size_t c = 0; c < vk_panel_int8; c++) {
                const int8_t *weights = panel + k * vk_panel_int8 + c * 4;
                const uint8_t *numbers = bytes + r * inputs + k;
                line[c] += numbers[0] * weights[0] + numbers[1] * weights[1] + numbers[2] * weights[2] + numbers[3] * weights[3];
            }
        memcpy(sums[r], line, sizeof line);
    }
#endif
}

INLINED void KIND(tile_int8)(int height, const uint8_t *bytes, const float *scales, const int32_t *zeros, size_t inputs, const int8_t *panel,
                             const float *weight_scales, const int32_t *weight_sums, const float *bias, size_t columns, size_t stride,
                             float *result) {
    int32_t sums[6][vk_panel_int8];
    KIND(sums_int8)(height, bytes, inputs, panel, sums);
    for (int r = 0; r < height; r++) {
        float line[vk_panel_int8];
        UNROLLED for (int c = 0; c < vk_panel_int8; c++)
            line[c] = (float)(sums[r][c] - zeros[r] * weight_sums[c]) * (scales[r] * weight_scales[c]) + bias[c];
        // The usual case by a constant size, so that it is a few stores and no call.
        if (columns == sizeof line / sizeof(float))
            memcpy(result + r * stride, line, sizeof line);
        else
            memcpy(result + r * stride, line, columns * sizeof(float));
    }
}

static void KIND(linear_int8)(const uint8_t *bytes, const float *scales, const int32_t *zeros, size_t count, size_t inputs, const int8_t *packed,
                              const float *weight_scales, const int32_t *weight_sums, const float *bias, size_t outputs, float *result) {
    for (size_t from = 0; from < outputs; from += vk_panel_int8) {
        const int8_t *panel = packed + from * inputs;
        size_t columns = outputs - from < vk_panel_int8 ? outputs - from : vk_panel_int8;
        size_t row = 0;
        for (; row + ROWS_INT8 <= count; row += ROWS_INT8)
            KIND(tile_int8)(ROWS_INT8, bytes + row * inputs, scales + row, zeros + row, inputs, panel, weight_scales + from, weight_sums + from,
                            bias + from, columns, outputs, result + row * outputs + from);
        for (; row < count; row++)
            KIND(tile_int8)(1, bytes + row * inputs, scales + row, zeros + row, inputs, panel, weight_scales + from, weight_sums + from,
                            bias + from, columns, outputs, result + row * outputs + from);
    }
}

// erf(z) / z as a polynomial in z^2 / 8 - 1 for z up to 4: a weighted least-squares fit at Chebyshev's points.
static const float KIND(erf_terms)[] = {0.35353118f, -0.17657487f, 0.13165581f,  -0.10774738f, 0.09054755f, -0.07447179f, 0.05770444f,
                                        -0.0463306f, 0.03960877f,  -0.02259963f, 0.00460201f,  -0.0066571f, 0.01153776f,  -0.00480625f};

static void KIND(gelu)(float *numbers, size_t count) {
    for (size_t i = 0; i < count; i++) {
        float x = numbers[i];
        float z = x * 0.70710678f;
        z = z < 4 ? z : 4;
        z = z > -4 ? z : -4;
        float t = z * z * 0.125f - 1;
        float p = KIND(erf_terms)[13];
        UNROLLED for (int term = 12; term >= 0; term--) p = p * t + KIND(erf_terms)[term];
        numbers[i] = 0.5f * x * (1 + z * p);
    }
}

static void KIND(add_layer_norm)(float *rows, const float *added, size_t count, size_t width, const float *weight, const float *bias,
                                 float epsilon) {
#pragma clang fp reassociate(on)
    for (size_t row = 0; row < count; row++) {
        float *numbers = rows + row * width;
        float sum = 0, squares = 0;
        if (added)
            for (size_t i = 0; i < width; i++) numbers[i] += added[row * width + i];
        for (size_t i = 0; i < width; i++) sum += numbers[i];
        float mean = sum / (float)width;
        for (size_t i = 0; i < width; i++) squares += (numbers[i] - mean) * (numbers[i] - mean);
        float factor = 1 / __builtin_sqrtf(squares / (float)width + epsilon);
        for (size_t i = 0; i < width; i++) numbers[i] = (numbers[i] - mean) * factor * weight[i] + bias[i];
    }
}

// e to the power of x for x from -87 to 0: 2^n times a Taylor polynomial on half an octave to both sides of 1.
INLINED float KIND(exponential)(float x) {
    x = x > -87 ? x : -87;
    float octaves = x * 1.44269504f;
    int32_t n = (int32_t)(octaves - 0.5f);
    float r = (octaves - (float)n) * 0.69314718f;
    float p = 1 + r * (1 + r * (0.5f + r * (1.6666667e-1f + r * (4.1666667e-2f + r * (8.3333333e-3f + r * 1.3888889e-3f)))));
    int32_t bits = (n + 127) << 23;
    float power;
    memcpy(&power, &bits, 4);
    return power * p;
}

// Scores of one query to what softmax makes of them, but for the sum, which is returned. `width` is a multiple of 16.
INLINED float KIND(softmax)(float *scores, size_t width) {
    float mosts[16], totals[16] = {0}, total = 0;
    memcpy(mosts, scores, sizeof mosts);
    for (size_t j = 16; j < width; j += 16)
        UNROLLED for (int lane = 0; lane < 16; lane++) mosts[lane] = scores[j + lane] > mosts[lane] ? scores[j + lane] : mosts[lane];
    float most = mosts[0];
    for (int lane = 1; lane < 16; lane++) most = mosts[lane] > most ? mosts[lane] : most;
    for (size_t j = 0; j < width; j += 16)
        for (int lane = 0; lane < 16; lane++) {
            float power = KIND(exponential)(scores[j + lane] - most);
            scores[j + lane] = power;
            totals[lane] += power;
        }
    for (int lane = 0; lane < 16; lane++) total += totals[lane];
    return total;
}

// `scratch`: the keys turned, a row a number of the head and `width` (the length rounded up to 16) columns; the values, a row a token and
// `head_width` columns; the scores of four queries. Queries go by fours, so that keys and values are fetched once for four.
static void KIND(attention)(const float *projected, size_t length, size_t heads, size_t head, size_t width, size_t head_width, float *scratch,
                            float *result) {
    size_t hidden = heads * head, stride = 3 * hidden;
    float *turned = scratch, *values = turned + head * width, *scores = values + length * head_width;
    float factor = 1 / __builtin_sqrtf((float)head);
    for (size_t h = 0; h < heads; h++) {
        const float *queries = projected + h * head;
        for (size_t j = 0; j < length; j++) {
            const float *key = queries + hidden + j * stride, *value = key + hidden;
            for (size_t d = 0; d < head; d++) turned[d * width + j] = key[d] * factor;
            for (size_t d = 0; d < head_width; d++) values[j * head_width + d] = d < head ? value[d] : 0;
        }
        for (size_t d = 0; d < head; d++)
            for (size_t j = length; j < width; j++) turned[d * width + j] = 0;
        for (size_t first = 0; first < length; first += 4) {
            const float *query[4];
            for (size_t r = 0; r < 4; r++) query[r] = queries + (first + r < length ? first + r : length - 1) * stride;
            for (size_t from = 0; from < width; from += 16) {
                KIND(floats) sums[4] = {{0}, {0}, {0}, {0}};
                for (size_t d = 0; d < head; d++) {
                    KIND(floats) keys = *(const KIND(floats) *)(turned + d * width + from);
                    UNROLLED for (int r = 0; r < 4; r++) sums[r] += keys * query[r][d];
                }
                UNROLLED for (int r = 0; r < 4; r++) *(KIND(floats) *)(scores + r * width + from) = sums[r];
            }
            float shares[4];
            for (size_t r = 0; r < 4; r++) {
                for (size_t j = length; j < width; j++) scores[r * width + j] = -1e30f;
                shares[r] = 1 / KIND(softmax)(scores + r * width, width);
            }
            for (size_t from = 0; from < head_width; from += 16) {
                KIND(floats) sums[4] = {{0}, {0}, {0}, {0}};
                for (size_t j = 0; j < length; j++) {
                    KIND(floats) numbers = *(const KIND(floats) *)(values + j * head_width + from);
                    UNROLLED for (int r = 0; r < 4; r++) sums[r] += numbers * scores[r * width + j];
                }
                size_t columns = head - from < 16 ? head - from : 16;
                for (size_t r = 0; r < 4 && first + r < length; r++) {
                    KIND(floats) line = sums[r] * shares[r];
                    memcpy(result + (first + r) * hidden + h * head + from, &line, columns * sizeof(float));
                }
            }
        }
    }
}

#undef UNROLLED
#undef INLINED
