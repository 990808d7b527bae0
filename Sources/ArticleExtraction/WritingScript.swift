/// A script of the Unicode Standard, as far as it tells languages apart.
enum WritingScript: Int, CaseIterable {
    case latin, cyrillic, greek, arabic, hebrew, devanagari, han, kana, hangul
    case armenian, georgian, thai, lao, khmer, myanmar, tibetan, ethiopic, bengali, gurmukhi, gujarati, oriya, tamil, telugu, kannada, malayalam
    case sinhala

    /// nil for what no script claims: digits, punctuation, signs, and scripts that no language here is told by.
    init?(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: self = .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x591...0x5F4, 0xFB1D...0xFB4F: self = .hebrew
        case 0x620...0x65F, 0x66E...0x6D3, 0x6D5...0x6EF, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFC: self = .arabic
        case 0x900...0x963, 0x970...0x97F: self = .devanagari
        case 0x980...0x9FF: self = .bengali
        case 0xA00...0xA7F: self = .gurmukhi
        case 0xA80...0xAFF: self = .gujarati
        case 0xB00...0xB7F: self = .oriya
        case 0xB80...0xBFF: self = .tamil
        case 0xC00...0xC7F: self = .telugu
        case 0xC80...0xCFF: self = .kannada
        case 0xD00...0xD7F: self = .malayalam
        case 0xD80...0xDFF: self = .sinhala
        case 0xE01...0xE3A, 0xE40...0xE4E: self = .thai
        case 0xE81...0xEDF: self = .lao
        case 0xF00...0xFFF: self = .tibetan
        case 0x1000...0x109F: self = .myanmar
        case 0x10A0...0x10FF, 0x1C90...0x1CBF: self = .georgian
        case 0x1200...0x139F: self = .ethiopic
        case 0x1780...0x17FF: self = .khmer
        case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D: self = .kana
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF: self = .han
        case 0x1100...0x11FF, 0x3131...0x318E, 0xAC00...0xD7FF: self = .hangul
        default: return nil
        }
    }

    /// The language most often written in it; nil for the Latin script, which too many share.
    var commonLanguage: String? {
        switch self {
        case .latin: nil
        case .cyrillic: "ru"
        case .greek: "el"
        case .arabic: "ar"
        case .hebrew: "he"
        case .devanagari: "hi"
        case .han: "zh"
        case .kana: "ja"
        case .hangul: "ko"
        case .armenian: "hy"
        case .georgian: "ka"
        case .thai: "th"
        case .lao: "lo"
        case .khmer: "km"
        case .myanmar: "my"
        case .tibetan: "bo"
        case .ethiopic: "am"
        case .bengali: "bn"
        case .gurmukhi: "pa"
        case .gujarati: "gu"
        case .oriya: "or"
        case .tamil: "ta"
        case .telugu: "te"
        case .kannada: "kn"
        case .malayalam: "ml"
        case .sinhala: "si"
        }
    }

    /// The scripts a language is written in today, where it is not the Latin one alone.
    static func scripts(of language: String) -> Set<WritingScript> {
        switch language {
        case "ru", "uk", "bg", "be", "mk", "ky", "tg", "mn", "ba", "tt": [.cyrillic]
        case "sr", "kk", "uz", "bs": [.cyrillic, .latin]
        case "el": [.greek]
        case "ar", "fa", "ur", "ps", "ug", "sd", "ckb": [.arabic]
        case "ku", "az": [.latin, .arabic, .cyrillic]
        case "he", "yi": [.hebrew]
        case "hi", "mr", "ne", "sa", "bh": [.devanagari]
        case "zh", "yue": [.han]
        case "ja": [.kana, .han]
        case "ko": [.hangul, .han]
        case "hy": [.armenian]
        case "ka": [.georgian]
        case "th": [.thai]
        case "lo": [.lao]
        case "km": [.khmer]
        case "my": [.myanmar]
        case "bo", "dz": [.tibetan]
        case "am", "ti": [.ethiopic]
        case "bn", "as": [.bengali]
        case "pa": [.gurmukhi, .arabic]
        case "gu": [.gujarati]
        case "or": [.oriya]
        case "ta": [.tamil]
        case "te": [.telugu]
        case "kn": [.kannada]
        case "ml": [.malayalam]
        case "si": [.sinhala]
        default: [.latin]
        }
    }
}
