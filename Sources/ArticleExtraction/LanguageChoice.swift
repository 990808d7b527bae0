/// The language of a text: what the page declares, unless its letters contradict it; else told by script and function words.
enum LanguageChoice {
    static func language(declared: [String?], text: String) -> String? {
        let script = dominantScript(text)
        let declared = declared.lazy.compactMap { $0 }.compactMap(primary).first
        // A template's lang="en" over a text in another script does not count.
        if let declared, script == nil || (script == .latin) != nonLatin.contains(declared) { return declared }
        return script.flatMap { $0 == .latin ? byFunctionWords(text) : $0.language } ?? declared
    }

    /// `en` of `en-GB`, `en_US`, `English` is not one.
    private static func primary(_ tag: String) -> String? {
        let letters = tag.utf8.drop { $0 <= 0x20 }.prefix { (0x61...0x7A).contains($0 | 0x20) }
        guard (2...3).contains(letters.count) else { return nil }
        return String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self)
    }

    private static let nonLatin: Set<String> = ["zh", "ja", "ko", "ru", "uk", "el", "ar", "he", "th", "hi"]

    private static func dominantScript(_ text: String) -> Script? {
        var counts: [Script: Int] = [:]
        var seen = 0
        for scalar in text.unicodeScalars.prefix(1500) {
            guard let script = Script(scalar.value) else { continue }
            seen += 1
            counts[script, default: 0] += 1
        }
        guard seen > 0 else { return nil }
        if counts[.kana, default: 0] * 10 > seen { return .kana }
        guard let (script, count) = counts.max(by: { $0.value < $1.value }), count * 2 > seen else { return nil }
        return script
    }

    private enum Script {
        case latin, han, kana, hangul, cyrillic, greek, arabic, hebrew, thai, devanagari

        init?(_ value: UInt32) {
            switch value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
            case 0x4E00...0x9FFF, 0x3400...0x4DBF: self = .han
            case 0x3040...0x30FF: self = .kana
            case 0xAC00...0xD7AF: self = .hangul
            case 0x400...0x4FF: self = .cyrillic
            case 0x370...0x3FF: self = .greek
            case 0x600...0x6FF: self = .arabic
            case 0x590...0x5FF: self = .hebrew
            case 0xE00...0xE7F: self = .thai
            case 0x900...0x97F: self = .devanagari
            default: return nil
            }
        }

        /// The language most often written in it; nil for the Latin script, which many share.
        var language: String? {
            switch self {
            case .latin: nil
            case .han: "zh"
            case .kana: "ja"
            case .hangul: "ko"
            case .cyrillic: "ru"
            case .greek: "el"
            case .arabic: "ar"
            case .hebrew: "he"
            case .thai: "th"
            case .devanagari: "hi"
            }
        }
    }

    private static func byFunctionWords(_ text: String) -> String? {
        var scores: [String: Int] = [:]
        let words = text.utf8.prefix(8000).split { $0 < 0x80 && !(0x61...0x7A).contains($0 | 0x20) }
        for word in words {
            for language in functionWords[String(decoding: word.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)] ?? [] {
                scores[language, default: 0] += 1
            }
        }
        // Ties go to the first by name, so that the same text always gives the same answer.
        return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// The commonest function words of each language.
    private static let functionWords: [String: [String]] = {
        let rows = [
            "en":
                "the of and to in that is was for it with as his on be at by this had not are but from or have they which you were their has would there been who will more said its if",
            "de":
                "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über",
            "fr":
                "le la les de des du et en un une est que qui dans pour pas sur au plus par avec ce il sont ne se son mais comme ou nous cette aux été ses leur",
            "es": "el la los las de del y en que un una por con no para su se es como más pero sus le lo ha entre cuando muy sobre también este",
            "it": "il lo la gli le di del della e che un una per con non si da in sono è come più ma anche alla nel dei delle questo",
            "pt": "o os as de do da dos das e em que um uma para com não se por mais como mas ao foi no na sua são também",
            "nl": "de het een van en in is dat op te met voor zijn niet aan er om ook als bij door over naar maar uit nog hij",
        ]
        var table: [String: [String]] = [:]
        for (language, words) in rows.sorted(by: { $0.key < $1.key }) {
            for word in words.split(separator: " ") { table[String(word), default: []].append(language) }
        }
        return table
    }()
}
