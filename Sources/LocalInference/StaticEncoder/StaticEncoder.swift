import CVectorKernels
public import Inference

/// A student: a text's vector is the sum of its tokens' rows, each times its weight, brought to length 1. No layer runs, so it takes microseconds.
public struct StaticEncoder: SentenceEncoder {
    public let identity: EncoderIdentity
    public var dimensions: Int { file.dimensions }
    /// Tokens of a text that are read; what is beyond is left out.
    public let tokenLimit: Int

    let file: StudentFile
    let tokenizer: WordPieceTokenizer

    /// - Throws: `malformed` when the vocabulary is no vocabulary, or has not one token a row.
    public init(_ file: StudentFile, tokenLimit: Int = 512) throws(InferenceError) {
        let vocabulary = try WordPieceVocabulary(file.vocabulary, name: file.name)
        guard vocabulary.count == file.rows else {
            throw .malformed(file: file.name, reason: "it has \(file.rows) rows for \(vocabulary.count) tokens")
        }
        self.file = file
        tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
        identity = EncoderIdentity(name: "student", hash: file.hash)
        self.tokenLimit = tokenLimit
    }

    public func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] {
        let flat = vectors(texts)
        return texts.indices.map { Array(flat[$0 * dimensions..<($0 + 1) * dimensions]) }
    }

    /// The vectors of all texts one after another, made on all cores.
    public func vectors(_ texts: [String]) -> [Float] {
        [Float](unsafeUninitializedCapacity: texts.count * dimensions) { out, count in
            nonisolated(unsafe) let out = out
            Shares.concurrently(texts.count, atLeast: 256) { share in
                var ids: [Int32] = []
                ids.reserveCapacity(tokenLimit)
                for i in share { encode(texts[i], ids: &ids, into: UnsafeMutableBufferPointer(rebasing: out[i * dimensions..<(i + 1) * dimensions])) }
            }
            count = texts.count * dimensions
        }
    }

    private func encode(_ text: String, ids: inout [Int32], into out: UnsafeMutableBufferPointer<Float>) {
        guard let sums = out.baseAddress else { return }
        ids.removeAll(keepingCapacity: true)
        tokenizer.encode(text, limit: tokenLimit, marked: false, into: &ids)
        guard let table = file.bytes.baseAddress?.advanced(by: file.header.table.lowerBound) else { return }
        switch file.quantisation {
        case .int8: vk_sum_rows_int8(sums, table.assumingMemoryBound(to: Int8.self), file.scales, ids, ids.count, dimensions)
        case .int4: vk_sum_rows_int4(sums, table.assumingMemoryBound(to: UInt8.self), file.scales, ids, ids.count, dimensions)
        }
        vk_normalise(sums, dimensions)
    }
}
