/// Why a document gave no entries. The description goes after the source's name: "… is an HTML page, not a feed".
public enum FeedError: Error, Hashable, Sendable {
    case empty
    case isPage
    case isDocument(String)
    case isOutline
    case isFeed
    case unknownFormat(String)
    case malformed(why: String, line: Int)
    case malformedJSON(String)
    case tooLarge(bytes: Int, limit: Int)
    case noSubscriptions
    case outOfMemory
}

extension FeedError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .empty: "is empty"
        case .isPage: "is an HTML page, not a feed"
        case .isDocument(let kind): "is \(kind), not a feed"
        case .isOutline: "is a list of feeds (OPML), not a feed"
        case .isFeed: "is a feed, not a list of feeds (OPML)"
        case .unknownFormat(let element): "is XML of another kind (<\(element)>), not a feed"
        case .malformed(let why, let line): "is not well-formed and could not be repaired: \(why) in line \(line)"
        case .malformedJSON(let why): "is not a JSON Feed: \(why)"
        case .tooLarge(let bytes, let limit): "is too large to read (\(bytes >> 20) MB; the limit is \(limit >> 20) MB)"
        case .noSubscriptions: "names no feed: it has no outline with an xmlUrl"
        case .outOfMemory: "does not fit into memory"
        }
    }
}
