import CStemmer

/// Snowball stemming of folded words; remembers what it has stemmed. One per analysis: it is not shared between tasks.
final class Stemmer {
    private let stemmer: UnsafeMutableRawPointer?
    private var known: [String: String] = [:]

    /// A language without a stemmer leaves words as they are.
    init(language: String) {
        stemmer = Self.snowballNames[language].flatMap { cstemmer_new($0) }
    }

    deinit {
        if let stemmer { cstemmer_delete(stemmer) }
    }

    private static let snowballNames = [
        "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian",
        "sv": "swedish", "da": "danish", "no": "norwegian", "fi": "finnish",
    ]

    func stem(_ folded: String) -> String {
        guard let stemmer else { return folded }
        if let stem = known[folded] { return stem }
        var word = folded
        let stem = word.withUTF8 { bytes -> String in
            var result: UnsafePointer<UInt8>?
            let length = cstemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count), &result)
            guard length > 0, let result else { return folded }
            return String(decoding: UnsafeBufferPointer(start: result, count: Int(length)), as: UTF8.self)
        }
        known[folded] = stem
        return stem
    }
}

/// The stem of one folded word; for many words, analyse a text instead.
public enum Stemming {
    public static func stem(_ folded: String, language: String = "en") -> String { Stemmer(language: language).stem(folded) }
}
