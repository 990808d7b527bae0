public import BriefModel

/// A sitemap (sitemaps.org 0.9, with Google's news extension): pages of a site, or further sitemaps.
public struct Sitemap: Hashable, Sendable {
    /// An address a sitemap names, untrusted.
    public struct Item: Hashable, Sendable {
        /// As written, escapes undone; absolute by the standard.
        public var address: String
        public var modified: Timestamp?
        /// From the news extension.
        public var published: Timestamp?
        public var title: String?
        public var language: String?

        /// The best word on when it appeared.
        public var date: Timestamp? { published ?? modified }
    }

    /// True when the items are sitemaps themselves.
    public let isIndex: Bool
    public let items: [Item]

    /// The standard's own limit; what comes after it is left.
    public static let itemLimit = 50_000
}

/// Reads sitemaps in one pass over their bytes. Whatever is not understood is passed over; a file that breaks off gives what it held.
public enum SitemapReader {
    /// Whether the root element is a sitemap's.
    public static func recognises(_ bytes: [UInt8]) -> Bool {
        var tags = TagScanner(Array(bytes.prefix(8192)))
        guard let root = tags.next() else { return false }
        return root.name == "urlset" || root.name == "sitemapindex"
    }

    /// Nil when it is not XML of this kind.
    public static func read(_ bytes: [UInt8]) -> Sitemap? {
        var tags = TagScanner(bytes)
        guard let root = tags.next(), root.name == "urlset" || root.name == "sitemapindex" else { return nil }
        let isIndex = root.name == "sitemapindex"
        var items: [Sitemap.Item] = []
        var item: Sitemap.Item?
        while items.count < Sitemap.itemLimit, let tag = tags.next() {
            switch (tag.name, tag.isEnd) {
            case ("url", false), ("sitemap", false): item = Sitemap.Item(address: "")
            case ("url", true), ("sitemap", true):
                if let item, !item.address.isEmpty { items.append(item) }
                item = nil
            case (_, true): continue
            case ("loc", _): if item?.address.isEmpty == true { item?.address = tags.text() }
            case ("lastmod", _): item?.modified = WrittenDate.parse(tags.text())?.timestamp
            case ("news:publication_date", _): item?.published = WrittenDate.parse(tags.text())?.timestamp
            case ("news:title", _): item?.title = PlainText.tidy(tags.text())
            case ("news:language", _): item?.language = PlainText.tidy(tags.text()).map { $0.lowercased() }
            default: continue
            }
        }
        return Sitemap(isIndex: isIndex, items: items)
    }

    /// A sitemap as plain text: one address a line.
    /// - Returns: nil when a line is none.
    public static func read(text bytes: [UInt8]) -> Sitemap? {
        var items: [Sitemap.Item] = []
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        for line in body.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let text = String(decoding: line.filter { $0 != 0x20 && $0 != 0x09 }, as: UTF8.self)
            if text.isEmpty { continue }
            guard WebAddress(text) != nil else { return nil }
            items.append(Sitemap.Item(address: text))
            if items.count == Sitemap.itemLimit { break }
        }
        return items.isEmpty ? nil : Sitemap(isIndex: false, items: items)
    }
}
