/// What the characters of a block say, whatever its language; one pass over its bytes.
struct BlockWording {
    var letters = 0
    var upper = 0
    var digits = 0
    /// Words between spaces; two ideographs or kana count as one.
    var words = 0
    /// Words of at most three bytes that hold no capital: articles and prepositions in most languages of Europe.
    var shortWords = 0
    var capitalised = 0
    var commas = 0
    /// Marks that end a sentence, with a space or nothing after them.
    var sentences = 0
    var bars = 0
    var hasAt = false
    var hasSlash = false
    var hasCopyright = false
    var startsLower = false
    /// 1 for an ended sentence, 2 for a colon, 3 for an ellipsis, 0 for anything else.
    var ending = 0

    init(_ text: [UInt8]) {
        var wordStart = 0
        var wordHasUpper = false
        var wide = 0
        text.withUnsafeBufferPointer { text in
            let count = text.count
            for at in 0..<count {
                let byte = text[at]
                if byte == 0x20 {
                    endWord(at - wordStart, wordHasUpper, text[wordStart])
                    wordStart = at + 1
                    wordHasUpper = false
                    continue
                }
                if byte < 0x80 {
                    let folded = byte | 0x20
                    if folded &- 0x61 < 26 {
                        letters += 1
                        if byte < 0x60 {
                            upper += 1
                            wordHasUpper = true
                        }
                        continue
                    }
                    switch byte {
                    case 0x30...0x39: digits += 1
                    case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
                    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                        if at + 1 == count || text[at + 1] == 0x20 || text[at + 1] == UInt8(ascii: "\"") || text[at + 1] >= 0x80 { sentences += 1 }
                    case UInt8(ascii: "|"): bars += 1
                    case UInt8(ascii: "@"): hasAt = true
                    case UInt8(ascii: "/"): if at + 1 < count, text[at + 1] == byte { hasSlash = true }
                    default: break
                    }
                    continue
                }
                if byte >= 0xC2 { letters += 1 }
                guard byte == 0xE3, at + 2 < count else {
                    if byte >= 0xE4, byte <= 0xED { wide += 1 }
                    if byte == 0xC2, at + 1 < count, text[at + 1] == 0xA9 { hasCopyright = true }
                    // 。！？，、 and the full stop of Devanagari.
                    if byte == 0xEF, at + 2 < count, text[at + 1] == 0xBC {
                        if text[at + 2] == 0x81 || text[at + 2] == 0x9F { sentences += 1 }
                        if text[at + 2] == 0x8C { commas += 1 }
                    }
                    if byte == 0xE0, at + 2 < count, text[at + 1] == 0xA5, text[at + 2] == 0xA4 { sentences += 1 }
                    continue
                }
                if text[at + 1] == 0x80 {
                    if text[at + 2] == 0x82 { sentences += 1 }
                    if text[at + 2] == 0x81 { commas += 1 }
                } else {
                    wide += 1
                }
            }
            if count > 0 {
                endWord(count - wordStart, wordHasUpper, text[wordStart])
                startsLower = text[0] &- 0x61 < 26
            }
            ending = Self.ending(text)
        }
        words += wide / 2
    }

    private mutating func endWord(_ length: Int, _ hasUpper: Bool, _ first: UInt8) {
        guard length > 0 else { return }
        words += 1
        if length <= 3, !hasUpper, first &- 0x61 < 26 { shortWords += 1 }
        if first &- 0x41 < 26 { capitalised += 1 }
    }

    /// The last mark, closing quotes and brackets skipped.
    private static func ending(_ text: UnsafeBufferPointer<UInt8>) -> Int {
        var at = text.count - 1
        var skipped = 0
        while at >= 0, skipped < 4 {
            switch text[at] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"):
                at -= 1
                skipped += 1
            case UInt8(ascii: "."):
                return at >= 2 && text[at - 1] == UInt8(ascii: ".") && text[at - 2] == UInt8(ascii: ".") ? 3 : 1
            case UInt8(ascii: "!"), UInt8(ascii: "?"): return 1
            case UInt8(ascii: ":"): return 2
            case 0x80...:
                guard at >= 2 else { return 0 }
                switch (text[at - 2], text[at - 1], text[at]) {
                // ’ ” “ and 」 』 close.
                case (0xE2, 0x80, 0x99), (0xE2, 0x80, 0x9D), (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8D), (0xE3, 0x80, 0x8F):
                    at -= 3
                    skipped += 1
                case (0xE2, 0x80, 0xA6): return 3
                case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81), (0xEF, 0xBC, 0x9F): return 1
                case (0xEF, 0xBC, 0x9A): return 2
                default:
                    if text[at - 1] == 0xC2, text[at] == 0xBB {
                        at -= 2
                        skipped += 1
                    } else {
                        return 0
                    }
                }
            default: return 0
            }
        }
        return 0
    }
}
