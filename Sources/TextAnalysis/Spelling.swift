/// How a word is written.
extension TokenSpans {
    /// With a capital first letter or in capitals, or as products are: "xAI", "iPhone".
    func isCapitalized(_ range: Range<Int>) -> Bool { isUppercase(text.scalar(at: range.lowerBound).value) || isProductLike(range) }

    /// "US" in capitals is a country, not a pronoun.
    func isUnitedStates(_ range: Range<Int>) -> Bool {
        range.count == 2 && text[range.lowerBound] == UInt8(ascii: "U") && text[range.lowerBound + 1] == UInt8(ascii: "S")
    }

    /// "OpenAI", "xAI": a name, whose end is no ending.
    func hasInnerCapital(_ range: Range<Int>) -> Bool {
        var hasCapital = false
        var hasSmall = false
        for place in range.dropFirst() {
            switch text[place] {
            case 0x41...0x5A: hasCapital = true
            case 0x61...0x7A: hasSmall = true
            case UInt8(ascii: "-"): return false
            default: break
            }
        }
        return hasCapital && hasSmall
    }

    /// A capital after a first small letter.
    private func isProductLike(_ range: Range<Int>) -> Bool {
        guard range.count >= 3, isLowercase(UInt32(text[range.lowerBound])) else { return false }
        var hasCapital = false
        for place in range.dropFirst() {
            let byte = text[place]
            if byte == UInt8(ascii: "-") || byte >= 0x80 { return false }
            if byte >= 0x41, byte <= 0x5A { hasCapital = true }
        }
        return hasCapital
    }
}

extension TextBytes {
    /// Appends a stretch of the text as it is folded.
    func fold(_ range: Range<Int>, into output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            let (value, length) = scalar(at: index)
            Folding.append(value, to: &output)
            index += length
        }
    }
}
