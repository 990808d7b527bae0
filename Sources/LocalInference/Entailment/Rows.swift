import CVectorKernels
import Inference

/// Numbers in rows of one width, one row behind the other.
struct Rows: Sendable {
    let count: Int
    let width: Int
    var numbers: [Float]

    init(count: Int, width: Int) {
        self.count = count
        self.width = width
        numbers = [Float](repeating: 0, count: count * width)
    }

    subscript(row: Int, column: Int) -> Float {
        get { numbers[row * width + column] }
        set { numbers[row * width + column] = newValue }
    }

    func row(_ number: Int) -> ArraySlice<Float> { numbers[number * width..<(number + 1) * width] }

    static func + (left: Rows, right: Rows) -> Rows {
        precondition(left.numbers.count == right.numbers.count, "rows of different shapes")
        var sum = left
        for i in sum.numbers.indices { sum.numbers[i] += right.numbers[i] }
        return sum
    }

    /// Product of each row here with each of the other: a row a row of these.
    func products(with other: Rows) -> Rows {
        var products = Rows(count: count, width: other.count)
        numbers.withUnsafeBufferPointer { mine in
            other.numbers.withUnsafeBufferPointer { others in
                guard let mine = mine.baseAddress, let others = others.baseAddress else { return }
                for i in 0..<count {
                    for j in 0..<other.count { products.numbers[i * other.count + j] = vk_dot_float(mine + i * width, others + j * width, width) }
                }
            }
        }
        return products
    }

    /// Every row a mixture of the other's rows, by this one's numbers as shares.
    func mixture(of other: Rows) -> Rows {
        precondition(width == other.count, "a share a row")
        var mixed = Rows(count: count, width: other.width)
        mixed.numbers.withUnsafeMutableBufferPointer { mixed in
            other.numbers.withUnsafeBufferPointer { from in
                guard let to = mixed.baseAddress, let from = from.baseAddress else { return }
                for i in 0..<count {
                    for j in 0..<width { vk_add_scaled(to + i * other.width, from + j * other.width, self[i, j], other.width) }
                }
            }
        }
        return mixed
    }

    /// Rows become shares that sum to 1: the softmax of `factor` times their numbers.
    mutating func becomeShares(factor: Float = 1) {
        for i in 0..<count {
            let shares = softmax(row(i).map { $0 * factor })
            for j in 0..<width { self[i, j] = shares[j] }
        }
    }

    func transposed() -> Rows {
        var turned = Rows(count: width, width: count)
        for i in 0..<count { for j in 0..<width { turned[j, i] = self[i, j] } }
        return turned
    }
}
