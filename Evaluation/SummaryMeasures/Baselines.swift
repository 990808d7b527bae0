import Foundation

/// What a summary is measured beside: published extractive methods, made here over the same sentences and words, at the same length.
enum Baseline: String, CaseIterable {
    /// The first sentences of each text, in turn.
    case lead
    /// LexRank (Erkan and Radev 2004), continuous: PageRank over cosines of tf-idf vectors, damping 0.85; what is too like a chosen one is left out.
    case lexrank
    /// "centroid-opt" (Ghalandari 2017): sentences are added so that the summary as a whole is nearest to the centroid of the texts.
    case centroid

    /// Indices of chosen sentences.
    func choose(_ set: SentenceSet, words: Int) -> [Int] {
        switch self {
        case .lead: set.fill(words, in: set.sentences.indices.sorted { set.isEarlier($0, $1) })
        case .lexrank: set.fill(words, in: Self.ranked(set), closest: 0.5)
        case .centroid: Self.nearest(set, words)
        }
    }

    private static func ranked(_ set: SentenceSet) -> [Int] {
        let count = set.sentences.count
        let likeness = set.vectors.map { one in set.vectors.map { SparseVector.cosine(one, $0) } }
        let sums = likeness.map { $0.reduce(0, +) }
        var ranks = [Double](repeating: 1 / Double(max(1, count)), count: count)
        for _ in 0..<60 {
            ranks = (0..<count).map { to in
                0.15 / Double(count) + 0.85 * (0..<count).reduce(0.0) { $0 + (sums[$1] > 0 ? ranks[$1] * likeness[$1][to] / sums[$1] : 0) }
            }
        }
        return ranks.indices.sorted { (ranks[$0], $1) > (ranks[$1], $0) }
    }

    private static func nearest(_ set: SentenceSet, _ words: Int) -> [Int] {
        let centroid = set.vectors.reduce(into: SparseVector()) { $0.add($1) }
        var chosen: [Int] = []
        var sum = SparseVector()
        var left = words
        while left > 0 {
            var best: (value: Double, index: Int)?
            for index in set.sentences.indices where !chosen.contains(index) && set.sentences[index].length <= left + 8 {
                let value = SparseVector.cosine(sum.adding(set.vectors[index]), centroid)
                if value > best?.value ?? 0 { best = (value, index) }
            }
            guard let best else { break }
            chosen.append(best.index)
            sum.add(set.vectors[best.index])
            left -= set.sentences[best.index].length
        }
        return chosen.sorted()
    }
}

/// The sentences of some texts, with tf-idf vectors of their words.
struct SentenceSet {
    struct Sentence {
        let text: String
        let document: Int
        let position: Int
        let length: Int
    }

    let sentences: [Sentence]
    let vectors: [SparseVector]

    /// - Parameter words: of each sentence, as they are counted.
    init(_ sentences: [Sentence], words: [[String]]) {
        self.sentences = sentences
        var spread: [String: Int] = [:]
        for line in words { for word in Set(line) { spread[word, default: 0] += 1 } }
        vectors = words.map { line in
            SparseVector(line.reduce(into: [:]) { $0[$1, default: 0] += log(Double(words.count + 1) / Double(spread[$1] ?? 1)) })
        }
    }

    func isEarlier(_ one: Int, _ other: Int) -> Bool {
        (sentences[one].position, sentences[one].document) < (sentences[other].position, sentences[other].document)
    }

    func fill(_ words: Int, in order: [Int], closest: Double = 1) -> [Int] {
        var chosen: [Int] = []
        var left = words
        for index in order where left > 0 && sentences[index].length <= left + 8 {
            guard !chosen.contains(where: { SparseVector.cosine(vectors[$0], vectors[index]) > closest }) else { continue }
            chosen.append(index)
            left -= sentences[index].length
        }
        return chosen.sorted()
    }
}

struct SparseVector {
    private(set) var values: [String: Double] = [:]

    init(_ values: [String: Double] = [:]) { self.values = values }

    mutating func add(_ other: SparseVector) { for (word, value) in other.values { values[word, default: 0] += value } }

    func adding(_ other: SparseVector) -> SparseVector {
        var sum = self
        sum.add(other)
        return sum
    }

    /// Rounded, so that the order in which a dictionary is walked decides nothing.
    static func cosine(_ one: SparseVector, _ other: SparseVector) -> Double {
        let (short, long) = one.values.count < other.values.count ? (one, other) : (other, one)
        let dot = short.values.reduce(0.0) { $0 + $1.value * (long.values[$1.key] ?? 0) }
        let lengths = (one.values.values.reduce(0) { $0 + $1 * $1 } * other.values.values.reduce(0) { $0 + $1 * $1 }).squareRoot()
        return lengths > 0 ? (dot / lengths * 1e9).rounded() / 1e9 : 0
    }
}
