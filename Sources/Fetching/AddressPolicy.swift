/// Which hosts may be asked. A public feed must not make this machine read its own network (server-side request forgery),
/// so each hop of a redirect, each address a name resolves to and the address really connected to are judged here.
public struct AddressPolicy: Hashable, Sendable {
    public let allowsLocalAddresses: Bool

    public init(allowsLocalAddresses: Bool) { self.allowsLocalAddresses = allowsLocalAddresses }

    public static let publicOnly = AddressPolicy(allowsLocalAddresses: false)
    public static let anywhere = AddressPolicy(allowsLocalAddresses: true)

    /// Judges a host as written, a number or a name. A name that passes still has to be resolved and judged by `allows(_:)`.
    public func allows(host: String) -> Bool {
        if allowsLocalAddresses { return true }
        if let address = IPAddress(literal: host) { return address.isPublic }
        return !Self.isLocalName(host)
    }

    public func allows(_ address: IPAddress) -> Bool { allowsLocalAddresses || address.isPublic }

    /// Names that never lead to the public Internet: RFC 6761 (`localhost`), RFC 6762 (`local`), and what resolvers keep for private use.
    static func isLocalName(_ host: String) -> Bool {
        var name = host.lowercased()
        if name.hasSuffix(".") { name.removeLast() }
        guard let last = name.split(separator: ".").last else { return true }
        if localSuffixes.contains(String(last)) || name.hasSuffix(".home.arpa") { return true }
        // A name without a dot is completed by the machine's own search domain.
        return !name.utf8.contains(UInt8(ascii: "."))
    }

    /// Loopback by its name or number; such a host needs no pauses.
    static func isLoopback(_ host: String) -> Bool {
        if let address = IPAddress(literal: host) { return address.isLoopback }
        let name = host.lowercased()
        return name == "localhost" || name.hasSuffix(".localhost")
    }

    private static let localSuffixes: Set<String> = ["localhost", "local", "internal", "localdomain", "intranet", "lan", "home", "corp", "onion"]
}
