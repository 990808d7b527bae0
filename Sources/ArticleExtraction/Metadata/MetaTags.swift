import HTMLParsing

/// The `<meta>` and `<link>` elements of a page by name, lower case; of a name that stands several times the first counts, but every author.
struct MetaTags {
    private var values: [String: String] = [:]
    /// In the order of the page, with the vocabulary that names them.
    private(set) var authors: [(vocabulary: AuthorSign, text: String)] = []
    /// `article:tag`, all of them.
    private(set) var tags: [String] = []
    private(set) var canonical: String?
    /// Where the page's own AMP or full form stands: the same article on another host.
    private(set) var twin: String?

    subscript(names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

    func value(_ name: String) -> String? { values[name] }

    mutating func read(_ document: HTMLDocument, _ node: Int) {
        guard let range = document.attributeRange(.content, of: node), range.count <= 4096 else { return }
        let content = Whitespace.normalised(String(decoding: document.bytes[range], as: UTF8.self))
        guard !content.isEmpty else { return }
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            guard let place = document.attributeRange(attribute, of: node), place.count <= 100 else { continue }
            let written = Phrases.lowered(document.bytes[place])
            let name = attribute == .itemprop ? "itemprop:" + written : written
            // Nothing outside the content may decide what the page says: keep what stands, as text.
            if values[name] == nil { values[name] = content }
            if name == "article:tag", tags.count < 40 { tags.append(content) }
            if let vocabulary = Self.authorNames[name], !authors.contains(where: { $0.vocabulary == vocabulary && $0.text == content }) {
                authors.append((vocabulary, content))
            }
        }
    }

    mutating func readLink(_ document: HTMLDocument, _ node: Int) {
        guard let rel = document.attributeRange(.rel, of: node), let href = document.attribute(.href, of: node) else { return }
        if ByteText.isEqual(document.bytes[rel], Array("canonical".utf8)) {
            canonical = canonical ?? href
        } else if ByteText.isEqual(document.bytes[rel], Array("amphtml".utf8)) {
            twin = twin ?? href
        }
    }

    private static let authorNames: [String: AuthorSign] = [
        "author": .metaAuthor, "article:author": .openGraph, "og:author": .openGraph, "article:author_name": .openGraph, "author_name": .metaAuthor,
        "dc.creator": .dublinCore, "dc:creator": .dublinCore, "dcterms.creator": .dublinCore, "dc.contributor": .dublinCore,
        "dcterms.contributor": .dublinCore, "dc.author": .dublinCore,
        "parsely-author": .metaVendor, "sailthru.author": .metaVendor, "byl": .metaVendor, "citation_author": .metaVendor,
        "cxenseparse:author": .metaVendor, "cxenseparse:recs:author": .metaVendor, "authors": .metaVendor, "article.author": .metaVendor,
        "article_author": .metaVendor, "shareaholic:article_author_name": .metaVendor, "rbauthors": .metaVendor, "author-name": .metaVendor,
        "itemprop:author": .property, "itemprop:creator": .property,
    ]

    /// What an `itemprop` or RDFa `property` says, with or without its vocabulary before it.
    static func property(_ name: ArraySlice<UInt8>) -> PageMark.Sign? {
        guard name.count <= 60 else { return nil }
        let plain = name.lastIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }.map { name[($0 + 1)...] } ?? name
        for (sign, known) in properties where ByteText.isEqual(plain, known) { return sign }
        return nil
    }

    private static let properties: [(PageMark.Sign, [UInt8])] = [
        (.published, "datepublished"), (.modified, "datemodified"), (.created, "datecreated"), (.headline, "headline"), (.author, "author"),
        (.author, "creator"), (.name, "name"), (.section, "articlesection"), (.published, "issued"), (.published, "published_time"),
        (.modified, "modified_time"),
    ].map { ($0, Array($1.utf8)) }
}
