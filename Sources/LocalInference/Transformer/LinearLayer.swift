import CVectorKernels

/// A matrix and a bias that rows are multiplied with: packed for the kernels, in single precision or in bytes with a scale an output.
struct LinearLayer: Sendable {
    let inputs: Int
    let outputs: Int
    private let bias: [Float]
    private let weights: Weights

    private enum Weights: Sendable {
        case full(AlignedMemory)
        case bytes(AlignedMemory, scales: [Float], sums: [Int32])
    }

    /// - Parameter weights: a row an output. `inputs` is a multiple of 4, at most 32,768.
    init(weights: [Float], bias: [Float], inputs: Int) {
        self.inputs = inputs
        self.bias = bias
        outputs = bias.count
        let memory = AlignedMemory(bytes: Self.padded(outputs, vk_panel_f32) * inputs * MemoryLayout<Float>.size)
        vk_pack_f32(weights, outputs, inputs, memory.start.assumingMemoryBound(to: Float.self))
        self.weights = .full(memory)
    }

    /// The same in bytes.
    init(weights: QuantisedRows, bias: [Float], inputs: Int) {
        self.inputs = inputs
        self.bias = bias
        outputs = bias.count
        let memory = AlignedMemory(bytes: Self.padded(outputs, vk_panel_int8) * inputs)
        vk_pack_int8(weights.values, outputs, inputs, memory.start.assumingMemoryBound(to: Int8.self))
        let sums = (0..<outputs).map { weights.values[$0 * inputs..<($0 + 1) * inputs].reduce(0) { $0 + Int32($1) } }
        self.weights = .bytes(memory, scales: weights.scales, sums: sums)
    }

    private static func padded(_ outputs: Int, _ panel: Int) -> Int { (outputs + panel - 1) / panel * panel }

    /// Rows of `inputs` numbers to rows of `outputs` numbers.
    /// - Precondition: there is room where the matrix is in bytes.
    func apply(
        _ rows: UnsafePointer<Float>, count: Int, into result: UnsafeMutablePointer<Float>, _ room: ByteRows?, _ instructions: Instructions
    ) {
        switch weights {
        case .full(let packed):
            vk_linear_f32(instructions.code, rows, count, inputs, packed.start.assumingMemoryBound(to: Float.self), bias, outputs, result)
        case .bytes(let packed, let scales, let sums):
            guard let room else { preconditionFailure("no room for rows as bytes") }
            vk_quantise_rows(instructions.code, rows, count, inputs, room.bytes, room.scales, room.zeros)
            vk_linear_int8(
                instructions.code, room.bytes, room.scales, room.zeros, count, inputs, packed.start.assumingMemoryBound(to: Int8.self), scales, sums,
                bias, outputs, result)
        }
    }
}

/// Room for rows as bytes, each with its scale and zero point.
struct ByteRows {
    let bytes: UnsafeMutablePointer<UInt8>
    let scales: UnsafeMutablePointer<Float>
    let zeros: UnsafeMutablePointer<Int32>
}

/// Memory at a multiple of 64 bytes, which is a cache line and the widest register. Written by its maker only.
final class AlignedMemory: @unchecked Sendable {
    let start: UnsafeMutableRawPointer

    init(bytes: Int) { start = .allocate(byteCount: max(64, bytes), alignment: 64) }

    deinit { start.deallocate() }
}
