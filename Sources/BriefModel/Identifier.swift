/// A name for one thing of one kind; the phantom `Subject` keeps an outlet's name from being passed where a story's is meant.
public struct Identifier<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let rawValue: String

    public init(_ rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension Identifier: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}

extension Identifier: Codable {
    public init(from decoder: any Decoder) throws {
        self.init(try decoder.singleValueContainer().decode(String.self))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}

public typealias ArticleID = Identifier<Article>
public typealias OutletID = Identifier<Outlet>
public typealias StoryID = Identifier<Story>
public typealias ClaimID = Identifier<Claim>
public typealias StatementID = Identifier<Statement>
