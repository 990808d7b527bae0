import BriefModel

/// What an assistant can ask of the library.
enum Tool: String, CaseIterable {
    case search, brief, passage, audit

    /// Articles that one search brings at most, and where nothing is said.
    private static let mostFound = 50, usuallyFound = 10

    func run(_ arguments: ToolArguments, over content: SiteContent) async throws -> ToolOutcome {
        switch self {
        case .search: try await search(arguments, content)
        case .brief: try await brief(arguments, content)
        case .passage: try await passage(arguments, content)
        case .audit: try await audit(arguments, content)
        }
    }

    private func search(_ arguments: ToolArguments, _ content: SiteContent) async throws -> ToolOutcome {
        guard let query = arguments.query, !query.allSatisfy(\.isWhitespace) else { throw ToolTrouble.missing("query") }
        let limit = arguments.limit ?? Self.usuallyFound
        guard (1...Self.mostFound).contains(limit) else { throw ToolTrouble.outOfRange("`limit` is a number from 1 to \(Self.mostFound).") }
        return try await ToolOutcome(.articles(content.search(String(query.prefix(SearchRequest.longest)), limit).map(Found.Hit.init)))
    }

    /// Without a topic: which there are.
    private func brief(_ arguments: ToolArguments, _ content: SiteContent) async throws -> ToolOutcome {
        guard let topic = arguments.topic else { return try await ToolOutcome(.topics(content.home().topics.map(Found.Topic.init))) }
        guard let brief = try await content.brief(topic) else { throw SiteTrouble.noSuchBrief }
        return try ToolOutcome(.brief(Found.BriefSummary(brief)))
    }

    private func passage(_ arguments: ToolArguments, _ content: SiteContent) async throws -> ToolOutcome {
        guard let id = arguments.article else { throw ToolTrouble.missing("article") }
        guard let stored = try await content.article(ArticleID(id), arguments.version) else { throw SiteTrouble.noSuchArticle }
        let text = stored.article.text
        let end = text.utf8.count
        let range = (arguments.from ?? 0)..<max(arguments.from ?? 0, arguments.to ?? end)
        guard range.lowerBound >= 0, range.upperBound <= end, !range.isEmpty, let exact = text.slice(utf8: range) else {
            throw ToolTrouble.outOfRange("`from` and `to` are byte offsets from 0 to \(end) that stand at the edges of characters.")
        }
        return try ToolOutcome(.passage(Found.PassageText(stored, range: range, exact: String(exact))))
    }

    private func audit(_ arguments: ToolArguments, _ content: SiteContent) async throws -> ToolOutcome {
        guard let text = arguments.text, !text.allSatisfy(\.isWhitespace) else { throw ToolTrouble.missing("text") }
        guard text.utf8.count <= AuditForm.limit else { throw SiteTrouble.tooLong }
        let (audit, sources) = try await content.audit(text)
        return try ToolOutcome(.audit(Found.AuditSummary(audit, sources: sources)))
    }
}

// MARK: - As they are listed

struct ToolList: Encodable {
    private let tools = Tool.allCases.map(Entry.init)

    private struct Entry: Encodable {
        let name, title, description: String
        let inputSchema: Schema
        let annotations = ["readOnlyHint": true, "openWorldHint": false]

        init(_ tool: Tool) {
            name = tool.rawValue
            title = tool.title
            description = tool.about
            inputSchema = Schema(properties: tool.parameters, required: tool.required)
        }
    }

    private struct Schema: Encodable {
        let type = "object"
        let properties: [String: Parameter]
        let required: [String]
        let additionalProperties = false
    }

    struct Parameter: Encodable {
        let type, description: String
    }
}

extension Tool {
    fileprivate var title: String {
        switch self {
        case .search: "Search the library"
        case .brief: "Read a brief"
        case .passage: "Read a passage"
        case .audit: "Check a text"
        }
    }

    fileprivate var about: String {
        switch self {
        case .search: "Finds articles of the library by their words, best first, each with its outlet, day and a snippet."
        case .brief:
            "The latest brief on a topic: every statement with the passages behind it, the independent outlets and who says otherwise. Without `topic`: which topics there are."
        case .passage:
            "The exact text of a passage, or of a whole article, with the paragraphs it stands in, its outlet, day and address: what to cite."
        case .audit:
            "Checks a text line by line against the library: supported, partly, unsupported or contradicted, with the reason and the passages."
        }
    }

    fileprivate var parameters: [String: ToolList.Parameter] {
        switch self {
        case .search:
            [
                "query": .init(type: "string", description: "Words to look for."),
                "limit": .init(type: "integer", description: "How many articles, 1 to \(Self.mostFound); \(Self.usuallyFound) if not given."),
            ]
        case .brief: ["topic": .init(type: "string", description: "The topic's short name, as the list of topics gives it.")]
        case .passage:
            [
                "article": .init(type: "string", description: "The article's identifier."),
                "version": .init(type: "integer", description: "Its version; the latest if not given."),
                "from": .init(type: "integer", description: "First byte of the passage in the article's text (UTF-8)."),
                "to": .init(type: "integer", description: "The byte after its last."),
            ]
        case .audit: ["text": .init(type: "string", description: "Plain text or Markdown, up to 1 MiB.")]
        }
    }

    fileprivate var required: [String] {
        switch self {
        case .search: ["query"]
        case .brief: []
        case .passage: ["article"]
        case .audit: ["text"]
        }
    }
}
