import BriefModel
import BriefWriting
public import Figures
import TextAnalysis

/// Summaries of several texts against those of editors, beside published methods over the same sentences at the same length, in one run.
public enum SummaryFigures {
    /// In words. Editors of the sample wrote 229 on average; F1 of extracts is highest somewhat above.
    public static let length = 300

    struct Item: Decodable {
        let id: String
        let docs: [String]
        let summary: String
    }

    /// - Parameters:
    ///   - data: the folder of a set of lines `{id, docs, summary}`.
    ///   - show: gets a line for every item.
    public static func figures(data: String, every stride: Int = 1, show: (String) -> Void) throws -> [Figure] {
        guard let items = try PackedLines.items(Item.self, folder: data, name: "") else {
            throw LabelledSetError.incomplete(data, lacking: "dev.jsonl or heldout.jsonl, packed or not,")
        }
        let chosen = Swift.stride(from: 0, to: items.count, by: max(1, stride)).map { items[$0] }
        let stems = RougeStems()
        var ours: [Rouge] = []
        var extracts: [Extract] = []
        var beside: [Baseline: [Rouge]] = [:]
        for item in chosen {
            let reference = [stems.words(of: item.summary)]
            let made = Summarizer().summary(of: item.docs, words: length)
            ours.append(Rouge(made.map(stems.words), against: reference))
            extracts.append(Extract(made, of: item.docs, words: made.map(stems.words)))
            let sentences = sentences(of: item.docs)
            let set = SentenceSet(sentences, words: sentences.map { stems.words(of: $0.text) })
            for baseline in Baseline.allCases {
                let picked = baseline.choose(set, words: length).map { stems.words(of: sentences[$0].text) }
                beside[baseline, default: []].append(Rouge(picked, against: reference))
            }
            show("\(item.id): \(Figure("rouge1", (ours.last?.one ?? 0) * 100).line), \(Figure("rouge2", (ours.last?.two ?? 0) * 100).line)")
        }
        return means(ours, "") + Baseline.allCases.flatMap { compared(ours, beside[$0] ?? [], $0.rawValue) } + Extract.figures(extracts)
    }

    private static func sentences(of texts: [String]) -> [SentenceSet.Sentence] {
        var seen: Set<String> = []
        return texts.enumerated().flatMap { document, text in
            TextAnalyzer().sentences(in: text).enumerated().compactMap { position, sentence in
                let length = sentence.text.split(whereSeparator: \.isWhitespace).count
                guard (5...70).contains(length), seen.insert(sentence.text).inserted else { return nil }
                return SentenceSet.Sentence(text: sentence.text, document: document, position: position, length: length)
            }
        }
    }

    private static func means(_ scores: [Rouge], _ prefix: String) -> [Figure] {
        func mean(_ value: (Rouge) -> Double) -> Double { 100 * scores.map(value).reduce(0, +) / Double(max(1, scores.count)) }
        return [Figure(prefix + "rouge1", mean(\.one)), Figure(prefix + "rouge2", mean(\.two)), Figure(prefix + "rougeLsum", mean(\.longest))]
    }

    /// A method's own means, and in what share of paired redraws of the items (bootstrap, 1,000 draws) ours is not better.
    private static func compared(_ ours: [Rouge], _ theirs: [Rouge], _ name: String) -> [Figure] {
        means(theirs, name + ".") + [
            Figure("\(name).p1", Resampling.notBetter(zip(ours, theirs).map { $0.one - $1.one })),
            Figure("\(name).p2", Resampling.notBetter(zip(ours, theirs).map { $0.two - $1.two })),
        ]
    }
}
