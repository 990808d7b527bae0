import CVectorKernels

/// Signed bytes that stand for numbers: each times the row's scale.
public struct QuantisedRow: Hashable, Sendable {
    public let values: [Int8]
    public let scale: Float

    /// The nearest of 255 levels for each number, the largest at ±127.
    public init(_ numbers: [Float]) {
        let largest = numbers.reduce(0) { max($0, abs($1)) }
        let scale = largest > 0 ? largest / 127 : 0
        self.scale = scale
        values = numbers.map { scale > 0 ? Int8(max(-127, min(127, ($0 / scale).rounded()))) : 0 }
    }

    /// Sum of the products of the numbers two rows stand for.
    /// - Precondition: both are of one length.
    public func dot(_ other: QuantisedRow) -> Float {
        precondition(values.count == other.values.count, "rows of different lengths")
        return Float(vk_dot_int8(values, other.values, values.count)) * scale * other.scale
    }
}

/// Rows of signed bytes, one behind the other, each with its scale.
struct QuantisedRows: Sendable {
    var values: [Int8] = []
    var scales: [Float] = []

    mutating func append(_ row: QuantisedRow) {
        values += row.values
        scales.append(row.scale)
    }

    static func += (left: inout QuantisedRows, right: QuantisedRows) {
        left.values += right.values
        left.scales += right.scales
    }
}
