import Hummingbird

/// Every address of the API, below `/api/v1`.
enum APIRoute: String, CaseIterable, Sendable {
    case document = "openapi.json"
    case topics
    case brief = "topics/:topic/brief"
    case editions = "topics/:topic/editions"
    case edition = "topics/:topic/editions/:moment"
    case article = "articles/:id"
    case search, sources, audits

    static let root = "api/v1"

    var method: HTTPRequest.Method { self == .audits ? .post : .get }

    /// What may stand after the question mark; anything else is refused, so that a slip of the pen is told.
    var queryNames: Set<String> {
        switch self {
        case .editions: ["limit", "cursor"]
        case .article: ["version"]
        case .search: ["q", "limit", "offset"]
        case .document, .topics, .brief, .edition, .sources, .audits: []
        }
    }

    /// Whether errors under this path are told to a program.
    static func covers(_ path: String) -> Bool { path == "/api" || path.hasPrefix("/api/") }

    /// The methods a path takes; none where there is no such address.
    static func methods(at path: String) -> [HTTPRequest.Method] {
        let segments = path.split(separator: "/")
        let route = allCases.first { route in
            let pattern = "\(root)/\(route.rawValue)".split(separator: "/")
            return pattern.count == segments.count && zip(pattern, segments).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        return route.map { $0.method == .get ? [.get, .head] : [$0.method] } ?? []
    }
}
