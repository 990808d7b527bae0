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
        bytes.pad(Self.padding)
    }

    @inline(__always)
    var count: Int { bytes.count }

    @inline(__always)
    var base: UnsafePointer<UInt8> { bytes.base }

    @inline(__always)
    subscript(place: Int) -> UInt8 { bytes.base[place] }

    mutating func append(_ chunk: UnsafeBufferPointer<UInt8>) {
        var rest = chunk[...]
        if endsInReturn, rest.first == Byte.lineFeed { rest = rest.dropFirst() }
        if !rest.isEmpty { endsInReturn = rest.last == Byte.carriageReturn }
        while let place = rest.firstIndex(of: Byte.carriageReturn) {
            bytes.append(UnsafeBufferPointer(rebasing: rest[..<place]))
            bytes.append(Byte.lineFeed)
            rest = rest[(place + 1)...]
            if rest.first == Byte.lineFeed { rest = rest.dropFirst() }
        }
        bytes.append(UnsafeBufferPointer(rebasing: rest))
        bytes.pad(Self.padding)
    }

    mutating func complete() { isComplete = true }

    mutating func discard(_ length: Int) {
        bytes.removeFirst(length)
        bytes.pad(Self.padding)
    }
}
