/// What is needed of a symmetric matrix: its axes, and systems of equations.
enum SymmetricMatrix {
    /// Solves `matrix · X = right` for a positive definite matrix, by Cholesky's decomposition in double precision.
    static func solve(_ matrix: Matrix, _ right: Matrix) -> Matrix {
        let size = matrix.rows
        var lower = matrix.numbers.map(Double.init)
        for j in 0..<size {
            for i in j..<size {
                var sum = lower[i * size + j]
                for k in 0..<j { sum -= lower[i * size + k] * lower[j * size + k] }
                lower[i * size + j] = i == j ? max(sum, 1e-12).squareRoot() : sum / lower[j * size + j]
            }
        }
        var solution = right.numbers.map(Double.init)
        let columns = right.columns
        func take(_ k: Int, from i: Int, _ factor: Double) {
            for c in 0..<columns { solution[i * columns + c] -= factor * solution[k * columns + c] }
        }
        func divide(_ i: Int) { for c in 0..<columns { solution[i * columns + c] /= lower[i * size + i] } }
        for i in 0..<size {
            for k in 0..<i { take(k, from: i, lower[i * size + k]) }
            divide(i)
        }
        for i in stride(from: size - 1, through: 0, by: -1) {
            for k in stride(from: size - 1, to: i, by: -1) { take(k, from: i, lower[k * size + i]) }
            divide(i)
        }
        return Matrix(rows: size, columns: columns, numbers: solution.map(Float.init))
    }

    /// The axes of the largest eigenvalues, as columns, the largest first: by Jacobi's rotations, which end when nothing is left beside the
    /// diagonal.
    static func axes(_ matrix: Matrix, count: Int) -> Matrix {
        let size = matrix.rows
        var a = matrix.numbers.map(Double.init)
        // Rows of it become the axes.
        var axes = [Double](repeating: 0, count: size * size)
        for i in 0..<size { axes[i * size + i] = 1 }
        let scale = (0..<size).reduce(0) { $0 + abs(a[$1 * size + $1]) } / Double(size)
        for _ in 0..<12 {
            var rotations = 0
            for p in 0..<size - 1 {
                for q in p + 1..<size where abs(a[p * size + q]) > 1e-9 * scale {
                    rotate(p, q, size, &a, &axes)
                    rotations += 1
                }
            }
            if rotations == 0 { break }
        }
        let order = (0..<size).sorted { (a[$0 * size + $0], $1) > (a[$1 * size + $1], $0) }
        var columns = Matrix(rows: size, columns: count)
        for (column, axis) in order.prefix(count).enumerated() {
            for i in 0..<size { columns[i, column] = Float(axes[axis * size + i]) }
        }
        return columns
    }

    private static func rotate(_ p: Int, _ q: Int, _ size: Int, _ a: inout [Double], _ axes: inout [Double]) {
        let theta = (a[q * size + q] - a[p * size + p]) / (2 * a[p * size + q])
        let tangent = (theta < 0 ? -1.0 : 1.0) / (abs(theta) + (theta * theta + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot(), sine = tangent * cosine
        a.withUnsafeMutableBufferPointer { a in
            for k in 0..<size {
                let x = a[p * size + k], y = a[q * size + k]
                a[p * size + k] = cosine * x - sine * y
                a[q * size + k] = sine * x + cosine * y
            }
            for k in 0..<size {
                let x = a[k * size + p], y = a[k * size + q]
                a[k * size + p] = cosine * x - sine * y
                a[k * size + q] = sine * x + cosine * y
            }
        }
        axes.withUnsafeMutableBufferPointer { axes in
            for k in 0..<size {
                let x = axes[p * size + k], y = axes[q * size + k]
                axes[p * size + k] = cosine * x - sine * y
                axes[q * size + k] = sine * x + cosine * y
            }
        }
    }
}
