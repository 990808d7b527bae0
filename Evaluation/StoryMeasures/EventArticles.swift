import BriefModel
public import Figures
import Foundation
public import Inference

/// The set `ecbplus`: news articles on events that are easily taken for each other.
public enum EventArticles {
    private struct Item: Decodable {
        let id, event: String
        let date: String?
        let sents: [String]
    }

    /// - Parameter part: another part than the open or kept-back half, by the name of its file ("train").
    public static func figures(
        data: String, encoder: any SentenceEncoder, part: String? = nil, show: (String) -> Void = { _ in }
    ) throws -> [Figure] {
        let packed = try part.map { part in
            try PackedLines.lines(of: URL(filePath: data).appending(path: "\(part).jsonl.gz")).map { try JSONDecoder().decode(Item.self, from: $0) }
        }
        guard let items = try packed ?? PackedLines.items(Item.self, folder: data, name: "") else {
            throw LabelledSetError.incomplete(data, lacking: "dev.jsonl.gz")
        }
        let grouping = try Grouping(items.map { (article(of: $0), $0.event) }, encoder: encoder)
        grouping.show("ecbplus", show)
        let partition = grouping.partition
        return [
            Figure("b3", partition.f1), Figure("precision", partition.precision), Figure("recall", partition.recall),
            Figure("ami", partition.ami), Figure("predicted", Double(partition.predicted)),
        ]
    }

    /// The first sentence stands as headline: the set keeps no titles apart.
    private static func article(of item: Item) -> Article {
        let published = item.date.flatMap { CalendarDay(iso: $0.prefix(10)) }.map { Timestamp(day: $0) }
        return Article(
            id: ArticleID(item.id), address: item.id, outlet: OutletID(item.id), title: item.sents.first ?? "", published: published,
            fetched: published ?? Timestamp(day: CalendarDay(daysSince1970: 0)), language: "en",
            body: [(.paragraph, item.sents.dropFirst().joined(separator: " "))])
    }
}
