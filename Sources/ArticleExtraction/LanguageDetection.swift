import CLanguage

/// The language of a text by its letters: scripts that one language owns decide at once, whatever the length; cld2 tells apart those that
/// share one. Of a long text the beginning is looked at. Any number of threads may ask at once.
struct LanguageDetection {
    /// BCP 47, the language alone: `zh` for either writing of Chinese.
    var language: String
    var script: WritingScript
    /// Whether it may overrule what a page declares.
    var isReliable: Bool
    /// Letters looked at.
    var letters: Int

    /// Of a text, this many letters tell the script and this many bytes the language: texts of 600 characters in 37 languages are told as
    /// well as longer ones, and time goes with the bytes.
    static let enough = (letters: 1000, bytes: 2048)

    /// To agree with what a page declares, less will do: who would overrule it looks at all of it.
    static let enoughToAgree = 640

    /// From this many letters on, a text is in some language, and the best guess is better than none.
    static let long = 200

    /// nil when the text holds no letters, or Latin ones that say nothing.
    /// - Parameter bytes: how much of the text is looked at for the language.
    init?(of text: String, bytes: Int = enough.bytes) {
        var counts = [Int](repeating: 0, count: WritingScript.allCases.count)
        var letters = 0
        for scalar in text.unicodeScalars {
            guard let script = WritingScript(scalar) else { continue }
            counts[script.rawValue] += 1
            letters += 1
            if letters == Self.enough.letters { break }
        }
        guard let script = Self.dominant(counts, of: letters) else { return nil }
        self.script = script
        self.letters = letters
        if let owner = Self.owner(of: script) {
            (language, isReliable) = (owner, true)
        } else if let found = Self.cld2(text, bytes), WritingScript.scripts(of: found.code).contains(script) {
            (language, isReliable) = (found.code, found.isReliable)
        } else if let common = script.commonLanguage {
            (language, isReliable) = (common, false)
        } else {
            return nil
        }
        // A word or two of Latin letters is a name as often as not.
        if script == .latin, !isReliable, letters < Self.long { return nil }
    }

    /// Kana among Chinese characters make the text Japanese; else the script of more than half the letters.
    private static func dominant(_ counts: [Int], of letters: Int) -> WritingScript? {
        let kana = counts[WritingScript.kana.rawValue]
        let japanese = kana + counts[WritingScript.han.rawValue]
        if kana * 10 > japanese, japanese * 2 > letters { return .kana }
        return counts.firstIndex { $0 * 2 > letters }.flatMap(WritingScript.init(rawValue:))
    }

    /// The one language of scripts that others do not share, as far as is published in them.
    private static func owner(of script: WritingScript) -> String? {
        switch script {
        case .latin, .cyrillic, .arabic, .hebrew, .devanagari, .bengali, .tibetan, .ethiopic: nil
        default: script.commonLanguage
        }
    }

    private static func cld2(_ text: String, _ bytes: Int) -> (code: String, isReliable: Bool)? {
        var utf8 = sample(of: text, bytes)
        var found = cl_language()
        guard cl_detect(&utf8, utf8.count, &found) != 0 else { return nil }
        let code = withUnsafeBytes(of: found.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        // Old codes of ISO 639, and the languages of national varieties.
        let renamed = ["iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "nb": "no", "tl": "fil", "sh": "sr"]
        let language = String(code.prefix { $0 != "-" })
        return (nordic(renamed[language] ?? language, utf8), found.is_reliable != 0 && found.percent >= 60)
    }

    /// Short Swedish is taken for Norwegian or Danish now and then; ä and ö, which those write æ and ø, part them.
    private static func nordic(_ language: String, _ utf8: [UInt8]) -> String {
        guard language == "no" || language == "da" else { return language }
        var balance = 0
        for (lead, trail) in zip(utf8, utf8.dropFirst()) where lead == 0xC3 {
            switch trail {
            case 0x84, 0x96, 0xA4, 0xB6: balance += 1
            case 0x86, 0x98, 0xA6, 0xB8: balance -= 1
            default: break
            }
        }
        return balance > 0 ? "sv" : language
    }

    /// The beginning, with blanks for what cld2 does not take for text: control characters and noncharacters.
    private static func sample(of text: String, _ count: Int) -> [UInt8] {
        var bytes = Array(text.utf8.prefix(count))
        for at in bytes.indices {
            switch bytes[at] {
            case 0...0x1F, 0x7F: bytes[at] = 0x20
            case 0x80...0x9F where at >= 1 && bytes[at - 1] == 0xC2: blank(&bytes, at, 2)
            case 0x90...0xAF where at >= 2 && bytes[at - 2] == 0xEF && bytes[at - 1] == 0xB7: blank(&bytes, at, 3)
            case 0xBE...0xBF where at >= 2 && bytes[at - 2] == 0xEF && bytes[at - 1] == 0xBF: blank(&bytes, at, 3)
            case 0xBE...0xBF where at >= 3 && bytes[at - 3] >= 0xF0 && bytes[at - 2] & 0x0F == 0x0F && bytes[at - 1] == 0xBF: blank(&bytes, at, 4)
            default: break
            }
        }
        if bytes.count == count { trimCutCharacter(&bytes) }
        return bytes
    }

    /// Where the text was cut, the bytes of a character that lacks others go.
    private static func trimCutCharacter(_ bytes: inout [UInt8]) {
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }

    /// Blanks a character of `count` bytes that ends at `at`.
    private static func blank(_ bytes: inout [UInt8], _ at: Int, _ count: Int) {
        for place in (at - count + 1)...at { bytes[place] = 0x20 }
    }
}
