/// What a feed said of an article: untrusted, kept only to find and date the article itself.
public struct Entry: Hashable, Sendable {
    public var identifier: String?
    public var title: String?
    /// Absolute address.
    public var link: String?
    /// Plain text; markup already removed.
    public var summary: String?
    /// Sanitised HTML as the feed carried it.
    public var contentHTML: String?
    public var authors: [String]
    public var published: Timestamp?
    public var updated: Timestamp?
    public var language: String?
    /// The publication that the feed says it took the item from (RSS and Atom `source`), by its title.
    public var source: String?

    public init(
        identifier: String? = nil, title: String? = nil, link: String? = nil, summary: String? = nil, contentHTML: String? = nil,
        authors: [String] = [], published: Timestamp? = nil, updated: Timestamp? = nil, language: String? = nil, source: String? = nil
    ) {
        self.identifier = identifier
        self.title = title
        self.link = link
        self.summary = summary
        self.contentHTML = contentHTML
        self.authors = authors
        self.published = published
        self.updated = updated
        self.language = language
        self.source = source
    }
}

/// What we hold of a published piece: one version of it. Its text never changes once stored.
public struct Article: Hashable, Sendable, Codable {
    public let id: ArticleID
    /// 1 for the first version fetched; a changed page becomes the next.
    public private(set) var version: Int
    /// Canonical address.
    public let address: String
    public let outlet: OutletID
    public let title: String
    public let authors: [String]
    /// When it was published, as far as page and feed say.
    public private(set) var published: Timestamp?
    public let modified: Timestamp?
    public let fetched: Timestamp
    /// BCP 47 primary tag, e.g. `en`.
    public let language: String
    public let section: String?
    /// "By Northlight Wire", "(Northlight Wire)": whose copy this says it is.
    public let creditLine: String?
    /// The page says that it corrects another report or an earlier version of itself.
    public let isCorrection: Bool
    /// Title, blank line, blocks joined by blank lines. Passages are UTF-8 byte ranges of this.
    public let text: String
    /// The blocks of `text`, in order; the first is the title.
    public let blocks: [TextBlock]
    /// Absolute addresses the body links to.
    public let links: [String]
    /// What its publisher asks of those who use it; nil when nothing was found.
    public private(set) var wishes: UsageWishes?
    /// Where title, authors and dates were found, and how far to trust them; nil for what was read before this was kept.
    public let provenance: Provenance?

    /// - Parameters:
    ///   - body: without the title.
    ///   - pages: of each block of `body`, the printed page it begins on; empty for what has no pages.
    public init(
        id: ArticleID, version: Int = 1, address: String, outlet: OutletID, title: String, authors: [String] = [], published: Timestamp?,
        modified: Timestamp? = nil, fetched: Timestamp, language: String, section: String? = nil, creditLine: String? = nil,
        isCorrection: Bool = false, body: [(kind: TextBlock.Kind, text: String)], pages: [String?] = [], links: [String] = [],
        wishes: UsageWishes? = nil, provenance: Provenance? = nil
    ) {
        self.id = id
        self.version = version
        self.address = address
        self.outlet = outlet
        self.title = title
        self.authors = authors
        self.published = published
        self.modified = modified
        self.fetched = fetched
        self.language = language
        self.section = section
        self.creditLine = creditLine
        self.isCorrection = isCorrection
        self.links = links
        self.wishes = wishes
        self.provenance = provenance
        var text = ""
        var blocks: [TextBlock] = []
        for (place, (kind, content)) in ([(.title, title)] + body).enumerated() where !content.isEmpty {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += content
            let page = place > 0 && place <= pages.count ? pages[place - 1] : nil
            blocks.append(TextBlock(kind: kind, range: start..<text.utf8.count, page: page))
        }
        self.text = text
        self.blocks = blocks
    }

    /// As it was kept. Nil when a block does not lie in the text: what is damaged is not shown.
    public init?(
        id: ArticleID, version: Int, address: String, outlet: OutletID, title: String, authors: [String], published: Timestamp?,
        modified: Timestamp?, fetched: Timestamp, language: String, section: String?, creditLine: String?, isCorrection: Bool,
        text: String, blocks: [TextBlock], links: [String], wishes: UsageWishes? = nil, provenance: Provenance? = nil
    ) {
        guard blocks.allSatisfy({ text.slice(utf8: $0.range) != nil }) else { return nil }
        self.id = id
        self.version = version
        self.address = address
        self.outlet = outlet
        self.title = title
        self.authors = authors
        self.published = published
        self.modified = modified
        self.fetched = fetched
        self.language = language
        self.section = section
        self.creditLine = creditLine
        self.isCorrection = isCorrection
        self.text = text
        self.blocks = blocks
        self.links = links
        self.wishes = wishes
        self.provenance = provenance
    }

    /// The same article as another version of itself.
    public func asVersion(_ number: Int) -> Article {
        var article = self
        article.version = number
        return article
    }

    /// The same article without a date of publication that cannot be: the first day machines count from, which is what a page says that has none, or
    /// more than two days after it was fetched. It then counts as of when it was fetched.
    public var plausiblyDated: Article {
        let plausible = Self.plausible(published, fetched: fetched)
        guard plausible != published else { return self }
        var article = self
        article.published = plausible
        return article
    }

    /// The date of publication by the same rule; nil for one that cannot be.
    public static func plausible(_ published: Timestamp?, fetched: Timestamp) -> Timestamp? {
        guard let published else { return nil }
        let isUnset = (-1...1).contains(published.day.daysSince1970)
        return isUnset || published.day.daysSince1970 > fetched.day.daysSince1970 + 2 ? nil : published
    }

    /// The same article with what its publisher asks now.
    public func asking(_ wishes: UsageWishes?) -> Article {
        var article = self
        article.wishes = wishes
        return article
    }

    /// The day to order and date it by: published, or else fetched.
    public var day: CalendarDay { (published ?? fetched).day }
}

/// A stretch of an article's text with one role.
public struct TextBlock: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        case title, paragraph, heading, listItem, quote, tableRow, caption
        /// Of a program or what it prints, set as its author set it: it states nothing, so no sentence is read in it.
        case code
    }

    public let kind: Kind
    /// UTF-8 byte offsets into the article's text.
    public let range: Range<Int>
    /// The printed page it begins on, as letters and digits say it there ("12", "xii"); nil for what has no pages.
    public let page: String?

    public init(kind: Kind, range: Range<Int>, page: String? = nil) {
        self.kind = kind
        self.range = range
        self.page = page
    }
}

/// An article that copies others of its group: one origin, counted once.
public struct ReprintGroup: Hashable, Sendable, Codable {
    public let origin: ArticleID
    /// Never contains the origin; sorted.
    public let copies: [ArticleID]

    public init(origin: ArticleID, copies: [ArticleID]) {
        self.origin = origin
        self.copies = copies.sorted()
    }
}
