import Crypto
import Foundation
public import Inference

/// A sentence transformer of BERT's kind (all-MiniLM-L6-v2 and its like), read from the folder its makers publish: `model.safetensors`,
/// `vocab.txt`, `config.json` and, if there, `sentence_bert_config.json`. Mean of the last layer's rows, scaled to length 1.
public struct TransformerEncoder: SentenceEncoder {
    /// What the matrices are kept in.
    public enum Precision: Sendable {
        /// Single precision.
        case full
        /// Bytes with a scale a row; what is multiplied with them becomes bytes too, each row by its own range. A quarter of the memory.
        case int8
    }

    /// What becomes of a text's rows after the last layer.
    public enum Pooling: Sendable {
        /// Their mean.
        case mean
        /// The row of the token at this place; zeros for a text that has none there.
        case token(Int)
    }

    public let identity: EncoderIdentity
    public var dimensions: Int { body.shape.width }
    public let tokenizer: WordPieceTokenizer
    /// The most tokens of a text that are read, marks included.
    public let longestText: Int
    private let body: TransformerBody
    private var shape: TransformerShape { body.shape }

    /// - Parameters:
    ///   - threads: how many work at once; nil for as many as the processor has cores.
    ///   - instructions: which kernels work; the best this processor has, but for tests.
    /// - Throws: what is wrong with a file.
    public init(folder: String, precision: Precision = .int8, threads: Int? = nil, instructions: Instructions = .best) throws(InferenceError) {
        let weights = try MappedFile(path: "\(folder)/model.safetensors", limit: Safetensors.largestFile)
        let file = try Safetensors(weights)
        let vocabulary = try MappedFile(path: "\(folder)/vocab.txt", limit: WordPieceVocabulary.largestFile)
        tokenizer = WordPieceTokenizer(vocabulary: try WordPieceVocabulary(Array(vocabulary.bytes), name: vocabulary.name))
        let shape = try TransformerShape(file, folder: folder)
        guard tokenizer.vocabulary.count <= shape.words else {
            throw .malformed(file: vocabulary.name, reason: "it has \(tokenizer.vocabulary.count) tokens, the model only \(shape.words)")
        }
        longestText = try shape.longestText(folder: folder)
        body = try TransformerBody(file, shape: shape, precision: precision, threads: threads, instructions: instructions)
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let hash = Self.hash(weights)
        let pinned = PinnedModel.all.first { model in model.files.contains { $0.hash == hash } }
        identity = EncoderIdentity(name: precision == .int8 ? "\(name)-int8" : name, hash: hash, languages: pinned?.languages ?? [])
    }

    /// SHA-256, a few megabytes at a time, so that the file never fills memory.
    private static func hash(_ file: MappedFile) -> String {
        var hash = SHA256()
        for from in stride(from: 0, to: file.bytes.count, by: 8 << 20) {
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: file.bytes[from..<min(file.bytes.count, from + 8 << 20)]))
            file.release()
        }
        return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    public func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] {
        let tokens = texts.map { text in
            var ids: [Int32] = []
            tokenizer.encode(text, limit: longestText, into: &ids)
            // The two marks alone: no word.
            return ids.count > 2 ? ids : []
        }
        return vectors(of: tokens).map { vector in
            let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
            return length > 0 && length.isFinite ? vector.map { $0 / length } : [Float](repeating: 0, count: dimensions)
        }
    }

    /// The pooled rows of each list of tokens, of whatever length; zeros for an empty list. What is beyond the model's positions is left out.
    /// - Precondition: tokens are those of the vocabulary.
    public func vectors(of tokens: [[Int32]], pooling: Pooling = .mean) -> [[Float]] {
        precondition(tokens.allSatisfy { $0.allSatisfy { 0 <= $0 && $0 < shape.words } }, "a token that is not in the vocabulary")
        let width = shape.width
        var pooled = [Float](repeating: 0, count: tokens.count * width)
        pooled.withUnsafeMutableBufferPointer {
            guard let start = $0.baseAddress else { return }
            // Each text's place is written by the one thread that has its batch.
            nonisolated(unsafe) let pooled = start
            body.pass(tokens) { text, rows, _, count in
                pool(rows, count: count, pooling, into: pooled + text * width)
            }
        }
        return tokens.indices.map { Array(pooled[$0 * width..<($0 + 1) * width]) }
    }

    private func pool(_ rows: UnsafePointer<Float>, count: Int, _ pooling: Pooling, into vector: UnsafeMutablePointer<Float>) {
        let width = shape.width
        switch pooling {
        case .mean:
            for row in 0..<count { for i in 0..<width { vector[i] += rows[row * width + i] } }
            for i in 0..<width { vector[i] /= Float(count) }
        case .token(let place):
            guard place >= 0, place < count else { return }
            vector.update(from: rows + place * width, count: width)
        }
    }
}
