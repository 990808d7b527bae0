/// The bytes still to be read, line ends normalised (WHATWG HTML, "preprocessing the input stream"). Zero bytes follow the last one, so
/// that a scan that stops at zero needs no other end, and looking a few bytes ahead no check.
struct InputBuffer: ~Copyable {
    private var bytes: ByteBuffer
    private var endsInReturn = false
    /// No more bytes will come.
    private(set) var isComplete = false

    /// How far beyond the last byte may be read.
    static let padding = 64

    init(capacity: Int) {
        bytes = ByteBuffer(capacity: capacity + Self.padding)
        bytes.pad(Self.padding, with: 0)
    }

    @inline(__always)
    var count: Int { bytes.count }

    @inline(__always)
    var base: UnsafePointer<UInt8> { bytes.base }

    @inline(__always)
    subscript(place: Int) -> UInt8 { bytes.base[place] }

    mutating func append(_ chunk: UnsafeBufferPointer<UInt8>) {
        guard let first = chunk.first else { return }
        let start = bytes.count
        let startsInside = endsInReturn && first == Byte.lineFeed
        bytes.append(startsInside ? UnsafeBufferPointer(rebasing: chunk.dropFirst()) : chunk)
        endsInReturn = chunk.last == Byte.carriageReturn
        bytes.pad(Self.padding, with: 0)
        normaliseLines(from: start)
    }

    /// A carriage return, with the line feed after it or without, becomes a line feed.
    private mutating func normaliseLines(from start: Int) {
        var place = nextReturn(from: start)
        guard place < count else { return }
        var end = place
        while place < count {
            bytes[end] = Byte.lineFeed
            end += 1
            place += base[place + 1] == Byte.lineFeed ? 2 : 1
            let next = nextReturn(from: place)
            bytes.move(place, next, to: end)
            end += next - place
            place = next
        }
        bytes.removeLast(count - end)
        bytes.pad(Self.padding, with: 0)
    }

    private func nextReturn(from start: Int) -> Int {
        var place = start
        while place < count {
            place = Byte.find(Byte.carriageReturn, Byte.carriageReturn, in: base, from: place)
            if base[place] != 0 { return place }
            place += 1
        }
        return count
    }

    mutating func complete() { isComplete = true }

    mutating func discard(_ length: Int) {
        bytes.removeFirst(length)
        bytes.pad(Self.padding, with: 0)
    }
}
