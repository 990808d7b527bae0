/// Numbers in words, folded, English with the German and French ones of everyday use.
enum NumberWords {
    static let units: [String: Double] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    ]
    static let tens: [String: Double] = [
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]
    static let german: [String: Double] = [
        "zwei": 2, "drei": 3, "vier": 4, "funf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwolf": 12, "zwanzig": 20,
        "dreissig": 30, "hundert": 100,
    ]
    static let french: [String: Double] = [
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "vingt": 20,
        "trente": 30, "cent": 100,
    ]
    static let multipliers: [String: Double] = [
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6, "tn": 1e12, "m": 1e6, "k": 1e3,
        "mio": 1e6, "mrd": 1e9, "millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "tausend": 1e3, "mille": 1e3, "millions": 1e6, "milliard": 1e9,
        "milliards": 1e9, "dozen": 12,
    ]

    /// Any single word or hyphenated pair ("thirty-four") in this language.
    static func value(_ folded: String, language: String) -> Double? {
        if language == "de" { return german[folded] }
        if language == "fr" { return french[folded] }
        if let value = units[folded] ?? tens[folded] { return value }
        guard let hyphen = folded.utf8.firstIndex(of: 0x2D), let ten = tens[String(folded[..<hyphen])],
            let unit = units[String(folded[folded.utf8.index(after: hyphen)...])], unit < 10
        else { return nil }
        return ten + unit
    }

    static func small(_ folded: String) -> Int? { value(folded, language: "en").map { Int($0) } }
}
