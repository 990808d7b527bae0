/// A name as it was read, with what finds it fast.
struct Name {
    var bytes: UnsafeBufferPointer<UInt8>
    /// The first eight bytes, zero where there are fewer.
    var head: UInt64
    var hash: UInt64

    /// A hash with a key that differs from run to run, so that nobody can choose names that fall together.
    static let key = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        head = 0
        hash = Self.start(Self.key, bytes.count)
        var place = 0
        while place < bytes.count {
            var word: UInt64 = 0
            for offset in 0..<min(8, bytes.count - place) { word |= UInt64(bytes[place + offset]) << UInt64(offset * 8) }
            if place == 0 { head = word }
            hash = Self.mixed(hash, word)
            place += 8
        }
    }

    /// The same, where at least seven more bytes may be read after the name.
    @inline(__always)
    init(padded base: UnsafePointer<UInt8>, count: Int, key: UInt64) {
        bytes = UnsafeBufferPointer(start: base, count: count)
        hash = Self.start(key, count)
        head = 0
        guard count > 0 else { return }
        head = Self.word(base) & Self.mask(count)
        hash = Self.mixed(hash, head)
        var place = 8
        while place < count {
            hash = Self.mixed(hash, Self.word(base + place) & Self.mask(count - place))
            place += 8
        }
    }

    @inline(__always)
    private static func mask(_ count: Int) -> UInt64 { count >= 8 ? UInt64.max : UInt64.max >> UInt64((8 - count) * 8) }

    @inline(__always)
    private static func word(_ base: UnsafePointer<UInt8>) -> UInt64 { UInt64(littleEndian: UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)) }

    @inline(__always)
    private static func start(_ key: UInt64, _ count: Int) -> UInt64 { key &+ UInt64(count) &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        return product.high ^ product.low
    }
}

/// Names of elements or attributes, each once, numbered in the order they came.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var count: Int
        var head: UInt64
        var hash: UInt64
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: a number + 1, or 0.
    private var slots: [UInt16]
    /// How many names were there from the start.
    private let known: Int
    private let knownStrings: [String]

    static let elements = NameTable(HTMLTag.allCases.map(\.rawValue) + ForeignName.allCases.map(\.rawValue))
    static let attributes = NameTable(HTMLAttribute.allCases.map(\.rawValue))

    init(_ names: [String]) {
        slots = [UInt16](repeating: 0, count: 1024)
        known = names.count
        knownStrings = names
        for name in names {
            let added = Array(name.utf8).withUnsafeBufferPointer { number(of: $0) }
            precondition(Int(added) == entries.count - 1)
        }
    }

    var count: Int { entries.count }

    var strings: [String] { entries.count == known ? knownStrings : knownStrings + (known..<entries.count).map { string(UInt16($0)) } }

    func string(_ number: UInt16) -> String { String(decoding: name(number), as: UTF8.self) }

    func name(_ number: UInt16) -> ArraySlice<UInt8> {
        let entry = entries[Int(number)]
        return bytes[entry.start..<(entry.start + entry.count)]
    }

    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt16 { number(of: Name(name)) }

    /// The number of a name, new or known. More than 65,534 different names share the last number.
    mutating func number(of name: Name) -> UInt16 {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: name.hash) & mask
        while slots[place] != 0 {
            if isSame(entries[Int(slots[place]) - 1], name) { return slots[place] - 1 }
            place = (place + 1) & mask
        }
        return add(name, at: place)
    }

    private mutating func add(_ name: Name, at place: Int) -> UInt16 {
        guard entries.count < Int(UInt16.max) else { return UInt16.max - 1 }
        entries.append(Entry(start: bytes.count, count: name.bytes.count, head: name.head, hash: name.hash))
        bytes.append(contentsOf: name.bytes)
        slots[place] = UInt16(entries.count)
        if entries.count * 2 > slots.count { spread() }
        return UInt16(entries.count - 1)
    }

    @inline(__always)
    private func isSame(_ entry: Entry, _ name: Name) -> Bool {
        guard entry.head == name.head, entry.count == name.bytes.count else { return false }
        return entry.count <= 8 || entry.hash == name.hash && bytes[entry.start..<(entry.start + entry.count)].elementsEqual(name.bytes)
    }

    private mutating func spread() {
        slots = [UInt16](repeating: 0, count: slots.count * 2)
        for (number, entry) in entries.enumerated() {
            var place = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
            while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = UInt16(number + 1)
        }
    }
}
