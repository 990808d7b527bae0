import BriefModel
import HTMLParsing

/// The places a page can say when it was published, best first, reconciled into one moment.
struct DateCandidates {
    private var found: [WrittenDate] = []

    init(_ map: PageMap, meta: MetaTags, data: LinkedData, byline: [String], root: Int, address: WebAddress?) {
        add(data.published)
        add(meta["article:published_time", "og:article:published_time", "article:published", "og:published_time"])
        add(meta["itemprop:datePublished"])
        add(Self.names.lazy.compactMap { meta[$0] }.first)
        for text in byline { add(in: text) }
        addTimes(map, root)
        add(meta["itemprop:dateCreated", "date", "last-modified", "revised"])
        if found.isEmpty { address.map { addPath($0.path) } }
        if found.isEmpty { addHead(map) }
    }

    /// The best candidate; where it only knows the day, the time another gives for that same day.
    var published: Timestamp? {
        guard let best = found.first else { return nil }
        if best.hasTime { return best.timestamp }
        return (found.first { $0.hasTime && $0.timestamp.day == best.timestamp.day } ?? best).timestamp
    }

    private mutating func add(_ text: String?) {
        if let date = text.flatMap({ WrittenDate.parse($0) }) { found.append(date) }
    }

    private mutating func add(in text: String) {
        if let date = WrittenDate.first(in: text.utf8) { found.append(date) }
    }

    /// `<time>` in or above the text; those of comments and related stories are furniture and already out.
    private mutating func addTimes(_ map: PageMap, _ root: Int) {
        let document = map.document
        for node in document.elements(.time) {
            guard map.isReadable(node) || map.isInByline(node) else { continue }
            add(document.attribute(.datetime, of: node) ?? document.textContent(node))
        }
    }

    /// /2026/02/24/ or /2026-02-24-: what many systems put into an address.
    private mutating func addPath(_ path: String) {
        let numbers = path.split { !("0"..."9").contains($0) }
        for place in numbers.indices.dropLast(2) where numbers[place].utf8.count == 4 {
            let (year, month, day) = (numbers[place], numbers[place + 1], numbers[place + 2])
            if month.utf8.count == 2, day.utf8.count == 2 { add("\(year)-\(month)-\(day)") }
        }
    }

    /// The first date in visible text that stands alone or behind a word for publishing.
    private mutating func addHead(_ map: PageMap) {
        for block in BlockReader.blocks(map, in: 0).prefix(40) where block.text.count <= 160 {
            guard let date = WrittenDate.first(in: block.text) else { continue }
            if block.text.count - date.range.count <= 60 || BylineWords.openings.open(block.text) {
                found.append(date)
                return
            }
        }
    }

    private static let names = [
        "publishdate", "publish_date", "publish-date", "pubdate", "publication_date", "publicationdate", "published_time", "dc.date.issued",
        "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "parsely-pub-date", "sailthru.date", "citation_date",
        "citation_publication_date", "article.published", "article_date_original", "originalpublicationdate", "datepublished",
        "cxenseparse:recs:publishtime",
        "ptime", "displaydate", "created",
    ]
}

extension PageMap {
    /// Neither it nor anything above it is left out.
    func isReadable(_ node: Int) -> Bool { firstSkipped(above: node) == nil }

    /// It stands in an element that calls itself a byline.
    func isInByline(_ node: Int) -> Bool { firstSkipped(above: node).map { roles[$0] == .byline } ?? false }

    private func firstSkipped(above node: Int) -> Int? {
        var next: Int? = node
        while let here = next {
            if isSkipped(here) { return here }
            next = document.parent(here)
        }
        return nil
    }
}
