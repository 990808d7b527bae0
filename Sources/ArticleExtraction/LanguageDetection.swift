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

    /// Letters that are looked at for the script; cld2 takes its own share.
    private static let enough = 4000

    /// nil when the text holds no letters, or Latin ones that say nothing.
    init?(of text: String) {
        var counts: [WritingScript: Int] = [:]
        var letters = 0
        for scalar in text.unicodeScalars {
            guard let script = WritingScript(scalar) else { continue }
            counts[script, default: 0] += 1
            letters += 1
            if letters == Self.enough { break }
        }
        guard let script = Self.dominant(counts, of: letters) else { return nil }
        self.script = script
        self.letters = letters
        if let owner = Self.owner(of: script) {
            (language, isReliable) = (owner, true)
        } else if let found = Self.cld2(text), WritingScript.scripts(of: found.code).contains(script) {
            (language, isReliable) = (found.code, found.isReliable)
        } else if let common = script.commonLanguage {
            (language, isReliable) = (common, false)
        } else {
            return nil
        }
        // A word or two of Latin letters is a name as often as not.
        if script == .latin, !isReliable { return nil }
    }

    /// Kana among Chinese characters make the text Japanese; else the script of more than half the letters.
    private static func dominant(_ counts: [WritingScript: Int], of letters: Int) -> WritingScript? {
        let kana = counts[.kana, default: 0]
        if kana * 10 > kana + counts[.han, default: 0], (kana + counts[.han, default: 0]) * 2 > letters { return .kana }
        return counts.first { $0.value * 2 > letters }?.key
    }

    /// The one language of scripts that others do not share, as far as is published in them.
    private static func owner(of script: WritingScript) -> String? {
        switch script {
        case .latin, .cyrillic, .arabic, .hebrew, .devanagari, .bengali, .tibetan, .ethiopic: nil
        default: script.commonLanguage
        }
    }

    private static func cld2(_ text: String) -> (code: String, isReliable: Bool)? {
        var utf8 = sample(of: text)
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

    /// As much as cld2 looks at, with blanks for what it does not take for text: control characters and noncharacters.
    private static func sample(of text: String) -> [UInt8] {
        var utf8: [UInt8] = []
        for scalar in text.unicodeScalars {
            let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            let isNoncharacter = scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value)
            if isControl || isNoncharacter { utf8.append(0x20) } else { utf8 += Array(Character(scalar).utf8) }
            if utf8.count >= 16 << 10 { break }
        }
        return utf8
    }
}
