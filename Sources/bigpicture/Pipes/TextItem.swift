import BriefModel
import BriefRendering

/// A text as it comes down a pipe: `{"id", "text"}`, with what else is known of it.
struct TextItem: Decodable {
    let id: JSONIdentifier
    let text: String
    let title: String?
    let date: String?
    let outlet: String?
    let language: String?

    /// The item as an article: blank lines part its blocks; without a date it counts as fetched on the day given.
    func article(fallbackDay: CalendarDay) -> Article {
        let day = date.flatMap { CalendarDay(iso: $0.prefix(10)) }
        let paragraphs = text.split(separator: "\n\n").map {
            (kind: TextBlock.Kind.paragraph, text: $0.split(whereSeparator: \.isNewline).joined(separator: " "))
        }
        return Article(
            id: ArticleID(id.text), address: id.text, outlet: OutletID(outlet ?? "unknown"), title: title ?? "",
            published: day.map { Timestamp(day: $0) },
            fetched: Timestamp(day: day ?? fallbackDay), language: language ?? "en", body: paragraphs)
    }
}
