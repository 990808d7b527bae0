import CCharacterSets
import CLanguage

/// What bytes say of their encoding when nothing declares it, or what does is wrong.
///
/// UTF-8 and ISO-2022-JP show themselves. Of the others uchardet judges; when it names an encoding that the web does not use (which it does for
/// one short text in ten), or one the bytes are no text in, the encoding wins in which they are most clearly text of a language that is written
/// with it.
enum EncodingDetection {
    static func encoding(of bytes: [UInt8]) -> CharacterEncoding {
        if showsISO2022JP(bytes) { return named("iso-2022-jp") }
        let census = UTF8Validation.census(bytes)
        if census.isValid || census.isOnlyCutShort { return .utf8 }
        let sample = sample(of: bytes)
        if let judged = judgedByUchardet(sample), isText(judged.decoded(sample)) { return judged }
        return judgedByLanguage(sample) ?? .windows1252
    }

    /// How much text is enough to know an encoding by.
    private static let enough = 16 << 10
    /// What stands farther than this from a byte beyond ASCII says nothing of it.
    private static let surroundings = 48

    /// Bytes beyond ASCII with what surrounds them: a page may begin with any amount of scripts.
    private static func sample(of bytes: [UInt8]) -> [UInt8] {
        var sample: [UInt8] = []
        var taken = 0
        for (place, byte) in bytes.enumerated() where byte >= 0x80 {
            let end = min(bytes.count, place + surroundings)
            guard end > taken else { continue }
            sample += bytes[max(taken, place - surroundings)..<end]
            taken = end
            if sample.count >= enough { break }
        }
        return sample
    }

    /// An escape sequence to JIS X 0208 or back, and no byte beyond ASCII.
    private static func showsISO2022JP(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.prefix(8 << 10).firstIndex(of: 0x1B), bytes.allSatisfy({ $0 < 0x80 }) else { return false }
        let mark = bytes[(first + 1)...].prefix(2)
        return mark.elementsEqual("$B".utf8) || mark.elementsEqual("$@".utf8) || mark.elementsEqual("(J".utf8)
    }

    private static func judgedByUchardet(_ sample: [UInt8]) -> CharacterEncoding? {
        var name = [CChar](repeating: 0, count: 64)
        guard cs_guess_encoding(sample, sample.count, &name, name.count) != 0 else { return nil }
        let label = String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        switch EncodingLabels.encoding(label)?.name {
        // KOI8-U has the letters of KOI8-R, and four more in the place of lines that no text draws.
        case "KOI8-R": return named("koi8-u")
        case "ISO-8859-15": return .windows1252
        case "ISO-8859-13": return named("windows-1257")
        case let name?: return languages.first { $0.label == name.lowercased() }.map { named($0.label) }
        case nil: return nil
        }
    }

    /// Whether text has next to nothing in it that text does not have: replaced bytes, control characters, private use.
    private static func isText(_ utf8: [UInt8]) -> Bool {
        var letters = 0
        var rubbish = 0
        for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
            switch scalar.value {
            case 0x80...0x9F, 0xE000...0xF8FF, 0xFFFD: rubbish += 1
            default: letters += 1
            }
        }
        // One may come from where the sample was cut.
        return rubbish <= 1 + letters / 100
    }

    private static func judgedByLanguage(_ sample: [UInt8]) -> CharacterEncoding? {
        var best: (score: Double, encoding: CharacterEncoding)?
        for (label, codes) in languages {
            let encoding = named(label)
            let text = encoding.decoded(sample)
            var found = cl_language()
            guard isText(text), cl_detect(text, text.count, &found) != 0 else { continue }
            let code = withUnsafeBytes(of: found.code) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
            guard codes.split(separator: " ").contains(Substring(code)) else { continue }
            let score = found.score * Double(found.percent) * (found.is_reliable != 0 ? 1000 : 1)
            if score > best?.score ?? 0 { best = (score, encoding) }
        }
        return best?.encoding
    }

    private static func named(_ label: String) -> CharacterEncoding { EncodingLabels.encoding(label) ?? .windows1252 }

    /// The legacy encodings that pages without a declaration are met in, the commoner first, and the languages written with each, by cld2's
    /// codes.
    private static let languages: [(label: String, codes: String)] = [
        ("windows-1252", "en de fr es it pt nl sv da fi ca no nb nn is gl eu af id ms ga gd cy fo lb oc rm sw"),
        ("windows-1251", "ru uk bg sr be mk kk ky tg mn tt ba"),
        ("gb18030", "zh"), ("shift_jis", "ja"), ("euc-kr", "ko"), ("big5", "zh-Hant"), ("euc-jp", "ja"),
        ("windows-1250", "cs pl hu ro hr sk sl bs sq sr"), ("iso-8859-2", "cs pl hu ro hr sk sl bs sq sr"),
        ("windows-1254", "tr az ku"), ("windows-1256", "ar fa ur ps ku ug"), ("windows-1255", "iw he yi"), ("windows-1253", "el"),
        ("iso-8859-7", "el"), ("windows-1257", "lt lv et"), ("windows-1258", "vi"), ("windows-874", "th"), ("koi8-u", "ru uk be bg"),
        ("iso-8859-5", "ru uk bg sr be mk"), ("ibm866", "ru uk be"),
    ]
}
