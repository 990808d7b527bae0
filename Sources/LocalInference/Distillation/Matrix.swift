import CVectorKernels

/// Numbers in rows.
struct Matrix {
    let rows, columns: Int
    var numbers: [Float]

    init(rows: Int, columns: Int, numbers: [Float]) {
        precondition(numbers.count == rows * columns, "a matrix has rows × columns numbers")
        (self.rows, self.columns, self.numbers) = (rows, columns, numbers)
    }

    init(rows: Int, columns: Int) { self.init(rows: rows, columns: columns, numbers: [Float](repeating: 0, count: rows * columns)) }

    subscript(row: Int, column: Int) -> Float {
        get { numbers[row * columns + column] }
        set { numbers[row * columns + column] = newValue }
    }

    /// Some of the rows, in the order asked.
    func rows(_ chosen: [Int]) -> Matrix {
        var some: [Float] = []
        some.reserveCapacity(chosen.count * columns)
        for row in chosen { some += numbers[row * columns..<(row + 1) * columns] }
        return Matrix(rows: chosen.count, columns: columns, numbers: some)
    }

    /// Each row at length 1.
    mutating func normaliseRows() {
        numbers.withUnsafeMutableBufferPointer { numbers in
            guard let base = numbers.baseAddress else { return }
            for row in 0..<rows { vk_normalise(base + row * columns, columns) }
        }
    }

    /// This times another. On all cores, the same on any number of them.
    func times(_ other: Matrix) -> Matrix {
        precondition(columns == other.rows, "matrices that do not fit")
        var product = Matrix(rows: rows, columns: other.columns)
        product.eachRow { row, out in
            for k in 0..<columns { vk_add_scaled(out, other.row(k), numbers[row * columns + k], other.columns) }
        }
        return product
    }

    /// The transpose of this times another of as many rows.
    func transposedTimes(_ other: Matrix) -> Matrix {
        precondition(rows == other.rows, "matrices that do not fit")
        var product = Matrix(rows: columns, columns: other.columns)
        // In blocks that stay in the cache.
        for from in stride(from: 0, to: rows, by: 256) {
            let block = from..<min(rows, from + 256)
            product.eachRow { row, out in
                for k in block { vk_add_scaled(out, other.row(k), numbers[k * columns + row], other.columns) }
            }
        }
        return product
    }

    /// The address of a row, good only while the matrix is held.
    func row(_ row: Int) -> UnsafePointer<Float> {
        numbers.withUnsafeBufferPointer { numbers in
            guard let base = numbers.baseAddress else { preconditionFailure("an empty matrix has no rows") }
            return base + row * columns
        }
    }

    /// Runs `work` for every row, on all cores.
    mutating func eachRow(_ work: (Int, UnsafeMutablePointer<Float>) -> Void) {
        let columns = columns
        numbers.withUnsafeMutableBufferPointer { numbers in
            guard let base = numbers.baseAddress else { return }
            nonisolated(unsafe) let start = base
            Shares.concurrently(numbers.count / columns, atLeast: 16) { share in
                for row in share { work(row, start + row * columns) }
            }
        }
    }
}
