import CVectorKernels

/// Vectors as bytes with a scale each, one after another; with their numbers as they were added, where those are kept.
struct VectorRows: Sendable {
    let dimensions: Int
    let keepsNumbers: Bool
    private(set) var values: [Int8] = []
    private(set) var scales: [Float] = []
    private var numbers: [Float] = []

    var count: Int { scales.count }

    init(dimensions: Int, keepsNumbers: Bool = false) {
        self.dimensions = dimensions
        self.keepsNumbers = keepsNumbers
    }

    mutating func reserve(_ count: Int) {
        values.reserveCapacity(count * dimensions)
        scales.reserveCapacity(count)
        if keepsNumbers { numbers.reserveCapacity(count * dimensions) }
    }

    mutating func append(_ vector: ArraySlice<Float>) {
        var largest: Float = 0
        for number in vector { largest = max(largest, abs(number)) }
        let factor = largest > 0 ? 127 / largest : 0
        for number in vector { values.append(Int8(max(-127, min(127, (number * factor).rounded())))) }
        scales.append(largest / 127)
        if keepsNumbers { numbers += vector }
    }

    /// The product of a vector with a row's numbers, or else with what its bytes stand for.
    func exact(_ row: Int, _ vector: [Float]) -> Float {
        var sum: Float = 0
        if keepsNumbers {
            for i in 0..<dimensions { sum += vector[i] * numbers[row * dimensions + i] }
            return sum
        }
        for i in 0..<dimensions { sum += vector[i] * Float(values[row * dimensions + i]) }
        return sum * scales[row]
    }

    /// Offers the rows of a range with their products with a quantised vector.
    func scan(_ query: QuantisedRow, _ range: Range<Int>, into hits: inout TopHits, id: (Int) -> Int) {
        let block = 2048
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: block) { dots in
            guard let out = dots.baseAddress else { return }
            for from in stride(from: range.lowerBound, to: range.upperBound, by: block) {
                let count = min(block, range.upperBound - from)
                values.withUnsafeBufferPointer { rows in
                    guard let rows = rows.baseAddress else { return }
                    vk_dots_int8(query.values, rows + from * dimensions, count, dimensions, out)
                }
                scales.withUnsafeBufferPointer { scales in
                    var threshold = hits.threshold
                    for i in 0..<count {
                        let score = Float(dots[i]) * query.scale * scales[from + i]
                        guard score >= threshold else { continue }
                        hits.offer(VectorHit(id: id(from + i), score: score))
                        threshold = hits.threshold
                    }
                }
            }
        }
    }
}
