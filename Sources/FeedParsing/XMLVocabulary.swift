/// The vocabularies (namespaces) feeds are written in. `none` also stands for a default namespace nobody knows: many feeds invent one.
enum XMLVocabulary: UInt8, Hashable {
    case none, atom, rss, rdf, dublinCore, dublinCoreTerms, content, xml, xmlns, xhtml, svg, mathML, xlink, media, podcast, podcastIndex, georss
    case geo, gml, syndication, slash, commentAPI, creativeCommons, licence, rsl, threading, chapters, admin, other

    /// What prefixes mean by custom, for feeds that forget to declare them.
    static func customary(prefix: String) -> XMLVocabulary? { customary[prefix] }

    static func of(namespace: String) -> XMLVocabulary {
        let name = namespace.lowercased()
        if let known = known[name] { return known }
        // RSS 0.90, 0.91 (Netscape), 1.0 and the modules of several years.
        for (part, vocabulary) in families where PlainText.contains(name, part) { return vocabulary }
        return .other
    }

    private static let known: [String: XMLVocabulary] = [
        "http://www.w3.org/2005/atom": .atom, "https://www.w3.org/2005/atom": .atom, "http://purl.org/rss/1.0/": .rss,
        "http://blogs.law.harvard.edu/tech/rss": .rss, "http://cyber.law.harvard.edu/rss/": .rss,
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf, "http://purl.org/dc/terms/": .dublinCoreTerms,
        "http://www.w3.org/xml/1998/namespace": .xml, "http://www.w3.org/1999/xhtml": .xhtml, "http://www.w3.org/2000/svg": .svg,
        "http://www.w3.org/1998/math/mathml": .mathML, "http://www.w3.org/1999/xlink": .xlink, "http://www.georss.org/georss": .georss,
        "http://www.opengis.net/gml": .gml, "http://www.w3.org/2003/01/geo/wgs84_pos#": .geo, "http://wellformedweb.org/commentapi/": .commentAPI,
        "http://web.resource.org/cc/": .licence, "http://creativecommons.org/ns#": .licence, "http://podlove.org/simple-chapters": .chapters,
        "http://purl.org/syndication/thread/1.0": .threading, "https://rslstandard.org/rsl": .rsl,
        "https://podcastindex.org/namespace/1.0": .podcastIndex,
        "http://www.w3.org/1999/xhtml/": .xhtml, "http://purl.org/atom/ns#": .atom, "http://purl.org/dc/elements/1.1/": .dublinCore,
        "http://purl.org/rss/1.0/modules/content/": .content, "http://purl.org/rss/1.0/modules/syndication/": .syndication,
        "http://purl.org/rss/1.0/modules/slash/": .slash, "http://search.yahoo.com/mrss/": .media,
        "http://www.itunes.com/dtds/podcast-1.0.dtd": .podcast,
    ]

    private static let families: [(StaticString, XMLVocabulary)] = [
        ("purl.org/rss/1.0/modules/content", .content), ("purl.org/rss/1.0/modules/syndication", .syndication),
        ("purl.org/rss/1.0/modules/slash", .slash), ("purl.org/rss/1.0/modules/dcterms", .dublinCoreTerms), ("purl.org/dc/", .dublinCore),
        ("netscape.com/rdf/simple", .rss), ("purl.org/net/rss1.1", .rss), ("backend.userland.com/rss", .rss), ("purl.org/atom/ns", .atom),
        ("creativecommonsrssmodule", .creativeCommons), ("www.itunes.com/dtds/podcast", .podcast), ("example.com/dtds/podcast", .podcast),
        ("mrss", .media), ("webns.net/mvcb", .admin), ("rslstandard.org", .rsl), ("podcastindex", .podcastIndex),
        ("podlove.org/simple-chapters", .chapters),
    ]

    private static let customary: [String: XMLVocabulary] = [
        "xml": .xml, "xmlns": .xmlns, "atom": .atom, "rdf": .rdf, "dc": .dublinCore, "dcterms": .dublinCoreTerms, "content": .content,
        "xhtml": .xhtml, "media": .media, "itunes": .podcast, "podcast": .podcastIndex, "georss": .georss, "geo": .geo, "gml": .gml,
        "sy": .syndication, "slash": .slash, "wfw": .commentAPI, "creativecommons": .creativeCommons, "cc": .licence, "thr": .threading,
        "psc": .chapters, "rss": .rss, "svg": .svg, "math": .mathML, "xlink": .xlink, "admin": .admin, "rsl": .rsl,
    ]
}

/// A qualified name as it stands in a document, with what it means there.
struct XMLName: Hashable {
    let vocabulary: XMLVocabulary
    /// `.other` for a name no vocabulary of feeds uses.
    let term: XMLTerm
    let prefix: String
    /// As written.
    let local: String
}
