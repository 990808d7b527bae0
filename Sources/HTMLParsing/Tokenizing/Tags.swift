// Start and end tags with their attributes.
extension Tokenizer {
    /// From the first letter of the name on.
    mutating func readTag(_ kind: Token) -> Token {
        tag.isSelfClosing = false
        attributes.removeAll()
        guard let name = readName(endsAtEquals: false) else { return cutOff() }
        tag.name = elementNames.number(of: name)
        tag.tag = HTMLTag(number: tag.name)
        tagCount &+= 1
        while true {
            switch input[at] {
            case Byte.greaterThan:
                at += 1
                if kind == .startTag { lastStartTag = tag.name }
                return kind
            case Byte.slash:
                tag.isSelfClosing = input[at + 1] == Byte.greaterThan
                at += 1
            case let byte where Byte.isSpace(byte): at += 1
            case 0 where at == input.count: return cutOff()
            default: if !readAttribute(keeps: kind == .startTag) { return cutOff() }
            }
        }
    }

    /// The bytes end within a tag: it is dropped if no more will come.
    private mutating func cutOff() -> Token {
        if input.isComplete { at = input.count }
        return atEnd()
    }

    /// In lower case. Nil when the bytes end first.
    @inline(__always)
    private mutating func readName(endsAtEquals: Bool) -> Name? {
        let start = at
        // A name may begin with an equals sign (WHATWG, "before attribute name state").
        var place = endsAtEquals && input[at] == Byte.equals ? at + 1 : at
        while true {
            // Small letters, digits and hyphens, of which names are made.
            while input[place] > 0x5A || input[place] &- 0x2D < 13 && input[place] != Byte.slash { place += 1 }
            let byte = input[place]
            if byte == Byte.greaterThan || byte == Byte.slash || Byte.isSpace(byte) || byte == Byte.equals && endsAtEquals { break }
            if byte == 0 || byte &- 0x41 < 26 { return readUnusualName(endsAtEquals: endsAtEquals) }
            place += 1
        }
        at = place
        return Name(padded: input.base + start, count: place - start, key: nameKey)
    }

    /// With capitals, which become small, or zero bytes, which become U+FFFD.
    private mutating func readUnusualName(endsAtEquals: Bool) -> Name? {
        let lower = decoded.count
        var place = at
        while true {
            let byte = input[place]
            if byte == Byte.greaterThan || byte == Byte.slash || Byte.isSpace(byte) { break }
            if byte == Byte.equals, endsAtEquals, place > at { break }
            if place == input.count { return nil }
            if byte == 0 { decoded.append("\u{FFFD}") } else { decoded.append(Byte.lower(byte)) }
            place += 1
        }
        at = place
        return Name(decoded.run(lower, decoded.count))
    }

    /// False when the bytes end first.
    private mutating func readAttribute(keeps: Bool) -> Bool {
        guard let name = readName(endsAtEquals: true) else { return false }
        let isKept = keeps && attributes.count < attributeLimit
        let number = isKept ? attributeNames.number(of: name) : 0
        while Byte.isSpace(input[at]) { at += 1 }
        var value = TagAttribute(name: number, lower: at, upper: at)
        if input[at] == Byte.equals {
            at += 1
            while Byte.isSpace(input[at]) { at += 1 }
            let isRead =
                switch input[at] {
                case Byte.quote, Byte.apostrophe: readQuoted(input[at], into: &value)
                case Byte.greaterThan: true
                default: readUnquoted(into: &value)
                }
            if !isRead { return false }
        }
        if isKept, isNew(number) { attributes.append(value) }
        return true
    }

    /// Of attributes of the same name the first counts.
    private mutating func isNew(_ number: UInt16) -> Bool {
        while lastTag.count < attributeNames.count { lastTag.append(0) }
        if lastTag[Int(number)] == tagCount { return false }
        lastTag[Int(number)] = tagCount
        return true
    }

    private mutating func readQuoted(_ quote: UInt8, into value: inout TagAttribute) -> Bool {
        let start = at + 1
        let place = Byte.find(quote, Byte.ampersand, in: input.base, from: start)
        guard input[place] == quote else { return readDecoded(from: start, upTo: quote, into: &value) }
        value.lower = start
        value.upper = place
        at = place + 1
        return true
    }

    private mutating func readUnquoted(into value: inout TagAttribute) -> Bool {
        var place = at
        while true {
            let byte = input[place]
            if Byte.isSpace(byte) || byte == Byte.greaterThan { break }
            if byte == 0 || byte == Byte.ampersand { return readDecoded(from: at, upTo: nil, into: &value) }
            place += 1
        }
        value.lower = at
        value.upper = place
        at = place
        return true
    }

    /// A value with references or zero bytes in it.
    private mutating func readDecoded(from start: Int, upTo quote: UInt8?, into value: inout TagAttribute) -> Bool {
        value.isDecoded = true
        value.lower = decoded.count
        var place = start
        while true {
            let byte = input[place]
            switch byte {
            case 0:
                if place == input.count { return false }
                decoded.append("\u{FFFD}")
            case Byte.ampersand:
                switch CharacterReference.read(input.base, at: place, count: input.count, isComplete: input.isComplete, inAttribute: true) {
                case .incomplete: return false
                case .none: decoded.append(byte)
                case .characters(let first, let second, let end):
                    append(first, second)
                    place = end
                    continue
                }
            case _ where byte == quote:
                value.upper = decoded.count
                at = place + 1
                return true
            default:
                if quote == nil, Byte.isSpace(byte) || byte == Byte.greaterThan {
                    value.upper = decoded.count
                    at = place
                    return true
                }
                decoded.append(byte)
            }
            place += 1
        }
    }

    /// The value of an attribute of the current tag; good until the next token.
    func value(_ attribute: TagAttribute) -> UnsafeBufferPointer<UInt8> {
        attribute.isDecoded
            ? decoded.run(attribute.lower, attribute.upper)
            : UnsafeBufferPointer(start: input.base + attribute.lower, count: attribute.upper - attribute.lower)
    }

    func attribute(_ name: HTMLAttribute) -> TagAttribute? { attributes.all.first { $0.name == name.number } }
}
