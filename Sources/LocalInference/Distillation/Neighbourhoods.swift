import CVectorKernels

/// Cuts sentences into batches of such as lie near each other, so that a batch shows what tells near ones apart.
///
/// A tree of random halves: a group is cut at the middle of the line through two of its members, again and again. (Such trees are the parts of a
/// random projection forest: Dasgupta and Freund 2008.)
enum Neighbourhoods {
    /// The numbers of the rows in batches of `size` × 3/4 to `size` × 3/2, or one of all where there are fewer, in an order of chance.
    static func batches(of rows: Matrix, size: Int, random: inout SplitMix64) -> [[Int]] {
        var batches: [[Int]] = []
        var groups = rows.rows > 0 ? [Array(0..<rows.rows)] : []
        while let group = groups.popLast() {
            guard 2 * group.count > 3 * size else {
                batches.append(group)
                continue
            }
            let line = difference(
                rows, group[Int(random.next() % UInt64(group.count))], group[Int(random.next() % UInt64(group.count))])
            let along = lengths(rows, group, along: line)
            let order = group.indices.sorted { (along[$0], $0) < (along[$1], $1) }
            groups.append(order.prefix(group.count / 2).map { group[$0] })
            groups.append(order.dropFirst(group.count / 2).map { group[$0] })
        }
        return batches.shuffled(using: &random)
    }

    private static func difference(_ rows: Matrix, _ a: Int, _ b: Int) -> [Float] {
        (0..<rows.columns).map { rows[a, $0] - rows[b, $0] }
    }

    private static func lengths(_ rows: Matrix, _ group: [Int], along line: [Float]) -> [Float] {
        rows.numbers.withUnsafeBufferPointer { numbers in
            group.map { row in numbers.baseAddress.map { vk_dot_float($0 + row * rows.columns, line, line.count) } ?? 0 }
        }
    }
}
