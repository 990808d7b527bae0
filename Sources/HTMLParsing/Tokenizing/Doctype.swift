// `<!DOCTYPE name PUBLIC "…" "…">` and what people make of it.
extension Tokenizer {
    private enum Identifier { case closed, abrupt, cutOff }

    /// From one past `<!DOCTYPE` on.
    mutating func readDoctype(from start: Int) -> Token {
        doctype = DoctypeToken()
        var place = start
        if !readDoctype(&place) {
            guard input.isComplete else { return .more }
            doctype.forcesQuirks = true
            place = input.count
        }
        at = place
        return .doctype
    }

    /// False when the bytes end within it.
    private mutating func readDoctype(_ place: inout Int) -> Bool {
        skipSpace(&place)
        if place == input.count { return false }
        if input[place] == Byte.greaterThan {
            doctype.forcesQuirks = true
            return skipRest(&place)
        }
        guard readName(&place) else { return false }
        skipSpace(&place)
        if input[place] == Byte.greaterThan { return skipRest(&place) }
        if place == input.count || place + 6 > input.count && !input.isComplete { return false }
        let isPublic = Byte.matches("public", in: input.base, at: place)
        if isPublic || Byte.matches("system", in: input.base, at: place) {
            place += 6
            return readIdentifiers(&place, isPublic: isPublic)
        }
        doctype.forcesQuirks = true
        return skipRest(&place)
    }

    private mutating func readName(_ place: inout Int) -> Bool {
        var name: [UInt8] = []
        while !Byte.isSpace(input[place]), input[place] != Byte.greaterThan, place < input.count {
            append(Byte.lower(input[place]), to: &name)
            place += 1
        }
        doctype.name = name
        return place < input.count
    }

    private mutating func readIdentifiers(_ place: inout Int, isPublic: Bool) -> Bool {
        skipSpace(&place)
        if place == input.count { return false }
        guard isQuote(input[place]) else {
            doctype.forcesQuirks = true
            return skipRest(&place)
        }
        var read = isPublic ? readIdentifier(&place, \.publicIdentifier) : readIdentifier(&place, \.systemIdentifier)
        if read == .closed, isPublic {
            skipSpace(&place)
            if isQuote(input[place]) {
                read = readIdentifier(&place, \.systemIdentifier)
            } else if input[place] != Byte.greaterThan, place < input.count {
                doctype.forcesQuirks = true
                return skipRest(&place)
            }
        }
        guard read == .closed else { return read == .abrupt }
        skipSpace(&place)
        return place == input.count ? false : skipRest(&place)
    }

    private mutating func readIdentifier(_ place: inout Int, _ target: WritableKeyPath<DoctypeToken, [UInt8]?>) -> Identifier {
        let quote = input[place]
        var value: [UInt8] = []
        place += 1
        while input[place] != quote, input[place] != Byte.greaterThan, place < input.count {
            append(input[place], to: &value)
            place += 1
        }
        doctype[keyPath: target] = value
        if place == input.count { return .cutOff }
        let isClosed = input[place] == quote
        place += 1
        if !isClosed { doctype.forcesQuirks = true }
        return isClosed ? .closed : .abrupt
    }

    private func isQuote(_ byte: UInt8) -> Bool { byte == Byte.quote || byte == Byte.apostrophe }

    private func skipSpace(_ place: inout Int) { while Byte.isSpace(input[place]) { place += 1 } }

    /// To one past `>`. What is cut off here counts as it is.
    private func skipRest(_ place: inout Int) -> Bool {
        while input[place] != Byte.greaterThan {
            if place == input.count { return input.isComplete }
            place += 1
        }
        place += 1
        return true
    }

    private func append(_ byte: UInt8, to bytes: inout [UInt8]) {
        if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
    }
}
