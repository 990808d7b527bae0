/// Whether bytes are UTF-8, and what they say where they are not (Encoding Standard, "UTF-8 decoder"; Unicode Standard, table 3-7).
enum UTF8Validation {
    /// How far bytes agree with UTF-8.
    struct Census: Equatable {
        /// Sequences of more than one byte that are right.
        var sequences = 0
        /// Sequences that are not.
        var faults = 0
        /// Whether the only fault is a sequence that the end of the bytes cuts short, as a broken transfer leaves it.
        var isOnlyCutShort = false

        var isValid: Bool { faults == 0 }
    }

    static func isValid(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            var at = 0
            while true {
                at = asciiEnd(buffer, from: at)
                guard at < buffer.count else { return true }
                while at < buffer.count, buffer[at] >= 0x80 {
                    let length = sequence(buffer, at)
                    guard length > 0 else { return false }
                    at += length
                }
            }
        }
    }

    static func census(_ bytes: [UInt8]) -> Census {
        bytes.withUnsafeBufferPointer { buffer in
            var census = Census()
            var at = 0
            while true {
                at = asciiEnd(buffer, from: at)
                guard at < buffer.count else { return census }
                let length = sequence(buffer, at)
                if length > 0 { census.sequences += 1 } else { census.faults += 1 }
                census.isOnlyCutShort = length < 0 && census.faults == 1 && at - length == buffer.count && buffer[at] >= 0xC2
                at += abs(length)
            }
        }
    }

    /// The bytes with U+FFFD for each maximal subpart of a wrong sequence.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        bytes.withUnsafeBufferPointer { buffer in
            UTF8Output.written(for: buffer.count) { output in
                var at = 0
                while true {
                    output.copyASCII(buffer, &at)
                    guard at < buffer.count else { return }
                    let length = sequence(buffer, at)
                    if length > 0 {
                        output.append(copying: UnsafeBufferPointer(rebasing: buffer[at..<(at + length)]))
                    } else {
                        output.appendReplacement()
                    }
                    at += abs(length)
                }
            }
        }
    }

    /// The first byte at or after `from` that is not ASCII; the end when all are. Eight bytes a step.
    @inline(__always)
    static func asciiEnd(_ bytes: UnsafeBufferPointer<UInt8>, from: Int) -> Int {
        var at = from
        guard at < bytes.count, bytes[at] < 0x80 else { return at }
        let high: UInt64 = 0x8080_8080_8080_8080
        guard let base = UnsafeRawPointer(bytes.baseAddress) else { return at }
        while at + 8 <= bytes.count {
            let word = UInt64(littleEndian: base.loadUnaligned(fromByteOffset: at, as: UInt64.self)) & high
            if word != 0 { return at + word.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < bytes.count, bytes[at] < 0x80 { at += 1 }
        return at
    }

    /// The length of the sequence that starts at `at` with a byte beyond ASCII; negative, the length of the maximal subpart, when it is wrong.
    @inline(__always)
    private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let first = bytes[at]
        // The common case at once: three bytes whose first leaves the others free.
        if at + 2 < bytes.count, first & 0xF0 == 0xE0, first != 0xE0, first != 0xED {
            if bytes[at + 1] & 0xC0 == 0x80, bytes[at + 2] & 0xC0 == 0x80 { return 3 }
        } else if at + 1 < bytes.count, first & 0xE0 == 0xC0, first >= 0xC2, bytes[at + 1] & 0xC0 == 0x80 {
            return 2
        }
        return anySequence(bytes, at)
    }

    private static func anySequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
        let length: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch bytes[at] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, low) = (3, 0xA0)
        case 0xED: (length, high) = (3, 0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, low) = (4, 0x90)
        case 0xF4: (length, high) = (4, 0x8F)
        case 0xF1...0xF3: length = 4
        default: return -1
        }
        for offset in 1..<length {
            guard at + offset < bytes.count else { return -offset }
            let byte = bytes[at + offset]
            guard byte >= low, byte <= high else { return -offset }
            (low, high) = (0x80, 0xBF)
        }
        return length
    }
}
