import BriefModel
import TextAnalysis

/// Shortens one or several texts to their most telling sentences, word for word (extractive, multi-document).
///
/// Sentences are weighed by how close they are to what the texts have in common (a centroid of term weights damped as in BM25), with a bonus for
/// leading a text, and picked one by one by maximal marginal relevance, so that no sentence repeats another.
public struct Summarizer: Sendable {
    public init() {}

    /// - Parameter words: about how many words the summary may have.
    /// - Returns: sentences of the texts, in the order of the texts; empty when there are none.
    public func summary(of texts: [String], words: Int) -> [String] {
        let sentences = candidates(texts)
        guard !sentences.isEmpty, words > 0 else { return [] }
        let weights = termWeights(texts: texts.count, sentences)
        let scored = sentences.map { score($0, weights) }
        var chosen: [Int] = []
        var left = words
        while let next = best(sentences, scored, weights, chosen, left) {
            chosen.append(next)
            left -= sentences[next].length
        }
        return chosen.sorted().map { sentences[$0].text }
    }

    private struct Candidate {
        let text: String
        let document: Int
        /// From 0 within its text.
        let position: Int
        let stems: Set<String>
        let length: Int
    }

    private func candidates(_ texts: [String]) -> [Candidate] {
        var result: [Candidate] = []
        var seen: Set<String> = []
        for (document, text) in texts.enumerated() {
            var position = 0
            for sentence in TextAnalyzer().sentences(in: text) {
                let line = Line(sentence)
                let stems = Set(sentence.tokens.filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem))
                guard stems.count >= 4, line.length >= 5, line.length <= 70, !SentenceEligibility.addressesMachines(line.words.map(\.core)) else {
                    continue
                }
                defer { position += 1 }
                guard seen.insert(sentence.tokens.map(\.folded).joined(separator: " ")).inserted else { continue }
                result.append(Candidate(text: sentence.text, document: document, position: position, stems: stems, length: line.length))
            }
        }
        return result
    }

    /// What a term weighs: frequent over the texts, damped (k = 1.2 as usual for BM25), and more when several texts use it.
    private func termWeights(texts: Int, _ sentences: [Candidate]) -> [String: Double] {
        var counts: [String: Double] = [:]
        var documents: [String: Set<Int>] = [:]
        for sentence in sentences {
            for stem in sentence.stems {
                counts[stem, default: 0] += 1
                documents[stem, default: []].insert(sentence.document)
            }
        }
        let total = Double(sentences.count)
        return counts.mapValues { $0 }.reduce(into: [:]) { weights, entry in
            let spread = Double(documents[entry.key]?.count ?? 1) / Double(max(1, texts))
            let rarity = logarithm(1 + total / entry.value)
            weights[entry.key] = entry.value * 2.2 / (entry.value + 1.2) * rarity * (0.5 + spread)
        }
    }

    private func score(_ sentence: Candidate, _ weights: [String: Double]) -> Double {
        let sum = sentence.stems.reduce(0.0) { $0 + (weights[$1] ?? 0) }
        let lead = 1 + 0.8 * exponential(-Double(sentence.position) / 2)
        return sum / squareRoot(Double(sentence.stems.count) + 8) * lead
    }

    private func best(_ sentences: [Candidate], _ scored: [Double], _ weights: [String: Double], _ chosen: [Int], _ left: Int) -> Int? {
        guard left > 0 else { return nil }
        var best: (value: Double, index: Int)?
        for index in sentences.indices where !chosen.contains(index) && (sentences[index].length <= left + 8 || chosen.isEmpty) {
            let repeated = chosen.map { overlap(sentences[$0].stems, sentences[index].stems, weights) }.max() ?? 0
            guard repeated < 0.6 else { continue }
            let value = scored[index] * (1 - 0.8 * repeated)
            if value > best?.value ?? 0 { best = (value, index) }
        }
        return best?.index
    }

    private func overlap(_ left: Set<String>, _ right: Set<String>, _ weights: [String: Double]) -> Double {
        func weight(_ stems: some Sequence<String>) -> Double { stems.reduce(0) { $0 + (weights[$1] ?? 0) } }
        return weight(left.intersection(right)) / max(0.001, min(weight(left), weight(right)))
    }
}
