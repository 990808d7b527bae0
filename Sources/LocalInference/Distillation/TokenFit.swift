import CVectorKernels

/// Fits rows of tokens so that a sentence's sum points where the teacher's vector does and finds what the teacher's finds (`BatchLoss`): Adam
/// (Kingma and Ba 2015) over the rows a batch touches.
///
/// The same on any number of cores: a sentence's gradient is made by one of them, and so is a row's step, from its sentences in their order.
struct TokenFit {
    /// Sentences of a batch, about.
    static let batch = 512
    /// For rows whose numbers are about 0.1: halved or doubled, the fit is as good.
    static let rate: Float = 0.006

    let dimensions: Int
    private(set) var table: Matrix
    private var first: [Float]
    private var second: [Float]
    private var steps = 0

    init(start: Matrix) {
        dimensions = start.columns
        table = start
        first = [Float](repeating: 0, count: start.numbers.count)
        second = first
    }

    /// - Parameters:
    ///   - targets: the teacher's vectors, a row a sentence, each of length 1.
    ///   - progress: told after every batch how many of how many are done, with the batch's mean distance from the teacher.
    mutating func run(
        _ sentences: TokenLists, targets: Matrix, rounds: Int, seed: UInt64, progress: (_ done: Int, _ total: Int, _ loss: Float) -> Void
    ) {
        var random = SplitMix64(seed: seed)
        for round in 0..<rounds {
            var done = 0
            for batch in Neighbourhoods.batches(of: targets, size: Self.batch, random: &random) {
                let share = (Float(round) + Float(done) / Float(sentences.count)) / Float(rounds)
                let loss = step(batch, sentences, targets, rate: Self.rate * (1 - 0.95 * share))
                done += batch.count
                progress(round * sentences.count + done, rounds * sentences.count, loss)
            }
        }
    }

    private mutating func step(_ batch: [Int], _ sentences: TokenLists, _ targets: Matrix, rate: Float) -> Float {
        let loss = BatchLoss(sums: sums(of: batch, sentences), targets: targets.rows(batch))
        steps += 1
        apply(loss.gradients, TokenLists.uses(of: batch.map { sentences[$0] }), rate: rate)
        return loss.distance
    }

    private func sums(of batch: [Int], _ sentences: TokenLists) -> Matrix {
        var sums = Matrix(rows: batch.count, columns: dimensions)
        sums.eachRow { row, out in
            for id in sentences[batch[row]] { vk_add_scaled(out, table.row(Int(id)), 1, dimensions) }
        }
        return sums
    }

    private mutating func apply(_ gradients: Matrix, _ touched: TokenUses, rate: Float) {
        let dimensions = dimensions
        let corrected = rate / (1 - power(0.9, steps)), spread = 1 / (1 - power(0.999, steps))
        table.numbers.withUnsafeMutableBufferPointer { table in
            first.withUnsafeMutableBufferPointer { first in
                second.withUnsafeMutableBufferPointer { second in
                    nonisolated(unsafe) let table = table.baseAddress, first = first.baseAddress, second = second.baseAddress
                    Shares.concurrently(touched.tokens.count, atLeast: 64) { share in
                        guard let table, let first, let second else { return }
                        var sum = [Float](repeating: 0, count: dimensions)
                        for index in share {
                            for i in 0..<dimensions { sum[i] = 0 }
                            gradients.numbers.withUnsafeBufferPointer { gradients in
                                guard let gradients = gradients.baseAddress else { return }
                                for place in touched.places(index) { vk_add_scaled(&sum, gradients + Int(place) * dimensions, 1, dimensions) }
                            }
                            let row = Int(touched.tokens[index]) * dimensions
                            vk_adam_step(table + row, first + row, second + row, sum, corrected, spread, dimensions)
                        }
                    }
                }
            }
        }
    }

    private func power(_ base: Float, _ exponent: Int) -> Float {
        var result: Float = 1, factor = base, left = exponent
        while left > 0 {
            if left & 1 == 1 { result *= factor }
            factor *= factor
            left >>= 1
        }
        return result
    }
}
