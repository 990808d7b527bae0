/// Finds the feed and its items in a document, and what it is written in.
struct FeedReader {
    let document: XMLDocument
    let address: String
    let language: String?

    func read() throws(FeedError) -> Feed {
        guard document.roots.first(where: { _ in true }) != nil else {
            throw .malformed(why: document.fault?.why ?? "no element", line: document.fault?.line ?? 1)
        }
        guard let root = document.roots.first(where: { isFeed(document.term($0)) }) else { throw reason() }
        let format = format(root)
        let context = FeedContext(
            document: document, address: address, language: language, isAtom: [.atom, .atom03, .atom1].contains(format),
            unwrapsMarkup: format == .atom1)
        let reader = RecordReader(context: context)
        let channel = document.term(root) == .rss || document.term(root) == .rdf ? document.child(root, .channel) ?? root : root
        var about = document.term(root) == .entry ? FeedRecord() : reader.feed(channel)
        about.language = about.language ?? context.language(channel, inherited: language)
        let items = items(root, channel).map { reader.item($0, feedLanguage: about.language) }
        if format == .rss1 || format == .rss090 { readBeside(root, channel, reader, &about) }
        return Feed(format: format, about: about, items: items)
    }

    private func isFeed(_ term: XMLTerm) -> Bool { [.rss, .rdf, .feed, .channel, .entry].contains(term) }

    private func reason() -> FeedError {
        guard let root = document.roots.first(where: { _ in true }) else { return .empty }
        if let fault = document.fault { return .malformed(why: fault.why, line: fault.line) }
        switch document.term(root) {
        case .html: return .isPage
        case .opml, .outline: return .isOutline
        default: return .unknownFormat(document.name(root).local)
        }
    }

    /// Inside the channel (2.0), inside its `items`, beside the channel (1.0), or the document itself.
    private func items(_ root: XMLDocument.Node, _ channel: XMLDocument.Node) -> [XMLDocument.Node] {
        if document.term(root) == .entry { return [root] }
        var found: [XMLDocument.Node] = []
        for child in document.children(channel) {
            if isItem(child) { found.append(child) }
            if document.term(child) == .items { found += document.children(child).filter(isItem) }
        }
        if channel != root { found += document.children(root).filter { isItem($0) } }
        // What was cut or closed too early goes on after the document's element.
        for other in document.roots where other != root && other > root {
            if isItem(other) { found.append(other) } else { found += document.children(other).filter(isItem) }
        }
        return found
    }

    private func isItem(_ element: XMLDocument.Node) -> Bool {
        let name = document.name(element)
        return (name.term == .item || name.term == .entry) && [.none, .rss, .atom, .rdf].contains(name.vocabulary)
    }

    /// RSS 1.0 puts picture and text box beside the channel.
    private func readBeside(_ root: XMLDocument.Node, _ channel: XMLDocument.Node, _ reader: RecordReader, _ about: inout FeedRecord) {
        guard channel != root else { return }
        for child in document.children(root) where document.term(child) == .image || document.term(child) == .textinput {
            reader.read(child, into: &about, isItem: false)
        }
    }

    private func format(_ root: XMLDocument.Node) -> Feed.Format {
        switch document.term(root) {
        case .rdf:
            return document.isOldNetscape ? .rss090 : .rss1
        case .rss:
            switch document.attribute(root, .version).flatMap(PlainText.tidy) ?? "" {
            case "0.90": return .rss090
            case "0.91": return document.isNetscape ? .rss091Netscape : .rss091
            case "0.92": return .rss092
            case "0.93": return .rss093
            case "0.94": return .rss094
            case "1.0": return .rss1
            case let version: return version.hasPrefix("2.") ? .rss2 : .rss
            }
        case .channel: return document.vocabulary(root) == .rss ? .rss1 : .channelDefinition
        default:
            if document.attribute(root, .version)?.hasPrefix("0.") == true || document.isOldAtom { return .atom03 }
            return document.vocabulary(root) == .atom ? .atom1 : .atom
        }
    }
}

// Telling the versions apart by the namespaces and the document type.
extension XMLDocument {
    fileprivate var isNetscape: Bool { PlainText.contains(documentType.lowercased(), "netscape.com/publish/formats/rss-0.91.dtd") }
    fileprivate var isOldNetscape: Bool { namespaces.contains { PlainText.contains($0, "netscape.com/rdf/simple/0.9") } }
    fileprivate var isOldAtom: Bool { namespaces.contains { PlainText.contains($0, "purl.org/atom/ns") } }
}
