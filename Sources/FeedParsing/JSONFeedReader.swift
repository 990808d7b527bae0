import BriefModel
import FoundationEssentials

/// JSON Feed 1.0 and 1.1 (jsonfeed.org). Identifiers may be numbers, as the specification asks readers to bear.
struct JSONFeedReader {
    let base: WebAddress?

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
        var feed = Feed(title: document.title.flatMap(FeedText.tidy), language: document.language, format: .json)
        feed.homepage = document.home_page_url.flatMap(resolved)
        let feedAuthors = names(document.authors, document.author)
        feed.entries = (document.items ?? []).compactMap(\.value).map { entry($0, feedAuthors: feedAuthors, feedLanguage: document.language) }
        return feed
    }

    private func entry(_ item: Item, feedAuthors: [String], feedLanguage: String?) -> Entry {
        var entry = Entry(identifier: item.id?.text, title: item.title.flatMap(FeedText.tidy), language: item.language ?? feedLanguage)
        entry.link = (item.url ?? item.external_url).flatMap(resolved) ?? item.id.flatMap { WebAddress($0.text)?.text }
        entry.summary = item.summary.flatMap(FeedText.tidy) ?? item.content_text.flatMap(FeedText.tidy)
        entry.contentHTML = item.content_html.flatMap { MarkupSanitiser.clean($0, base: base) }
        entry.published = item.date_published.flatMap(FeedDate.parse)
        entry.updated = item.date_modified.flatMap(FeedDate.parse)
        entry.authors = names(item.authors, item.author)
        if entry.authors.isEmpty { entry.authors = feedAuthors }
        return entry
    }

    private func resolved(_ link: String) -> String? { (base?.resolving(link) ?? WebAddress(link))?.text }

    private func names(_ authors: [Author]?, _ author: Author?) -> [String] {
        (authors ?? [author].compactMap { $0 }).compactMap { $0.name.flatMap(FeedText.tidy) }
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
        let version, title, home_page_url, language: String?
        let authors: [Author]?
        let author: Author?
        let items: [Lenient<Item>]?
    }

    private struct Item: Decodable {
        let id: Identity?
        let url, external_url, title, summary, content_html, content_text, date_published, date_modified, language: String?
        let authors: [Author]?
        let author: Author?
    }

    private struct Author: Decodable { let name: String? }

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
