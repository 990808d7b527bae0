/// Pairs of quotation marks in a block.
struct QuotationScanner {
    let text: TextBytes
    let language: String

    struct Pair {
        /// With the marks.
        let outer: Range<Int>
        /// Between them, trimmed.
        let inner: Range<Int>
    }

    /// In order, not nested: the outermost pair wins. An unclosed mark opens nothing.
    func pairs(in block: Range<Int>) -> [Pair] {
        var result: [Pair] = []
        var open: (closers: [UInt32], outer: Int, inner: Int)?
        var index = block.lowerBound
        var previous: UInt32 = 0x20
        while index < block.upperBound {
            let (value, length) = text.scalar(at: index)
            if let current = open {
                if current.closers.contains(value), !isInnerApostrophe(value, at: index, length: length, previous: previous, limit: block.upperBound) {
                    result.append(Pair(outer: current.outer..<(index + length), inner: text.trimmed(current.inner..<index)))
                    open = nil
                }
            } else if let closers = closers(opening: value, previous: previous),
                let next = index + length < block.upperBound ? text.scalar(at: index + length).value : nil,
                hasCloser(closers, from: index + length, limit: block.upperBound, opening: value, next: next)
            {
                open = (closers, index, index + length)
            }
            previous = value
            index += length
        }
        return result
    }

    private func closers(opening scalar: UInt32, previous: UInt32) -> [UInt32]? {
        let afterWord = isLetter(previous) || isDigit(previous)
        switch scalar {
        case 0x22: return [0x22]
        case 0x201C: return [0x201D]
        case 0x201E: return [0x201C, 0x201D, 0x22]
        case 0x2018, 0x201A: return afterWord ? nil : [0x2019, 0x2018]
        case 0xAB: return [0xBB]
        case 0xBB: return language == "de" ? [0xAB] : nil
        case 0x300C: return [0x300D]
        case 0x300E: return [0x300F]
        default: return nil
        }
    }

    /// Looks ahead a bounded way, so that a stray mark does not swallow the block.
    private func hasCloser(_ closers: [UInt32], from start: Int, limit: Int, opening: UInt32, next: UInt32) -> Bool {
        if opening == 0x22, isSpace(next) { return false }
        var index = start
        let end = min(limit, start + 2_000)
        while index < end {
            let (value, length) = text.scalar(at: index)
            if closers.contains(value) { return true }
            index += length
        }
        return false
    }

    /// ’ inside a word ("company’s") closes nothing.
    private func isInnerApostrophe(_ value: UInt32, at index: Int, length: Int, previous: UInt32, limit: Int) -> Bool {
        guard value == 0x2019, isLetter(previous), index + length < limit else { return false }
        return isLetter(text.scalar(at: index + length).value)
    }
}
