/// A number a host can have. Parsed without asking anyone.
public enum IPAddress: Hashable, Sendable {
    case v4(UInt32)
    case v6(high: UInt64, low: UInt64)
}

extension IPAddress {
    /// Reads an address as a browser's address bar would: `127.0.0.1`, but also `2130706433`, `0x7f.1`, `0177.0.0.1` and `[::1]`.
    /// Nil for a name.
    public init?(literal text: some StringProtocol) {
        var bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") { bytes = Array(bytes.dropFirst().dropLast()) }
        if bytes.contains(UInt8(ascii: ":")) {
            if let zone = bytes.firstIndex(of: UInt8(ascii: "%")) { bytes.removeSubrange(zone...) }
            guard let address = Self.parseV6(bytes) else { return nil }
            self = address
        } else {
            if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
            guard let number = Self.parseV4(bytes) else { return nil }
            self = .v4(number)
        }
    }

    /// `inet_aton`: one to four parts, each decimal, octal (`0…`) or hexadecimal (`0x…`); the last fills the bytes that are left.
    private static func parseV4(_ bytes: [UInt8]) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        var value: UInt64 = 0
        for (index, part) in parts.enumerated() {
            guard let number = number(part) else { return nil }
            let isLast = index == parts.count - 1
            let room: UInt64 = isLast ? 8 * UInt64(5 - parts.count) : 8
            guard number < (1 << room) else { return nil }
            value = (value << room) | number
        }
        return UInt32(truncatingIfNeeded: value)
    }

    private static func number(_ part: ArraySlice<UInt8>) -> UInt64? {
        guard let first = part.first else { return nil }
        var digits = part
        var base: UInt64 = 10
        if first == UInt8(ascii: "0"), part.count > 1 {
            let isHexadecimal = part[part.startIndex + 1] | 0x20 == UInt8(ascii: "x")
            base = isHexadecimal ? 16 : 8
            digits = part.dropFirst(isHexadecimal ? 2 : 1)
        }
        var value: UInt64 = 0
        for byte in digits {
            guard let digit = hexadecimalValue(byte), digit < base, value <= UInt64(UInt32.max) else { return nil }
            value = value * base + digit
        }
        return value
    }

    /// RFC 4291, 2.2, with the dotted tail of mapped addresses.
    private static func parseV6(_ bytes: [UInt8]) -> IPAddress? {
        var groups: [UInt16] = []
        var gap: Int?
        var rest = bytes[...]
        if rest.starts(with: [UInt8(ascii: ":"), UInt8(ascii: ":")]) {
            gap = 0
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: ":")) ?? rest.endIndex
            let part = rest[rest.startIndex..<end]
            if part.contains(UInt8(ascii: ".")) {
                guard end == rest.endIndex, let tail = parseV4(Array(part)) else { return nil }
                groups += [UInt16(truncatingIfNeeded: tail >> 16), UInt16(truncatingIfNeeded: tail)]
                break
            }
            guard let group = group(part) else { return nil }
            groups.append(group)
            rest = rest[end...].dropFirst()
            if end < bytes.endIndex, rest.isEmpty { return nil }
            if rest.first == UInt8(ascii: ":") {
                guard gap == nil else { return nil }
                gap = groups.count
                rest = rest.dropFirst()
            }
        }
        guard gap == nil ? groups.count == 8 : groups.count < 8 else { return nil }
        if let gap { groups.insert(contentsOf: repeatElement(0, count: 8 - groups.count), at: gap) }
        let halves = [groups[..<4], groups[4...]].map { $0.reduce(UInt64(0)) { ($0 << 16) | UInt64($1) } }
        return .v6(high: halves[0], low: halves[1])
    }

    private static func group(_ part: ArraySlice<UInt8>) -> UInt16? {
        guard (1...4).contains(part.count) else { return nil }
        var value: UInt16 = 0
        for byte in part {
            guard let digit = hexadecimalValue(byte) else { return nil }
            value = (value << 4) | UInt16(digit)
        }
        return value
    }

    private static func hexadecimalValue(_ byte: UInt8) -> UInt64? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension IPAddress {
    public var isLoopback: Bool {
        switch self {
        case .v4(let number): number >> 24 == 127
        case .v6(let high, let low): (high == 0 && low == 1) || (embeddedV4?.isLoopback ?? false)
        }
    }

    /// Anyone on the Internet may have it: in none of the blocks that IANA's registries of special-purpose addresses
    /// (RFC 6890 and its updates) keep from being globally reachable.
    public var isPublic: Bool {
        switch self {
        case .v4(let number):
            return !Self.specialV4.contains { number >> (32 - $0.length) == $0.prefix >> (32 - $0.length) }
        case .v6(let high, _):
            if let embeddedV4 { return embeddedV4.isPublic }
            // Only 2000::/3 is given out; the rest is local, multicast or reserved.
            guard high >> 61 == 0b001 else { return false }
            let isProtocolBlock = high >> 41 == 0x2001_0000_0000_0000 >> 41
            let isDocumentation = high >> 32 == 0x2001_0db8 || high >> 44 == 0x3fff_0000_0000_0000 >> 44
            return !isProtocolBlock && !isDocumentation
        }
    }

    /// The IPv4 address that a mapped, compatible, translated (NAT64) or 6to4 address leads to.
    private var embeddedV4: IPAddress? {
        guard case .v6(let high, let low) = self else { return nil }
        let isMapped = high == 0 && low >> 32 == 0xffff
        let isCompatible = high == 0 && low >> 32 == 0 && low > 1
        let isTranslated = high == 0x0064_ff9b_0000_0000 && low >> 32 == 0
        if isMapped || isCompatible || isTranslated { return .v4(UInt32(truncatingIfNeeded: low)) }
        if high >> 48 == 0x2002 { return .v4(UInt32(truncatingIfNeeded: high >> 16)) }
        return nil
    }

    private static let specialV4: [(prefix: UInt32, length: UInt32)] = [
        (0x0000_0000, 8),  // this network
        (0x0a00_0000, 8),  // private
        (0x6440_0000, 10),  // carriers' shared space
        (0x7f00_0000, 8),  // loopback
        (0xa9fe_0000, 16),  // link-local
        (0xac10_0000, 12),  // private
        (0xc000_0000, 24),  // protocol assignments
        (0xc000_0200, 24),  // documentation
        (0xc058_6300, 24),  // 6to4 relays
        (0xc0a8_0000, 16),  // private
        (0xc612_0000, 15),  // benchmarks
        (0xc633_6400, 24),  // documentation
        (0xcb00_7100, 24),  // documentation
        (0xe000_0000, 4),  // multicast
        (0xf000_0000, 4),  // reserved, broadcast
    ]
}
