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

/// The tags of an XML text, one after the other. Comments, declarations and CDATA between them are passed over.
private struct TagScanner {
    struct Tag {
        /// Lower case, with its prefix except for that of the sitemap's own namespace, which few use and none needs.
        let name: String
        let isEnd: Bool
    }

    private let bytes: [UInt8]
    private var at = 0

    /// No name is longer than this; a longer one is not ours.
    private static let longestName = 40
    private static let longestText = 4096

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while let open = find(0x3C, from: at) {
            at = open + 1
            guard at < bytes.count else { return nil }
            switch bytes[at] {
            case 0x21 where has("!--"): at = end(of: "-->", from: at + 3)
            case 0x21 where has("![CDATA["): at = end(of: "]]>", from: at + 8)
            case 0x21, 0x3F: at = (find(0x3E, from: at) ?? bytes.count - 1) + 1
            default:
                let isEnd = bytes[at] == 0x2F
                let start = isEnd ? at + 1 : at
                let close = find(0x3E, from: start) ?? bytes.count
                at = min(bytes.count, close + 1)
                let name = bytes[start..<close].prefix(Self.longestName).prefix { $0 > 0x20 && $0 != 0x2F }
                let text = String(decoding: name, as: UTF8.self).lowercased()
                return Tag(name: text.hasPrefix("sm:") ? String(text.dropFirst(3)) : text, isEnd: isEnd)
            }
        }
        return nil
    }

    /// The text after a start tag up to the next tag, references and CDATA resolved, outer white space gone.
    mutating func text() -> String {
        var output: [UInt8] = []
        while at < bytes.count, output.count < Self.longestText {
            if bytes[at] == 0x3C {
                guard has("<![CDATA[") else { break }
                let start = at + 9
                at = end(of: "]]>", from: start)
                output += bytes[start..<max(start, min(bytes.count, at) - 3)].prefix(Self.longestText)
            } else if bytes[at] == 0x26 {
                reference(into: &output)
            } else {
                output.append(bytes[at])
                at += 1
            }
        }
        func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
        let start = output.drop(while: isBlank)
        return String(decoding: start.prefix(through: start.lastIndex { !isBlank($0) } ?? start.startIndex - 1), as: UTF8.self)
    }

    /// The five names of XML and numbers; anything else stays as it is written.
    private mutating func reference(into output: inout [UInt8]) {
        let name = bytes[(at + 1)...].prefix(10).prefix { $0 != 0x3B }
        let after = at + 1 + name.count
        let word = String(decoding: name, as: UTF8.self)
        var scalar: Unicode.Scalar? = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"][word]
        if scalar == nil, word.hasPrefix("#") {
            let isHexadecimal = word.hasPrefix("#x") || word.hasPrefix("#X")
            scalar = UInt32(word.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
        }
        guard let scalar, after < bytes.count, bytes[after] == 0x3B else {
            output.append(bytes[at])
            at += 1
            return
        }
        output += Array(String(Character(scalar)).utf8)
        at = after + 1
    }

    private func has(_ mark: String) -> Bool { bytes[at...].starts(with: mark.utf8) }

    private func find(_ byte: UInt8, from start: Int) -> Int? { start < bytes.count ? bytes[start...].firstIndex(of: byte) : nil }

    /// One past a mark, or the end of the text.
    private func end(of mark: String, from start: Int) -> Int {
        let wanted = Array(mark.utf8)
        var place = start
        while let found = find(wanted[0], from: place) {
            if bytes[found...].starts(with: wanted) { return found + wanted.count }
            place = found + 1
        }
        return bytes.count
    }
}
