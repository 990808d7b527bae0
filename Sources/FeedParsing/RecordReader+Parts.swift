// Links, identifiers, categories and the smaller parts of RSS and Atom.
extension RecordReader {
    func readLink(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        let href = document.attribute(element, .href)
        let written = href ?? document.text(element)
        guard let address = context.address(written, at: element) else { return }
        guard href != nil || document.vocabulary(element) == .atom else {
            // RSS: the text is the address of the page.
            record.links.append(FeedLink(address: address, type: "text/html"))
            record.link = record.link ?? address
            return
        }
        let relation = document.attribute(element, .rel).flatMap(PlainText.tidy) ?? "alternate"
        var type = document.attribute(element, .type).flatMap(PlainText.tidy)
        if type == nil { type = relation == "self" ? "application/atom+xml" : "text/html" }
        record.links.append(
            FeedLink(
                address: address, relation: relation, type: type, title: document.attribute(element, .title),
                language: document.attribute(element, .hreflang), length: document.attribute(element, .length)))
    }

    func readIdentifier(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        guard let text = context.text(element) else { return }
        let isLink = document.attribute(element, .ispermalink)?.lowercased() != "false"
        record.isIdentifierLink = isLink && (FeedAddress.isAbsolute(text) || text.hasPrefix("/"))
        record.identifier = record.isIdentifierLink ? context.address(text, at: element) : text
    }

    func readEnclosure(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        guard
            let address = context.address(
                document.attribute(element, .url) ?? document.attribute(element, .href) ?? document.text(element), at: element)
        else { return }
        record.links.append(
            FeedLink(
                address: address, relation: "enclosure", type: document.attribute(element, .type), length: document.attribute(element, .length)))
    }

    func readCategory(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        let label = document.attribute(element, .label).flatMap(PlainText.tidy)
        let scheme = document.attribute(element, .scheme) ?? document.attribute(element, .domain)
        let term = document.attribute(element, .term).flatMap(PlainText.tidy) ?? context.text(element)
        Self.add(FeedCategory(term: term, scheme: scheme.flatMap(PlainText.tidy), label: label), to: &record.categories)
    }

    static func add(_ category: FeedCategory, to categories: inout [FeedCategory]) {
        guard category.term != nil || category.label != nil || category.scheme != nil, !categories.contains(category) else { return }
        categories.append(category)
    }

    func generator(_ element: XMLDocument.Node) -> FeedGenerator? {
        let address = document.attribute(element, .url) ?? document.attribute(element, .uri) ?? document.attribute(element, .href)
        let generator = FeedGenerator(
            name: context.text(element), address: context.address(address, at: element), version: document.attribute(element, .version))
        return generator.name == nil && generator.address == nil ? nil : generator
    }

    func image(_ element: XMLDocument.Node, _ language: String?) -> FeedImage? {
        var image = FeedImage()
        image.address = context.address(document.attribute(element, .href) ?? document.attribute(element, .rdf, .resource), at: element)
        for child in document.children(element) {
            switch document.term(child) {
            case .url, .href: image.address = context.address(document.text(child), at: child) ?? image.address
            case .title: image.title = text(child, "text/plain", language)
            case .link: image.link = context.address(document.attribute(child, .href) ?? document.text(child), at: child)
            case .description: image.description = text(child, "text/html", language)
            case .width: image.width = context.text(child).flatMap { Int($0) }
            case .height: image.height = context.text(child).flatMap { Int($0) }
            default: break
            }
        }
        if image.address == nil, !document.hasElements(element) { image.address = context.address(document.text(element), at: element) }
        return image
    }

    func cloud(_ element: XMLDocument.Node) -> FeedCloud {
        FeedCloud(
            domain: document.attribute(element, .domain), port: document.attribute(element, .port), path: document.attribute(element, .path),
            registerProcedure: document.attribute(element, .registerprocedure), protocolName: document.attribute(element, .protocolName))
    }

    func textInput(_ element: XMLDocument.Node, _ language: String?) -> FeedTextInput {
        var input = FeedTextInput()
        for child in document.children(element) {
            switch document.term(child) {
            case .title: input.title = text(child, "text/plain", language)
            case .description: input.description = text(child, "text/html", language)
            case .name: input.name = context.text(child)
            case .link: input.link = context.address(document.text(child), at: child)
            default: break
            }
        }
        return input
    }
}
