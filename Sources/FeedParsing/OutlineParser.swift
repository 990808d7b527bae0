import BriefModel

/// Reads lists of feeds: OPML 1.0 and 2.0, groups nested as they like.
public struct OutlineParser: Sendable {
    public init() {}

    /// The feeds in the order they stand, each once.
    public func parse(_ bytes: [UInt8], charset: String?, address: String) throws(FeedError) -> [Subscription] {
        let utf8 = try FeedDocument.utf8(bytes, charset: charset)
        if SourceSniffer.form(ofText: utf8) == .html { throw .isPage }
        let base = WebAddress(address)
        let found = try FeedDocument.read(utf8) { (tree, root) throws(FeedError) -> [Subscription] in
            switch tree.name(root).local {
            case "opml", "outline", "body": return subscriptions(tree, base)
            case "rss", "feed", "rdf": throw .isFeed
            default: throw .unknownFormat(tree.name(root).local)
            }
        }
        guard !found.isEmpty else { throw .noSubscriptions }
        return found
    }

    private func subscriptions(_ tree: XMLTree, _ base: WebAddress?) -> [Subscription] {
        var seen: Set<String> = []
        return tree.elements.indices.compactMap { element in
            guard tree.name(element).local == "outline", let link = tree.attribute(element, XMLName("xmlurl")).flatMap(FeedText.tidy) else {
                return nil
            }
            let address = (base?.resolving(link) ?? WebAddress(link))?.text ?? link
            guard seen.insert(address).inserted else { return nil }
            return Subscription(
                title: label(tree, element), feedAddress: address,
                homepage: tree.attribute(element, XMLName("htmlurl")).flatMap { (base?.resolving($0) ?? WebAddress($0))?.text },
                language: tree.attribute(element, XMLName("language")).flatMap(FeedText.tidy),
                category: tree.attribute(element, XMLName("category")).flatMap(FeedText.tidy) ?? group(tree, element))
        }
    }

    private func label(_ tree: XMLTree, _ element: Int) -> String? {
        tree.attribute(element, XMLName("title")).flatMap(FeedText.tidy) ?? tree.attribute(element, XMLName("text")).flatMap(FeedText.tidy)
    }

    private func group(_ tree: XMLTree, _ element: Int) -> String? {
        guard let parent = tree.parent(element), tree.name(parent).local == "outline" else { return nil }
        return label(tree, parent)
    }
}
