/// Percent-encoding as forms and addresses use it.
enum FormText {
    /// The value of a field of an `application/x-www-form-urlencoded` body or query; nil when it is not there or not UTF-8.
    static func value(of name: String, in encoded: some StringProtocol) -> String? {
        for pair in encoded.utf8.split(separator: 0x26) {
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard let key = parts.first, decoded(key, plusIsSpace: true) == name else { continue }
            return parts.count > 1 ? decoded(parts[1], plusIsSpace: true) : ""
        }
        return nil
    }

    /// The values of a field that may be given more than once.
    static func values(of name: String, in encoded: some StringProtocol) -> [String] {
        encoded.utf8.split(separator: 0x26).compactMap { pair in
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, decoded(parts[0], plusIsSpace: true) == name else { return nil }
            return decoded(parts[1], plusIsSpace: true)
        }
    }

    /// Nil for a broken escape or for bytes that are not UTF-8.
    static func decoded(_ text: some Collection<UInt8>, plusIsSpace: Bool = false) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count)
        var rest = text.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case 0x25:
                guard let high = rest.next().flatMap(hexValue), let low = rest.next().flatMap(hexValue) else { return nil }
                bytes.append(high << 4 | low)
            case 0x2B: bytes.append(plusIsSpace ? 0x20 : byte)
            default: bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static func hexValue(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x37
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }
}
