import BriefModel

/// Atom 1.0 (RFC 4287) and 0.3.
struct AtomReader {
    let tree: XMLTree
    let root: Int
    let base: WebAddress?

    func feed() -> Feed {
        var feed = Feed(language: language(root), format: .atom, wasRepaired: tree.fault != nil)
        var authors: [String] = []
        for child in tree.children(root) {
            switch tree.name(child).local {
            case "title" where isCore(child): feed.title = text(child) ?? feed.title
            case "link" where isCore(child) && isAlternate(child): feed.homepage = feed.homepage ?? target(child)
            case "author" where isCore(child): authors += person(child)
            default: break
            }
        }
        let entries = tree.name(root).local == "entry" ? [root] : tree.children(root).filter { tree.name($0).local == "entry" }
        feed.entries = entries.map { entry($0, feedAuthors: authors, feedLanguage: feed.language) }
        return feed
    }

    /// Atom's own vocabulary, or none at all: some feeds forget to declare it.
    private func isCore(_ element: Int) -> Bool {
        let vocabulary = tree.name(element).vocabulary
        return vocabulary == .atom || vocabulary == .none || vocabulary == tree.name(root).vocabulary
    }

    private func entry(_ element: Int, feedAuthors: [String], feedLanguage: String?) -> Entry {
        var entry = Entry(language: language(element) ?? feedLanguage)
        var sourceAuthors: [String] = []
        var links: [(isPage: Bool, address: String)] = []
        for child in tree.children(element) {
            let name = tree.name(child)
            guard isCore(child) else {
                readModules(child, name, &entry)
                continue
            }
            switch name.local {
            case "title": entry.title = text(child) ?? entry.title
            case "id": entry.identifier = FeedText.tidy(tree.text(child))
            case "link" where isAlternate(child):
                let type = tree.attribute(child, XMLName("type")) ?? "text/html"
                if let address = target(child) { links.append((type.contains("html"), address)) }
            case "published", "issued", "created": entry.published = FeedDate.parse(tree.text(child)) ?? entry.published
            case "updated", "modified": entry.updated = FeedDate.parse(tree.text(child)) ?? entry.updated
            case "summary": entry.summary = text(child)
            case "content": entry.contentHTML = content(child)
            case "author": entry.authors += person(child)
            case "source": sourceAuthors = tree.children(child).filter { tree.name($0).local == "author" }.flatMap(person)
            default: break
            }
        }
        if entry.authors.isEmpty { entry.authors = sourceAuthors.isEmpty ? feedAuthors : sourceAuthors }
        entry.link = links.first { $0.isPage }?.address ?? links.first?.address ?? entry.identifier.flatMap { WebAddress($0)?.text }
        if entry.published == nil { entry.published = entry.updated }
        return entry
    }

    private func readModules(_ child: Int, _ name: XMLName, _ entry: inout Entry) {
        switch (name.vocabulary, name.local) {
        case (.dublinCore, "creator"): if let author = FeedText.plain(tree.text(child)) { entry.authors.append(author) }
        case (.dublinCore, "date"): entry.published = entry.published ?? FeedDate.parse(tree.text(child))
        case (.content, "encoded"): entry.contentHTML = MarkupSanitiser.clean(tree.text(child), base: childBase(child))
        default: break
        }
    }

    private func person(_ element: Int) -> [String] {
        let name = tree.children(element).first { tree.name($0).local == "name" }.map { tree.text($0) } ?? tree.text(element)
        return FeedText.plain(name).map { [$0] } ?? []
    }

    private enum TextKind { case plain, markup, tree, other }

    /// Section 3.1.1 of RFC 4287, and the media types and modes of 0.3.
    private func kind(_ element: Int) -> TextKind {
        let type = tree.attribute(element, XMLName("type"))?.lowercased() ?? "text"
        if tree.attribute(element, XMLName("mode")) == "base64" { return .other }
        if type == "xhtml" || type == "application/xhtml+xml" { return .tree }
        if type == "html" || type == "text/html" { return tree.attribute(element, XMLName("mode")) == "xml" ? .tree : .markup }
        if type == "text" || type == "text/plain" { return tree.attribute(element, XMLName("mode")) == "escaped" ? .markup : .plain }
        return type.hasSuffix("+xml") || type.hasSuffix("/xml") ? .tree : .other
    }

    private func text(_ element: Int) -> String? {
        switch kind(element) {
        case .plain: FeedText.tidy(tree.text(element))
        case .markup: FeedText.plain(tree.text(element))
        case .tree: FeedText.plain(XMLMarkup.write(tree, element))
        case .other: nil
        }
    }

    private func content(_ element: Int) -> String? {
        let source: String
        switch kind(element) {
        case .plain: source = FeedText.escaped(tree.text(element))
        case .markup: source = tree.text(element)
        case .tree: source = XMLMarkup.write(tree, element)
        case .other: return nil
        }
        return MarkupSanitiser.clean(source, base: childBase(element))
    }

    private func isAlternate(_ link: Int) -> Bool { ["alternate", nil].contains(tree.attribute(link, XMLName("rel"))?.lowercased()) }

    private func target(_ link: Int) -> String? {
        guard let href = tree.attribute(link, XMLName("href")) ?? FeedText.tidy(tree.text(link)) else { return nil }
        return (childBase(link)?.resolving(href) ?? WebAddress(href))?.text
    }

    private func childBase(_ element: Int) -> WebAddress? { XMLBase.of(element, in: tree, document: base) }

    /// `xml:lang` of the element or the nearest one above.
    private func language(_ element: Int) -> String? {
        var next: Int? = element
        while let here = next {
            if let found = tree.attribute(here, XMLName(.xml, "lang")).flatMap(FeedText.tidy) { return found }
            next = tree.parent(here)
        }
        return nil
    }
}
