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
        // Up to where no closer was found for a kind of opener: what was searched in vain is not searched again.
        var searched: [UInt32: Int] = [:]
        while index < block.upperBound {
            let (value, length) = mark(at: index, limit: block.upperBound)
            if let current = open {
                if current.closers.contains(value), !isInnerApostrophe(value, at: index, length: length, previous: previous, limit: block.upperBound)
                {
                    result.append(Pair(outer: current.outer..<(index + length), inner: text.trimmed(current.inner..<index)))
                    open = nil
                }
            } else if let closers = closers(opening: value, previous: previous),
                let next = index + length < block.upperBound ? mark(at: index + length, limit: block.upperBound).value : nil,
                hasCloser(closers, from: index + length, limit: block.upperBound, opening: value, next: next, searched: &searched)
            {
                open = (closers, index, index + length)
            }
            previous = value
            index += length
        }
        return result
    }

    /// The scalar at a place; two apostrophes, as typewriters and wires set them, count as one mark.
    private func mark(at index: Int, limit: Int) -> (value: UInt32, length: Int) {
        if index + 1 < limit, text[index] == 0x27 || text[index] == 0x60, text[index + 1] == text[index] { return (0x22, 2) }
        return text.scalar(at: index)
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
    private func hasCloser(_ closers: [UInt32], from start: Int, limit: Int, opening: UInt32, next: UInt32, searched: inout [UInt32: Int]) -> Bool {
        if opening == 0x22, isSpace(next) { return false }
        var index = max(start, searched[opening] ?? 0)
        let end = min(limit, start + 2_000)
        while index < end {
            let (value, length) = mark(at: index, limit: limit)
            if closers.contains(value) { return true }
            index += length
        }
        searched[opening] = index
        return false
    }

    /// ’ inside a word ("company’s") closes nothing.
    private func isInnerApostrophe(_ value: UInt32, at index: Int, length: Int, previous: UInt32, limit: Int) -> Bool {
        guard value == 0x2019, isLetter(previous), index + length < limit else { return false }
        return isLetter(text.scalar(at: index + length).value)
    }
}
