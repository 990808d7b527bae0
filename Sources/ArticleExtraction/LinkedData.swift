import HTMLParsing

/// What a page's JSON-LD says of the article (schema.org), untrusted like the rest.
struct LinkedData {
    var headline: String?
    var authors: [String] = []
    var published: String?
    var modified: String?
    var language: String?
    var section: String?
    var publisher: String?

    init(_ document: HTMLDocument) {
        for script in document.elements(.script) where document.attribute(.type, of: script)?.lowercased().contains("ld+json") == true {
            let bytes = document.descendants(script).flatMap { document.bytes[document.textRange($0)] }
            guard bytes.count <= 1 << 20 else { continue }
            Self.articles(in: JSONText(bytes)).forEach { read($0) }
        }
    }

    private mutating func read(_ article: [String: JSONText]) {
        headline = headline ?? article["headline"]?.text ?? article["name"]?.text
        published = published ?? article["datePublished"]?.text ?? article["dateCreated"]?.text
        modified = modified ?? article["dateModified"]?.text
        language = language ?? article["inLanguage"]?.text
        section = section ?? article["articleSection"]?.text
        publisher = publisher ?? article["publisher"]?.names.first
        if authors.isEmpty { authors = (article["author"] ?? article["creator"])?.names ?? [] }
    }

    /// The objects that are articles, at the top, in a list or in an `@graph`.
    private static func articles(in value: JSONText) -> [[String: JSONText]] {
        var waiting = [value]
        var found: [[String: JSONText]] = []
        while let next = waiting.popLast() {
            switch next {
            case .list(let values): waiting += values.reversed()
            case .object(let fields):
                let types = fields["@type"]?.texts ?? []
                if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }) { found.append(fields) }
                for key in ["@graph", "mainEntity", "mainEntityOfPage"] { fields[key].map { waiting.append($0) } }
            default: break
            }
        }
        return found
    }
}
