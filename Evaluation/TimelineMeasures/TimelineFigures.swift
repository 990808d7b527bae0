import BriefModel
public import Figures
import StoryClustering
import TextAnalysis

/// Timelines against those journalists wrote, as published systems are measured (Ghalandari and Ifrim 2020): a system is told the first and the last day,
/// how many days the timeline has and how many sentences a day on average, and nothing else; articles published outside of the span are left out. Days
/// are those our own reader finds in the text.
public enum TimelineFigures {
    /// - Parameters:
    ///   - data: the folder of a set such as Timeline17.
    ///   - show: gets the timelines that were made, and a line for every score.
    public static func figures(data: String, show: (String) -> Void) throws -> [Figure] {
        var scores: [TimelineScores] = []
        for topic in try TimelineTopic.all(in: try LabelledSet(at: data).folder) {
            for told in topic.timelines {
                guard let score = score(told, of: topic, show: show) else { continue }
                let values = [score.days, score.rouge1, score.rouge2].map { Figure("", TimelineScores.Share.mean([$0])).line.dropFirst() }
                show("\(topic.name) \(told.name): days \(values[0]), rouge-1 \(values[1]), rouge-2 \(values[2])")
                scores.append(score)
            }
        }
        return [
            Figure("date-f1", TimelineScores.Share.mean(scores.map(\.days))), Figure("ar1", TimelineScores.Share.mean(scores.map(\.rouge1))),
            Figure("ar2", TimelineScores.Share.mean(scores.map(\.rouge2))),
        ]
    }

    private static func score(_ told: TimelineTopic.Told, of topic: TimelineTopic, show: (String) -> Void) -> TimelineScores? {
        var wanted: [CalendarDay: [String]] = [:]
        for day in told.timeline { if let date = CalendarDay(iso: day.day) { wanted[date, default: []] += day.sentences } }
        guard let first = wanted.keys.min(), let last = wanted.keys.max() else { return nil }
        let sentences = max(1, Int((Double(wanted.values.reduce(0) { $0 + $1.count }) / Double(wanted.count)).rounded()))
        let pairs = topic.articles(within: first...last)
        let analyzed = pairs.map { TextAnalyzer().analyze($0.article) }
        let entries = TimelineBuilder().timeline(of: analyzed, within: first...last, days: wanted.count, sentences: sentences)
        let pieces = Dictionary(pairs.map { ($0.article.id, $0) }, uniquingKeysWith: { one, _ in one })
        var found: TimelineScores.Timeline = [:]
        for entry in entries { found[entry.day.daysSince1970] = entry.passages.compactMap { sentence($0, in: pieces) } }
        for (day, sentences) in found.sorted(by: { $0.key < $1.key }) {
            for sentence in sentences { show("    \(CalendarDay(daysSince1970: day)) \(sentence)") }
        }
        return TimelineScores(found, against: Dictionary(uniqueKeysWithValues: wanted.map { ($0.key.daysSince1970, $0.value) }))
    }

    /// As the set has it, parted into words.
    private static func sentence(_ passage: Passage, in pieces: [ArticleID: (piece: TimelineTopic.Piece, article: Article)]) -> String? {
        guard let (piece, article) = pieces[passage.article],
            let block = article.blocks.firstIndex(where: { $0.range.contains(passage.range.lowerBound) })
        else { return nil }
        let spoken = piece.sents.filter { !TimelineTopic.written($0).isEmpty }
        return spoken.indices.contains(block) ? spoken[block] : nil
    }
}
