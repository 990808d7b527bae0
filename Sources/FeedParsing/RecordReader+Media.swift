// Pictures and recordings: Media RSS and podcasts.
extension RecordReader {
    func readMedia(_ element: XMLDocument.Node, into record: inout FeedRecord, _ language: String?) {
        switch document.term(element) {
        case .group: for child in document.children(element) { readMedia(child, into: &record, language) }
        case .content:
            record.media.append(medium(element, .content))
            for child in document.children(element) { readMedia(child, into: &record, language) }
        case .thumbnail: record.media.append(medium(element, .thumbnail))
        case .player: record.media.append(medium(element, .player))
        case .title: record.title = record.title ?? text(element, "text/plain", language)
        case .description, .text: record.summary = record.summary ?? text(element, "text/plain", language)
        case .credit: if let last = record.media.indices.last { record.media[last].credit = context.text(element) }
        case .keywords: addKeywords(document.text(element), scheme: nil, to: &record)
        case .category:
            let scheme = document.attribute(element, .scheme).flatMap(PlainText.tidy) ?? "http://search.yahoo.com/mrss/category_schema"
            Self.add(FeedCategory(term: context.text(element), scheme: scheme, label: document.attribute(element, .label)), to: &record.categories)
        case .license:
            if let address = context.address(document.attribute(element, .href), at: element) {
                record.links.append(FeedLink(address: address, relation: "license"))
            }
        default: break
        }
    }

    private func medium(_ element: XMLDocument.Node, _ kind: FeedMedia.Kind) -> FeedMedia {
        let written = document.attribute(element, .url) ?? (document.hasElements(element) ? nil : context.text(element))
        return FeedMedia(
            kind: kind, address: context.address(written, at: element), type: document.attribute(element, .type),
            medium: document.attribute(element, .medium), width: document.attribute(element, .width), height: document.attribute(element, .height),
            duration: document.attribute(element, .duration), fileSize: document.attribute(element, .filesize),
            isDefault: document.attribute(element, .isdefault) == "true")
    }

    func addKeywords(_ list: String, scheme: String?, to record: inout FeedRecord) {
        for word in list.split(separator: ",") {
            Self.add(FeedCategory(term: PlainText.tidy(String(word)), scheme: scheme), to: &record.categories)
        }
    }

    private static let podcastScheme = "http://www.itunes.com/"

    func readPodcast(_ element: XMLDocument.Node, into record: inout FeedRecord, _ language: String?) {
        var podcast = record.podcast ?? FeedPodcast()
        switch document.term(element) {
        case .author: podcast.author = context.text(element)
        case .title: record.title = record.title ?? text(element, "text/plain", language)
        case .owner:
            podcast.owner = people.read(element)
            record.publisher = record.publisher ?? podcast.owner
        case .subtitle:
            podcast.subtitle = context.text(element)
            record.summary = record.summary ?? text(element, "text/plain", language)
        case .summary:
            podcast.summary = context.text(element)
            record.summary = record.summary ?? text(element, "text/plain", language)
        case .duration: podcast.duration = context.text(element)
        case .episode: podcast.episode = context.text(element)
        case .season: podcast.season = context.text(element)
        case .keywords:
            podcast.keywords = document.text(element).split(separator: ",").compactMap { PlainText.tidy(String($0)) }
            addKeywords(document.text(element), scheme: Self.podcastScheme, to: &record)
        case .category: readPodcastCategories(element, into: &record)
        case .explicit:
            podcast.saysExplicit = true
            podcast.isExplicit = Self.explicit[PlainText.tidy(document.text(element)) ?? ""]
        case .block: podcast.isBlocked = PlainText.tidy(document.text(element)) == "yes"
        case .image, .link:
            let isPicture = document.term(element) == .image || document.attribute(element, .rel) == "image"
            let written = document.attribute(element, .href) ?? document.attribute(element, .url) ?? document.text(element)
            if isPicture { podcast.image = context.address(written, at: element) ?? podcast.image }
        case .newFeedURL: podcast.newAddress = context.address(document.text(element), at: element)
        default: break
        }
        record.podcast = podcast
    }

    private static let explicit: [String: Bool] = ["yes": true, "true": true, "explicit": true, "no": false, "false": false, "clean": false]

    private func readPodcastCategories(_ element: XMLDocument.Node, into record: inout FeedRecord) {
        for node in element..<document.end(of: element) where !document.isText(node) && document.term(node) == .category {
            Self.add(FeedCategory(term: document.attribute(node, .text).flatMap(PlainText.tidy), scheme: Self.podcastScheme), to: &record.categories)
        }
    }
}
