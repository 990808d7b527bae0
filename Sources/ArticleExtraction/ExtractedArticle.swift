public import BriefModel

/// What a page, a PDF, a mail or a plain text says of itself, furniture left behind.
public struct ExtractedArticle: Hashable, Sendable {
    /// A stretch of body text with one role; white space normalised but in code.
    public struct Block: Hashable, Sendable {
        public let kind: TextBlock.Kind
        public let text: String
        /// The page it begins on, as printed there, else counted; nil for what has no pages.
        public let page: String?

        public init(kind: TextBlock.Kind, text: String, page: String? = nil) {
            self.kind = kind
            self.text = text
            self.page = page
        }
    }

    /// How it shows that a page holds only the beginning of its article.
    public enum Truncation: String, Hashable, Sendable, CaseIterable {
        /// The page asks to subscribe or to sign in to read on, or declares itself not free and shows little.
        case paywall
        /// A link after the text leads to the rest.
        case continuation
        /// The text breaks off in an ellipsis.
        case ellipsis
    }

    public var title: String
    public var authors: [String]
    public var published: Timestamp?
    /// The day of publication as its publisher wrote it, which in their time zone may be another than the moment's day in UTC.
    public var publishedDay: CalendarDay?
    public var modified: Timestamp?
    /// BCP 47 primary tag; nil when neither declared nor told by the text.
    public var language: String?
    public var section: String?
    public var siteName: String?
    /// Absolute; what the page calls its own address.
    public var canonicalAddress: String?
    /// "This report was supplied by …", "By … Wire": whose copy this says it is.
    public var creditLine: String?
    public var isCorrection: Bool
    /// The paragraph that says what was put right.
    public var correctionNotice: String?
    /// What the page declares of itself (schema.org `isAccessibleForFree`): false behind a paywall; nil when it says nothing.
    public var isFree: Bool?
    /// Nil when nothing says that text is missing, which is no proof that none is.
    public var truncation: Truncation?
    /// As the page declares them, each once.
    public var keywords: [String]
    /// Without the title.
    public var body: [Block]
    /// Absolute addresses the body links to, each once.
    public var links: [String]
    /// Footnotes and references of a printed text, what stands behind a signature: kept apart, not part of `body`.
    public var notes: [Block]
    /// Files a message brought along, by name; not read.
    public var attachments: [String]
    /// Where title, authors and dates were found.
    public var provenance: Provenance

    public init(
        title: String, authors: [String] = [], published: Timestamp? = nil, modified: Timestamp? = nil, language: String? = nil,
        section: String? = nil, siteName: String? = nil, canonicalAddress: String? = nil, creditLine: String? = nil, isCorrection: Bool = false,
        body: [Block], links: [String] = [], notes: [Block] = [], attachments: [String] = [], provenance: Provenance = Provenance(),
        publishedDay: CalendarDay? = nil, correctionNotice: String? = nil, isFree: Bool? = nil, keywords: [String] = [],
        truncation: Truncation? = nil
    ) {
        self.title = title
        self.authors = authors
        self.published = published
        self.modified = modified
        self.language = language
        self.section = section
        self.siteName = siteName
        self.canonicalAddress = canonicalAddress
        self.creditLine = creditLine
        self.isCorrection = isCorrection
        self.body = body
        self.links = links
        self.notes = notes
        self.attachments = attachments
        self.provenance = provenance
        self.correctionNotice = correctionNotice
        self.isFree = isFree
        self.keywords = keywords
        self.truncation = truncation
        self.publishedDay = publishedDay ?? published?.day
    }
}

/// Why there is no article. The description goes after the source's name: "… has no text an article could be made of".
public enum ExtractionError: Error, Hashable, Sendable {
    case empty
    case noText
    case unreadable(String)
}

extension ExtractionError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .noText: "has no text an article could be made of"
        case .unreadable(let why): why
        }
    }
}
