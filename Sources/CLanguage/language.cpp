#include "CLanguage.h"

// cld2's header names FILE without declaring it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <cstring>

namespace {
/// More does not make the answer better (measured on pages of a hundred kilobytes).
constexpr size_t reach = 16 << 10;
/// cld2 looks at the character behind the last one, and beyond its tables when that is no UTF-8.
constexpr size_t margin = 16;
}  // namespace

int cl_detect(const uint8_t *utf8, size_t count, cl_language *language) {
    char text[reach + margin];
    size_t size = count < reach ? count : reach;
    // Not within a character.
    while (size < count && size > 0 && (utf8[size] & 0xC0) == 0x80) { size--; }
    if (size == 0) { return 0; }
    std::memcpy(text, utf8, size);
    std::memset(text + size, ' ', margin);

    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3], text_bytes = 0, valid_bytes = 0;
    double scores[3];
    bool is_reliable = false;
    CLD2::ExtDetectLanguageSummaryCheckUTF8(text, static_cast<int>(size), true, &hints, 0, languages, percents, scores, nullptr, &text_bytes,
                                            &is_reliable, &valid_bytes);
    if (valid_bytes < static_cast<int>(size) || languages[0] == CLD2::UNKNOWN_LANGUAGE) { return 0; }
    const char *code = CLD2::LanguageCode(languages[0]);
    const size_t length = std::strlen(code);
    if (length == 0 || length >= sizeof language->code) { return 0; }
    std::memcpy(language->code, code, length + 1);
    language->percent = percents[0];
    language->score = scores[0];
    language->is_reliable = is_reliable ? 1 : 0;
    return 1;
}
