public import Inference

extension TransformerEncoder: DistillationTeacher {
    public var vocabularyFile: [UInt8] {
        let vocabulary = tokenizer.vocabulary
        return Array((0..<vocabulary.count).map { (vocabulary.token($0) ?? "") + "\n" }.joined().utf8)
    }

    public func tokenStates(_ tokens: [Int32]) throws(InferenceError) -> [Float] {
        let (start, end) = (tokenizer.vocabulary.start, tokenizer.vocabulary.end)
        return vectors(of: tokens.map { [start, $0, end] }, pooling: .token(1)).flatMap(\.self)
    }
}
