/// One sentence of a brief, with what stands behind it. Its passages are chosen before it is worded.
public struct Statement: Hashable, Sendable, Codable {
    public let id: StatementID
    public let text: String
    /// Never empty: checked when the draft is admitted.
    public let citations: [Citation]
    public let corroboration: Corroboration
    public let dissent: [Dissent]
    public let story: StoryID?

    public init(id: StatementID, text: String, citations: [Citation], corroboration: Corroboration, dissent: [Dissent] = [], story: StoryID? = nil) {
        self.id = id
        self.text = text
        self.citations = citations
        self.corroboration = corroboration
        self.dissent = dissent
        self.story = story
    }
}

/// A passage behind a statement.
public struct Citation: Hashable, Sendable, Codable {
    public let passage: Passage
    /// The deciding words: a byte range inside `passage.exact`; nil when unsure.
    public let marked: Range<Int>?
    public let outlet: OutletID
    public let day: CalendarDay
    /// Outlets that reprinted this very passage and are not counted again.
    public let reprintedBy: [OutletID]
    /// BCP 47 tag of the passage.
    public let language: String

    public init(passage: Passage, marked: Range<Int>?, outlet: OutletID, day: CalendarDay, reprintedBy: [OutletID] = [], language: String) {
        self.passage = passage
        self.marked = marked
        self.outlet = outlet
        self.day = day
        self.reprintedBy = reprintedBy
        self.language = language
    }
}

/// The independent outlets behind a statement.
public struct Corroboration: Hashable, Sendable, Codable {
    /// Reprints and outlets of one owner folded in; sorted.
    public let outlets: [OutletID]
    /// The persons or bodies they all go back to, where the text says so ("Anthropic").
    public let origins: [String]

    public init(outlets: [OutletID], origins: [String]) {
        self.outlets = outlets.sorted()
        self.origins = origins
    }

    /// Many outlets, one mouth.
    public var sharesOneOrigin: Bool { origins.count == 1 && outlets.count > 1 }
}

/// Who says otherwise, and why that was not followed.
public struct Dissent: Hashable, Sendable, Codable {
    public let citation: Citation
    public let why: String

    public init(citation: Citation, why: String) {
        self.citation = citation
        self.why = why
    }
}

/// What the writer hands over: nothing in it may be shown until it was verified.
public struct Draft: Hashable, Sendable, Codable {
    public var title: String
    public var topic: String
    public var series: String?
    public var headline: Statement
    public var deck: [Statement]
    public var sections: [Section]
    public var disputes: [Dispute]
    public var timeline: [DatedStatement]

    public init(
        title: String, topic: String, series: String? = nil, headline: Statement, deck: [Statement], sections: [Section],
        disputes: [Dispute] = [], timeline: [DatedStatement] = []
    ) {
        self.title = title
        self.topic = topic
        self.series = series
        self.headline = headline
        self.deck = deck
        self.sections = sections
        self.disputes = disputes
        self.timeline = timeline
    }

    /// Every statement, in reading order.
    public var statements: [Statement] {
        [headline] + deck + sections.flatMap { $0.blocks.flatMap(\.statements) } + timeline.map(\.statement)
    }
}

public struct Section: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable { case overview, theme, takeaways, conclusion }

    public var kind: Kind
    public var title: String
    public var blocks: [Block]

    public init(kind: Kind, title: String, blocks: [Block]) {
        self.kind = kind
        self.title = title
        self.blocks = blocks
    }
}

/// A paragraph or a bulleted list, with an optional small heading ("What follows, and who says so").
public struct Block: Hashable, Sendable, Codable {
    public enum Style: String, Hashable, Sendable, Codable { case paragraph, bullets }

    public var heading: String?
    public var style: Style
    public var statements: [Statement]

    public init(heading: String? = nil, style: Style = .paragraph, statements: [Statement]) {
        self.heading = heading
        self.style = style
        self.statements = statements
    }
}

public struct DatedStatement: Hashable, Sendable, Codable {
    public let day: CalendarDay
    public let statement: Statement

    public init(day: CalendarDay, statement: Statement) {
        self.day = day
        self.statement = statement
    }
}
