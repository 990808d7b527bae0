import CVectorKernels
public import Inference

/// A student: a text's vector is the sum of its tokens' rows, each once and times its weight, and behind it a sketch of its words; at length 1. No
/// layer runs, so it takes microseconds.
public struct StaticEncoder: SentenceEncoder {
    public let identity: EncoderIdentity
    /// Twice the numbers of a row: the sum, which holds what a text means, then as many for which words it has (`WordSketch`).
    public var dimensions: Int { 2 * file.dimensions }
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
        identity = EncoderIdentity(name: "student", hash: file.hash, languages: PinnedModel.teacher.languages)
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
                var scratch = Scratch(tokens: file.rows)
                for i in share {
                    encode(texts[i], &scratch, into: UnsafeMutableBufferPointer(rebasing: out[i * dimensions..<(i + 1) * dimensions]))
                }
            }
            count = texts.count * dimensions
        }
    }

    /// What is used again from text to text.
    private struct Scratch {
        var ids: [Int32] = []
        var lengths: [Float] = []
        var seen: TokenSet

        init(tokens: Int) { seen = TokenSet(tokens: tokens) }
    }

    private func encode(_ text: String, _ scratch: inout Scratch, into out: UnsafeMutableBufferPointer<Float>) {
        guard let sums = out.baseAddress, let table = file.bytes.baseAddress?.advanced(by: file.header.table.lowerBound) else { return }
        scratch.ids.removeAll(keepingCapacity: true)
        tokenizer.encode(text, limit: tokenLimit, marked: false, into: &scratch.ids)
        scratch.seen.makeDistinct(&scratch.ids)
        let ids = scratch.ids, size = file.dimensions
        switch file.quantisation {
        case .int8: vk_sum_rows_int8(sums, table.assumingMemoryBound(to: Int8.self), file.scales, ids, ids.count, size)
        case .int4: vk_sum_rows_int4(sums, table.assumingMemoryBound(to: UInt8.self), file.scales, ids, ids.count, size)
        }
        WordSketch.write(ids, of: file, table, lengths: &scratch.lengths, into: sums + size)
        vk_normalise(sums, dimensions)
    }
}
