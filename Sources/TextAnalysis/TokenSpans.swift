import BriefModel

/// Where the tokens of a text stand, without a copy of them.
struct TokenSpans {
    let text: TextBytes
    let language: String

    /// Where a token stands; of ideographs the whole run.
    struct Span {
        let kind: Token.Kind
        let range: Range<Int>
        /// Where to look for the next.
        let next: Int
    }

    /// The first token at or after a place.
    func span(from start: Int, limit: Int) -> Span? {
        var index = start
        while index < limit {
            let (value, length) = text.scalar(at: index)
            if isIdeograph(value) { return ideographSpan(from: index, limit: limit) }
            if isDigit(value) || isLetter(value) { return wordSpan(from: index, limit: limit) }
            if isSign(value) { return Span(kind: .symbol, range: index..<(index + length), next: index + length) }
            index += length
        }
        return nil
    }

    private func isSign(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x24, 0x25, 0xA3, 0xA5, 0x20A0...0x20CF, 0xFF04, 0xFF05, 0xFFE5, 0x26: true
        default: false
        }
    }

    private func ideographSpan(from start: Int, limit: Int) -> Span {
        var index = start
        while index < limit, case let scalar = text.scalar(at: index), isIdeograph(scalar.value) { index += scalar.length }
        return Span(kind: .ideographs, range: start..<index, next: index)
    }

    /// A run of ideographs as overlapping pairs; a single one stands alone. Numerals count as ideographs too.
    func pairs(ofIdeographs run: Range<Int>) -> [Range<Int>] {
        var marks: [Int] = []
        var index = run.lowerBound
        while index < run.upperBound {
            marks.append(index)
            index += text.scalar(at: index).length
        }
        marks.append(run.upperBound)
        return (0..<max(1, marks.count - 2)).map { marks[$0]..<marks[min($0 + 2, marks.count - 1)] }
    }

    /// A word or a number: letters and digits, joined by hyphens, inner apostrophes, and stops or commas between digits.
    private func wordSpan(from start: Int, limit: Int) -> Span {
        var index = start
        var hasLetter = false
        var hasDigit = false
        var elision: Int?
        scan: while index < limit {
            let (value, length) = text.scalar(at: index)
            if isDigit(value) {
                hasDigit = true
            } else if isLetter(value) {
                hasLetter = true
            } else {
                guard index + length < limit else { break scan }
                let next = text.scalar(at: index + length).value
                if value == 0x2D || value == 0x2010 || value == 0x2011 {
                    guard isLetter(next) || (isDigit(next) && hasLetter) else { break scan }
                } else if isApostrophe(value) {
                    guard isLetter(next) else { break scan }
                    if elides(start..<index) {
                        elision = index + length
                        break scan
                    }
                } else if value == 0x2E {
                    guard isDigit(next) && hasDigit || isAbbreviationDot(at: index, start: start, next: next, limit: limit) else { break scan }
                } else if value == 0x2C {
                    guard isDigit(next), hasDigit, !hasLetter else { break scan }
                } else {
                    break scan
                }
            }
            index += length
        }
        return Span(
            kind: hasLetter ? .word : .number, range: hasLetter ? withoutPossessive(start..<index) : start..<index, next: elision ?? index)
    }

    private func withoutPossessive(_ range: Range<Int>) -> Range<Int> {
        guard range.count > 2, text[range.upperBound - 1] | 0x20 == 0x73,
            let mark = text.scalar(before: range.upperBound - 1, from: range.lowerBound),
            isApostrophe(mark.value)
        else { return range }
        return range.lowerBound..<(range.upperBound - 1 - mark.length)
    }

    /// l', d', qu' and their like, in French and Italian.
    private func elides(_ range: Range<Int>) -> Bool {
        guard language == "fr" || language == "it" else { return false }
        return range.count == 1
            || ["qu", "jusqu", "lorsqu", "puisqu", "quelqu", "dell", "all", "nell", "sull", "un"].contains(
                Folding.fold(text.string(range)))
    }

    /// The inner stop of "U.S", "e.g", "p.m".
    private func isAbbreviationDot(at index: Int, start: Int, next: UInt32, limit: Int) -> Bool {
        guard isLetter(next), index - start == 1 || (index - start >= 3 && text[index - 2] == 0x2E) else { return false }
        return index + 2 >= limit || !isLetter(text.scalar(at: index + 2).value)
    }
}
