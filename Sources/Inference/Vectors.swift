extension [Float] {
    /// Their product, which of two vectors of length 1 is their likeness; of what both have where one is longer. Eight sums side by side, as processors
    /// like it.
    @inlinable public func product(with other: [Float]) -> Float {
        let count = Swift.min(count, other.count)
        var sums = SIMD8<Float>.zero
        withUnsafeBytes { left in
            other.withUnsafeBytes { right in
                for place in 0..<count / 8 {
                    sums +=
                        left.loadUnaligned(fromByteOffset: place * 32, as: SIMD8<Float>.self)
                        * right.loadUnaligned(fromByteOffset: place * 32, as: SIMD8<Float>.self)
                }
            }
        }
        var sum = sums.sum()
        for place in count / 8 * 8..<count { sum += self[place] * other[place] }
        return sum
    }
}
