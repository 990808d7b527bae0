// What begins with `<!` or is read as a comment.
extension Tokenizer {
    /// From `<!` on.
    mutating func declaration() -> Token {
        let start = at + 2
        if input[start] == Byte.hyphen, input[start + 1] == Byte.hyphen { return comment(from: start + 2) }
        if Byte.matches("doctype", in: input.base, at: start) { return readDoctype(from: start + 7) }
        if allowsSections, hasSection(at: start) {
            at = start + 7
            state = .section
            return run(to: at)
        }
        if start + 7 > input.count, !input.isComplete { return .more }
        return bogusComment(from: start)
    }

    private func hasSection(at place: Int) -> Bool {
        let word: StaticString = "[CDATA["
        for offset in 0..<7 where input[place + offset] != word.utf8Start[offset] { return false }
        return true
    }

    /// Up to `-->`, `--!>` or the end, which may cut these short.
    private mutating func comment(from start: Int) -> Token {
        if input[start] == Byte.greaterThan { return comment(start, start, next: start + 1) }
        if input[start] == Byte.hyphen, input[start + 1] == Byte.greaterThan { return comment(start, start, next: start + 2) }
        var place = start
        var hasZero = false
        while true {
            place = Byte.find(Byte.hyphen, Byte.hyphen, in: input.base, from: place)
            if input[place] == 0 {
                if place == input.count { break }
                hasZero = true
            } else if input[place + 1] == Byte.hyphen {
                if input[place + 2] == Byte.greaterThan { return comment(start, place, next: place + 3, hasZero) }
                if input[place + 2] == Byte.exclamation, input[place + 3] == Byte.greaterThan {
                    return comment(start, place, next: place + 4, hasZero)
                }
            }
            place += 1
        }
        guard input.isComplete else { return .more }
        let end = place
        for tail: StaticString in ["--!", "--", "-"] where end - tail.utf8CodeUnitCount >= start {
            if Byte.matches(tail, in: input.base, at: end - tail.utf8CodeUnitCount) {
                return comment(start, end - tail.utf8CodeUnitCount, next: end, hasZero)
            }
        }
        return comment(start, end, next: end, hasZero)
    }

    private mutating func comment(_ lower: Int, _ upper: Int, next: Int, _ hasZero: Bool = false, as kind: Token = .comment) -> Token {
        text = UnsafeBufferPointer(start: input.base + lower, count: upper - lower)
        at = next
        if hasZero {
            for byte in text { if byte == 0 { decoded.append("\u{FFFD}") } else { decoded.append(byte) } }
            text = decoded.all
        }
        return kind
    }

    /// Up to `>` or the end.
    mutating func bogusComment(from start: Int) -> Token {
        var place = start
        var hasZero = false
        while true {
            place = Byte.find(Byte.greaterThan, Byte.greaterThan, in: input.base, from: place)
            if input[place] == Byte.greaterThan { return comment(start, place, next: place + 1, hasZero) }
            if place == input.count { break }
            hasZero = true
            place += 1
        }
        return input.isComplete ? comment(start, place, next: place, hasZero) : .more
    }

    /// `<?target data?>`, from `<?` on. What is none is a comment, as all of them were until June 2026.
    mutating func instruction() -> Token {
        let start = at + 1
        var place = start + 1
        if place == input.count { return endedEarly() }
        guard readsInstructions, Byte.isLetter(input[place]) || input[place] == Byte.underscore else { return bogusComment(from: start) }
        while Byte.isLetter(input[place]) || Byte.isDigit(input[place]) || input[place] == Byte.underscore || input[place] == Byte.hyphen {
            place += 1
        }
        if place == input.count { return endedEarly() }
        let endsTarget = Byte.isSpace(input[place]) || input[place] == Byte.question || input[place] == Byte.greaterThan
        let target = UnsafeBufferPointer(start: input.base + start + 1, count: place - start - 1).map(Byte.lower)
        guard endsTarget, !target.elementsEqual("xml".utf8), !target.elementsEqual("xml-stylesheet".utf8) else { return bogusComment(from: start) }
        while input[place] != Byte.greaterThan {
            if place == input.count { return endedEarly() }
            place += 1
        }
        return comment(start, place, next: place + 1, as: .instruction)
    }

    /// An instruction that the end cuts off is dropped.
    private mutating func endedEarly() -> Token {
        if input.isComplete, !readsInstructions { return bogusComment(from: at + 1) }
        if input.isComplete { at = input.count }
        return atEnd()
    }
}
