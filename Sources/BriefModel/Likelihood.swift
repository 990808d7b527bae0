/// How likely a text says that something is, in the words of ICD 203 ("Analytic Standards", 2015, section D.6.e.2.a). It is what the text says, never a
/// reckoning of ours, and says nothing of how good the basis is.
public struct Likelihood: Hashable, Sendable, Codable {
    public enum Term: String, Hashable, Sendable, Codable, CaseIterable {
        case almostNoChance = "almost no chance"
        case veryUnlikely = "very unlikely"
        case unlikely
        case roughlyEven = "roughly even chance"
        case likely
        case veryLikely = "very likely"
        case almostCertain = "almost certain"
        /// "May", "might", "could": that it can be, and not how likely; the directive gives no figure for these.
        case possible

        /// Per cent; nil where the directive gives none.
        public var percent: ClosedRange<Int>? {
            switch self {
            case .almostNoChance: 1...5
            case .veryUnlikely: 5...20
            case .unlikely: 20...45
            case .roughlyEven: 45...55
            case .likely: 55...80
            case .veryLikely: 80...95
            case .almostCertain: 95...99
            case .possible: nil
            }
        }
    }

    public let term: Term
    /// The words as written.
    public let words: String

    /// The first words of likelihood in an English text; nil where it states things without any.
    public init?(statedIn text: String) {
        let words = text.lowercased().split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }.map(String.init)
        for place in words.indices {
            for (phrase, term) in Self.phrases where words[place...].starts(with: phrase) {
                // "The May talks", "Theresa May": a month or a name.
                if phrase == ["may"], text.contains("May") { continue }
                // "Could not" denies.
                if phrase == ["could"], words[(place + 1)...].first == "not" { continue }
                self.term = term
                self.words = phrase.joined(separator: " ")
                return
            }
        }
        return nil
    }

    /// The longest first, so that "very unlikely" is not read as "unlikely".
    private static let phrases: [(words: [String], term: Term)] = [
        ("almost no chance", Term.almostNoChance), ("remote chance", .almostNoChance), ("highly improbable", .veryUnlikely),
        ("very unlikely", .veryUnlikely), ("highly unlikely", .veryUnlikely), ("unlikely", .unlikely), ("improbable", .unlikely),
        ("improbably", .unlikely), ("roughly even chance", .roughlyEven), ("even chance", .roughlyEven), ("even odds", .roughlyEven),
        ("almost certain", .almostCertain), ("almost certainly", .almostCertain), ("nearly certain", .almostCertain), ("very likely", .veryLikely),
        ("highly likely", .veryLikely), ("highly probable", .veryLikely), ("very probable", .veryLikely), ("more likely than not", .likely),
        ("likely", .likely), ("probable", .likely), ("probably", .likely), ("may", .possible), ("might", .possible), ("could", .possible),
        ("possibly", .possible),
    ].map { ($0.0.split(separator: " ").map(String.init), $0.1) }
}
