/// A language our own words can be shown in. What sources and briefs say stays in theirs.
public enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case german = "de"
    case french = "fr"
    case spanish = "es"
    case chinese = "zh"

    /// BCP 47, as `<html lang>` has it.
    public var tag: String {
        switch self {
        case .english: "en-GB"
        case .chinese: "zh-Hans"
        case .german, .french, .spanish: rawValue
        }
    }

    /// What its readers call it.
    public var ownName: String {
        switch self {
        case .english: "English"
        case .german: "Deutsch"
        case .french: "Français"
        case .spanish: "Español"
        case .chinese: "简体中文"
        }
    }

    /// Whether a text with this tag (BCP 47) is in it.
    public func isLanguage(of tag: String) -> Bool { LanguageNames.primary(tag) == rawValue }

    /// Whether a text with this tag is in another, as far as that is known.
    public func isForeign(_ tag: String) -> Bool { !LanguageNames.isUnknown(tag) && !isLanguage(of: tag) }
}

/// The forms a phrase with a number has, by the plural rules of CLDR for whole numbers. Latin scripts have two here, and French and Spanish a third for
/// whole millions ("1 000 000 d’articles").
enum PluralForm: String { case one, many, other }

extension Language {
    func pluralForm(_ number: Int) -> PluralForm {
        let millions = number != 0 && number.isMultiple(of: 1_000_000)
        return switch self {
        case .english, .german: number == 1 ? .one : .other
        case .french: number.magnitude < 2 ? .one : millions ? .many : .other
        case .spanish: number == 1 ? .one : millions ? .many : .other
        case .chinese: .other
        }
    }

    /// What stands between thousands.
    private var groupSign: String {
        switch self {
        case .english, .chinese: ","
        case .german, .spanish: "."
        case .french: "\u{202F}"
        }
    }

    var decimalSign: String { self == .english || self == .chinese ? "." : "," }

    /// `12,345`, `12.345`, `12 345`; Spanish leaves four digits together.
    public func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        let sign = number < 0 ? "-" : ""
        guard digits.count > (self == .spanish ? 4 : 3) else { return sign + String(digits) }
        var text = sign
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += groupSign }
            text.append(digit)
        }
        return text
    }
}
