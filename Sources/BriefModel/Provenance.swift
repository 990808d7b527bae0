/// Where a piece of metadata stood, and how far it can be trusted.
public struct Provenance: Hashable, Sendable, Codable {
    /// The place a value was read from; where several agree, the most telling one.
    public enum Origin: String, Hashable, Sendable, Codable, CaseIterable {
        /// schema.org in a script: JSON-LD.
        case linkedData
        /// schema.org in attributes: microdata, RDFa, hAtom.
        case microdata
        case openGraph
        case dublinCore
        /// A `<meta>` of another vocabulary.
        case meta
        /// A `<time>` element.
        case timeElement
        /// An element that calls itself a byline or an author.
        case byline
        case heading
        /// `<title>`.
        case pageTitle
        /// The path of the page's own address.
        case address
        /// Running text.
        case text
        /// What the file says beside its text: PDF information, a mail's header.
        case fileHeader
        /// What a feed said of the article.
        case feed

        /// As it goes after "in".
        public var inWords: String {
            switch self {
            case .linkedData: "linked data (JSON-LD)"
            case .microdata: "microdata"
            case .openGraph: "its OpenGraph data"
            case .dublinCore: "its Dublin Core data"
            case .meta: "another meta element"
            case .timeElement: "a time element"
            case .byline: "a byline"
            case .heading: "a heading"
            case .pageTitle: "the title of the page"
            case .address: "its address"
            case .text: "the running text"
            case .fileHeader: "the header of the file"
            case .feed: "its feed"
            }
        }
    }

    public struct Mark: Hashable, Sendable, Codable {
        public let origin: Origin
        /// 0…1: the share of values found this way that are right, as measured on labelled pages.
        public let confidence: Double

        public init(_ origin: Origin, confidence: Double) {
            self.origin = origin
            self.confidence = min(max(confidence, 0), 1)
        }
    }

    public var title: Mark?
    public var authors: Mark?
    public var published: Mark?
    public var modified: Mark?
    /// Of the body, when it is not the text a reader sees but stood in the page's data or in its feed; nil for all others.
    public var body: Mark?

    public init(title: Mark? = nil, authors: Mark? = nil, published: Mark? = nil, modified: Mark? = nil, body: Mark? = nil) {
        self.title = title
        self.authors = authors
        self.published = published
        self.modified = modified
        self.body = body
    }

    /// More than this is not said to a person: of what was said to be surer, 97 in 100 were right (decision page 0012).
    private static let surest = 0.97

    /// "Found: the title in a heading (96%), the authors in a byline (81%)."; nil when nothing is known.
    public var inWords: String? {
        let marks = [
            ("the title", title), ("the authors", authors), ("the day of publication", published), ("the day of change", modified),
            ("the text", body),
        ]
        let found = marks.compactMap { name, mark in
            mark.map { "\(name) in \($0.origin.inWords) (\(Int((min($0.confidence, Self.surest) * 100).rounded()))%)" }
        }
        return found.isEmpty ? nil : "Found: " + found.joined(separator: ", ") + "."
    }
}

/// A value with the place it came from.
public struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let mark: Provenance.Mark

    public init(_ value: Value, from origin: Provenance.Origin, confidence: Double) {
        self.value = value
        mark = Provenance.Mark(origin, confidence: confidence)
    }
}
