public import BriefModel

/// The forms a feed of editions can take.
public enum FeedFormat: Hashable, Sendable {
    /// RFC 4287.
    case atom
    /// JSON Feed 1.1.
    case json
}

/// The editions of a topic as a feed; each keeps its identifier whatever is added.
public struct EditionFeed {
    /// A brief as it was kept: the moment it looked back from, and its JSON.
    public struct Kept {
        public let asOf: Timestamp
        public let json: String

        public init(asOf: Timestamp, json: String) {
            self.asOf = asOf
            self.json = json
        }
    }

    let title: String
    let slug: String
    let marking: TrafficLight?
    private let address: String?
    private let page: ((Timestamp) -> String)?
    /// Newest first; those whose JSON is not a brief are left out.
    let entries: [(asOf: Timestamp, edition: PublishedEdition)]

    /// A reader needs the newest; older ones stay in the library.
    private static let shownEditions = 30

    /// - Parameters:
    ///   - address: where this feed is to be had, so that whoever was handed it can follow it; nil where that is not known.
    ///   - page: where an edition is shown; nil where it is shown nowhere.
    public init(
        title: String, slug: String, editions: [Kept], marking: TrafficLight?, address: String? = nil, page: ((Timestamp) -> String)? = nil
    ) {
        self.address = address
        self.page = page
        self.title = title
        self.slug = slug
        self.marking = marking
        entries = editions.sorted { $1.asOf < $0.asOf }.prefix(Self.shownEditions).compactMap { kept in
            PublishedEdition(json: kept.json.utf8).map { (kept.asOf, $0) }
        }
    }

    /// The feed as UTF-8; equal editions give equal bytes.
    public func document(as format: FeedFormat) -> [UInt8] {
        switch format {
        case .atom: atom()
        case .json: json()
        }
    }

    private var identifier: String { "urn:uuid:\(NameUUID("feed", slug))" }

    private func identifier(of moment: Timestamp) -> String { "urn:uuid:\(NameUUID("edition", slug, moment.description))" }

    private func content(of edition: PublishedEdition) -> String {
        var html = HTMLWriter(capacity: 1 << 15)
        EditionFragment(edition, marking: marking).write(hasTitle: false, to: &html)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    private func atom() -> [UInt8] {
        var xml = XMLWriter()
        xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": "en-GB"]) { xml in
            xml.element("id", text: identifier)
            xml.element("title", text: title)
            if let address { xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": address]) }
            xml.element("updated", text: (entries.first?.asOf ?? Timestamp(secondsSince1970: 0)).description)
            xml.element("author") { $0.element("name", text: "Big Picture") }
            xml.element("generator", text: "Big Picture")
            category(to: &xml)
            for (moment, edition) in entries {
                xml.element("entry") { xml in
                    xml.element("id", text: identifier(of: moment))
                    xml.element("title", text: edition.headline.text)
                    if let page { xml.empty("link", ["rel": "alternate", "type": "text/html", "href": page(moment)]) }
                    xml.element("published", text: moment.description)
                    xml.element("updated", text: moment.description)
                    category(to: &xml)
                    xml.element("summary", text: edition.summary)
                    xml.element("content", ["type": "html"], text: content(of: edition))
                }
            }
        }
        xml.verbatim("\n")
        return xml.bytes
    }

    private func category(to xml: inout XMLWriter) {
        guard let marking else { return }
        xml.empty("category", ["scheme": "https://www.first.org/tlp/", "term": marking.label, "label": marking.rule])
    }

    private func json() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("version", "https://jsonfeed.org/version/1.1")
            json.field("title", title)
            if let address { json.field("feed_url", address) }
            json.field(
                "description", "Editions of a brief whose every sentence leads to its source." + (marking.map { " \($0.label). \($0.rule)" } ?? ""))
            json.field("language", "en-GB")
            json.array("authors", ["Big Picture"]) { json, name in json.object { $0.field("name", name) } }
            json.array("items", entries) { json, entry in
                json.object { json in
                    json.field("id", identifier(of: entry.asOf))
                    if let page { json.field("url", page(entry.asOf)) }
                    json.field("title", entry.edition.headline.text)
                    json.field("date_published", entry.asOf.description)
                    json.field("date_modified", entry.asOf.description)
                    if let marking { json.field("tags", [marking.label]) }
                    json.field("summary", entry.edition.summary)
                    json.field("content_html", content(of: entry.edition))
                }
            }
        }
        json.newline()
        return json.bytes
    }
}
