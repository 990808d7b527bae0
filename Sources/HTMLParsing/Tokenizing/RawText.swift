// Text in which `<` mostly means itself.
extension Tokenizer {
    private enum EndTag { case found, absent, cutOff }

    /// Whether the end tag of the last start tag ("appropriate end tag") stands here.
    private func endTag(at place: Int) -> EndTag {
        guard input[place + 1] == Byte.slash else { return place + 1 == input.count ? .cutOff : .absent }
        return word(elementNames.name(lastStartTag), at: place + 2)
    }

    /// A word with white space, `/` or `>` after it.
    private func word(_ word: some Collection<UInt8>, at start: Int) -> EndTag {
        var place = start
        for byte in word {
            guard Byte.isLetter(byte), Byte.lower(input[place]) == byte else { return place == input.count ? .cutOff : .absent }
            place += 1
        }
        let next = input[place]
        if place == input.count { return .cutOff }
        return place > start && (Byte.isSpace(next) || next == Byte.slash || next == Byte.greaterThan) ? .found : .absent
    }

    /// At a `<` that may begin the end tag: the token, or nil when it is text.
    private mutating func tokenIfEndTag(at place: Int) -> Token? {
        switch endTag(at: place) {
        case .absent: return nil
        case .cutOff:
            if input.isComplete { return nil }
            return place > at ? run(to: place) : .more
        case .found:
            if place > at { return run(to: place) }
            at = place + 2
            let token = readTag(.endTag)
            if token != .more { state = .data }
            return token
        }
    }

    /// RCDATA (`orReference`) and RAWTEXT.
    mutating func rawText(orReference: Bool) -> Token {
        let other = orReference ? Byte.ampersand : Byte.lessThan
        var place = at
        while true {
            place = Byte.find(Byte.lessThan, other, in: input.base, from: place)
            switch input[place] {
            case Byte.lessThan:
                if let token = tokenIfEndTag(at: place) { return token }
                place += 1
            case Byte.ampersand: return place > at ? run(to: place) : reference()
            default: return stop(at: place)
            }
        }
    }

    /// At a zero byte: the end, or one that is replaced.
    private mutating func stop(at place: Int) -> Token {
        if place > at { return run(to: place) }
        return place == input.count ? atEnd() : replacement()
    }

    mutating func plaintext() -> Token { stop(at: Byte.find(0, 0, in: input.base, from: at)) }

    mutating func script() -> Token {
        var place = at
        while true {
            place = Byte.find(Byte.lessThan, Byte.lessThan, in: input.base, from: place)
            guard input[place] == Byte.lessThan else { return stop(at: place) }
            if place + 3 >= input.count, !input.isComplete { return place > at ? run(to: place) : .more }
            if input[place + 1] == Byte.exclamation, input[place + 2] == Byte.hyphen, input[place + 3] == Byte.hyphen {
                state = .scriptEscaped
                // The hyphens may already belong to the `-->` that ends it.
                return run(to: place + 2)
            }
            if let token = tokenIfEndTag(at: place) { return token }
            place += 1
        }
    }

    /// After `<!--` in a script, and there after `<script`, where `</script>` means itself.
    mutating func escapedScript() -> Token {
        var place = at
        while true {
            place = Byte.find(Byte.lessThan, Byte.hyphen, in: input.base, from: place)
            switch input[place] {
            case Byte.hyphen:
                var end = place
                while input[end] == Byte.hyphen { end += 1 }
                if end == input.count, !input.isComplete {
                    let safe = max(place, end - 2)
                    return safe > at ? run(to: safe) : .more
                }
                if end - place > 1, input[end] == Byte.greaterThan {
                    state = .script
                    return run(to: end + 1)
                }
                place = end
            case Byte.lessThan:
                if let token = tokenAtTag(place) { return token }
                place += 1
            default: return stop(at: place)
            }
        }
    }

    private mutating func tokenAtTag(_ place: Int) -> Token? {
        let isDouble = state == .scriptDoubleEscaped
        if isDouble, input[place + 1] != Byte.slash {
            if place + 1 < input.count || input.isComplete { return nil }
            return place > at ? run(to: place) : .more
        }
        let name = isDouble ? place + 2 : place + 1
        switch word("script".utf8, at: name) {
        case .found:
            state = isDouble ? .scriptEscaped : .scriptDoubleEscaped
            return run(to: name + 6)
        case .cutOff where !input.isComplete: return place > at ? run(to: place) : .more
        default: return isDouble ? nil : tokenIfEndTag(at: place)
        }
    }

    /// A CDATA section; its first bracket has been read.
    mutating func section() -> Token {
        var place = at
        while true {
            place = Byte.find(Byte.closingBracket, Byte.closingBracket, in: input.base, from: place)
            guard input[place] == Byte.closingBracket else {
                if place > at { return run(to: place) }
                return place == input.count ? atEnd() : null()
            }
            if place + 2 >= input.count, !input.isComplete { return place > at ? run(to: place) : .more }
            if input[place + 1] == Byte.closingBracket, input[place + 2] == Byte.greaterThan {
                if place > at { return run(to: place) }
                at = place + 3
                state = .data
                return run(to: at)
            }
            place += 1
        }
    }
}
