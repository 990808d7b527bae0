/// Which tokens a text has had so far.
///
/// A student counts each token of a text once: a word said again adds no meaning, but would push those said once out of the sum. (Measured on the
/// open half: mean of seven similarity sets +0.3, retrieval of descriptions by title +2.9, for the same rows.)
struct TokenSet {
    private var words: [UInt64]

    /// - Parameter tokens: how many tokens there are.
    init(tokens: Int) { words = [UInt64](repeating: 0, count: tokens / 64 + 1) }

    /// Keeps of the numbers from a place on each the first time only.
    mutating func makeDistinct(_ ids: inout [Int32], from start: Int = 0) {
        var end = start
        for place in start..<ids.count {
            let id = Int(ids[place]), bit = UInt64(1) << UInt64(id & 63)
            guard words[id >> 6] & bit == 0 else { continue }
            words[id >> 6] |= bit
            ids[end] = ids[place]
            end += 1
        }
        ids.removeLast(ids.count - end)
        for place in start..<end { words[Int(ids[place]) >> 6] = 0 }
    }
}
