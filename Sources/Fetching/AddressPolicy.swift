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

    /// Ports of other services are refused wherever they are, as browsers do: a web request can be made to look like their protocol.
    public func allows(port: Int) -> Bool { !Self.blockedPorts.contains(port) }

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

    /// The "bad ports" of the Fetch standard (fetch.spec.whatwg.org, port blocking).
    private static let blockedPorts: Set<Int> = [
        0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119,
        123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990,
        993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10_080,
    ]
}
