import BriefModel
public import HTMLParsing

/// The feeds a page names for itself (`<link rel="alternate" type="application/rss+xml">`).
public enum FeedDiscovery {
    public struct Found: Hashable, Sendable {
        public let address: String
        public let title: String?
    }

    /// In the order they stand, each once. A link without a type counts when its address looks like a feed's.
    public static func feeds(in document: HTMLDocument, address: String) -> [Found] {
        var base = WebAddress(address)
        if let written = document.first(.base).flatMap({ document.attribute(.href, of: $0) }) {
            base = base?.resolving(written) ?? WebAddress(written) ?? base
        }
        var seen: Set<String> = []
        return document.elements(.link).compactMap { link in
            let relations = document.attribute(.rel, of: link)?.lowercased().split(separator: " ") ?? []
            guard relations.contains("alternate") || relations.contains("feed"), let href = document.attribute(.href, of: link),
                isFeed(document.attribute(.type, of: link), href), let found = base?.resolving(href) ?? WebAddress(href),
                seen.insert(found.text).inserted
            else { return nil }
            return Found(address: found.text, title: document.attribute(.title, of: link).flatMap(PlainText.tidy))
        }
    }

    private static func isFeed(_ type: String?, _ href: String) -> Bool {
        guard let type = type?.lowercased() else {
            let path = href.lowercased()
            return [".rss", ".atom", ".rdf", "feed.xml", "index.xml", "feed.json", "/feed", "/feed/", "/rss"].contains { path.hasSuffix($0) }
        }
        return ["rss+xml", "atom+xml", "rdf+xml", "feed+json"].contains { type.contains($0) } || type == "application/json"
    }
}
