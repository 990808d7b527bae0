import BriefModel
public import HTMLParsing

/// The feeds a page names for itself (`<link rel="alternate" type="application/rss+xml">`), or else the links on it that look like feeds.
public enum FeedDiscovery {
    public struct Found: Hashable, Sendable {
        /// Absolute.
        public let address: String
        public let title: String?
        /// False for a plain link that only looks like a feed's: ask before believing.
        public let isDeclared: Bool
    }

    /// What the page declares, in the order it stands there, each address once; when it declares nothing, what it links to.
    /// - Parameter address: where the page came from.
    public static func feeds(in document: HTMLDocument, address: String) -> [Found] {
        var base = WebAddress(address)
        if let written = document.first(.base).flatMap({ document.attribute(.href, of: $0) }) {
            base = base?.resolving(written) ?? WebAddress(written) ?? base
        }
        let declared = distinct(document.elements(.link).compactMap { declaration($0, document, base) })
        return declared.isEmpty ? distinct(document.elements(.a).compactMap { link($0, document, base) }) : declared
    }

    private static func distinct(_ found: [Found]) -> [Found] {
        var seen: Set<String> = []
        return found.filter { seen.insert($0.address).inserted }
    }

    private static func declaration(_ link: HTMLDocument.Node, _ document: HTMLDocument, _ base: WebAddress?) -> Found? {
        let relations = document.attribute(.rel, of: link)?.lowercased().split { " \t\n".contains($0) } ?? []
        guard relations.contains("alternate") || relations.contains("feed"), !relations.contains("stylesheet"),
            let href = document.attribute(.href, of: link)
        else { return nil }
        let type = document.attribute(.type, of: link)?.lowercased()
        guard let found = resolved(href, base), type.map(isFeed(type:)) ?? (relations.contains("feed") || looksLikeFeed(found)) else { return nil }
        return Found(address: found.text, title: document.attribute(.title, of: link).flatMap(PlainText.tidy), isDeclared: true)
    }

    private static func link(_ anchor: HTMLDocument.Node, _ document: HTMLDocument, _ base: WebAddress?) -> Found? {
        guard let href = document.attribute(.href, of: anchor), let found = resolved(href, base) else { return nil }
        let isTyped = document.attribute(.type, of: anchor).map { isFeed(type: $0.lowercased()) } ?? false
        guard isTyped || looksLikeFeed(found) else { return nil }
        return Found(address: found.text, title: PlainText.tidy(document.textContent(anchor)), isDeclared: false)
    }

    /// `feed://example.org/x` is what some pages write for `http:`.
    private static func resolved(_ href: String, _ base: WebAddress?) -> WebAddress? {
        let href = FeedAddress.trimmed(href)
        if FeedAddress.scheme(href) == "feed" {
            let rest = href.dropFirst(5)
            return WebAddress(rest.hasPrefix("//") ? "http:" + rest : String(rest))
        }
        return base?.resolving(href) ?? WebAddress(href)
    }

    private static func isFeed(type: String) -> Bool {
        ["rss+xml", "atom+xml", "rdf+xml", "feed+json", "x-rss"].contains { type.contains($0) } || type == "application/json" || type == "text/xml"
            || type == "application/xml"
    }

    private static func looksLikeFeed(_ address: WebAddress) -> Bool {
        let path = address.path.lowercased()
        if endings.contains(where: { path.hasSuffix($0) }) { return true }
        let query = address.query?.lowercased() ?? ""
        return ["feed=rss2", "feed=atom", "format=rss", "format=feed", "type=rss"].contains { query.contains($0) }
    }

    private static let endings = [
        ".rss", ".atom", ".rdf", "rss.xml", "atom.xml", "feed.xml", "feeds.xml", "index.rdf", "index.xml", "feed.json", "/feed", "/feed/", "/rss",
        "/rss/", "/atom", "/atom/", "/feeds/posts/default",
    ]
}
