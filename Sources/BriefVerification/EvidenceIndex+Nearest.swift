import TextAnalysis

/// Finding the sentences that speak to a statement.
extension EvidenceIndex {
    /// A term that stands in more than this share of a large library says nothing and costs much.
    private static let commonShare = 0.1
    private static let commonFloor = 2_000
    /// Long sentences hold more terms by chance: the length part of BM25 (b; Robertson & Zaragoza 2009).
    /// With .3 the five nearest hold .777 of what the evidence of WiCE's claims is, with .1 .805, with 0 .806.
    private static let length: Float = 0.1

    /// The sentences nearest to a statement, best first.
    /// - Parameter keys: its terms.
    func nearest(to keys: [String], limit: Int) -> [Int] { Self.best(of: scores(of: keys), limit: limit) }

    /// BM25 of every sentence.
    private func scores(of keys: [String]) -> [Float] {
        let terms = Set(keys.compactMap { identifiers[$0] })
        let cap = max(Self.commonFloor, Int(Double(entries.count) * Self.commonShare))
        let telling = terms.filter { frequencies[Int($0)] <= cap }
        var scores = [Float](repeating: 0, count: entries.count)
        for term in (telling.isEmpty ? terms : telling).sorted() {
            let count = Double(frequencies[Int(term)])
            let weight = Float(logarithm(1 + (Double(entries.count) - count + 0.5) / (count + 0.5)))
            if isSearched {
                for posting in postings[Int(term)] { scores[Int(posting.entry)] += weight * posting.weight }
            } else {
                for entry in entries.indices { scores[entry] += weight * self.weight(of: term, in: entry) }
            }
        }
        for (number, entry) in entries.enumerated() where scores[number] > 0 {
            scores[number] /= 1 - Self.length + Self.length * Float(Double(entry.terms.count) / averageLength)
        }
        return scores
    }

    /// What a posting would hold.
    private func weight(of term: Int32, in number: Int) -> Float {
        if entries[number].terms.holds(term) { return 1 }
        let shelf = shelves[entries[number].article]
        if shelf.titleTerms.holds(term) { return Self.titleWeight }
        return [number - 1, number + 1].contains { shelf.sentences.contains($0) && entries[$0].terms.holds(term) } ? Self.neighbourWeight : 0
    }

    /// The places of the highest scores above 0, the highest first; of equals the first.
    private static func best(of scores: [Float], limit: Int) -> [Int] {
        var best: [Int] = []
        for (number, score) in scores.enumerated() where score > 0 {
            if best.count == limit, let last = best.last, score <= scores[last] { continue }
            best.insert(number, at: best.firstIndex { scores[$0] < score } ?? best.count)
            if best.count > limit { best.removeLast() }
        }
        return best
    }
}
