/// What class and id names say of an element, read word by word.
struct NameTraits: OptionSet, Sendable {
    let rawValue: UInt32

    /// The element calls itself the article's text.
    static let article = NameTraits(rawValue: 1 << 0)
    /// One of the words that mean furniture wherever they stand.
    static let furniture = NameTraits(rawValue: 1 << 1)
    /// Who and when.
    static let byline = NameTraits(rawValue: 1 << 2)
    static let navigation = NameTraits(rawValue: 1 << 3)
    static let related = NameTraits(rawValue: 1 << 4)
    static let advert = NameTraits(rawValue: 1 << 5)
    static let sharing = NameTraits(rawValue: 1 << 6)
    static let comments = NameTraits(rawValue: 1 << 7)
    static let author = NameTraits(rawValue: 1 << 8)
    static let caption = NameTraits(rawValue: 1 << 9)
    static let signup = NameTraits(rawValue: 1 << 10)
    static let overlay = NameTraits(rawValue: 1 << 11)
    static let labels = NameTraits(rawValue: 1 << 12)
    static let box = NameTraits(rawValue: 1 << 13)
    static let body = NameTraits(rawValue: 1 << 14)
    static let summary = NameTraits(rawValue: 1 << 15)
    /// A post of a social network, quoted in the text.
    static let quotedPost = NameTraits(rawValue: 1 << 16)
    static let pullQuote = NameTraits(rawValue: 1 << 17)
}

extension NameTraits {
    /// Of one class or id attribute. "postComments-list" is post, comments, list. Only the first 400 bytes are read.
    static func reading(_ value: ArraySlice<UInt8>) -> NameTraits {
        let table = NameTable.shared
        var traits: NameTraits = []
        var whole = NameHash()
        var word = NameHash()
        var wasLower = false
        var stemLengths: UInt64 = 0
        for byte in value.prefix(400) {
            if byte <= 0x20 {
                traits.formUnion(table.word(word))
                traits.formUnion(table.whole(whole))
                whole = NameHash()
                word = NameHash()
                wasLower = false
                continue
            }
            let folded = Phrases.lower(byte)
            whole.add(folded)
            let isLetter = folded &- 0x61 < 26
            let isUpper = isLetter && folded != byte
            if !isLetter || (isUpper && wasLower) {
                traits.formUnion(table.word(word))
                word = NameHash()
            }
            if isLetter {
                word.add(folded)
                if word.length == 1 { stemLengths = table.stemLengths(from: folded) }
                if word.length < 64, (stemLengths >> UInt64(word.length)) & 1 == 1 { traits.formUnion(table.stem(word)) }
            }
            wasLower = isLetter && !isUpper
        }
        traits.formUnion(table.word(word))
        traits.formUnion(table.whole(whole))
        return traits
    }
}

/// FNV-1a of a name as it is read.
struct NameHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325
    private(set) var length = 0

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
        length += 1
    }

    init() {}

    init(_ text: String) { for byte in text.utf8 { add(byte) } }
}

/// Known words by their hash, looked up without making a String.
struct NameTable: Sendable {
    static let shared = NameTable()

    private let words = HashedNames(NameWords.words)
    private let wholes = HashedNames(NameWords.wholes)
    private let stems = HashedNames(NameWords.stems)
    /// By first letter, the lengths of the stems it begins, a bit each.
    private var stemLengths = [UInt64](repeating: 0, count: 26)

    private init() {
        for (_, text) in NameWords.stems {
            for word in text.split(separator: " ") { stemLengths[Int((word.utf8.first ?? 0x61) - 0x61)] |= 1 << UInt64(word.utf8.count) }
        }
    }

    func word(_ hash: NameHash) -> NameTraits { hash.length < 2 ? [] : words.find(hash) }
    func whole(_ hash: NameHash) -> NameTraits { hash.length < 2 ? [] : wholes.find(hash) }
    func stem(_ hash: NameHash) -> NameTraits { stems.find(hash) }
    func stemLengths(from letter: UInt8) -> UInt64 { stemLengths[Int(letter - 0x61)] }
}

/// Names to what they say, small enough to stay in the nearest cache.
private struct HashedNames: Sendable {
    private struct Slot {
        var hash: UInt64 = 0
        var traits: NameTraits = []
    }

    private var slots: [Slot]
    private let mask: Int

    init(_ lists: [(NameTraits, String)]) {
        let names = lists.flatMap { traits, text in text.split(separator: " ").map { (NameHash(String($0)), traits) } }
        var size = 64
        while size < names.count * 2 { size *= 2 }
        slots = [Slot](repeating: Slot(), count: size)
        mask = size - 1
        for (hash, traits) in names {
            var place = Int(truncatingIfNeeded: hash.value) & mask
            while slots[place].hash != 0, slots[place].hash != hash.value { place = (place + 1) & mask }
            slots[place].hash = hash.value
            slots[place].traits.formUnion(traits)
        }
    }

    func find(_ hash: NameHash) -> NameTraits {
        var place = Int(truncatingIfNeeded: hash.value) & mask
        while slots[place].hash != 0 {
            if slots[place].hash == hash.value { return slots[place].traits }
            place = (place + 1) & mask
        }
        return []
    }
}
