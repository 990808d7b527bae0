import BriefModel
public import Figures
public import Inference

/// The set `mstream`: streams of short titles, in the order they came and shuffled.
public enum TitleStreams {
    private struct Item: Decodable {
        let Id, textCleaned: String
        let clusterNo: Int
    }

    public static let names = ["News-T", "News", "Tweets-T", "Tweets"]

    /// - Parameter only: one stream by its name; nil for all.
    public static func figures(
        data: String, encoder: any SentenceEncoder, only: String? = nil, show: (String) -> Void = { _ in }
    ) throws -> [Figure] {
        try names.filter { only == nil || only == $0 }.flatMap { name -> [Figure] in
            guard let items = try PackedLines.items(Item.self, folder: data, name: name) else {
                throw LabelledSetError.incomplete(data, lacking: name)
            }
            let grouping = try Grouping(
                items.enumerated().map { place, item in
                    (
                        Article(
                            id: ArticleID("\(place)"), address: item.Id, outlet: "stream", title: item.textCleaned, published: nil,
                            fetched: Timestamp(day: CalendarDay(daysSince1970: 0)), language: "en", body: []), "\(item.clusterNo)"
                    )
                }, encoder: encoder)
            grouping.show(name, show)
            let partition = grouping.partition
            return [
                Figure("\(name).ami", partition.ami), Figure("\(name).b3", partition.f1), Figure("\(name).nmi", partition.nmi),
                Figure("\(name).predicted", Double(partition.predicted)),
            ]
        }
    }
}
