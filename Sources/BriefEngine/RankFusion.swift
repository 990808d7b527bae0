/// Two rankings made one by places alone (reciprocal rank fusion; Cormack, Clarke & Büttcher 2009): what is ranked `r`th counts 1 ÷ (`constant` + r).
enum RankFusion {
    /// The paper's 60 is for rankings of a thousand; of a hundred the first places count for more.
    private static let constant = 10.0
    /// What a place by meaning counts beside one by words.
    private static let meaning = 2.0

    /// - Returns: everything that is in either ranking, best first; of equals what stands first by words.
    static func fused<Item: Hashable>(words: [Item], meaning: [Item]) -> [Item] {
        var scores: [Item: Double] = [:]
        var items = words
        for (place, item) in words.enumerated() { scores[item, default: 0] += 1 / (constant + Double(place + 1)) }
        for (place, item) in meaning.enumerated() {
            if scores[item] == nil { items.append(item) }
            scores[item, default: 0] += Self.meaning / (constant + Double(place + 1))
        }
        let found = items.map { scores[$0] ?? 0 }
        return items.indices.sorted { (found[$1], $0) < (found[$0], $1) }.map { items[$0] }
    }
}
