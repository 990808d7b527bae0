import ArticleExtraction
import BriefModel
import FeedParsing
import Fetching
import HTMLParsing

/// What is fuzzed, and what must hold of anything that comes in.
enum Reader: String, CaseIterable {
    case html, encoding, feed, outline, page, text, robots, dates

    func read(_ bytes: [UInt8]) {
        switch self {
        case .html: tree(bytes)
        case .encoding: characters(bytes)
        case .feed: _ = try? FeedParser().parse(bytes, charset: nil, address: "https://example.org/feed")
        case .outline: _ = try? OutlineParser().parse(bytes, charset: nil, address: "https://example.org/list.opml")
        case .page: page(bytes)
        case .text: _ = try? ArticleExtractor().extract(plainText: bytes, charset: nil, address: "https://example.org/notice.txt")
        case .robots: _ = RobotsRules(bytes).allows(path: "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/b?c=d")
        case .dates: _ = FeedDate.parse(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Nodes lie inside each other, their text inside the document.
    private func tree(_ bytes: [UInt8]) {
        guard let document = try? HTMLDocument(parsing: bytes, charset: nil) else { return }
        for node in document.nodes.dropFirst() {
            guard let parent = document.parent(node) else { continue }
            precondition(parent < node && document.end(of: node) <= document.end(of: parent), "node \(node) does not lie in its parent")
            precondition(document.textRange(node).upperBound <= document.bytes.count, "text of node \(node) lies outside")
        }
    }

    /// UTF-8 comes out whatever went in. The first byte chooses what the server says.
    private func characters(_ bytes: [UInt8]) {
        let labels: [String?] = [
            nil, "utf-8", "gb18030", "gbk", "big5", "shift_jis", "euc-jp", "iso-2022-jp", "euc-kr", "utf-16le", "utf-16be", "windows-1252",
            "windows-874", "koi8-u", "macintosh", "x-user-defined", "ibm866", "iso-8859-8-i",
        ]
        let label = labels[Int(bytes.first ?? 0) % labels.count]
        let text = CharacterDecoding.decode(Array(bytes.dropFirst()), declared: label).utf8
        precondition(String(validating: text, as: UTF8.self) != nil, "not UTF-8 from \(label ?? "nothing declared")")
    }

    /// No block of an article is empty.
    private func page(_ bytes: [UInt8]) {
        let address = "https://example.org/2026/01/02/page"
        guard let article = try? ArticleExtractor().extract(page: bytes, charset: nil, address: address) else { return }
        precondition(article.body.allSatisfy { !$0.text.isEmpty }, "an empty block")
    }
}
