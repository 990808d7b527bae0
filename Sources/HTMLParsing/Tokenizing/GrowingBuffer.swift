/// Values that grow in number, at an address that can be read from without copying. Emptying it keeps the room.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
    private var storage: UnsafeMutablePointer<Element>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 16)
        storage = .allocate(capacity: self.capacity)
    }

    init(repeating value: Element, count: Int) {
        self.init(capacity: count)
        storage.initialize(repeating: value, count: count)
        self.count = count
    }

    deinit { storage.deallocate() }

    /// Good until the next change.
    @inline(__always)
    var base: UnsafePointer<Element> { UnsafePointer(storage) }

    /// Good until the next change.
    var all: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: storage, count: count) }

    @inline(__always)
    subscript(place: Int) -> Element {
        get {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            return storage[place]
        }
        _modify {
            precondition(UInt(bitPattern: place) < UInt(bitPattern: count))
            yield &storage[place]
        }
    }

    func run(_ lower: Int, _ upper: Int) -> UnsafeBufferPointer<Element> {
        precondition(lower >= 0 && lower <= upper && upper <= count)
        return UnsafeBufferPointer(start: storage + lower, count: upper - lower)
    }

    mutating func removeAll() { count = 0 }

    /// The first `length` values go, the others move up.
    mutating func removeFirst(_ length: Int) {
        precondition(length <= count)
        storage.update(from: storage + length, count: count - length)
        count -= length
    }

    mutating func removeLast(_ length: Int) {
        precondition(length <= count)
        count -= length
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(1) }
        storage[count] = element
        count += 1
    }

    /// Values that are not those of this buffer.
    @inline(__always)
    mutating func append(_ run: UnsafeBufferPointer<Element>) {
        guard let start = run.baseAddress else { return }
        if run.count > capacity - count { grow(run.count) }
        (storage + count).update(from: start, count: run.count)
        count += run.count
    }

    /// Values of this buffer once more, at its end.
    mutating func appendCopy(_ lower: Int, _ upper: Int) {
        precondition(lower >= 0 && lower <= upper && upper <= count)
        if upper - lower > capacity - count { grow(upper - lower) }
        (storage + count).update(from: storage + lower, count: upper - lower)
        count += upper - lower
    }

    /// Moves values of this buffer to an earlier place.
    mutating func move(_ lower: Int, _ upper: Int, to place: Int) {
        precondition(place >= 0 && place <= lower && lower <= upper && upper <= count)
        (storage + place).update(from: storage + lower, count: upper - lower)
    }

    mutating func insert(_ element: Element, at place: Int) {
        append(element)
        (storage + place + 1).update(from: storage + place, count: count - 1 - place)
        self[place] = element
    }

    @discardableResult mutating func remove(at place: Int) -> Element {
        let element = self[place]
        (storage + place).update(from: storage + place + 1, count: count - 1 - place)
        count -= 1
        return element
    }

    @inline(__always)
    mutating func popLast() -> Element {
        precondition(count > 0)
        count -= 1
        return storage[count]
    }

    private mutating func grow(_ needed: Int) {
        capacity = max(capacity * 2, count + needed)
        let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
        larger.update(from: storage, count: count)
        storage.deallocate()
        storage = larger
    }

    /// Room for `length` more values, so that what stands in `count..<count + length` may be read, as `value`.
    mutating func pad(_ length: Int, with value: Element) {
        if length > capacity - count { grow(length) }
        (storage + count).update(repeating: value, count: length)
    }
}

typealias ByteBuffer = GrowingBuffer<UInt8>

extension GrowingBuffer where Element == UInt8 {
    mutating func append(_ scalar: Unicode.Scalar) { for byte in String(scalar).utf8 { append(byte) } }
}
