/// Tokens by their text: an open-addressing table under the FNV-1a hash of a token's bytes, with a bitmap in front of it that turns most misses
/// away.
struct TokenTable: Sendable {
    /// Bytes of the longest token, without `##`.
    let longestToken: Int
    /// All tokens, one behind the other, and where each begins; one more at the end.
    private let bytes: [UInt8]
    private let offsets: [UInt32]
    private let slots: [Slot]
    private let filter: [UInt64]
    private let shift: UInt64

    private struct Slot {
        var tag: UInt32 = 0
        var id: Int32 = -1
    }

    init(bytes: [UInt8], offsets: [UInt32]) {
        let count = offsets.count - 1
        // Half full at most, so that a probe is short; eight bits of the filter a slot.
        let bits = UInt64(max(4, Int.bitWidth - max(1, count * 2 - 1).leadingZeroBitCount))
        var slots = [Slot](repeating: Slot(), count: 1 << bits)
        var filter = [UInt64](repeating: 0, count: 1 << (bits - 3))
        var longest = 1
        // From the last to the first, so that of two equal lines the later one counts, as in the reference.
        for id in stride(from: count - 1, through: 0, by: -1) {
            let token = bytes[Int(offsets[id])..<Int(offsets[id + 1])]
            let continues = token.starts(with: [0x23, 0x23])
            let spelled = continues ? token.dropFirst(2) : token
            guard !spelled.isEmpty else { continue }
            longest = max(longest, spelled.count)
            let hash = Self.finished(spelled.reduce(Self.seed(continues: continues), Self.mixed))
            var slot = Int(hash >> (64 - bits))
            while slots[slot].id >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Slot(tag: UInt32(truncatingIfNeeded: hash), id: Int32(id))
            let bit = Self.bit(hash, filter.count)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.bytes = bytes
        self.offsets = offsets
        self.slots = slots
        self.filter = filter
        shift = 64 - bits
        longestToken = longest
    }

    var count: Int { offsets.count - 1 }

    func token(_ id: Int) -> String? {
        guard id >= 0, id < count else { return nil }
        return String(decoding: bytes[Int(offsets[id])..<Int(offsets[id + 1])], as: UTF8.self)
    }

    func id(of token: String) -> Int32? {
        let continues = token.hasPrefix("##")
        let spelled = Array(token.utf8.dropFirst(continues ? 2 : 0))
        let hash = Self.finished(spelled.reduce(Self.seed(continues: continues), Self.mixed))
        return spelled.withUnsafeBufferPointer { id(hash: hash, of: $0, continues: continues) }
    }
}

// Looking up by hash. Tokens that continue a word have a start value of their own.
extension TokenTable {
    @inline(__always) static func seed(continues: Bool) -> UInt64 { continues ? 0x8422_2325_cbf2_9ce4 : 0xcbf2_9ce4_8422_2325 }
    @inline(__always) static func mixed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    /// FNV-1a leaves the upper bits of short words nearly alike; this spreads them.
    @inline(__always) static func finished(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 }
    @inline(__always) private static func bit(_ hash: UInt64, _ words: Int) -> Int { Int(truncatingIfNeeded: hash >> 20) & (words << 6 - 1) }

    /// False when no token has this finished hash.
    @inline(__always) func mayHold(_ hash: UInt64) -> Bool {
        let bit = Self.bit(hash, filter.count)
        return filter[bit >> 6] >> UInt64(bit & 63) & 1 == 1
    }

    /// The token spelled by these bytes, whose finished hash is `hash`.
    @inline(__always) func id(hash: UInt64, of spelled: UnsafeBufferPointer<UInt8>, continues: Bool) -> Int32? {
        var slot = Int(hash >> shift)
        while slots[slot].id >= 0 {
            if slots[slot].tag == UInt32(truncatingIfNeeded: hash), matches(Int(slots[slot].id), spelled, continues) { return slots[slot].id }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    @inline(__always) private func matches(_ id: Int, _ spelled: UnsafeBufferPointer<UInt8>, _ continues: Bool) -> Bool {
        let from = Int(offsets[id]) + (continues ? 2 : 0)
        guard Int(offsets[id + 1]) - from == spelled.count else { return false }
        if continues, bytes[from - 1] != 0x23 || bytes[from - 2] != 0x23 { return false }
        for i in 0..<spelled.count where bytes[from + i] != spelled[i] { return false }
        return true
    }
}
