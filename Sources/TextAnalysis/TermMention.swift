public import BriefModel

/// A word where it stands.
public struct TermMention: Sendable {
    public let kind: Token.Kind
    /// In bytes of the text.
    public let range: Range<Int>
    public let known: KnownWord
    public let isCapitalized: Bool
    public let isStopword: Bool
    /// Its capital may be that of a sentence.
    public let beginsSentence: Bool
}

/// What is known of a word wherever it stands.
public struct KnownWord: Sendable {
    /// Numbers of the word as it is folded, and of its stem.
    public fileprivate(set) var folded: Int32 = 0
    public fileprivate(set) var stem: Int32 = 0
    /// Numbers of the words of the name it would be with a capital, each marked "@": of a country or its people the country's English name, of others
    /// the word itself; 0 where there is none.
    public fileprivate(set) var name: (Int32, Int32, Int32) = (0, 0, 0)
    public fileprivate(set) var isStopword = false
    public fileprivate(set) var namesCountry = false
    /// Of a number in digits or letters; nan for other words.
    public internal(set) var value = Double.nan
    /// What it makes of the number before it: 10⁹ for "billion"; 0 for other words.
    public fileprivate(set) var multiplier = 0.0
    var isUnknown = true

    static let unknown = KnownWord()

    private init() {}

    init(_ folded: String, keepsEnding: Bool, language: String) {
        isUnknown = false
        self.folded = WordHash.number(of: folded)
        stem = keepsEnding ? self.folded : WordHash.number(of: Stemming.stem(folded, language: language))
        isStopword = Stopwords.contains(folded, language: language)
        multiplier = NumberWords.multipliers[folded] ?? 0
        value = NumberWords.value(folded, language: language) ?? Self.attached(folded) ?? .nan
        // Days, months and titles have capitals and name nobody.
        if !NameWords.notNames.contains(folded), !NameWords.titles.contains(folded), !DateWords.isCalendarWord(folded, language: language) {
            take(country: Countries.names[folded] ?? Countries.adjectives[folded] ?? Regions.adjectives[folded], or: folded)
        }
    }

    init(ideographs pair: String) {
        isUnknown = false
        folded = WordHash.number(of: pair)
        stem = folded
        isStopword = ChineseWords.isFunction(pair)
        let isPlace = Countries.capitals[pair] != nil || Regions.countries[pair] != nil
        take(country: Countries.names[pair] ?? (isPlace ? pair : nil), or: pair)
    }

    private mutating func take(country: String?, or word: String) {
        namesCountry = country != nil
        let parts = (country ?? word).split(separator: " ").map { WordHash.number(of: "@" + $0) }
        name = (parts.first ?? 0, parts.count > 1 ? parts[1] : 0, parts.count > 2 ? parts[2] : 0)
    }

    /// "5bn", "500m"
    private static func attached(_ folded: String) -> Double? {
        let digits = folded.utf8.prefix { ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2E }
        guard !digits.isEmpty, let value = Double(Substring(digits)),
            let factor = NumberWords.multipliers[String(folded.utf8.dropFirst(digits.count)) ?? ""]
        else { return nil }
        return value * factor
    }
}
