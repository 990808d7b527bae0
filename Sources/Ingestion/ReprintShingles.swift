/// The hashed word triples of a text, each triple within one sentence: reordered paragraphs, a dropped dateline or one changed word leave most of
/// them as they were. Case, punctuation, quotation marks and apostrophes do not count; every ideograph is a word of its own.
struct ReprintShingles: Sendable {
    /// Sorted, without repeats.
    let hashes: [UInt64]

    /// Words in a shingle. Three, because a light edit of every tenth word then still leaves seven of ten shingles.
    static let width = 3

    init(_ text: String) {
        var scanner = ShingleScanner()
        var copy = text
        copy.withUTF8 { scanner.read($0) }
        hashes = scanner.finished()
    }

    /// Several stretches of one text, no shingle reaching over from one to the next.
    init(of ranges: [Range<Int>], in text: String) {
        var scanner = ShingleScanner()
        var copy = text
        copy.withUTF8 { bytes in
            for range in ranges where range.lowerBound >= 0 && range.upperBound <= bytes.count {
                scanner.read(UnsafeBufferPointer(rebasing: bytes[range]))
            }
        }
        hashes = scanner.finished()
    }

    var count: Int { hashes.count }

    func shared(with other: ReprintShingles) -> Int {
        var left = 0
        var right = 0
        var shared = 0
        while left < hashes.count, right < other.hashes.count {
            if hashes[left] == other.hashes[right] {
                shared += 1
                left += 1
                right += 1
            } else if hashes[left] < other.hashes[right] {
                left += 1
            } else {
                right += 1
            }
        }
        return shared
    }

    /// What stands for the text when candidates are looked for: a quarter of a long text's shingles, chosen by value so that two texts choose alike.
    var sample: [UInt64] { count <= 64 ? hashes : hashes.filter { $0 & 3 == 0 } }
}

/// Reads bytes into words and words into shingles.
private struct ShingleScanner {
    private var hashes: [UInt64] = []
    private var word: UInt64 = Self.seed
    private var isInWord = false
    private var window: (UInt64, UInt64) = (0, 0)
    private var wordsInSentence = 0
    private var allWords: UInt64 = Self.seed
    private var hasWords = false

    // FNV-1a, 64 bit.
    private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
        var place = 0
        while place < bytes.count {
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
        case 0x61...0x7A, 0x30...0x39: add(byte)
        case 0x41...0x5A: add(byte | 0x20)
        case 0x27: break  // An apostrophe inside a word vanishes, straight or curly.
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

    private mutating func add(_ byte: UInt8) {
        word = (word ^ UInt64(byte)) &* Self.prime
        isInWord = true
    }

    private mutating func endWord() {
        guard isInWord else { return }
        allWords = (allWords ^ word) &* Self.prime
        hasWords = true
        wordsInSentence += 1
        if wordsInSentence >= ReprintShingles.width { hashes.append(Self.mixed(window.0, window.1, word)) }
        window = (window.1, word)
        word = Self.seed
        isInWord = false
    }

    private mutating func endSentence() {
        endWord()
        wordsInSentence = 0
    }

    /// The finaliser of SplitMix64 over the three words, so that low bits can choose a sample.
    private static func mixed(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
        var value = first &* 0x9e37_79b9_7f4a_7c15
        value = (value ^ second) &* 0xbf58_476d_1ce4_e5b9
        value = (value ^ (value >> 29) ^ third) &* 0x94d0_49bb_1331_11eb
        return value ^ (value >> 31)
    }

    /// A text too short for a shingle is one as a whole.
    mutating func finished() -> [UInt64] {
        if hashes.isEmpty, hasWords { return [allWords] }
        hashes.sort()
        var unique: [UInt64] = []
        unique.reserveCapacity(hashes.count)
        for hash in hashes where hash != unique.last { unique.append(hash) }
        return unique
    }
}
