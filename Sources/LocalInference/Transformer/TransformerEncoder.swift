import Crypto
import Dispatch
import Foundation
public import Inference
import Synchronization

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
    public var dimensions: Int { shape.width }
    public let tokenizer: WordPieceTokenizer
    /// The most tokens of a text that are read, marks included.
    public let longestText: Int
    private let shape: TransformerShape
    private let embeddings: TokenEmbeddings
    private let layers: [TransformerLayer]
    private let threads: Int
    private let instructions: Instructions

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
        embeddings = try TokenEmbeddings(
            file, words: shape.words, dimensions: shape.width, positions: shape.positions, epsilon: shape.epsilon, precision: precision)
        var layers: [TransformerLayer] = []
        for number in 0..<shape.layers {
            layers.append(
                try TransformerLayer(
                    file, number, heads: shape.heads, width: shape.width, inner: shape.inner, epsilon: shape.epsilon, precision: precision))
        }
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        let hash = Self.hash(weights)
        let pinned = PinnedModel.all.first { model in model.files.contains { $0.hash == hash } }
        identity = EncoderIdentity(name: precision == .int8 ? "\(name)-int8" : name, hash: hash, languages: pinned?.languages ?? [])
        self.layers = layers
        self.shape = shape
        self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
        self.instructions = instructions.isAvailable ? instructions : .best
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
        let tokens = tokens.map { $0.count > shape.positions ? Array($0.prefix(shape.positions)) : $0 }
        let batches = TransformerBatch.batches(of: tokens.map(\.count))
        let most = batches.map { $0.texts.reduce(0) { $0 + tokens[$1].count } }.max() ?? 0
        let longest = tokens.map(\.count).max() ?? 0
        let width = shape.width
        var pooled = [Float](repeating: 0, count: tokens.count * width)
        let next = Atomic(0)
        let workers = min(threads, batches.count)
        pooled.withUnsafeMutableBufferPointer {
            guard workers > 0, let start = $0.baseAddress else { return }
            // Each text's place is written by the one thread that has its batch.
            nonisolated(unsafe) let pooled = start
            DispatchQueue.concurrentPerform(iterations: workers) { _ in
                let room = TransformerRoom(tokens: most, longest: longest, shape)
                while case let at = next.add(1, ordering: .relaxed).oldValue, at < batches.count {
                    pass(batches[at].texts.map { tokens[$0] }, room)
                    var from = 0
                    for text in batches[at].texts {
                        pool(room.rows + from * width, count: tokens[text].count, pooling, into: pooled + text * width)
                        from += tokens[text].count
                    }
                }
            }
        }
        return tokens.indices.map { Array(pooled[$0 * width..<($0 + 1) * width]) }
    }

    private func pass(_ texts: [[Int32]], _ room: TransformerRoom) {
        var from = 0
        for text in texts {
            embeddings.embed(text, into: room.rows + from * shape.width, instructions)
            from += text.count
        }
        for layer in layers { layer.apply(room, lengths: texts.map(\.count), instructions) }
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
