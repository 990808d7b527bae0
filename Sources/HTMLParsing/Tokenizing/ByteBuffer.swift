/// Bytes that grow, at an address that can be read from without copying.
struct ByteBuffer: ~Copyable {
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int = 256) {
        self.capacity = max(capacity, 16)
        storage = .allocate(capacity: self.capacity)
    }

    deinit { storage.deallocate() }

    /// Good until the next change.
    @inline(__always)
    var base: UnsafePointer<UInt8> { UnsafePointer(storage) }

    /// Good until the next change.
    var all: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: storage, count: count) }

    func run(_ lower: Int, _ upper: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(lower >= 0 && lower <= upper && upper <= count)
        return UnsafeBufferPointer(start: storage + lower, count: upper - lower)
    }

    mutating func removeAll() { count = 0 }

    /// The first `length` bytes go, the others move up.
    mutating func removeFirst(_ length: Int) {
        precondition(length <= count)
        (storage).update(from: storage + length, count: count - length)
        count -= length
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) {
        if count == capacity { grow(1) }
        storage[count] = byte
        count += 1
    }

    @inline(__always)
    mutating func append(_ run: UnsafeBufferPointer<UInt8>) {
        guard let start = run.baseAddress else { return }
        if count + run.count > capacity { grow(run.count) }
        (storage + count).update(from: start, count: run.count)
        count += run.count
    }

    /// Bytes of this buffer once more, at its end.
    mutating func appendCopy(_ lower: Int, _ upper: Int) {
        precondition(lower >= 0 && lower <= upper && upper <= count)
        if count + upper - lower > capacity { grow(upper - lower) }
        (storage + count).update(from: storage + lower, count: upper - lower)
        count += upper - lower
    }

    mutating func append(_ scalar: Unicode.Scalar) { for byte in String(scalar).utf8 { append(byte) } }

    /// Room for `length` more bytes, so that what stands in `count..<count + length` may be read, as zero.
    mutating func pad(_ length: Int) {
        if count + length > capacity { grow(length) }
        (storage + count).update(repeating: 0, count: length)
    }

    private mutating func grow(_ needed: Int) {
        capacity = max(capacity * 2, count + needed)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: storage, count: count)
        storage.deallocate()
        storage = larger
    }
}
