import BriefModel
import TextAnalysis

/// Shortens one or several texts to their most telling sentences, word for word (extractive, multi-document).
///
/// A sentence is worth the mean weight of its words, more at the head of its text. A word weighs what the texts have in common (its count, damped as in
/// BM25, by the share of texts that use it); each time it was said already, it weighs less (diminishing returns, Lin and Bilmes 2011). Sentences are picked one by
/// one; what is too like one of those chosen is left out, and so is what leans on a sentence that is not there. The constants were chosen on the open half of a Multi-News sample and stand on a plateau there.
public struct Summarizer: Sendable {
    public init() {}

    /// - Parameter words: about how many words the summary may have.
    /// - Returns: sentences of the texts, in the order of the texts; empty when there are none.
    public func summary(of texts: [String], words: Int) -> [String] {
        let sentences = candidates(texts)
        guard !sentences.isEmpty, words > 0 else { return [] }
        var weights = termWeights(texts: texts.count, sentences)
        var chosen: [Int] = []
        var left = words
        while let next = best(sentences, weights, chosen, left) {
            chosen.append(next)
            left -= sentences[next].length
            for stem in sentences[next].stems { weights[stem, default: 0] *= Self.again }
        }
        return chosen.sorted().map { sentences[$0].text }
    }

    /// What a word still weighs when it was said once more.
    private static let again = 0.6

    private struct Candidate {
        let text: String
        let document: Int
        /// From 0 within its text; of sentences that may be chosen.
        let position: Int
        /// From 0 within its text; of all sentences.
        let place: Int
        /// It opens with a word that leans on the sentence before ("But he …").
        let leans: Bool
        let stems: Set<String>
        /// The same in a fixed order, so that sums are the same on every run.
        let sorted: [String]
        let length: Int

        func precedes(_ other: Candidate) -> Bool { document == other.document && place + 1 == other.place }
    }

    private static func leans(_ line: Line) -> Bool {
        line.first.map { WordingWords.pointingStarts.contains($0.core) } ?? false || WordingWords.openings.contains { line.hasPrefix($0) }
    }

    private func candidates(_ texts: [String]) -> [Candidate] {
        var result: [Candidate] = []
        var seen: Set<String> = []
        for (document, text) in texts.enumerated() {
            var position = 0
            for (place, sentence) in TextAnalyzer().sentences(in: text).enumerated() {
                let line = Line(sentence)
                let stems = Set(sentence.tokens.filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem))
                guard stems.count >= 4, line.length >= 5, line.length <= 70, !SentenceEligibility.addressesMachines(line.words.map(\.core)) else {
                    continue
                }
                defer { position += 1 }
                guard seen.insert(sentence.tokens.map(\.folded).joined(separator: " ")).inserted else { continue }
                result.append(
                    Candidate(
                        text: sentence.text, document: document, position: position, place: place, leans: Self.leans(line), stems: stems,
                        sorted: stems.sorted(), length: line.length))
            }
        }
        return result
    }

    /// What a term weighs: frequent over the texts, damped (k as in BM25, here 8), and more when several texts use it.
    private func termWeights(texts: Int, _ sentences: [Candidate]) -> [String: Double] {
        var counts: [String: Double] = [:]
        var documents: [String: Set<Int>] = [:]
        for sentence in sentences {
            for stem in sentence.stems {
                counts[stem, default: 0] += 1
                documents[stem, default: []].insert(sentence.document)
            }
        }
        return counts.reduce(into: [:]) { weights, entry in
            let spread = Double(documents[entry.key]?.count ?? 1) / Double(max(1, texts))
            weights[entry.key] = entry.value * 9 / (entry.value + 8) * (0.25 + spread)
        }
    }

    private func best(_ sentences: [Candidate], _ weights: [String: Double], _ chosen: [Int], _ left: Int) -> Int? {
        guard left > 0 else { return nil }
        var best: (value: Double, index: Int)?
        for index in sentences.indices where !chosen.contains(index) && (sentences[index].length <= left + min(8, left) || chosen.isEmpty) {
            let sentence = sentences[index]
            guard !sentence.leans || chosen.contains(where: { sentences[$0].precedes(sentence) }) else { continue }
            let repeated = chosen.map { overlap(sentences[$0].stems, sentence.stems) }.max() ?? 0
            guard repeated <= 0.6 else { continue }
            let mean = sentence.sorted.reduce(0.0) { $0 + (weights[$1] ?? 0) } / Double(sentence.stems.count)
            let lead = 1 + 2 * exponential(-Double(sentence.position) / 8)
            let value = mean * lead * (1 - 0.8 * repeated)
            if value > best?.value ?? 0 { best = (value, index) }
        }
        return best?.index
    }

    /// 0 … 1: how much of the shorter one is in the other.
    private func overlap(_ left: Set<String>, _ right: Set<String>) -> Double {
        Double(left.intersection(right).count) / Double(max(1, min(left.count, right.count)))
    }
}
