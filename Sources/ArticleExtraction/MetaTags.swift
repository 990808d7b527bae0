import HTMLParsing

/// The `<meta>` elements and microdata of a page by name, lower case; the first of each counts.
struct MetaTags {
    private var values: [String: String] = [:]
    private(set) var authors: [String] = []
    private(set) var canonical: String?

    init(_ map: PageMap) {
        let document = map.document
        for node in document.nodes where document.isElement(node) {
            switch document.tag(node) {
            case .meta: readMeta(document, node)
            case .link where document.attribute(.rel, of: node)?.lowercased() == "canonical":
                canonical = canonical ?? document.attribute(.href, of: node)
            default: if document.has(.itemprop, node) { readProperty(document, node) }
            }
        }
    }

    subscript(names: String...) -> String? { names.lazy.compactMap { values[$0] }.first }

    private mutating func readMeta(_ document: HTMLDocument, _ node: Int) {
        guard let content = document.attribute(.content, of: node).map(Whitespace.normalised), !content.isEmpty else { return }
        for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
            guard let name = document.attribute(attribute, of: node)?.lowercased() else { continue }
            // Nothing outside the content may decide what the page says: keep what stands, as text.
            if values[name] == nil { values[name] = content }
            if Self.authorNames.contains(name), !content.hasPrefix("http"), !authors.contains(content) { authors.append(content) }
        }
    }

    private mutating func readProperty(_ document: HTMLDocument, _ node: Int) {
        guard let name = document.attribute(.itemprop, of: node) else { return }
        let value: String
        switch name {
        case "datePublished", "dateModified", "dateCreated":
            value = document.attribute(.datetime, of: node) ?? document.attribute(.content, of: node) ?? document.textContent(node)
        case "headline", "articleSection": value = document.attribute(.content, of: node) ?? document.textContent(node)
        default: return
        }
        let tidy = Whitespace.normalised(value)
        if values["itemprop:" + name] == nil, !tidy.isEmpty, tidy.utf8.count < 500 { values["itemprop:" + name] = tidy }
    }

    private static let authorNames: Set<String> = [
        "author", "article:author", "dc.creator", "dc.contributor", "dcterms.creator", "parsely-author", "sailthru.author", "byl", "citation_author",
        "authors", "article.author", "twitter:data1:author",
    ]
}
