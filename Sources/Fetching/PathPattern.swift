/// The path of an Allow or Disallow line: a prefix in which `*` stands for anything and a final `$` for the end (RFC 9309, 2.2.3).
struct PathPattern: Hashable, Sendable {
    private let bytes: [UInt8]
    private let isAnchored: Bool
    /// In octets; the longest match wins.
    let length: Int

    init(_ written: ArraySlice<UInt8>) {
        isAnchored = written.last == UInt8(ascii: "$")
        let body = isAnchored ? written.dropLast() : written
        bytes = Self.normalised(body, keepsWildcards: true)
        length = bytes.count + (isAnchored ? 1 : 0)
    }

    /// Goes back to the last `*` only, so the time is at most the product of both lengths whatever a publisher writes.
    func matches(_ path: [UInt8]) -> Bool {
        var position = 0
        var place = 0
        var star: (pattern: Int, path: Int)?
        while true {
            if position == bytes.count {
                if !isAnchored || place == path.count { return true }
            } else if bytes[position] == UInt8(ascii: "*") {
                star = (position + 1, place)
                position += 1
                continue
            } else if place < path.count, bytes[position] == path[place] {
                position += 1
                place += 1
                continue
            }
            guard let last = star, last.path < path.count else { return false }
            star = (last.pattern, last.path + 1)
            position = last.pattern
            place = last.path + 1
        }
    }

    /// One spelling for one path: escapes of unreserved characters undone, everything that must be escaped escaped, escapes in capitals.
    /// In a requested path `*` and `$` are plain characters and are escaped, as a publisher has to write them (`%2A`, `%24`).
    static func normalised(_ path: ArraySlice<UInt8>, keepsWildcards: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(path.count)
        var index = path.startIndex
        while index < path.endIndex {
            let byte = path[index]
            if byte == UInt8(ascii: "%"), index + 2 < path.endIndex, let high = digit(path[index + 1]), let low = digit(path[index + 2]) {
                let decoded = high << 4 | low
                if isUnreserved(decoded) { result.append(decoded) } else { escape(decoded, into: &result) }
                index += 3
                continue
            }
            let isWildcard = byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")
            let staysAsItIs = isWildcard ? keepsWildcards && byte == UInt8(ascii: "*") : byte > 0x20 && byte < 0x7f
            if staysAsItIs { result.append(byte) } else { escape(byte, into: &result) }
            index += 1
        }
        return result
    }

    private static func escape(_ byte: UInt8, into result: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
