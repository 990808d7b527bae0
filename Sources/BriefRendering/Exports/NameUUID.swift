import Crypto

/// A UUID made of a name (RFC 9562, version 5): the same name gives the same one everywhere, so that what was exported twice is known as the same.
struct NameUUID: CustomStringConvertible {
    private let bytes: [UInt8]

    /// All names of this project lie under this address.
    private static let project = NameUUID(named: "https://big-picture.invalid/", under: addresses)

    /// The name space of addresses (RFC 9562, section 6.6).
    private static let addresses: [UInt8] = [0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8]

    /// - Parameter parts: kept apart by a character that no text holds.
    init(_ parts: String...) { self.init(parts) }

    init(_ parts: [String]) { self.init(named: parts.joined(separator: "\u{1F}"), under: Self.project.bytes) }

    private init(named name: String, under space: [UInt8]) {
        var bytes = Array(Insecure.SHA1.hash(data: space + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    var description: String {
        let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
        return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]].map { $0.joined() }.joined(separator: "-")
    }
}
