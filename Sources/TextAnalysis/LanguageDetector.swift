import BriefModel

/// A guess at a text's language from its script and its function words; a fallback where neither page nor feed tells.
public enum LanguageDetector {
    /// BCP 47 primary tag; "en" where nothing tells otherwise. Reads the first 6,000 bytes.
    public static func language(of text: String) -> String {
        let bytes = TextBytes(String(decoding: Array(text.utf8.prefix(6_000)), as: UTF8.self))
        return script(of: bytes) ?? latin(bytes)
    }

    /// The language a script stands for, when most letters are of it.
    private static func script(of text: TextBytes) -> String? {
        var counts: [String: Int] = [:]
        var index = 0
        while index < text.count {
            let (value, length) = text.scalar(at: index)
            index += length
            if let name = script(value) { counts[name, default: 0] += 1 }
        }
        let total = counts.values.reduce(0, +)
        // Japanese writes Han too: a tenth of kana tells.
        if let kana = counts["ja"], kana * 10 >= total { return "ja" }
        if let ukrainian = counts["uk"], let russian = counts["ru"], ukrainian * 40 >= russian { return "uk" }
        guard let (name, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), name != "latin" else { return nil }
        // One ideograph says about as much as three Latin letters.
        return count * (name == "zh" ? 3 : 1) >= counts["latin", default: 0] ? name : nil
    }

    private static func script(_ value: UInt32) -> String? {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: "latin"
        case 0x3040...0x30FF: "ja"
        case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
        case 0x3400...0x9FFF, 0x20000...0x3FFFF: "zh"
        case 0x404, 0x406, 0x407, 0x454, 0x456, 0x457, 0x490, 0x491: "uk"
        case 0x400...0x52F: "ru"
        case 0x600...0x6FF: "ar"
        case 0x590...0x5FF: "he"
        case 0x370...0x3FF: "el"
        case 0xE00...0xE7F: "th"
        case 0x900...0x97F: "hi"
        default: nil
        }
    }

    /// The language whose function words are most of the words.
    private static func latin(_ text: TextBytes) -> String {
        let tokens = Tokenizer(text: text, language: "fr", stemmer: Stemmer(language: "")).tokens(in: 0..<text.count)
        let words = tokens.lazy.filter { $0.kind == .word }.map(\.folded)
        var best = ("en", 0)
        for language in ["en", "de", "fr", "es", "it", "nl"] {
            let known = Stopwords.words(of: language)
            let count = words.count { known.contains($0) }
            if count > best.1 { best = (language, count) }
        }
        return best.0
    }
}
