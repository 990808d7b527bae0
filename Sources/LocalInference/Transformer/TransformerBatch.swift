/// Texts that pass through the layers together: their rows stand one behind the other, without padding, so that a batch is worth its tokens.
struct TransformerBatch {
    let texts: [Int]

    /// Rows of a batch: enough to use each panel of weights often, few enough that the widest rows stay in the second cache.
    static let tokens = 256

    /// The texts that have tokens, longest first, so that no thread is left with a long batch at the end.
    static func batches(of lengths: [Int]) -> [TransformerBatch] {
        var batches: [TransformerBatch] = []
        var texts: [Int] = []
        var tokens = 0
        for text in lengths.indices.filter({ lengths[$0] > 0 }).sorted(by: { (lengths[$1], $0) < (lengths[$0], $1) }) {
            if tokens + lengths[text] > Self.tokens, !texts.isEmpty {
                batches.append(TransformerBatch(texts: texts))
                (texts, tokens) = ([], 0)
            }
            texts.append(text)
            tokens += lengths[text]
        }
        if !texts.isEmpty { batches.append(TransformerBatch(texts: texts)) }
        return batches
    }
}
