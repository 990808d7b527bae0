/// Names of elements or attributes, each once, numbered in the order they came.
struct NameTable: Sendable {
    private struct Entry: Sendable {
        var start: Int
        var count: Int
        var hash: UInt64
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []
    /// Open addressing: a number + 1, or 0.
    private var slots: [UInt16]
    /// How many names were there from the start.
    private let known: Int
    private let knownStrings: [String]

    /// Differs from run to run, so that nobody can choose names that fall together.
    private static let seed = UInt64(bitPattern: Int64(Hasher().finalize())) | 1

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

    var strings: [String] {
        entries.count == known
            ? knownStrings
            : knownStrings + entries[known...].map { String(decoding: bytes[$0.start..<($0.start + $0.count)], as: UTF8.self) }
    }

    func string(_ number: UInt16) -> String {
        let entry = entries[Int(number)]
        return String(decoding: bytes[entry.start..<(entry.start + entry.count)], as: UTF8.self)
    }

    func name(_ number: UInt16) -> ArraySlice<UInt8> {
        let entry = entries[Int(number)]
        return bytes[entry.start..<(entry.start + entry.count)]
    }

    /// Of a name of no bytes; `mixed` takes in one after the other.
    static var startOfHash: UInt64 { seed }

    @inline(__always)
    static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        let product = (hash ^ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 29
    }

    mutating func number(of name: UnsafeBufferPointer<UInt8>) -> UInt16 {
        number(of: name, hash: name.reduce(Self.startOfHash, Self.mixed))
    }

    /// The number of a name, new or known. More than 65,534 different names share the last number.
    mutating func number(of name: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt16 {
        let mask = slots.count - 1
        var place = Int(truncatingIfNeeded: hash) & mask
        while slots[place] != 0 {
            let number = slots[place] - 1
            if entries[Int(number)].hash == hash, isSame(entries[Int(number)], name) { return number }
            place = (place + 1) & mask
        }
        guard entries.count < Int(UInt16.max) else { return UInt16.max - 1 }
        entries.append(Entry(start: bytes.count, count: name.count, hash: hash))
        bytes.append(contentsOf: name)
        slots[place] = UInt16(entries.count)
        if entries.count * 2 > slots.count { spread() }
        return UInt16(entries.count - 1)
    }

    @inline(__always)
    private func isSame(_ entry: Entry, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard entry.count == name.count else { return false }
        for offset in 0..<name.count where bytes[entry.start + offset] != name[offset] { return false }
        return true
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
