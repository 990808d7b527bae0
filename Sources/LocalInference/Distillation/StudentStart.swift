/// Where the fit starts: a student by one linear map, in closed form.
enum StudentStart {
    /// Weight of a token that makes this share of all text is half (smooth inverse frequency: Arora, Liang and Ma 2017).
    static let halfWeight: Float = 1e-3

    /// Rows for tokens: the teacher's states less their mean, each times its token's weight, then mapped so that the sums of sentences fit the
    /// targets best (ridge regression).
    static func rows(states: Matrix, counts: [Int], sentences: TokenLists, targets: Matrix) -> Matrix {
        var rows = weighted(states, counts)
        var sums = Matrix(rows: sentences.count, columns: states.columns)
        for sentence in 0..<sentences.count {
            for id in sentences[sentence] {
                for i in 0..<states.columns { sums.numbers[sentence * states.columns + i] += rows.numbers[Int(id) * states.columns + i] }
            }
        }
        sums.normaliseRows()
        var square = sums.transposedTimes(sums)
        let trace = (0..<square.rows).reduce(Float(0)) { $0 + square[$1, $1] }
        for i in 0..<square.rows { square[i, i] += 1e-3 * trace / Float(square.rows) }
        rows = rows.times(SymmetricMatrix.solve(square, sums.transposedTimes(targets)))
        // The fit's rate is for numbers of about this size.
        let size = rows.numbers.reduce(Float(0)) { $0 + abs($1) } / Float(max(1, rows.numbers.count))
        if size > 0 { rows.numbers = rows.numbers.map { $0 * 0.1 / size } }
        return rows
    }

    private static func weighted(_ states: Matrix, _ counts: [Int]) -> Matrix {
        var rows = states
        var mean = [Float](repeating: 0, count: states.columns)
        for row in 0..<states.rows { for i in 0..<states.columns { mean[i] += states[row, i] / Float(states.rows) } }
        let total = Float(counts.reduce(0, +) + counts.count)
        for row in 0..<states.rows {
            let weight = halfWeight / (halfWeight + Float(counts[row] + 1) / total)
            for i in 0..<states.columns { rows[row, i] = (states[row, i] - mean[i]) * weight }
        }
        return rows
    }
}
