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
