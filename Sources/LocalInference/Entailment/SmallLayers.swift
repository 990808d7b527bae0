import CVectorKernels
import Inference

/// A matrix with a bias, in single precision, by its name in the file.
struct Dense: Sendable {
    let outputs: Int
    private let layer: LinearLayer

    init(_ file: Safetensors, _ weight: String, bias: String?, outputs: Int, inputs: Int) throws(InferenceError) {
        self.outputs = outputs
        layer = LinearLayer(
            weights: try file.numbers(weight, shape: [outputs, inputs]),
            bias: try bias.map { name throws(InferenceError) in try file.numbers(name, shape: [outputs]) } ?? [Float](repeating: 0, count: outputs),
            inputs: inputs)
    }

    init(_ file: Safetensors, _ name: String, outputs: Int, inputs: Int) throws(InferenceError) {
        try self.init(file, "\(name).weight", bias: "\(name).bias", outputs: outputs, inputs: inputs)
    }

    func callAsFunction(_ rows: Rows, _ instructions: Instructions) -> Rows {
        precondition(rows.width == layer.inputs, "rows of another width")
        var result = Rows(count: rows.count, width: outputs)
        rows.numbers.withUnsafeBufferPointer { rows in
            result.numbers.withUnsafeMutableBufferPointer { result in
                guard let from = rows.baseAddress, let to = result.baseAddress else { return }
                layer.apply(from, count: rows.count / layer.inputs, into: to, nil, instructions)
            }
        }
        return result
    }
}

extension LayerNorm {
    func callAsFunction(_ rows: Rows, _ instructions: Instructions) -> Rows {
        var rows = rows
        let count = rows.count
        rows.numbers.withUnsafeMutableBufferPointer { numbers in
            guard let start = numbers.baseAddress else { return }
            apply(start, adding: nil, count: count, instructions)
        }
        return rows
    }
}

/// A transformer's layer that normalises first (Xiong et al. 2020), with ReLU.
struct PreNormLayer: Sendable {
    static let heads = 4
    private let projection, output, up, down: Dense
    private let attentionNorm, outputNorm: LayerNorm

    /// - Parameter name: as PyTorch names the parts of a `TransformerEncoderLayer`.
    init(_ file: Safetensors, _ name: String, width: Int) throws(InferenceError) {
        projection = try Dense(
            file, "\(name).self_attn.in_proj_weight", bias: "\(name).self_attn.in_proj_bias", outputs: 3 * width, inputs: width)
        output = try Dense(file, "\(name).self_attn.out_proj", outputs: width, inputs: width)
        up = try Dense(file, "\(name).linear1", outputs: 2 * width, inputs: width)
        down = try Dense(file, "\(name).linear2", outputs: width, inputs: 2 * width)
        attentionNorm = try LayerNorm(file, "\(name).norm1", width: width, epsilon: 1e-5)
        outputNorm = try LayerNorm(file, "\(name).norm2", width: width, epsilon: 1e-5)
    }

    func callAsFunction(_ rows: Rows, _ instructions: Instructions) -> Rows {
        let attended = rows + output(attention(projection(attentionNorm(rows, instructions), instructions), instructions), instructions)
        var wide = up(outputNorm(attended, instructions), instructions)
        for i in wide.numbers.indices { wide.numbers[i] = max(0, wide.numbers[i]) }
        return attended + down(wide, instructions)
    }

    private func attention(_ projected: Rows, _ instructions: Instructions) -> Rows {
        let width = projected.width / 3
        var result = Rows(count: projected.count, width: width)
        let scratch = AlignedMemory(bytes: vk_attention_scratch(projected.count, width / Self.heads) * MemoryLayout<Float>.size)
        projected.numbers.withUnsafeBufferPointer { projected in
            result.numbers.withUnsafeMutableBufferPointer { result in
                guard let from = projected.baseAddress, let to = result.baseAddress else { return }
                vk_attention(
                    instructions.code, from, projected.count / (3 * width), Self.heads, width / Self.heads,
                    scratch.start.assumingMemoryBound(to: Float.self), to)
            }
        }
        return result
    }
}

/// Attention of some rows to others (Vaswani et al. 2017).
struct CrossAttention: Sendable {
    private let queries, keys, values, output: Dense

    init(_ file: Safetensors, _ name: String, width: Int) throws(InferenceError) {
        let all = try file.numbers("\(name).in_proj_weight", shape: [3 * width, width])
        let bias = try file.numbers("\(name).in_proj_bias", shape: [3 * width])
        func part(_ number: Int) -> Dense {
            Dense(
                weights: Array(all[number * width * width..<(number + 1) * width * width]), bias: Array(bias[number * width..<(number + 1) * width]),
                inputs: width)
        }
        (queries, keys, values) = (part(0), part(1), part(2))
        output = try Dense(file, "\(name).out_proj", outputs: width, inputs: width)
    }

    func callAsFunction(_ rows: Rows, to others: Rows, _ instructions: Instructions) -> Rows {
        let (q, k, v) = (queries(rows, instructions), keys(others, instructions), values(others, instructions))
        let head = rows.width / PreNormLayer.heads
        var result = Rows(count: rows.count, width: rows.width)
        for part in 0..<PreNormLayer.heads {
            let columns = part * head..<(part + 1) * head
            var shares = q.columns(columns).products(with: k.columns(columns))
            shares.becomeShares(factor: 1 / Float(head).squareRoot())
            let mixed = shares.mixture(of: v.columns(columns))
            for i in 0..<rows.count { for j in 0..<head { result[i, columns.lowerBound + j] = mixed[i, j] } }
        }
        return output(result, instructions)
    }
}

extension Dense {
    init(weights: [Float], bias: [Float], inputs: Int) {
        outputs = bias.count
        layer = LinearLayer(weights: weights, bias: bias, inputs: inputs)
    }
}

extension Rows {
    func columns(_ range: Range<Int>) -> Rows {
        var part = Rows(count: count, width: range.count)
        for i in 0..<count { for j in range { part[i, j - range.lowerBound] = self[i, j] } }
        return part
    }
}
