import BriefModel

/// The tokens of one sentence with what stands between them.
struct TokenLine {
    let text: TextBytes
    let range: Range<Int>
    let tokens: [Token]

    var count: Int { tokens.count }

    func word(_ index: Int) -> String { index >= 0 && index < tokens.count ? tokens[index].folded : "" }

    func isWord(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .word }

    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }

    /// Bytes between token `index` and the next (or the end of the sentence).
    func gap(after index: Int) -> ArraySlice<UInt8> {
        let lower = index < 0 ? range.lowerBound : tokens[index].range.upperBound
        let upper = index + 1 < tokens.count ? tokens[index + 1].range.lowerBound : range.upperBound
        return lower < upper ? text.bytes[lower..<upper] : []
    }

    func isSpaced(after index: Int) -> Bool {
        let gap = gap(after: index)
        return !gap.isEmpty && gap.allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0xC2 || $0 == 0xA0 }
    }

    func hasComma(after index: Int) -> Bool { gap(after: index).contains(UInt8(ascii: ",")) }

    /// 's or s' after the token.
    func isPossessive(_ index: Int) -> Bool {
        let gap = gap(after: index)
        guard let first = gap.first else { return false }
        return first == 0x27 || (first == 0xE2 && gap.starts(with: [0xE2, 0x80, 0x99]))
    }

    /// An em or en dash, or a spaced hyphen, stands after the token.
    func hasDash(after index: Int) -> Bool {
        let gap = Array(gap(after: index))
        return gap.indices.contains { index in
            (index + 2 < gap.count && gap[index] == 0xE2 && gap[index + 1] == 0x80 && (gap[index + 2] == 0x93 || gap[index + 2] == 0x94))
                || (gap[index] == 0x2D && index > 0 && gap[index - 1] == 0x20)
        }
    }

    /// The next words are these, each after plain white space.
    func matches(_ words: [String], at index: Int) -> Bool {
        guard index >= 0, index + words.count <= tokens.count else { return false }
        for (offset, word) in words.enumerated() where tokens[index + offset].folded != word { return false }
        for offset in 0..<(words.count - 1) where !isSpaced(after: index + offset) { return false }
        return true
    }

    /// Nothing but marks before the token, or a mark that begins anew: a colon, an opening quotation, the dash of a dateline.
    func beginsAnew(_ index: Int) -> Bool {
        if index == 0 { return true }
        let gap = gap(after: index - 1)
        if gap.contains(0x3A) || gap.contains(0x21) || gap.contains(0x3F) || gap.contains(0x22) { return true }
        if gap.contains(0x2E), tokens[index - 1].range.count > 1 { return true }
        return index <= 8 && hasDash(after: index - 1)
            || [[0xE2, 0x80, 0x9C], [0xE2, 0x80, 0x9E], [0xC2, 0xAB]].contains { mark in contains(mark, in: gap) }
    }

    private func contains(_ mark: [UInt8], in gap: ArraySlice<UInt8>) -> Bool {
        guard gap.count >= mark.count else { return false }
        return gap.indices.contains { gap[$0...].starts(with: mark) }
    }

    func bytes(from first: Int, through last: Int) -> Range<Int> { tokens[first].range.lowerBound..<tokens[last].range.upperBound }
}
