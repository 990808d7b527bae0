import FoundationEssentials

/// The annotations beside the sample library, as they are written there. Only what is measured is read.
struct Gold: Sendable {
    struct Article: Decodable {
        let id: String
        let outlet: String
        let language: String
        let on_topic: Bool
        let title: String
        let date: String?
        let url: String
    }
    struct Story: Decodable {
        struct Update: Decodable {
            let date: String
            let article: String
        }
        let id: String
        let article_ids: [String]
        let updates: [Update]?
        /// Those of them published by 14 February 2026; nil where nobody said.
        let early: [String]?

        enum CodingKeys: String, CodingKey {
            case id, article_ids, updates
            case early = "article_ids_as_of_2026-02-14"
        }
    }
    struct Syndication: Decodable {
        struct Copy: Decodable { let article: String }
        let original: String
        let copies: [Copy]
    }
    struct Passage: Decodable {
        let article: String
        let text: String
    }
    struct Contradiction: Decodable {
        let id: String
        let is_contradiction: Bool
        let a: Passage
        let b: Passage
        let prefer: String?
        let kind: String?
    }
    struct Line: Decodable {
        let id: String
        let text: String
        let verdict: String
        let reasons: [String]
        let evidence: [Passage]
    }
    struct Quote: Decodable {
        let speaker: String?
        let text: String
        let article: String
    }
    struct Claim: Decodable {
        let evidence: Passage
        let claimant: String?
        let modality: String
    }
    struct Hedge: Decodable {
        let id: String
        let hedged: Passage
        let unhedged: Passage?
    }
    /// A figure that a reader of the topic should know.
    struct Fact: Decodable {
        let id: String
        let statement: String
        let value: Double
        let status: String
        let evidence: Passage
    }
    /// What several pages say, and the outlets that say it of themselves: copies count for their original.
    struct Corroboration: Decodable {
        let id: String
        let claim: String
        let article_ids: [String]
        let independent_outlets: [String]
        let independent_count: Int
    }

    let articles: [Article]
    let stories: [Story]
    let syndication: [Syndication]
    let contradictions: [Contradiction]
    let audit: [Line]
    let control: [Line]
    let quotes: [Quote]
    let claims: [Claim]
    let hedges: [Hedge]
    let facts: [Fact]
    let corroboration: [Corroboration]

    /// - Parameter folder: holds `articles.json` and the others.
    init(folder: String) throws {
        guard FileManager.default.fileExists(atPath: folder + "/articles.json") else { throw GoldError.noAnnotations(folder: folder) }
        articles = try Self.load("articles", folder)
        stories = try Self.load("stories", folder)
        syndication = try Self.load("syndication", folder)
        contradictions = try Self.load("contradictions", folder)
        audit = try Self.load("audit", folder)
        control = try Self.load("audit_control", folder)
        quotes = try Self.load("quotes", folder)
        claims = try Self.load("claims", folder)
        hedges = try Self.load("hedges", folder)
        facts = try Self.load("facts", folder)
        corroboration = try Self.load("corroboration", folder)
    }

    /// Every sentence the annotators cite, with the article it stands in.
    var evidence: [Passage] {
        contradictions.flatMap { [$0.a, $0.b] } + (audit + control).flatMap(\.evidence) + claims.map(\.evidence)
            + hedges.flatMap { [$0.hedged] + ($0.unhedged.map { [$0] } ?? []) } + facts.map(\.evidence)
            + quotes.map { Passage(article: $0.article, text: $0.text) }
    }

    /// A file that is not there annotates nothing; one that cannot be read is an error.
    private static func load<Value: Decodable>(_ name: String, _ folder: String) throws -> [Value] {
        guard FileManager.default.fileExists(atPath: "\(folder)/\(name).json") else { return [] }
        let url = URL(filePath: folder).appending(path: "\(name).json")
        return try JSONDecoder().decode([Value].self, from: Data(contentsOf: url))
    }
}

/// Why nothing can be measured.
public enum GoldError: Error, CustomStringConvertible {
    case noAnnotations(folder: String)

    public var description: String {
        switch self {
        case .noAnnotations(let folder): "\(folder) holds no articles.json; name the folder with the annotations by --gold."
        }
    }
}
