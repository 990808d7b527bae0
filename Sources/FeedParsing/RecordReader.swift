/// Reads what a feed says of itself or of an item, element by element, whichever vocabularies it mixes.
struct RecordReader {
    let context: FeedContext
    var document: XMLDocument { context.document }
    private var texts: TextReader { TextReader(context: context) }
    var people: PersonReader { PersonReader(context: context) }

    init(context: FeedContext) { self.context = context }

    func feed(_ channel: XMLDocument.Node) -> FeedRecord {
        var record = FeedRecord()
        readAttributes(channel, into: &record)
        for child in document.children(channel) { read(child, into: &record, isItem: false) }
        finish(&record)
        return record
    }

    func item(_ item: XMLDocument.Node, feedLanguage: String?) -> FeedRecord {
        var record = FeedRecord()
        readAttributes(item, into: &record)
        for child in document.children(item) { read(child, into: &record, isItem: true, language: feedLanguage) }
        record.language = record.language ?? context.language(item, inherited: feedLanguage)
        finish(&record)
        return record
    }

    /// CDF and RDF say in attributes what others say in elements.
    private func readAttributes(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        let own = document.records[element]
        guard own.lower < own.upper else { return }
        if let about = document.attribute(element, .rdf, .about) { record.identifier = context.address(about, at: element) }
        guard document.vocabulary(element) == .none else { return }
        if let link = context.address(document.attribute(element, .href), at: element) {
            record.links.append(FeedLink(address: link, type: "text/html"))
            record.link = link
        }
        if let date = document.attribute(element, .lastmod).flatMap(PlainText.trimmed) { record.updated = FeedDate(date) }
    }

    private func finish(_ record: inout FeedRecord) {
        if record.link == nil {
            let page = record.links.first { $0.relation == "alternate" && ($0.type ?? "text/html").contains("html") }
            record.link = (page ?? record.links.first { $0.relation == "alternate" })?.address
        }
        if record.link == nil, record.isIdentifierLink { record.link = record.identifier }
        if let person = record.podcast?.author, record.authors.isEmpty { record.authors = [PersonReader.parse(person)] }
        if record.image == nil, let address = record.podcast?.image { record.image = FeedImage(address: address) }
    }

    // MARK: One element

    func read(_ element: XMLDocument.Node, into record: inout FeedRecord, isItem: Bool, language: String? = nil) {
        let language = language ?? record.language ?? context.language
        switch document.vocabulary(element) {
        case .none, .rss, .atom, .rdf: readCore(element, into: &record, isItem: isItem, language)
        case .content: if document.term(element) == .encoded { addContent(element, "text/html", to: &record, language) }
        case .xhtml:
            if document.term(element) == .body || document.term(element) == .div {
                addContent(element, "application/xhtml+xml", to: &record, language)
            }
        case .dublinCore, .dublinCoreTerms: readDublinCore(element, into: &record, language)
        default: readModule(element, into: &record, language)
        }
    }

    private func readCore(_ element: XMLDocument.Node, into record: inout FeedRecord, isItem: Bool, _ language: String?) {
        let isAtom = context.isAtom || document.vocabulary(element) == .atom
        switch document.term(element) {
        case .title: record.title = text(element, "text/plain", language) ?? record.title
        case .subtitle, .tagline: record.summary = text(element, "text/plain", language) ?? record.summary
        case .description: readDescription(element, "text/html", into: &record, language)
        case .abstract: record.summary = text(element, "text/plain", language) ?? record.summary
        case .summary: readDescription(element, "text/plain", into: &record, language)
        case .content where isAtom: addContent(element, "text/plain", to: &record, language)
        case .content: if document.attribute(element, .src) == nil { addContent(element, "text/plain", to: &record, language) }
        case .body, .div: addContent(element, "application/xhtml+xml", to: &record, language)
        case .fullitem, .encoded: addContent(element, "text/html", to: &record, language)
        case .info: record.info = text(element, "text/plain", language) ?? record.info
        case .rights, .copyright: record.rights = text(element, "text/plain", language) ?? record.rights
        case .link: readLink(element, into: &record)
        case .url: if let address = context.address(document.text(element), at: element) { record.links.append(FeedLink(address: address)) }
        case .id: record.identifier = context.address(document.text(element), at: element) ?? record.identifier
        case .guid: readIdentifier(element, into: &record)
        case .comments: record.comments = context.address(document.text(element), at: element) ?? record.comments
        case .docs: record.documentation = context.address(document.text(element), at: element) ?? record.documentation
        case .author, .managingeditor: if let person = people.read(element) { Self.add(person, to: &record.authors) }
        case .contributor: if let person = people.read(element) { record.contributors.append(person) }
        case .webmaster, .publisher: record.publisher = people.read(element) ?? record.publisher
        case .pubdate, .published, .issued: record.published = date(element) ?? record.published
        case .updated, .modified, .lastbuilddate, .lastmod: record.updated = date(element) ?? record.updated
        case .created: record.created = date(element) ?? record.created
        case .expirationdate: record.expires = date(element) ?? record.expires
        case .category: readCategory(element, into: &record)
        case .language: record.language = FeedContext.tag(document.text(element)) ?? record.language
        case .generator: record.generator = generator(element) ?? record.generator
        case .image: record.image = image(element, language)
        case .icon: record.icon = context.address(document.text(element), at: element)
        case .logo: record.logo = context.address(document.text(element), at: element)
        case .ttl: record.timeToLive = context.text(element).flatMap { Int($0) }
        case .cloud: record.cloud = cloud(element)
        case .textinput: record.textInput = textInput(element, language)
        case .enclosure: readEnclosure(element, into: &record)
        case .source: record.sources = [source(element, language)]
        case .item, .entry, .items, .channel, .skiphours, .skipdays, .rating: break
        default: readModule(element, into: &record, language)
        }
    }

    func text(_ element: XMLDocument.Node, _ usual: String, _ language: String?) -> FeedText? {
        texts.read(element, usual: usual, inherited: language)
    }

    func date(_ element: XMLDocument.Node) -> FeedDate? { context.text(element).map { FeedDate($0) } }

    static func add(_ person: FeedPerson, to people: inout [FeedPerson]) { if !people.contains(person) { people.append(person) } }

    /// A second description is the longer form: the content.
    private func readDescription(_ element: XMLDocument.Node, _ usual: String, into record: inout FeedRecord, _ language: String?) {
        guard let text = text(element, usual, language) else { return }
        if record.summary != nil, record.contents.isEmpty { record.contents.append(text) } else { record.summary = text }
    }

    func addContent(_ element: XMLDocument.Node, _ usual: String, to record: inout FeedRecord, _ language: String?) {
        if let source = document.attribute(element, .src) {
            if let address = context.address(source, at: element) {
                record.links.append(FeedLink(address: address, type: document.attribute(element, .type)))
            }
            return
        }
        if let text = text(element, usual, language) { record.contents.append(text) }
    }

    private func source(_ element: XMLDocument.Node, _ language: String?) -> FeedRecord {
        var record = FeedRecord()
        for child in document.children(element) { read(child, into: &record, isItem: false, language: language) }
        // RSS: the title as text, the feed's address as an attribute.
        if let address = context.address(document.attribute(element, .url), at: element) {
            record.links.append(FeedLink(address: address, relation: "self"))
            record.title = text(element, "text/plain", language)
        }
        record.language = record.language ?? context.language(element, inherited: language)
        finish(&record)
        return record
    }
}
