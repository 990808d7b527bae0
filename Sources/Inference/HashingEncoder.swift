/// The in-memory twin of a model: words hashed to directions, so that texts that share words are near each other. Needs no file.
public struct HashingEncoder: SentenceEncoder {
    public let identity = EncoderIdentity(name: "hashed-words", hash: "")
    public let dimensions: Int

    public init(dimensions: Int = 64) { self.dimensions = max(1, dimensions) }

    public func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] { texts.map(vector) }

    private func vector(_ text: String) -> [Float] {
        var sum = [Float](repeating: 0, count: dimensions)
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
            // FNV-1a.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            sum[Int(hash % UInt64(dimensions))] += hash >> 63 == 0 ? 1 : -1
        }
        let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
        return length > 0 ? sum.map { $0 / length } : sum
    }
}
