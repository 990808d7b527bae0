import BriefModel
import HTMLParsing

/// One thing a page's JSON-LD describes (schema.org), untrusted like the rest.
struct LinkedThing {
    enum Kind { case article, page, other }

    var kind = Kind.other
    var headline: String?
    var name: String?
    var authors: [LinkedName] = []
    var published: String?
    var created: String?
    var modified: String?
    var language: String?
    var section: String?
    var publisher: String?
    /// What it says its address is.
    var addresses: [String] = []
    var isFree: Bool?
    var keywords: [String] = []
    /// Its whole text, markup and line breaks as they are; only read when asked for.
    var text: String?
}

struct LinkedName: Hashable {
    enum Kind { case person, organization, unknown }

    let text: String
    let kind: Kind
}

/// What a page's JSON-LD says: the thing that is the page's article, and the rest.
struct LinkedData {
    private(set) var things: [LinkedThing] = []
    /// The one whose address or headline is the page's, else the first article, else the first page.
    private(set) var main: LinkedThing?
    /// Several articles, and none known to be this one: a list of links to others.
    private(set) var isUncertain = false
    private var persons: [String: [LinkedName]] = [:]

    /// Scripts together may be this long; articles need a hundredth.
    private static let mostBytes = 4 << 20

    /// - Parameter withText: whether `articleBody` is read, which is often longer than all the rest.
    init(_ document: HTMLDocument, scripts: [Int], addresses: [WebAddress], titles: [String], withText: Bool = false) {
        let keys = withText ? Self.keys.union(["articleBody"]) : Self.keys
        var left = Self.mostBytes
        var objects: [[String: JSONText]] = []
        for script in scripts {
            for inner in document.descendants(script) where document.isText(inner) {
                let range = document.textRange(inner)
                left -= range.count
                guard left > 0 else { break }
                Self.objects(in: JSONText(document.bytes[range], keeping: keys), into: &objects)
            }
        }
        for object in objects {
            if let id = object["@id"]?.text, object["name"] != nil, persons[id] == nil { persons[id] = Self.names(.object(object), [:]) }
        }
        things = objects.compactMap(thing)
        choose(addresses, titles)
    }

    private mutating func choose(_ addresses: [WebAddress], _ titles: [String]) {
        let articles = things.filter { $0.kind == .article }
        let keys = titles.map { Array(Folding.key($0).utf8) }.filter { $0.count >= 8 }
        let fitting = articles.first { thing in
            if let key = thing.headline.map({ Array(Folding.key($0).utf8) }), key.count >= 8,
                keys.contains(where: { ByteText.holds($0, key) || ByteText.holds(key, $0) })
            {
                return true
            }
            return thing.addresses.contains { own in addresses.contains { $0.path.utf8.count > 1 && WebAddress(own)?.path == $0.path } }
        }
        isUncertain = fitting == nil && articles.count > 1
        main = fitting ?? articles.first ?? things.first { $0.kind == .page } ?? things.first { $0.published != nil || !$0.authors.isEmpty }
    }

    private static let keys: Set<String> = [
        "@type", "@id", "@graph", "@value", "mainEntity", "mainEntityOfPage", "headline", "name", "author", "creator", "datePublished", "dateCreated",
        "dateModified", "uploadDate", "inLanguage", "articleSection", "publisher", "url", "isAccessibleForFree", "keywords", "givenName",
        "familyName", "hasPart", "sourceOrganization",
    ]

    /// All objects at the top, in lists, in an `@graph` or as a page's main entity.
    private static func objects(in value: JSONText, into found: inout [[String: JSONText]]) {
        var waiting = [value]
        while let next = waiting.popLast(), found.count < 2000 {
            switch next {
            case .list(let values): waiting += values.reversed()
            case .object(let fields):
                found.append(fields)
                for key in ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"] { fields[key].map { waiting.append($0) } }
            default: break
            }
        }
    }

    private func thing(_ fields: [String: JSONText]) -> LinkedThing? {
        guard let types = fields["@type"]?.texts, !types.isEmpty else { return nil }
        var thing = LinkedThing()
        if types.contains(where: { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" || $0 == "Recipe" || $0 == "HowTo" }) {
            thing.kind = .article
        } else if types.contains(where: { $0.hasSuffix("Page") }) {
            thing.kind = .page
        } else if types.contains(where: Self.parts.contains) {
            return nil
        }
        thing.headline = fields["headline"]?.text.map(MarkupText.plain)
        thing.name = fields["name"]?.text.map(MarkupText.plain)
        thing.published = fields["datePublished"]?.date ?? fields["uploadDate"]?.date
        thing.created = fields["dateCreated"]?.date
        thing.modified = fields["dateModified"]?.date
        thing.language = fields["inLanguage"]?.text ?? fields["inLanguage"]?.fields?["name"]?.text
        thing.section = fields["articleSection"]?.text.map(MarkupText.plain)
        thing.publisher = fields["publisher"].flatMap { Self.names($0, persons).first?.text }
        thing.authors = (fields["author"] ?? fields["creator"]).map { Self.names($0, persons) } ?? []
        let page = fields["mainEntityOfPage"]
        thing.addresses = [fields["url"]?.text, fields["@id"]?.text, page?.text, page?.fields?["@id"]?.text, page?.fields?["url"]?.text].compactMap {
            $0
        }
        thing.keywords = fields["keywords"]?.texts ?? []
        thing.text = fields["articleBody"]?.texts.joined(separator: "\n")
        thing.isFree = fields["isAccessibleForFree"]?.truth
        return thing
    }

    /// What pages describe beside their article: its dates and authors are its own.
    private static let parts: Set<String> = [
        "ImageObject", "WebSite", "Product", "Event", "Review", "Comment", "Person", "Organization", "NewsMediaOrganization", "LocalBusiness",
        "BreadcrumbList", "ListItem", "ItemList", "Offer", "AggregateRating", "Rating", "SearchAction",
    ]

    /// Names of persons or bodies: plain text, objects with a `name`, or references to such an object.
    private static func names(_ value: JSONText, _ known: [String: [LinkedName]]) -> [LinkedName] {
        value.members.prefix(50).flatMap { member -> [LinkedName] in
            switch member {
            case .text(let text): return known[text] ?? [LinkedName(text: MarkupText.plain(text), kind: .unknown)]
            case .object(let fields):
                let parts = [fields["givenName"]?.text, fields["familyName"]?.text].compactMap { $0 }.joined(separator: " ")
                let names = fields["name"]?.texts ?? (parts.isEmpty ? [] : [parts])
                if names.isEmpty, let id = fields["@id"]?.text { return known[id] ?? [] }
                let types = fields["@type"]?.texts ?? []
                let kind: LinkedName.Kind =
                    types.contains("Person") ? .person : types.contains { $0.hasSuffix("Organization") } ? .organization : .unknown
                return names.map { LinkedName(text: MarkupText.plain($0), kind: kind) }
            default: return []
            }
        }
    }
}

extension JSONText {
    /// A date as text, or as `{"@value": …}`.
    var date: String? { text ?? fields?["@value"]?.text }

    /// true, "True", "https://schema.org/True".
    var truth: Bool? {
        switch self {
        case .flag(let flag): flag
        case .text(let text): text.lowercased().hasSuffix("true") ? true : text.lowercased().hasSuffix("false") ? false : nil
        default: nil
        }
    }
}

/// Text that may hold markup: some systems escape twice (`&amp;quot;`), some leave tags in titles.
enum MarkupText {
    static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") }) else { return Whitespace.normalised(text) }
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: Array(text.utf8.prefix(4096)))
            return Whitespace.normalised(document.textContent(0))
        } catch {
            return Whitespace.normalised(text)
        }
    }
}
