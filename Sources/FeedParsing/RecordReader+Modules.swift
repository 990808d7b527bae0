// What other vocabularies add to RSS and Atom.
extension RecordReader {
    func readDublinCore(_ element: XMLDocument.Node, into record: inout FeedRecord, _ language: String?) {
        switch document.term(element) {
        case .title: record.title = record.title ?? text(element, "text/plain", language)
        case .description, .abstract: record.summary = record.summary ?? text(element, "text/html", language)
        case .creator, .author: if let person = people.read(element) { Self.add(person, to: &record.authors) }
        case .contributor: if let person = people.read(element) { record.contributors.append(person) }
        case .publisher: record.publisher = people.read(element) ?? record.publisher
        case .rights: record.rights = record.rights ?? text(element, "text/plain", language)
        case .subject: Self.add(FeedCategory(term: context.text(element)), to: &record.categories)
        case .language: record.language = FeedContext.tag(document.text(element)) ?? record.language
        case .identifier: record.identifier = record.identifier ?? context.text(element)
        case .date: record.dated = date(element) ?? record.dated
        case .created: record.created = date(element) ?? record.created
        case .issued: record.published = record.published ?? date(element)
        case .modified: record.updated = date(element) ?? record.updated
        case .valid: readValidity(element, into: &record)
        case .source: if record.sources.isEmpty, let text = text(element, "text/plain", language) { record.sources = [Self.named(text)] }
        default: readExtension(element, into: &record)
        }
    }

    private static func named(_ title: FeedText) -> FeedRecord {
        var record = FeedRecord()
        record.title = title
        return record
    }

    /// `start=…; end=…; scheme=W3C-DTF` (DCMI Period).
    private func readValidity(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        for part in document.text(element).split(separator: ";") {
            guard let equals = part.firstIndex(of: "="), let value = PlainText.trimmed(String(part[part.index(after: equals)...])) else { continue }
            switch PlainText.trimmed(String(part[..<equals])) {
            case "start": record.validFrom = FeedDate(value)
            case "end": record.validUntil = FeedDate(value)
            default: break
            }
        }
    }

    func readModule(_ element: XMLDocument.Node, into record: inout FeedRecord, _ language: String?) {
        switch document.vocabulary(element) {
        case .media: readMedia(element, into: &record, language)
        case .podcast, .podcastIndex: readPodcast(element, into: &record, language)
        case .georss, .geo, .gml: if let place = PlaceReader(context: context).read(element, beside: record.place) { record.place = place }
        case .chapters: readChapters(element, into: &record)
        case .creativeCommons, .licence: readLicence(element, into: &record)
        case .rsl: record.machineLicence = context.address(document.attribute(element, .href) ?? document.text(element), at: element)
        case .commentAPI: readComments(element, into: &record)
        case .slash: if document.term(element) == .comments { record.commentCount = context.text(element).flatMap { Int($0) } }
        case .threading: readThread(element, into: &record)
        case .admin:
            if document.term(element) == .generatoragent, let address = document.attribute(element, .rdf, .resource) {
                record.generator = record.generator ?? FeedGenerator(name: nil, address: context.address(address, at: element), version: nil)
            }
        default: readExtension(element, into: &record)
        }
    }

    /// More than any feed of ours has; the rest is passed over.
    private static let extensionLimit = 64

    private func readExtension(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        guard record.extensions.count < Self.extensionLimit else { return }
        let name = document.name(element)
        if name.local == "tags", name.vocabulary == .none || name.vocabulary == .other {
            if document.hasElements(element) {
                for child in document.children(element) { Self.add(FeedCategory(term: context.text(child)), to: &record.categories) }
            } else {
                addKeywords(document.text(element), scheme: nil, to: &record)
            }
        }
        record.extensions.append(FeedExtension(prefix: name.prefix, name: name.local, text: context.text(element) ?? ""))
    }

    private func readLicence(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        guard document.term(element) == .license else { return }
        let written = document.attribute(element, .rdf, .resource) ?? document.attribute(element, .resource) ?? document.text(element)
        if let address = context.address(written, at: element) { record.links.append(FeedLink(address: address, relation: "license")) }
    }

    private func readComments(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        switch document.term(element) {
        case .comment: record.commentService = context.address(document.text(element), at: element)
        case .commentrss: record.commentFeed = context.address(document.text(element), at: element)
        default: break
        }
    }

    private func readThread(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        switch document.term(element) {
        case .inReplyTo: record.inReplyTo = document.attribute(element, .ref) ?? context.address(document.attribute(element, .href), at: element)
        case .total: record.commentCount = context.text(element).flatMap { Int($0) }
        default: break
        }
    }

    private func readChapters(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        // The first list counts.
        guard document.term(element) == .chapters, record.chapters.isEmpty else { return }
        record.chapterVersion = document.attribute(element, .version)
        for child in document.children(element) where document.term(child) == .chapter {
            let start = document.attribute(child, .start)
            record.chapters.append(
                FeedChapter(
                    title: document.attribute(child, .title), start: start, milliseconds: start.flatMap(PlayTime.milliseconds),
                    address: context.address(document.attribute(child, .href), at: child), image: document.attribute(child, .image)))
        }
    }
}

/// Normal play time (RFC 2326, section 3.6): `12`, `03:07.25`, `01:20:00.250`.
enum PlayTime {
    static func milliseconds(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), let last = parts.last else { return nil }
        var total = 0
        for part in parts.dropLast() {
            guard part.utf8.count <= 4, let number = Int(part), number >= 0 else { return nil }
            total = total * 60 + number
        }
        let seconds = last.split(separator: ".", omittingEmptySubsequences: false)
        guard seconds.count <= 2, seconds[0].utf8.count <= 9, let whole = Int(seconds[0]), whole >= 0 else { return nil }
        var thousandths = 0
        if seconds.count == 2 {
            guard let digits = Int((seconds[1] + "000").prefix(3)) else { return nil }
            thousandths = digits
        }
        return (total * 60 + whole) * 1000 + thousandths
    }
}
