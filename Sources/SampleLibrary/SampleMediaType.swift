/// What a sample outlet's server says a file is.
enum SampleMediaType: String {
    case html = "text/html"
    case plain = "text/plain"
    case pdf = "application/pdf"
    case rss = "application/rss+xml"
    case atom = "application/atom+xml"
    case rdf = "application/rdf+xml"
    case jsonFeed = "application/feed+json"
    case opml = "text/x-opml"
    case xml = "application/xml"

    init(name: String, bytes: [UInt8]) {
        switch name.split(separator: ".").last.map(String.init) {
        case "pdf": self = .pdf
        case "txt": self = .plain
        case "json": self = .jsonFeed
        case "opml": self = .opml
        case "xml", "rss", "atom", "rdf": self = Self.xml(bytes)
        default: self = .html
        }
    }

    /// By the root element; outlets name their feeds as they like.
    private static func xml(_ bytes: [UInt8]) -> SampleMediaType {
        let head = String(decoding: bytes.prefix(1024), as: UTF8.self)
        if head.contains("<rss") { return .rss }
        if head.contains("<feed") { return .atom }
        return head.contains("<rdf:RDF") ? .rdf : .xml
    }

    /// The Content-Type field. Two outlets write windows-1252 and say so, one writes GB18030 and does not say, the rest write UTF-8.
    func field(outlet: String) -> String {
        switch (self, outlet) {
        case (.pdf, _), (_, "linjiang-keji"): rawValue
        case (_, "tern-valley-courier"), (_, "ostwind-rundschau"): rawValue + "; charset=windows-1252"
        default: rawValue + "; charset=utf-8"
        }
    }
}
