import CVectorKernels

/// How far a batch of a student's vectors is from the teacher's, and which way is nearer.
///
/// One part is one minus the cosine to the teacher's vector. The other looks at the batch as a search: which of the others are near a sentence,
/// and how much nearer than the rest, is to be as the teacher has it (cross-entropy of softmaxes over the batch's cosines).
struct BatchLoss {
    /// What the second part counts; twice or half is as good.
    static let searchShare: Float = 0.1
    /// How sharply near ones count more than far ones in it.
    static let temperature: Float = 0.05

    /// Mean over the batch of the first part.
    private(set) var distance: Float
    /// By each sentence's sum of rows.
    private(set) var gradients: Matrix

    /// - Parameters:
    ///   - sums: a row a sentence, the sum of its tokens' rows.
    ///   - targets: the teacher's vectors for them, each of length 1.
    init(sums: Matrix, targets: Matrix) {
        var student = sums
        student.normaliseRows()
        let differences = Self.differences(student, targets)
        // A sentence is in its own row and in a column of the others.
        let toward = differences.times(student), from = differences.transposedTimes(student)
        let count = sums.rows, size = sums.columns
        let share = 1 / Float(count), factor = Self.searchShare * share / Self.temperature
        var gradients = Matrix(rows: count, columns: size)
        var losses = [Float](repeating: 0, count: count)
        losses.withUnsafeMutableBufferPointer { losses in
            nonisolated(unsafe) let losses = losses
            gradients.eachRow { row, out in
                let unit = student.row(row), target = targets.row(row)
                losses[row] = 1 - vk_dot_float(unit, target, size)
                vk_add_scaled(out, target, -share, size)
                vk_add_scaled(out, toward.row(row), factor, size)
                vk_add_scaled(out, from.row(row), factor, size)
                // What only makes the sum longer or shorter changes nothing.
                vk_add_scaled(out, unit, -vk_dot_float(out, unit, size), size)
                let length = vk_dot_float(sums.row(row), sums.row(row), size).squareRoot()
                let scale = length > 1e-6 ? 1 / length : 0
                for i in 0..<size { out[i] *= scale }
            }
        }
        self.gradients = gradients
        distance = losses.reduce(0, +) * share
    }

    /// How much more of its nearness each sentence gives to each other one than the teacher would.
    private static func differences(_ student: Matrix, _ teacher: Matrix) -> Matrix {
        let count = student.rows
        var differences = Matrix(rows: count, columns: count)
        differences.eachRow { row, out in
            var theirs = [Float](repeating: 0, count: count)
            for other in 0..<count {
                out[other] = vk_dot_float(student.row(row), student.row(other), student.columns)
                theirs[other] = vk_dot_float(teacher.row(row), teacher.row(other), teacher.columns)
            }
            vk_softmax_of_others(out, count, row, 1 / temperature)
            vk_softmax_of_others(&theirs, count, row, 1 / temperature)
            vk_add_scaled(out, theirs, -1, count)
        }
        return differences
    }
}
