/// Looks up named character references, the longest name first (WHATWG HTML, "named character reference state").
struct NamedReferences: Sendable {
    struct Match {
        /// How many bytes after the ampersand belong to the reference.
        var length: Int
        var first: UInt32
        /// Of the few that stand for two characters; else 0.
        var second: UInt32
        var endsInSemicolon: Bool
    }

    private struct Entry: Sendable {
        var start: Int
        var count: Int
        var first: UInt32
        var second: UInt32
        var needsSemicolon: Bool
    }

    static let standard = NamedReferences(NamedReferenceTable.source)

    private var names: [UInt8] = []
    private var entries: [Entry] = []
    /// Of each first byte of a name: where its entries start.
    private var starts = [Int](repeating: 0, count: 129)

    private init(_ source: StaticString) {
        let bytes = UnsafeBufferPointer(start: source.utf8Start, count: source.utf8CodeUnitCount)
        names.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let start = names.count
            while bytes[at] != UInt8(ascii: ":"), bytes[at] != UInt8(ascii: "!") {
                names.append(bytes[at])
                at += 1
            }
            var entry = Entry(start: start, count: names.count - start, first: 0, second: 0, needsSemicolon: bytes[at] == UInt8(ascii: ":"))
            at += 1
            while at < bytes.count, bytes[at] > 0x20 {
                if bytes[at] == UInt8(ascii: ",") {
                    entry.second = entry.first
                    entry.first = 0
                } else {
                    entry.first = entry.first << 4 | UInt32(bytes[at] <= 0x39 ? bytes[at] - 0x30 : bytes[at] - 0x37)
                }
                at += 1
            }
            // The digits read last are those of the second character.
            if entry.second != 0 { swap(&entry.first, &entry.second) }
            entries.append(entry)
            while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        }
        var next = 0
        for byte in 0..<128 {
            starts[byte] = next
            while next < entries.count, names[entries[next].start] == byte { next += 1 }
        }
        starts[128] = next
    }

    /// - Parameter place: one past the ampersand.
    func match(in base: UnsafePointer<UInt8>, at place: Int) -> Match? {
        guard base[place] < 128 else { return nil }
        var range = starts[Int(base[place])]..<starts[Int(base[place]) + 1]
        var best: Match?
        var length = 1
        while !range.isEmpty {
            let next = base[place + length]
            let entry = entries[range.lowerBound]
            // Sorted: a name that ends here is the first of those that begin so.
            if entry.count == length {
                if next == Byte.semicolon {
                    return Match(length: length + 1, first: entry.first, second: entry.second, endsInSemicolon: true)
                }
                if !entry.needsSemicolon { best = Match(length: length, first: entry.first, second: entry.second, endsInSemicolon: false) }
            }
            range = narrowed(range, offset: length, to: next)
            length += 1
        }
        return best
    }

    /// The entries of a range whose names go on with `byte`.
    private func narrowed(_ range: Range<Int>, offset: Int, to byte: UInt8) -> Range<Int> {
        let lower = firstEntry(range, offset, notBelow: Int(byte))
        return lower..<firstEntry(lower..<range.upperBound, offset, notBelow: Int(byte) + 1)
    }

    private func firstEntry(_ range: Range<Int>, _ offset: Int, notBelow byte: Int) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            let entry = entries[middle]
            let value = offset < entry.count ? Int(names[entry.start + offset]) : -1
            if value < byte { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
