/// A hash map from whole numbers, for where millions of small look-ups are made: a tenth of the time of a `Dictionary`, which guards each against
/// hostile keys. So only for keys that are hashes themselves or that the program counts out. Open addressing with linear probing.
public struct IntegerMap<Key: FixedWidthInteger & Sendable, Value: Sendable>: Sendable {
    @usableFromInline
    struct Slot: Sendable {
        @usableFromInline var key: Key
        @usableFromInline var value: Value
        @usableFromInline var isUsed: Bool

        @inlinable
        init(key: Key, value: Value, isUsed: Bool) {
            self.key = key
            self.value = value
            self.isUsed = isUsed
        }
    }

    @usableFromInline var slots: [Slot] = []
    @usableFromInline var shift: UInt64 = 63
    @usableFromInline var size = 0
    @usableFromInline let vacant: Value

    /// - Parameter vacant: what stands for a key that is not there.
    @inlinable public init(vacant: Value) { self.vacant = vacant }

    @inlinable public var count: Int { size }

    /// The value of a key, or what stands for none. Setting keeps the key.
    @inlinable
    public subscript(key: Key) -> Value {
        get {
            guard !slots.isEmpty else { return vacant }
            let place = place(of: key)
            return slots[place].isUsed ? slots[place].value : vacant
        }
        _modify {
            let place = claim(key)
            yield &slots[place].value
        }
    }

    @inlinable public func contains(_ key: Key) -> Bool { !slots.isEmpty && slots[place(of: key)].isUsed }

    /// Every key with its value, in no order that means anything.
    @inlinable
    public func forEach(_ body: (Key, Value) -> Void) { for slot in slots where slot.isUsed { body(slot.key, slot.value) } }

    /// In order.
    @inlinable
    public var sortedKeys: [Key] {
        var sorted: [Key] = []
        sorted.reserveCapacity(size)
        forEach { key, _ in sorted.append(key) }
        return sorted.sorted()
    }

    @inlinable
    public mutating func remove(_ key: Key) {
        guard !slots.isEmpty else { return }
        var gap = place(of: key)
        guard slots[gap].isUsed else { return }
        let mask = slots.count - 1
        var next = (gap + 1) & mask
        // What was pushed on by the key moves back.
        while slots[next].isUsed {
            if (next &- home(of: slots[next].key)) & mask >= (next &- gap) & mask {
                slots[gap] = slots[next]
                gap = next
            }
            next = (next + 1) & mask
        }
        slots[gap].isUsed = false
        slots[gap].value = vacant
        size -= 1
    }

    /// Fibonacci hashing: the high bits of a product with 2⁶⁴ / φ (Knuth, TAOCP 6.4).
    @inlinable
    func home(of key: Key) -> Int { Int(truncatingIfNeeded: (UInt64(truncatingIfNeeded: key) &* 0x9E37_79B9_7F4A_7C15) &>> shift) }

    /// Where a key stands or would stand.
    @inlinable
    func place(of key: Key) -> Int {
        let mask = slots.count - 1
        var place = home(of: key)
        while slots[place].isUsed, slots[place].key != key { place = (place + 1) & mask }
        return place
    }

    @inlinable
    mutating func claim(_ key: Key) -> Int {
        if size * 8 >= slots.count * 5 { grow() }
        let place = place(of: key)
        if !slots[place].isUsed {
            slots[place] = Slot(key: key, value: vacant, isUsed: true)
            size += 1
        }
        return place
    }

    @inlinable
    mutating func grow() {
        let room = Swift.max(8, slots.count * 2)
        let old = slots
        slots = [Slot](repeating: Slot(key: 0, value: vacant, isUsed: false), count: room)
        shift = UInt64(64 - room.trailingZeroBitCount)
        for slot in old where slot.isUsed { slots[place(of: slot.key)] = slot }
    }

    // MARK: Keeping

    /// How many places there are, and which of them are taken by what: a map made of it goes through its keys in the same order, so that sums over
    /// them round the same.
    public var layout: (room: Int, taken: [(place: Int, key: Key, value: Value)]) {
        (slots.count, slots.indices.compactMap { slots[$0].isUsed ? ($0, slots[$0].key, slots[$0].value) : nil })
    }

    /// Nil for what no map has as its layout.
    public init?(vacant: Value, room: Int, taken: [(place: Int, key: Key, value: Value)]) {
        self.init(vacant: vacant)
        guard room == 0 ? taken.isEmpty : room >= 8 && room.nonzeroBitCount == 1 && taken.count < room else { return nil }
        slots = [Slot](repeating: Slot(key: 0, value: vacant, isUsed: false), count: room)
        shift = UInt64(64 - max(1, room.trailingZeroBitCount))
        size = taken.count
        for (place, key, value) in taken {
            guard slots.indices.contains(place), !slots[place].isUsed else { return nil }
            slots[place] = Slot(key: key, value: value, isUsed: true)
        }
        guard taken.allSatisfy({ self.place(of: $0.key) == $0.place }) else { return nil }
    }
}
