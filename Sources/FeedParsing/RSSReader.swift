import BriefModel

/// RSS 0.9x and 2.0 (rssboard.org) and RSS 1.0 (RDF): a channel with items inside it or beside it.
struct RSSReader {
    let tree: XMLTree
    let root: Int
    let base: WebAddress?

    func feed() -> Feed {
        var feed = Feed(format: format, wasRepaired: tree.fault != nil)
        let channel = tree.children(root).first { tree.name($0).local == "channel" } ?? root
        for child in tree.children(channel) { readChannel(child, &feed) }
        if feed.language == nil { feed.language = tree.attribute(channel, XMLName(.xml, "lang")) ?? tree.attribute(root, XMLName(.xml, "lang")) }
        feed.entries = items(channel).map { entry($0, feedLanguage: feed.language) }
        return feed
    }

    private var format: Feed.Format {
        if tree.name(root).local == "rdf" { return tree.name(root).vocabulary == .rdf ? .rss1 : .rss09 }
        return tree.attribute(root, XMLName("version"))?.hasPrefix("0.9") == true ? .rss09 : .rss2
    }

    /// Inside the channel (2.0), inside an `<items>` of some dialects, or beside the channel (1.0).
    private func items(_ channel: Int) -> [Int] {
        let inside = tree.children(channel).filter { ["item", "entry"].contains(tree.name($0).local) }
        let beside = channel == root ? [] : tree.children(root).filter { tree.name($0).local == "item" }
        return inside + beside
    }

    private func isCore(_ name: XMLName) -> Bool {
        switch name.vocabulary {
        case .none, .rss: true
        case .other: name.vocabulary == tree.name(root).vocabulary
        default: false
        }
    }

    private func readChannel(_ child: Int, _ feed: inout Feed) {
        let name = tree.name(child)
        switch (name.vocabulary, name.local) {
        case (_, "title") where isCore(name): feed.title = FeedText.plain(tree.text(child)) ?? feed.title
        case (.dublinCore, "title"): feed.title = feed.title ?? FeedText.plain(tree.text(child))
        case (_, "link") where isCore(name): feed.homepage = feed.homepage ?? resolved(tree.text(child), at: child)
        case (.atom, "link") where ["alternate", nil].contains(tree.attribute(child, XMLName("rel"))):
            feed.homepage = feed.homepage ?? tree.attribute(child, XMLName("href")).flatMap { resolved($0, at: child) }
        case (_, "language") where isCore(name): feed.language = FeedText.tidy(tree.text(child)) ?? feed.language
        case (.dublinCore, "language"): feed.language = feed.language ?? FeedText.tidy(tree.text(child))
        default: break
        }
    }

    private func entry(_ item: Int, feedLanguage: String?) -> Entry {
        var entry = Entry(language: feedLanguage)
        var description: String?
        var permanentLink: String?
        for child in tree.children(item) {
            let name = tree.name(child)
            switch (name.vocabulary, name.local) {
            case (_, "title") where isCore(name): entry.title = FeedText.plain(tree.text(child)) ?? entry.title
            case (.dublinCore, "title"), (.atom, "title"): entry.title = entry.title ?? FeedText.plain(tree.text(child))
            case (_, "link") where isCore(name):
                let target = FeedText.tidy(tree.text(child)) ?? tree.attribute(child, XMLName("href"))
                entry.link = entry.link ?? target.flatMap { resolved($0, at: child) }
            case (.atom, "link") where ["alternate", nil].contains(tree.attribute(child, XMLName("rel"))):
                entry.link = entry.link ?? tree.attribute(child, XMLName("href")).flatMap { resolved($0, at: child) }
            case (_, "guid") where isCore(name):
                entry.identifier = FeedText.tidy(tree.text(child))
                if tree.attribute(child, XMLName("ispermalink"))?.lowercased() != "false" { permanentLink = entry.identifier }
            case (.atom, "id"): entry.identifier = entry.identifier ?? FeedText.tidy(tree.text(child))
            case (_, "description") where isCore(name): description = markup(child)
            case (.dublinCore, "description"), (.atom, "summary"), (.podcast, "summary"): description = description ?? markup(child)
            case (.content, "encoded"), (.xhtml, "body"), (.xhtml, "div"), (.atom, "content"), (_, "fullitem"):
                entry.contentHTML = MarkupSanitiser.clean(markup(child), base: childBase(child)) ?? entry.contentHTML
            default: readDatesAndAuthors(child, name, &entry)
            }
        }
        entry.identifier = entry.identifier ?? tree.attribute(item, XMLName(.rdf, "about"))
        entry.link =
            entry.link ?? permanentLink.flatMap { WebAddress($0)?.text }
            ?? tree.attribute(item, XMLName(.rdf, "about")).flatMap { resolved($0, at: item) }
        entry.summary = description.flatMap(FeedText.plain)
        return entry
    }

    private func readDatesAndAuthors(_ child: Int, _ name: XMLName, _ entry: inout Entry) {
        switch (name.vocabulary, name.local) {
        case (_, "pubdate") where isCore(name): entry.published = FeedDate.parse(tree.text(child)) ?? entry.published
        case (.dublinCore, "date"), (.dublinCore, "created"), (.dublinCore, "issued"), (.atom, "published"), (.atom, "issued"):
            entry.published = entry.published ?? FeedDate.parse(tree.text(child))
        case (.dublinCore, "modified"), (.atom, "updated"), (.atom, "modified"): entry.updated = FeedDate.parse(tree.text(child)) ?? entry.updated
        case (_, "author") where isCore(name) || name.vocabulary == .podcast, (.dublinCore, "creator"), (.dublinCore, "author"):
            if let author = FeedText.plain(tree.text(child)).flatMap(PersonName.tidy), !entry.authors.contains(author) {
                entry.authors.append(author)
            }
        case (.atom, "author"):
            if let author = tree.child(child, .atom("name")).flatMap({ FeedText.plain(tree.text($0)) }), !entry.authors.contains(author) {
                entry.authors.append(author)
            }
        case (.dublinCore, "language"): entry.language = FeedText.tidy(tree.text(child)) ?? entry.language
        default: break
        }
    }

    /// Escaped markup is text in XML; markup left unescaped is written back.
    private func markup(_ element: Int) -> String { XMLMarkup.write(tree, element) }

    private func childBase(_ element: Int) -> WebAddress? { XMLBase.of(element, in: tree, document: base) }

    private func resolved(_ link: String, at element: Int) -> String? {
        guard let link = FeedText.tidy(link) else { return nil }
        return (childBase(element)?.resolving(link) ?? WebAddress(link))?.text
    }
}
