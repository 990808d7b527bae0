import BriefModel
import FoundationEssentials

/// The JSON files of a bundle (Documentation/Bundle.md), beside the brief itself.
enum BundleFile {
    static let manifest = "manifest.json"
    static let signature = "manifest.sig"
    static let key = "public-key.pem"
    static let brief = "brief.json"
    static let articles = "articles.json"
    static let passages = "passages.json"
    static let outlets = "outlets.json"
    static let software = "software.json"
    static let provenance = "provenance.json"
    static let readme = "README.txt"

    /// Where an article's text lies; numbered, since an identifier need not be a file name.
    static func text(_ number: Int) -> String { "articles/\(String(repeating: "0", count: max(0, 4 - String(number).utf8.count)))\(number).txt" }

    /// Equal values give equal bytes.
    static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(value)) + [0x0A]
    }
}

/// What is in the bundle, each file with its hash. It is what is signed.
struct BundleManifest: Codable, Hashable {
    struct File: Codable, Hashable {
        let name: String
        let bytes: Int
        let sha256: String
    }

    static let format = "bigpicture.bundle/1"

    let format: String
    let topic: String
    let title: String
    let asOf: String
    let files: [File]

    enum CodingKeys: String, CodingKey {
        case format, topic, title
        case asOf = "as_of"
        case files
    }
}

/// An article version as it was held; its text is a file of its own.
struct ArticleRecord: Codable, Hashable {
    let article: String
    let version: Int
    let address: String
    let outlet: String
    let title: String
    let authors: [String]
    let published: String?
    let modified: String?
    /// When it was fetched.
    let accessed: String
    let language: String
    let creditLine: String?
    let isCorrection: Bool
    let blocks: [TextBlockRecord]
    let text: String
    let sha256: String

    struct TextBlockRecord: Codable, Hashable {
        let kind: TextBlock.Kind
        let start: Int
        let end: Int
        let page: String?
    }

    enum CodingKeys: String, CodingKey {
        case article, version, address, outlet, title, authors, published, modified, accessed, language
        case creditLine = "credit_line"
        case isCorrection = "correction"
        case blocks, text, sha256
    }

    init(_ article: Article, text: String) {
        self.article = article.id.rawValue
        version = article.version
        address = article.address
        outlet = article.outlet.rawValue
        title = article.title
        authors = article.authors
        published = article.published?.description
        modified = article.modified?.description
        accessed = article.fetched.description
        language = article.language
        creditLine = article.creditLine
        isCorrection = article.isCorrection
        blocks = article.blocks.map { TextBlockRecord(kind: $0.kind, start: $0.range.lowerBound, end: $0.range.upperBound, page: $0.page) }
        self.text = text
        sha256 = Hash.sha256(Array(article.text.utf8))
    }

    /// The article with the text of its file; nil where the two cannot belong together.
    func article(text bytes: [UInt8]) -> Article? {
        guard let text = String(validating: bytes, as: UTF8.self), let accessed = Timestamp(iso: accessed) else { return nil }
        var ranges: [TextBlock] = []
        for block in blocks {
            guard block.start >= 0, block.start <= block.end else { return nil }
            ranges.append(TextBlock(kind: block.kind, range: block.start..<block.end, page: block.page))
        }
        return Article(
            id: ArticleID(article), version: version, address: address, outlet: OutletID(outlet), title: title, authors: authors,
            published: published.flatMap { Timestamp(iso: $0) }, modified: modified.flatMap { Timestamp(iso: $0) }, fetched: accessed,
            language: language, section: nil, creditLine: creditLine, isCorrection: isCorrection, text: text, blocks: ranges, links: [])
    }
}

/// A cited passage with everything needed to find it again: in the bundle, and where it was published.
struct PassageRecord: Codable, Hashable {
    /// Numbers of the statements that cite it; empty for one that only stands in a dispute.
    let statements: [Int]
    let article: String
    let version: Int
    let start: Int
    let end: Int
    let exact: String
    let page: String?
    let outlet: String
    let address: String
    let accessed: String
    /// Of the article version's text.
    let sha256: String
}

/// What wrote the brief.
public struct SoftwareRecord: Codable, Hashable, Sendable {
    public let program: String
    public let version: String
    /// The encoder by which articles were told to belong together, and SHA-256 of its weights.
    public let encoder: String
    public let encoderHash: String
    /// The language model that worded it; nil: statements are source sentences shortened by deletion.
    public let model: String?

    public init(program: String = "bigpicture", version: String, encoder: String, encoderHash: String, model: String? = nil) {
        self.program = program
        self.version = version
        self.encoder = encoder
        self.encoderHash = encoderHash
        self.model = model
    }

    enum CodingKeys: String, CodingKey {
        case program, version, encoder
        case encoderHash = "encoder_sha256"
        case model
    }
}
