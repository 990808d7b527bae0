import BriefModel

/// Reads lists of feeds: OPML 1.0 and 2.0, groups nested as they like.
public struct OutlineParser: Sendable {
    public init() {}

    /// The feeds in the order they stand, each once.
    public func parse(_ bytes: [UInt8], charset: String?, address: String) throws(FeedError) -> [Subscription] {
        let utf8 = try FeedDocument.utf8(bytes, charset: charset).utf8
        if SourceSniffer.form(ofText: utf8) == .html { throw .isPage }
        let document = XMLReader.read(utf8)
        let terms = document.roots.map { document.term($0) }
        guard terms.contains(where: { [.opml, .outline, .body].contains($0) }) else {
            if terms.contains(where: { [.rss, .feed, .rdf].contains($0) }) { throw .isFeed }
            if let fault = document.fault { throw .malformed(why: fault.why, line: fault.line) }
            throw .unknownFormat(document.roots.first { _ in true }.map { document.name($0).local } ?? "")
        }
        let found = subscriptions(document, WebAddress(address))
        guard !found.isEmpty else { throw .noSubscriptions }
        return found
    }

    private func subscriptions(_ document: XMLDocument, _ base: WebAddress?) -> [Subscription] {
        var seen: Set<String> = []
        return document.records.indices.compactMap { element in
            guard !document.isText(element), document.term(element) == .outline, let link = feedAddress(document, element) else { return nil }
            let address = (base?.resolving(link) ?? WebAddress(link))?.text ?? link
            guard seen.insert(address).inserted else { return nil }
            return Subscription(
                title: label(document, element), feedAddress: address,
                homepage: document.attribute(element, .htmlurl).flatMap { (base?.resolving($0) ?? WebAddress($0))?.text },
                language: document.attribute(element, .language).flatMap(PlainText.tidy),
                category: document.attribute(element, .category).flatMap(PlainText.tidy) ?? group(document, element))
        }
    }

    /// `xmlUrl`; old lists write `url` beside a type that names a feed.
    private func feedAddress(_ document: XMLDocument, _ element: Int) -> String? {
        if let address = document.attribute(element, .xmlurl).flatMap(PlainText.tidy) { return address }
        guard let type = document.attribute(element, .type)?.lowercased(), type == "rss" || type == "atom" else { return nil }
        return document.attribute(element, .url).flatMap(PlainText.tidy)
    }

    private func label(_ document: XMLDocument, _ element: Int) -> String? {
        document.attribute(element, .title).flatMap(PlainText.tidy) ?? document.attribute(element, .text).flatMap(PlainText.tidy)
    }

    private func group(_ document: XMLDocument, _ element: Int) -> String? {
        guard let parent = document.parent(element), document.term(parent) == .outline else { return nil }
        return label(document, parent)
    }
}
