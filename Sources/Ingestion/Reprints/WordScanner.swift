/// A word of a text as comparing needs it.
struct ScannedWord {
    /// FNV-1a of its bytes; letters in lower case, curly and straight apostrophes left out.
    let hash: UInt64
    /// It holds a digit.
    let isNumber: Bool
    /// It begins with a capital and does not begin its sentence.
    let isName: Bool
}

/// Reads bytes into words and sentences. Case, punctuation and quotation marks do not count; every ideograph is a word of its own; "4.7" and "1,200"
/// are one number each.
struct WordScanner {
    private(set) var words: [ScannedWord] = []
    /// For each sentence the place after its last word; no sentence is empty.
    private(set) var sentenceEnds: [Int] = []

    /// Words beyond this are not read: a million words are no article, and memory stays bounded.
    static let limit = 1 << 20

    private var hash = Self.seed
    private var isInWord = false
    private var hasDigit = false
    private var hasCapital = false
    private var beginsSentence = true

    // FNV-1a, 64 bit.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    init(_ text: String) {
        var text = text
        text.withUTF8 { read($0) }
    }

    /// Several stretches of one text; a sentence ends where its stretch does.
    init(of ranges: [Range<Int>], in text: String) {
        var text = text
        text.withUTF8 { bytes in
            for range in ranges where range.lowerBound >= 0 && range.upperBound <= bytes.count {
                read(UnsafeBufferPointer(rebasing: bytes[range]))
            }
        }
    }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        words.reserveCapacity(min(Self.limit, words.count + bytes.count / 6))
        var place = 0
        while place < bytes.count, words.count < Self.limit {
            let byte = bytes[place]
            if byte < 0x80 {
                readASCII(byte, next: place + 1 < bytes.count ? bytes[place + 1] : 0x0A)
                place += 1
            } else {
                place += readWide(bytes, at: place)
            }
        }
        endSentence()
    }

    private mutating func readASCII(_ byte: UInt8, next: UInt8) {
        switch byte {
        case 0x61...0x7A: add(byte)
        case 0x30...0x39:
            hasDigit = true
            add(byte)
        case 0x41...0x5A:
            if !isInWord { hasCapital = true }
            add(byte | 0x20)
        case 0x27: break  // An apostrophe inside a word vanishes, straight or curly.
        case 0x2C where hasDigit && isInWord && (0x30...0x39).contains(next): break
        case 0x2E where hasDigit && isInWord && (0x30...0x39).contains(next): add(byte)
        case 0x2E, 0x21, 0x3F:
            endWord()
            if next <= 0x20 || next >= 0x80 || next == 0x22 || next == 0x29 { endSentence() }
        case 0x0A where next == 0x0A: endSentence()
        default: endWord()
        }
    }

    /// Returns how many bytes the character has.
    private mutating func readWide(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
        let lead = bytes[place]
        let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, bytes.count - place)
        let second = length > 1 ? bytes[place + 1] : 0
        let third = length > 2 ? bytes[place + 2] : 0
        switch (lead, second, third) {
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): break
        case (0xE3, 0x80, 0x82): endSentence()
        case (0xC2, _, _), (0xE2, 0x80...0x81, _), (0xE3, 0x80, _), (0xEF, 0xBC, _): endWord()
        case (0xC3, 0x80...0x9E, _):
            if !isInWord { hasCapital = true }
            add(lead)
            add(second + 0x20)
        case (0xE3...0xE9, _, _):
            endWord()
            for offset in 0..<length { add(bytes[place + offset]) }
            endWord()
        default:
            for offset in 0..<length { add(bytes[place + offset]) }
        }
        return length
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        hash = (hash ^ UInt64(byte)) &* Self.prime
        isInWord = true
    }

    private mutating func endWord() {
        guard isInWord else { return }
        words.append(ScannedWord(hash: hash, isNumber: hasDigit, isName: hasCapital && !hasDigit && !beginsSentence))
        hash = Self.seed
        isInWord = false
        hasDigit = false
        hasCapital = false
        beginsSentence = false
    }

    private mutating func endSentence() {
        endWord()
        beginsSentence = true
        if words.count > sentenceEnds.last ?? 0 { sentenceEnds.append(words.count) }
    }
}
