import CVectorKernels

/// Fits rows of tokens so that a sentence's sum points where the teacher's vector does: Adam (Kingma and Ba 2015) on one minus the cosine,
/// over the rows a batch touches.
///
/// The same on any number of cores: a sentence's gradient is made by one of them, and so is a row's step, from its sentences in their order.
struct TokenFit {
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
    ///   - progress: told after every batch how many of how many are done, with the mean loss of the batch.
    mutating func run(
        _ sentences: TokenLists, targets: Matrix, rounds: Int, seed: UInt64, progress: (_ done: Int, _ total: Int, _ loss: Float) -> Void
    ) {
        var random = SplitMix64(seed: seed)
        let size = min(Self.batch, sentences.count)
        guard size > 0 else { return }
        let batches = sentences.count / size
        var order = Array(0..<sentences.count)
        for round in 0..<rounds {
            order.shuffle(using: &random)
            for batch in 0..<batches {
                let done = round * batches + batch
                let rate = Self.rate * (1 - 0.95 * Float(done) / Float(rounds * batches))
                let loss = step(order[batch * size..<(batch + 1) * size], sentences, targets, rate: rate)
                progress(done + 1, rounds * batches, loss)
            }
        }
    }

    private mutating func step(_ chosen: ArraySlice<Int>, _ sentences: TokenLists, _ targets: Matrix, rate: Float) -> Float {
        var gradients = Matrix(rows: chosen.count, columns: dimensions)
        let losses = descend(chosen, sentences, targets, into: &gradients)
        steps += 1
        let touched = TokenLists.uses(of: chosen.map { sentences[$0] })
        apply(gradients, touched, rate: rate)
        return losses.reduce(0, +) / Float(chosen.count)
    }

    /// The gradient of each sentence's loss by the sum of its rows.
    private func descend(_ chosen: ArraySlice<Int>, _ sentences: TokenLists, _ targets: Matrix, into gradients: inout Matrix) -> [Float] {
        let dimensions = dimensions
        var losses = [Float](repeating: 0, count: chosen.count)
        let share = 1 / Float(chosen.count)
        gradients.numbers.withUnsafeMutableBufferPointer { gradients in
            losses.withUnsafeMutableBufferPointer { losses in
                nonisolated(unsafe) let gradients = gradients, losses = losses
                Shares.concurrently(chosen.count, atLeast: 32) { places in
                    for place in places {
                        let sentence = chosen[chosen.startIndex + place], ids = sentences[sentence]
                        guard let out = gradients.baseAddress?.advanced(by: place * dimensions) else { return }
                        losses[place] = ids.withUnsafeBufferPointer { ids in
                            targets.numbers.withUnsafeBufferPointer { targets in
                                guard let target = targets.baseAddress else { return 0 }
                                return vk_cosine_gradient(
                                    out, table.numbers, ids.baseAddress, ids.count, target + sentence * dimensions, share, dimensions)
                            }
                        }
                    }
                }
            }
        }
        return losses
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
