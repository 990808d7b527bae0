/// An element's or attribute's name with the vocabulary it belongs to.
struct XMLName: Hashable {
    enum Vocabulary: Hashable { case none, atom, rss, rdf, dublinCore, content, xml, xhtml, media, podcast, other }

    let vocabulary: Vocabulary
    /// Lower case: feeds write `pubdate` and `PubDate`.
    let local: String

    init(_ vocabulary: Vocabulary, _ local: String) {
        self.vocabulary = vocabulary
        self.local = local
    }

    init(_ local: String) { self.init(.none, local) }

    /// From "namespace local", where the namespace is an address or, undeclared, a prefix.
    init(qualified: ArraySlice<UInt8>) {
        let text = String(decoding: qualified, as: UTF8.self)
        guard let space = text.utf8.lastIndex(of: UInt8(ascii: " ")) else {
            self.init(.none, text.lowercased())
            return
        }
        self.init(Self.vocabulary(String(text[..<space])), text[text.utf8.index(after: space)...].lowercased())
    }

    static func dc(_ local: String) -> XMLName { XMLName(.dublinCore, local) }
    static func atom(_ local: String) -> XMLName { XMLName(.atom, local) }

    private static func vocabulary(_ space: String) -> Vocabulary {
        if let known = known[space.lowercased()] { return known }
        // RSS 0.90, 0.91 (Netscape), 1.0 and the modules of several years.
        let space = space.lowercased()
        if space.hasPrefix("http://purl.org/rss/1.0/modules/content") { return .content }
        if space.hasPrefix("http://purl.org/dc/") { return .dublinCore }
        if space.contains("netscape.com/rdf/simple") || space.contains("purl.org/net/rss1.1") || space.contains("backend.userland.com/rss") {
            return .rss
        }
        if space.contains("purl.org/atom/ns") { return .atom }
        if space.contains("mrss") { return .media }
        return .other
    }

    private static let known: [String: Vocabulary] = [
        "http://www.w3.org/2005/atom": .atom, "https://www.w3.org/2005/atom": .atom, "http://purl.org/atom/ns#": .atom, "atom": .atom,
        "http://purl.org/rss/1.0/": .rss, "http://blogs.law.harvard.edu/tech/rss": .rss, "http://cyber.law.harvard.edu/rss/": .rss,
        "http://my.netscape.com/rdf/simple/0.9/": .rss, "http://channel.netscape.com/rdf/simple/0.9/": .rss,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf, "rdf": .rdf, "http://purl.org/dc/elements/1.1/": .dublinCore,
        "http://purl.org/dc/elements/1.0/": .dublinCore, "http://purl.org/dc/terms/": .dublinCore, "dc": .dublinCore, "dcterms": .dublinCore,
        "http://purl.org/rss/1.0/modules/content/": .content, "content": .content, "http://www.w3.org/xml/1998/namespace": .xml, "xml": .xml,
        "http://www.w3.org/1999/xhtml": .xhtml, "xhtml": .xhtml, "http://search.yahoo.com/mrss/": .media, "media": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .podcast, "itunes": .podcast,
    ]
}
