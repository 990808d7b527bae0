import BriefModel
import FoundationEssentials

/// JSON Feed 1.0 and 1.1 (jsonfeed.org). Identifiers may be numbers, as the specification asks readers to bear.
struct JSONFeedReader {
    let base: String?

    func read(_ utf8: [UInt8]) throws(FeedError) -> Feed {
        let document: Document
        do {
            document = try JSONDecoder().decode(Document.self, from: Data(utf8))
        } catch {
            throw .malformedJSON(Self.sentence(error))
        }
        guard document.version?.contains("jsonfeed.org/version/") == true || document.items != nil else {
            throw .malformedJSON("it has neither a version nor items")
        }
        let isFirst = document.version.map { $0.hasSuffix("1") && !$0.hasSuffix("1.1") || $0.hasSuffix("1.0") } ?? false
        return Feed(
            format: isFirst ? .json1 : .json11, about: about(document),
            items: (document.items ?? []).compactMap(\.value).map { item($0, document.language) })
    }

    private func about(_ document: Document) -> FeedRecord {
        var record = FeedRecord()
        record.title = text(document.title, document.language)
        record.summary = text(document.description, document.language)
        record.language = document.language.flatMap(FeedContext.tag)
        record.link = resolved(document.home_page_url)
        if let link = record.link { record.links.append(FeedLink(address: link, type: "text/html")) }
        if let address = resolved(document.feed_url) {
            record.links.append(FeedLink(address: address, relation: "self", type: "application/feed+json"))
        }
        if let next = resolved(document.next_url) { record.links.append(FeedLink(address: next, relation: "next", type: "application/feed+json")) }
        for hub in document.hubs?.value ?? [] {
            guard let address = resolved(hub.value?.url) else { continue }
            record.links.append(FeedLink(address: address, relation: "hub", type: hub.value?.type))
        }
        record.icon = resolved(document.favicon)
        record.logo = resolved(document.icon)
        record.image = record.logo.map { FeedImage(address: $0) }
        record.authors = people(document.authors, document.author)
        return record
    }

    private func item(_ item: Item, _ feedLanguage: String?) -> FeedRecord {
        var record = FeedRecord()
        let language = item.language ?? feedLanguage
        record.identifier = item.id?.text
        record.title = text(item.title, language)
        record.language = language.flatMap(FeedContext.tag)
        record.link = resolved(item.url ?? item.external_url) ?? item.id.flatMap { FeedAddress.isAbsolute($0.text) ? $0.text : nil }
        if let link = record.link { record.links.append(FeedLink(address: link, type: "text/html")) }
        if item.url != nil, let other = resolved(item.external_url) {
            record.links.append(FeedLink(address: other, relation: "related", type: "text/html"))
        }
        record.summary = text(item.summary, language) ?? (item.content_html == nil ? nil : text(item.content_text, language))
        if let markup = item.content_html { record.contents.append(FeedText(source: markup, mediaType: "text/html", language: language, base: base)) }
        if let plain = text(item.content_text, language) { record.contents.append(plain) }
        record.published = item.date_published.map { FeedDate($0) }
        record.updated = item.date_modified.map { FeedDate($0) }
        record.authors = people(item.authors, item.author)
        record.categories = (item.tags ?? []).map { FeedCategory(term: $0) }
        record.image = (resolved(item.image) ?? resolved(item.banner_image)).map { FeedImage(address: $0) }
        for attachment in item.attachments ?? [] {
            guard let address = resolved(attachment.value?.url) else { continue }
            record.links.append(
                FeedLink(
                    address: address, relation: "enclosure", type: attachment.value?.mime_type, title: attachment.value?.title,
                    length: attachment.value?.size_in_bytes.map { String(Int(exactly: $0.rounded()) ?? 0) }))
        }
        return record
    }

    private func text(_ text: String?, _ language: String?) -> FeedText? {
        text.flatMap(PlainText.trimmed).map { FeedText(source: $0, language: language, base: base) }
    }

    private func resolved(_ link: String?) -> String? {
        guard let link = link.flatMap(PlainText.trimmed) else { return nil }
        let address = FeedAddress.resolve(link, against: base)
        return FeedAddress.scheme(address).map { AllowedMarkup.runningSchemes.contains($0) } == true ? nil : address
    }

    private func people(_ authors: [Author]?, _ author: Author?) -> [FeedPerson] {
        (authors ?? [author].compactMap { $0 }).compactMap { author in
            let person = FeedPerson(name: author.name.flatMap(PlainText.tidy), address: resolved(author.url))
            return person.isEmpty ? nil : person
        }
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case DecodingError.dataCorrupted: "it is not JSON"
        case DecodingError.typeMismatch(_, let context): "\(path(context)) has the wrong type"
        case DecodingError.keyNotFound(let key, _): "\(key.stringValue) is missing"
        default: "it is not JSON"
        }
    }

    private static func path(_ context: DecodingError.Context) -> String {
        context.codingPath.isEmpty ? "the document" : context.codingPath.map(\.stringValue).joined(separator: ".")
    }
}

// The document as JSON has it; it goes no further than this file.
extension JSONFeedReader {
    private struct Document: Decodable {
        let version, title, home_page_url, feed_url, next_url, description, icon, favicon, language: String?
        let authors: [Author]?
        let author: Author?
        let items: [Lenient<Item>]?
        let hubs: Lenient<[Lenient<Hub>]>?
    }

    private struct Item: Decodable {
        let id: Identity?
        let url, external_url, title, summary, content_html, content_text, date_published, date_modified, language, image, banner_image: String?
        let tags: [String]?
        let attachments: [Lenient<Attachment>]?
        let authors: [Author]?
        let author: Author?
    }

    /// The protocol it speaks (`WebSub`, `rssCloud`) and where.
    private struct Hub: Decodable { let type, url: String? }

    private struct Author: Decodable { let name, url: String? }

    private struct Attachment: Decodable {
        let url, mime_type, title: String?
        let size_in_bytes: Double?
    }

    /// One bad item does not cost the feed.
    private struct Lenient<Value: Decodable>: Decodable {
        let value: Value?

        init(from decoder: any Decoder) throws {
            do { value = try Value(from: decoder) } catch { value = nil }
        }
    }

    private struct Identity: Decodable {
        let text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            do { text = try container.decode(String.self) } catch { text = String(try container.decode(Int.self)) }
        }
    }
}
