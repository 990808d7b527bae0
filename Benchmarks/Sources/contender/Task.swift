import ArticleExtraction
import FeedParsing
import HTMLParsing
import Ingestion

/// What is raced. Each gives a number that depends on all that was read.
enum Task: String, CaseIterable {
    /// Bytes of a page to its tree, encoding found out.
    case html
    /// Bytes of a page to its text with title, authors, dates and the rest.
    case pages
    /// Bytes of a feed to its entries.
    case feeds
    /// Texts to the pairs of near-duplicates; a file holds one text a line, its identifier first.
    case duplicates

    func run(_ files: [[UInt8]]) throws -> Int {
        switch self {
        case .html: try files.reduce(0) { try $0 + HTMLDocument(parsing: $1, charset: nil).count }
        case .pages:
            files.reduce(0) { sum, page in
                let article = try? ArticleExtractor().extract(page: page, charset: nil, address: "https://example.org/")
                return sum + (article?.body.reduce(0) { $0 + $1.text.utf8.count } ?? 0)
            }
        case .feeds:
            files.reduce(0) { sum, feed in
                sum + ((try? FeedParser().parse(feed, charset: nil, address: "https://example.org/feed"))?.entries.count ?? 0)
            }
        case .duplicates: files.reduce(0) { $0 + ReprintDetector().pairs(among: Self.texts($1)).count }
        }
    }

    private static func texts(_ file: [UInt8]) -> [(id: String, text: String)] {
        file.split(separator: UInt8(ascii: "\n")).map { line in
            let id = line.prefix { $0 != 0x20 }
            return (String(decoding: id, as: UTF8.self), String(decoding: line.dropFirst(id.count + 1), as: UTF8.self))
        }
    }
}
