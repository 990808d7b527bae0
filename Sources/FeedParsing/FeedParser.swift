import BriefModel
import HTMLParsing

/// Reads RSS 0.9x, 1.0 and 2.0, Atom and JSON Feed; the caller never needs to know which it was. Strictly first, and once more with
/// common faults repaired when that fails.
public struct FeedParser: Sendable {
    public init() {}

    /// - Parameters:
    ///   - charset: what the server declared, if anything.
    ///   - address: where the feed came from; relative links are resolved against it.
    public func parse(_ bytes: [UInt8], charset: String?, address: String) throws(FeedError) -> Feed {
        let utf8 = try FeedDocument.utf8(bytes, charset: charset)
        let base = WebAddress(address)
        switch SourceSniffer.form(ofText: utf8) {
        case .json: return try JSONFeedReader(base: base).read(utf8)
        case .html: throw .isPage
        case .outline: throw .isOutline
        case .pdf: throw .isDocument("a PDF")
        case .xml, .feed, .text: break
        }
        return try FeedDocument.read(utf8) { (tree, root) throws(FeedError) in try feed(tree, root, base) }
    }

    private func feed(_ tree: XMLTree, _ root: Int, _ base: WebAddress?) throws(FeedError) -> Feed {
        let name = tree.name(root)
        switch name.local {
        case "rss", "rdf", "channel": return RSSReader(tree: tree, root: root, base: base).feed()
        case "feed": return AtomReader(tree: tree, root: root, base: base).feed()
        case "entry": return AtomReader(tree: tree, root: root, base: base).feed()
        case "html": throw .isPage
        case "opml": throw .isOutline
        default: throw .unknownFormat(name.local)
        }
    }
}

/// The way from bytes to a tree that feeds and outlines share.
enum FeedDocument {
    static func utf8(_ bytes: [UInt8], charset: String?) throws(FeedError) -> [UInt8] {
        guard bytes.count <= XMLTree.limits.bytes else { throw .tooLarge(bytes: bytes.count, limit: XMLTree.limits.bytes) }
        let utf8 = CharacterDecoding.decode(bytes, declared: charset).utf8
        guard utf8.contains(where: { $0 > 0x20 }) else { throw .empty }
        return utf8
    }

    /// Strictly first; then tolerantly, and what that gives counts if it holds anything.
    static func read<Result>(_ utf8: [UInt8], _ make: (XMLTree, Int) throws(FeedError) -> Result) throws(FeedError) -> Result {
        guard let strict = XMLTree(utf8: utf8, tolerant: false) else { throw .outOfMemory }
        guard let fault = strict.fault else {
            guard let root = strict.root else { throw .empty }
            return try make(strict, root)
        }
        guard let tolerant = XMLTree(utf8: MarkupRepair.repaired(utf8), tolerant: true) else { throw .outOfMemory }
        guard let root = tolerant.root else { throw .malformed(why: fault.why, line: fault.line) }
        do throws(FeedError) {
            return try make(tolerant, root)
        } catch {
            if case .unknownFormat = error { throw .malformed(why: fault.why, line: fault.line) }
            throw error
        }
    }
}
