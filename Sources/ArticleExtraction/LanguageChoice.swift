/// The language of a text: what the page declares, unless its letters say otherwise beyond doubt.
enum LanguageChoice {
    /// - Parameter declared: language tags in the order of trust; the first that is one counts.
    static func language(declared: [String?], text: String) -> String? {
        let declared = declared.lazy.compactMap { $0 }.compactMap(primary).first
        if let declared, LanguageDetection(of: text, bytes: LanguageDetection.enoughToAgree)?.language == declared { return declared }
        guard let detected = LanguageDetection(of: text) else { return declared }
        guard let declared else { return detected.language }
        // A template's lang="en" over a text in another script does not count, however short the text.
        if !WritingScript.scripts(of: declared).contains(detected.script) { return detected.language }
        if detected.language == declared || areSiblings(detected.language, declared) { return declared }
        // A short text in the same script may be a quotation or a name: there the page knows better.
        return detected.isReliable && detected.letters >= LanguageDetection.long ? detected.language : declared
    }

    /// The language of `en-GB` or `en_US`; nil for `English`, which is no tag.
    private static func primary(_ tag: String) -> String? {
        let letters = tag.utf8.drop { $0 <= 0x20 }.prefix { (0x61...0x7A).contains($0 | 0x20) }
        guard (2...3).contains(letters.count) else { return nil }
        let code = String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
        return ["iw": "he", "in": "id", "ji": "yi", "jp": "ja", "cn": "zh", "cz": "cs", "gr": "el", "nb": "no", "nn": "no", "dk": "da"][code] ?? code
    }

    /// Languages so near to each other that a page knows better than statistics of letters.
    private static func areSiblings(_ one: String, _ other: String) -> Bool {
        siblings.contains { $0.contains(one) && $0.contains(other) }
    }

    private static let siblings: [Set<String>] = [
        ["hr", "sr", "bs", "me"], ["id", "ms", "jv", "su"], ["no", "da"], ["cs", "sk"], ["gl", "pt"], ["ru", "be", "uk", "bg"], ["bg", "mk"],
        ["hi", "mr", "ne", "bh"], ["fa", "ckb", "ps"], ["zh", "yue"], ["fil", "tl"], ["es", "gl", "ca"], ["de", "lb"], ["nl", "af"],
    ]
}
