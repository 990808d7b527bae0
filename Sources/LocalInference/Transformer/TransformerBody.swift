import Dispatch
import Foundation
import Inference
import Synchronization

/// A BERT without a head: embeddings, layers, and how texts pass through them on several threads.
struct TransformerBody: Sendable {
    let shape: TransformerShape
    private let embeddings: TokenEmbeddings
    private let layers: [TransformerLayer]
    private let threads: Int
    private let instructions: Instructions

    init(
        _ file: Safetensors, shape: TransformerShape, precision: TransformerEncoder.Precision, threads: Int?, instructions: Instructions
    ) throws(InferenceError) {
        embeddings = try TokenEmbeddings(
            file, words: shape.words, dimensions: shape.width, positions: shape.positions, epsilon: shape.epsilon, precision: precision)
        var layers: [TransformerLayer] = []
        for number in 0..<shape.layers {
            layers.append(
                try TransformerLayer(
                    file, number, heads: shape.heads, width: shape.width, inner: shape.inner, epsilon: shape.epsilon, precision: precision))
        }
        self.layers = layers
        self.shape = shape
        self.threads = max(1, threads ?? ProcessInfo.processInfo.activeProcessorCount)
        self.instructions = instructions.isAvailable ? instructions : .best
    }

    /// Passes each text that has tokens through all layers. What is beyond the model's positions is left out.
    /// - Parameters:
    ///   - middle: how many layers down the rows are kept besides; at least 1.
    ///   - take: gets a text's number, its rows of the last layer, those of the middle and how many they are; called on several threads, once a text.
    /// - Precondition: tokens are those of the vocabulary.
    func pass(
        _ texts: [[Int32]], middle: Int? = nil, take: @Sendable (Int, UnsafePointer<Float>, _ middle: UnsafePointer<Float>, Int) -> Void
    ) {
        let texts = texts.map { $0.count > shape.positions ? Array($0.prefix(shape.positions)) : $0 }
        let batches = TransformerBatch.batches(of: texts.map(\.count))
        let most = batches.map { $0.texts.reduce(0) { $0 + texts[$1].count } }.max() ?? 0
        let longest = texts.map(\.count).max() ?? 0
        let next = Atomic(0)
        let workers = min(threads, batches.count)
        guard workers > 0 else { return }
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            let room = TransformerRoom(tokens: most, longest: longest, shape)
            while case let at = next.add(1, ordering: .relaxed).oldValue, at < batches.count {
                pass(batches[at].texts.map { texts[$0] }, middle: middle, room)
                var from = 0
                for text in batches[at].texts {
                    take(text, room.rows + from * shape.width, room.kept + from * shape.width, texts[text].count)
                    from += texts[text].count
                }
            }
        }
    }

    private func pass(_ texts: [[Int32]], middle: Int?, _ room: TransformerRoom) {
        var from = 0
        for text in texts {
            embeddings.embed(text, into: room.rows + from * shape.width, instructions)
            from += text.count
        }
        for (number, layer) in layers.enumerated() {
            layer.apply(room, lengths: texts.map(\.count), instructions)
            if number + 1 == middle { room.kept.update(from: room.rows, count: from * shape.width) }
        }
    }
}
