public import BriefModel

/// What a feed says of itself, of an item, or of the feed an item came from: one shape for all, as the vocabularies share theirs.
/// Addresses are absolute where a base is known.
public struct FeedRecord: Hashable, Sendable {
    public var title: FeedText?
    /// A subtitle, tagline, description or summary.
    public var summary: FeedText?
    /// The item's own text; several when it comes in several forms.
    public var contents: [FeedText] = []
    /// A note on the feed itself (Atom 0.3).
    public var info: FeedText?
    public var rights: FeedText?

    public var identifier: String?
    /// The identifier is the item's address too (RSS `guid` without `isPermaLink="false"`).
    public var isIdentifierLink = false
    /// The page it leads to.
    public var link: String?
    public var links: [FeedLink] = []

    public var authors: [FeedPerson] = []
    public var contributors: [FeedPerson] = []
    public var publisher: FeedPerson?

    public var published: FeedDate?
    public var updated: FeedDate?
    public var created: FeedDate?
    /// A date that does not say of what (Dublin Core `date`): of publication, mostly.
    public var dated: FeedDate?
    public var expires: FeedDate?
    public var validFrom: FeedDate?
    public var validUntil: FeedDate?

    public var categories: [FeedCategory] = []
    /// As declared, e.g. `en-GB`.
    public var language: String?
    public var generator: FeedGenerator?
    public var image: FeedImage?
    public var icon: String?
    public var logo: String?
    /// Where readers comment, as a page.
    public var comments: String?
    /// Where comments are posted, and their feed (wfw).
    public var commentService: String?
    public var commentFeed: String?
    public var commentCount: Int?
    /// What the item answers (RFC 4685): an identifier or address.
    public var inReplyTo: String?
    /// The specification a feed names as its own (RSS `docs`).
    public var documentation: String?
    /// Minutes it may be kept before it is asked for again (RSS `ttl`).
    public var timeToLive: Int?
    public var cloud: FeedCloud?
    public var textInput: FeedTextInput?
    /// Terms of use for machines (RSL): the address of the licence.
    public var machineLicence: String?

    /// The feed an item was taken from (RSS and Atom `source`); at most one.
    public var sources: [FeedRecord] = []
    public var media: [FeedMedia] = []
    public var podcast: FeedPodcast?
    public var chapters: [FeedChapter] = []
    public var chapterVersion: String?
    public var place: FeedPlace?
    /// Elements of vocabularies that are not known here: their texts, in order.
    public var extensions: [FeedExtension] = []

    public init() {}

    /// Files that belong to the item.
    public var enclosures: [FeedLink] { links.filter { $0.relation == "enclosure" } }

    /// A picture to show with it: its own, one among its media and files, or the first in its texts; absolute where a base is known.
    public var picture: String? {
        if let own = image?.address ?? media.first(where: \.isImage)?.address { return own }
        if let file = enclosures.first(where: { $0.type?.hasPrefix("image/") == true }) { return file.address }
        return (contents + [summary].compactMap { $0 }).lazy.filter(\.isMarkup).compactMap(\.firstPicture).first
    }

    /// The licence it is under, by address.
    public var licence: String? { links.first { $0.relation == "license" }?.address }
}

extension FeedRecord {
    /// What the house keeps of an item: plain title and summary, sanitised content.
    public func entry(feedAuthors: [String] = [], feedLanguage: String? = nil) -> Entry {
        var names = authors.compactMap(\.label)
        if names.isEmpty { names = sources.first?.authors.compactMap(\.label) ?? [] }
        if names.isEmpty { names = feedAuthors }
        let content = contents.first { $0.isMarkup } ?? contents.first
        return Entry(
            identifier: identifier, title: title?.plain, link: link, summary: summary?.plain, contentHTML: content?.html, authors: names,
            published: (published ?? dated ?? created ?? updated)?.moment, updated: updated?.moment, language: language ?? feedLanguage,
            source: sources.first?.title?.plain)
    }
}
