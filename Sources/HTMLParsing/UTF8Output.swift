/// UTF-8 being written into memory that was reserved for it.
///
/// No encoding read here gives more than three bytes of UTF-8 for one of its own (two bytes of Big5 give four, one wrong byte gives U+FFFD in
/// three), so that three for each and a few to spare always suffice.
struct UTF8Output {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    static let replacement: UInt32 = 0xFFFD

    /// - Parameter write: appends what `count` bytes of a legacy encoding say.
    static func written(for count: Int, _ write: (inout UTF8Output) -> Void) -> [UInt8] {
        Array(unsafeUninitializedCapacity: count * 3 + 8) { buffer, used in
            var output = UTF8Output(buffer: buffer)
            write(&output)
            used = output.count
        }
    }

    private init(buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

    /// - Parameter scalar: a code point that is no surrogate.
    @inline(__always)
    mutating func append(_ scalar: UInt32) {
        if scalar < 0x80 {
            buffer[count] = UInt8(truncatingIfNeeded: scalar)
            count += 1
        } else if scalar < 0x800 {
            buffer[count] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
            buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count += 2
        } else if scalar < 0x10000 {
            buffer[count] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
            buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count += 3
        } else {
            buffer[count] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
            buffer[count + 1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
            buffer[count + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
            buffer[count + 3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
            count += 4
        }
    }

    mutating func appendReplacement() { append(Self.replacement) }

    /// Bytes that are UTF-8 already.
    mutating func append(copying bytes: UnsafeBufferPointer<UInt8>) {
        guard let from = bytes.baseAddress, let to = buffer.baseAddress, !bytes.isEmpty else { return }
        (to + count).update(from: from, count: bytes.count)
        count += bytes.count
    }

    /// Copies the ASCII bytes that start at `at`, which moves behind them.
    @inline(__always)
    mutating func copyASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ at: inout Int) {
        guard at < bytes.count, bytes[at] < 0x80 else { return }
        let end = UTF8Validation.asciiEnd(bytes, from: at)
        append(copying: UnsafeBufferPointer(rebasing: bytes[at..<end]))
        at = end
    }
}
