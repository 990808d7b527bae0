/// What TextAnalysis finds in a text. All ranges are UTF-8 byte offsets into that text.

public struct Token: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case word, number, ideographs, symbol }

    public let range: Range<Int>
    public let kind: Kind
    /// Lower case, diacritics folded, curly signs straightened.
    public let folded: String
    /// `folded` stemmed by its language; equals it for numbers, ideographs and symbols.
    public let stem: String
    /// As written with a capital first letter or in capitals.
    public let isCapitalized: Bool
    /// A function word of its language.
    public let isStopword: Bool

    public init(range: Range<Int>, kind: Kind, folded: String, stem: String, isCapitalized: Bool, isStopword: Bool) {
        self.range = range
        self.kind = kind
        self.folded = folded
        self.stem = stem
        self.isCapitalized = isCapitalized
        self.isStopword = isStopword
    }
}

/// A mention of a person, body, place or product.
public struct Name: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable { case person, organisation, place, product, nationality, other }

    public let range: Range<Int>
    /// As written.
    public let text: String
    /// Folded key under which mentions of one thing meet ("the US", "United States", "Washington's" stay apart only where they must).
    public let key: String
    public let kind: Kind

    public init(range: Range<Int>, text: String, key: String, kind: Kind) {
        self.range = range
        self.text = text
        self.key = key
        self.kind = kind
    }
}

/// A number with what it counts or measures.
public struct Quantity: Hashable, Sendable, Codable {
    public enum Comparator: String, Hashable, Sendable, Codable {
        case equal, about, moreThan = "more than", atLeast = "at least", lessThan = "less than", atMost = "at most"
    }

    public let range: Range<Int>
    public let value: Double
    /// The upper end where the text gives a range ("24 to 28"); else nil.
    public let upper: Double?
    /// Normalised: `USD`, `EUR`, `percent`, or the stem of the noun counted ("chip", "country"); nil when bare.
    public let unit: String?
    public let comparator: Comparator

    public init(range: Range<Int>, value: Double, upper: Double? = nil, unit: String?, comparator: Comparator = .equal) {
        self.range = range
        self.value = value
        self.upper = upper
        self.unit = unit
        self.comparator = comparator
    }
}

/// A mention of time, resolved against the publication date.
public struct DateMention: Hashable, Sendable, Codable {
    public let range: Range<Int>
    public let first: CalendarDay
    /// Same as `first` for a single day; the last day of a month, year or span otherwise.
    public let last: CalendarDay

    public init(range: Range<Int>, first: CalendarDay, last: CalendarDay) {
        self.range = range
        self.first = first
        self.last = last
    }
}

/// Words in quotation marks.
public struct Quotation: Hashable, Sendable, Codable {
    /// Inside the marks.
    public let range: Range<Int>
    public let text: String
    /// Who is said to say it; nil when the text does not tell.
    public let speaker: String?

    public init(range: Range<Int>, text: String, speaker: String?) {
        self.range = range
        self.text = text
        self.speaker = speaker
    }
}

/// Something put down to somebody: "said X", "according to X", "X wants to", "X's claim that".
public struct Attribution: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// Said, written, shown by a document.
        case statement
        /// Thought, known, feared, expected.
        case belief
        /// Wanted, planned, decided, refused.
        case intention
        /// For or against something.
        case stance
    }

    /// The source as written ("people familiar with the decision"); a pronoun is resolved where it can be. Empty where the text names none.
    public let source: String
    /// The word that attributes, without its auxiliaries.
    public let cue: String
    /// Where the cue stands, with its auxiliaries ("has said").
    public let cueRange: Range<Int>
    public let isAnonymous: Bool
    public let kind: Kind
    /// Where the words for the source stand; nil where there are none.
    public let sourceRange: Range<Int>?
    /// What is attributed, without source and cue, in order. May begin in the sentences before it or go on in those after it, in the same block.
    public var content: [Range<Int>]
    /// How many attributions of the sentence this one stands in the content of: 1 for "Y had warned" in "X said Y had warned".
    public let depth: Int

    public init(
        source: String, cue: String, cueRange: Range<Int>, isAnonymous: Bool, kind: Kind = .statement, sourceRange: Range<Int>? = nil,
        content: [Range<Int>] = [], depth: Int = 0
    ) {
        self.source = source
        self.cue = cue
        self.cueRange = cueRange
        self.isAnonymous = isAnonymous
        self.kind = kind
        self.sourceRange = sourceRange
        self.content = content
        self.depth = depth
    }
}

/// A word or phrase that changes how a sentence is meant.
public struct Cue: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable { case hedge, negation, plan, correction, opinion, forecast }

    public let kind: Kind
    public let range: Range<Int>
    public let text: String

    public init(kind: Kind, range: Range<Int>, text: String) {
        self.kind = kind
        self.range = range
        self.text = text
    }
}

public struct Sentence: Hashable, Sendable {
    public let range: Range<Int>
    /// Index of the block it stands in.
    public let block: Int
    public let text: String
    public var tokens: [Token]
    public var names: [Name]
    public var quantities: [Quantity]
    public var dates: [DateMention]
    public var quotations: [Quotation]
    /// Whose word the sentence is.
    public var attribution: Attribution?
    /// All that it puts down to somebody, in the order of their cues.
    public var attributions: [Attribution]
    public var cues: [Cue]

    public init(
        range: Range<Int>, block: Int, text: String, tokens: [Token] = [], names: [Name] = [], quantities: [Quantity] = [],
        dates: [DateMention] = [], quotations: [Quotation] = [], attribution: Attribution? = nil, attributions: [Attribution] = [], cues: [Cue] = []
    ) {
        self.range = range
        self.block = block
        self.text = text
        self.tokens = tokens
        self.names = names
        self.quantities = quantities
        self.dates = dates
        self.quotations = quotations
        self.attribution = attribution
        self.attributions = attributions
        self.cues = cues
    }
}

extension Sentence {
    /// Whose word the sentence is, and whose word that one passes on: Brook and Wren for "Brook said Wren had warned". Outermost first.
    public var voices: [String] {
        guard var last = attribution else { return [] }
        var voices = [last.source]
        for one in attributions.sorted(by: { $0.depth < $1.depth }) where one.depth > last.depth && !one.source.isEmpty {
            guard last.content.contains(where: { $0.overlaps(one.cueRange) }) else { continue }
            voices.append(one.source)
            last = one
        }
        return voices
    }
}

/// An article with its sentences marked up: what every stage after ingestion works on.
public struct AnalyzedArticle: Sendable {
    public let article: Article
    public let sentences: [Sentence]

    public init(article: Article, sentences: [Sentence]) {
        self.article = article
        self.sentences = sentences
    }

    public func passage(_ sentence: Sentence) -> Passage { Passage(sentence, of: article) }
}
