import Hummingbird

/// Every address of the API, below `/api/v1`, with what may be asked of it.
enum APIRoute: CaseIterable, Sendable {
    case document, topics, addTopic, topic, putTopic, removeTopic, brief, changes, editions, edition
    case stories, story, people, person, sayings, figures, article, search, sources, audits

    static let root = "api/v1"

    var path: String {
        switch self {
        case .document: "openapi.json"
        case .topics, .addTopic: "topics"
        case .topic, .putTopic, .removeTopic: "topics/:topic"
        case .brief: "topics/:topic/brief"
        case .changes: "topics/:topic/changes"
        case .editions: "topics/:topic/editions"
        case .edition: "topics/:topic/editions/:moment"
        case .stories: "topics/:topic/stories"
        case .story: "topics/:topic/stories/:id"
        case .people: "topics/:topic/people"
        case .person: "topics/:topic/people/:id"
        case .sayings: "topics/:topic/sayings"
        case .figures: "topics/:topic/figures"
        case .article: "articles/:id"
        case .search: "search"
        case .sources: "sources"
        case .audits: "audits"
        }
    }

    var method: HTTPRequest.Method {
        switch self {
        case .audits, .addTopic: .post
        case .putTopic: .put
        case .removeTopic: .delete
        default: .get
        }
    }

    /// What may stand after the question mark; anything else is refused, so that a slip of the pen is told.
    var queryNames: Set<String> {
        switch self {
        case .editions: ["limit", "cursor"]
        case .article: ["version"]
        case .search: ["q", "by", "sort", "type", "outlet", "month", "language", "limit", "offset"]
        case .stories, .people: ["limit", "offset"]
        case .sayings: ["q", "speaker", "limit", "offset"]
        case .figures: ["q", "unit", "limit", "offset"]
        default: []
        }
    }

    /// Whether errors under this path are told to a program.
    static func covers(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    /// The methods a path takes; none where there is no such address.
    static func methods(at path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let routes = allCases.filter { route in
            let pattern = "\(root)/\(route.path)".split(separator: "/")
            return pattern.count == segments.count && zip(pattern, segments).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        return routes.flatMap { $0.method == .get ? [.get, .head] : [$0.method] }
    }
}
