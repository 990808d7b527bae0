import CVectorKernels
import Inference

/// A layer of BERT: attention, then two linear layers with GELU between, each added to what came in and normalised.
struct TransformerLayer: Sendable {
    let heads: Int
    /// Queries, keys and values in one matrix.
    private let projection: LinearLayer
    private let attentionOutput: LinearLayer
    private let attentionNorm: LayerNorm
    private let inner: LinearLayer
    private let outer: LinearLayer
    private let outputNorm: LayerNorm

    init(
        _ file: Safetensors, _ number: Int, heads: Int, width: Int, inner innerWidth: Int, epsilon: Float,
        precision: TransformerEncoder.Precision
    ) throws(InferenceError) {
        let layer = "encoder.layer.\(number)"
        func linear(_ names: [String], outputs: Int, inputs: Int) throws(InferenceError) -> LinearLayer {
            var bias: [Float] = []
            for name in names { bias += try file.numbers("\(layer).\(name).bias", shape: [outputs]) }
            switch precision {
            case .full:
                var weights: [Float] = []
                for name in names { weights += try file.numbers("\(layer).\(name).weight", shape: [outputs, inputs]) }
                return LinearLayer(weights: weights, bias: bias, inputs: inputs)
            case .int8:
                var weights = QuantisedRows()
                for name in names { weights += try file.quantisedRows("\(layer).\(name).weight", shape: [outputs, inputs]) }
                return LinearLayer(weights: weights, bias: bias, inputs: inputs)
            }
        }
        self.heads = heads
        projection = try linear(["query", "key", "value"].map { "attention.self.\($0)" }, outputs: width, inputs: width)
        attentionOutput = try linear(["attention.output.dense"], outputs: width, inputs: width)
        attentionNorm = try LayerNorm(file, "\(layer).attention.output.LayerNorm", width: width, epsilon: epsilon)
        inner = try linear(["intermediate.dense"], outputs: innerWidth, inputs: width)
        outer = try linear(["output.dense"], outputs: width, inputs: innerWidth)
        outputNorm = try LayerNorm(file, "\(layer).output.LayerNorm", width: width, epsilon: epsilon)
        file.release()
    }

    /// Changes the rows of several texts, which stand one behind the other, in place.
    func apply(_ room: TransformerRoom, lengths: [Int], _ instructions: Instructions) {
        let count = lengths.reduce(0, +), width = projection.inputs
        projection.apply(room.rows, count: count, into: room.wide, room.quantised, instructions)
        var from = 0
        for length in lengths {
            vk_attention(
                instructions.code, room.wide + from * projection.outputs, length, heads, width / heads, room.scores, room.attended + from * width)
            from += length
        }
        attentionOutput.apply(room.attended, count: count, into: room.added, room.quantised, instructions)
        attentionNorm.apply(room.rows, adding: room.added, count: count, instructions)
        inner.apply(room.rows, count: count, into: room.wide, room.quantised, instructions)
        vk_gelu(instructions.code, room.wide, count * inner.outputs)
        outer.apply(room.wide, count: count, into: room.added, room.quantised, instructions)
        outputNorm.apply(room.rows, adding: room.added, count: count, instructions)
    }
}

/// Layer normalisation with its weight and bias.
struct LayerNorm: Sendable {
    private let weight: [Float]
    private let bias: [Float]
    private let epsilon: Float

    init(_ file: Safetensors, _ name: String, width: Int, epsilon: Float) throws(InferenceError) {
        weight = try file.numbers("\(name).weight", shape: [width])
        bias = try file.numbers("\(name).bias", shape: [width])
        self.epsilon = epsilon
    }

    func apply(_ rows: UnsafeMutablePointer<Float>, adding added: UnsafePointer<Float>?, count: Int, _ instructions: Instructions) {
        vk_add_layer_norm(instructions.code, rows, added, count, weight.count, weight, bias, epsilon)
    }
}

/// What one thread needs while texts pass through the layers.
struct TransformerRoom {
    /// The rows, what attention makes of them, what is added to them, and the rows as they were after some layer.
    let rows, attended, added, kept: UnsafeMutablePointer<Float>
    /// Rows of the widest layer.
    let wide: UnsafeMutablePointer<Float>
    let scores: UnsafeMutablePointer<Float>
    let quantised: ByteRows
    private let memory: [AlignedMemory]

    init(tokens: Int, longest: Int, _ shape: TransformerShape) {
        var memory: [AlignedMemory] = []
        func room<T>(_ count: Int, of type: T.Type) -> UnsafeMutablePointer<T> {
            memory.append(AlignedMemory(bytes: count * MemoryLayout<T>.stride))
            return memory[memory.count - 1].start.bindMemory(to: type, capacity: count)
        }
        let widest = max(3 * shape.width, shape.inner)
        rows = room(tokens * shape.width, of: Float.self)
        attended = room(tokens * shape.width, of: Float.self)
        added = room(tokens * shape.width, of: Float.self)
        kept = room(tokens * shape.width, of: Float.self)
        wide = room(tokens * widest, of: Float.self)
        scores = room(vk_attention_scratch(longest, shape.width / shape.heads), of: Float.self)
        quantised = ByteRows(
            bytes: room(tokens * widest, of: UInt8.self), scales: room(tokens, of: Float.self), zeros: room(tokens, of: Int32.self))
        self.memory = memory
    }
}
