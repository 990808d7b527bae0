/// How much of a page is read. The defaults are far above what an article needs and far below what hurts.
public struct HTMLLimits: Sendable {
    /// Larger pages are refused.
    public var bytes: Int
    /// Elements nested deeper stand beside each other (browsers: 512).
    public var depth: Int
    /// Of one tag; further ones are dropped.
    public var attributes: Int
    /// Elements and texts; reading stops there.
    public var nodes: Int

    public init(bytes: Int = 16 << 20, depth: Int = 512, attributes: Int = 256, nodes: Int = 2_000_000) {
        self.bytes = min(bytes, 1 << 30)
        self.depth = max(depth, 1)
        self.attributes = attributes
        self.nodes = min(nodes, 1 << 30)
    }

    public static let standard = HTMLLimits()
}

public enum HTMLError: Error, Hashable, Sendable {
    case tooLarge(bytes: Int, limit: Int)
}

extension HTMLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tooLarge(let bytes, let limit): "is too large to read (\(bytes >> 20) MB; the limit is \(limit >> 20) MB)"
        }
    }
}

extension HTMLDocument {
    /// Reads a page as a browser would: every page has a tree, however broken.
    /// - Parameter charset: what the server declared, if anything.
    public init(parsing bytes: [UInt8], charset: String?, limits: HTMLLimits = .standard) throws(HTMLError) {
        guard bytes.count <= limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: limits.bytes) }
        let (utf8, encoding) = CharacterDecoding.decode(bytes, declared: charset)
        try self.init(utf8: utf8, encoding: encoding, limits: limits)
    }

    /// Reads markup that is UTF-8 already, such as the HTML inside a feed.
    public init(utf8: [UInt8], encoding: String = "UTF-8", limits: HTMLLimits = .standard) throws(HTMLError) {
        // Legacy encodings grow by up to three when they become UTF-8.
        guard utf8.count <= limits.bytes * 3 else { throw .tooLarge(bytes: utf8.count, limit: limits.bytes) }
        var builder = TreeBuilder(capacity: utf8.count, limits: limits)
        utf8.withUnsafeBufferPointer { builder.tokenizer.input.append($0) }
        builder.tokenizer.input.complete()
        builder.run()
        self = builder.document(encoding: encoding)
    }
}
