import Glibc

/// Where somebody asks from: an IPv4 address, or the network of an IPv6 address, of which one household has 2^64.
public struct ClientAddress: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public let isLoopback: Bool

    /// Nil for what is no address.
    public init?(_ text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, String(text), &four) == 1 {
            self.init(four: withUnsafeBytes(of: &four) { Array($0) })
        } else if inet_pton(AF_INET6, String(text), &six) == 1 {
            let bytes = withUnsafeBytes(of: &six) { Array($0) }
            if bytes.prefix(10).allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
                self.init(four: Array(bytes[12...]))
            } else {
                self.init(six: bytes)
            }
        } else {
            return nil
        }
    }

    private init(four bytes: [UInt8]) {
        description = bytes.map(String.init).joined(separator: ".")
        isLoopback = bytes[0] == 127
    }

    private init(six bytes: [UInt8]) {
        isLoopback = bytes.dropLast().allSatisfy { $0 == 0 } && bytes[15] == 1
        let groups = stride(from: 0, to: 8, by: 2).map { String(Int(bytes[$0]) << 8 | Int(bytes[$0 + 1]), radix: 16) }
        description = isLoopback ? "::1" : groups.joined(separator: ":") + "::/64"
    }
}
