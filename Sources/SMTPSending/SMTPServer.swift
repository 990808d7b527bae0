import Glibc

/// A mail server and how it is spoken to.
public struct SMTPServer: Sendable {
    /// How the connection is kept from being read on the way.
    public enum Encryption: String, CaseIterable, Sendable {
        /// From the first byte (port 465).
        case implicit
        /// From the command STARTTLS on (port 587); a server that does not offer it is given nothing.
        case startTLS = "starttls"
        /// Not at all: only to this machine.
        case none

        /// Where servers usually listen.
        public var usualPort: Int {
            switch self {
            case .implicit: 465
            case .startTLS: 587
            case .none: 25
            }
        }
    }

    /// Who logs in. Printed or mirrored it shows no password.
    public struct Login: Sendable, CustomStringConvertible, CustomReflectable {
        let user: String
        let password: String

        public init(user: String, password: String) {
            self.user = user
            self.password = password
        }

        public var description: String { "(a login)" }
        public var customMirror: Mirror { Mirror(self, children: []) }
    }

    /// How long is waited, in seconds.
    public struct Limits: Sendable {
        /// For a connection.
        public var connectSeconds = 20
        /// For each answer of the server, whole; standards allow minutes, which nobody watching would.
        public var answerSeconds = 60

        public init() {}
    }

    public let host: String
    public let port: Int
    public let encryption: Encryption
    public let login: Login?
    /// PEM certificates to trust instead of those of the system.
    public let trustedFile: String?
    public let limits: Limits

    public init(
        host: String, port: Int? = nil, encryption: Encryption, login: Login? = nil, trustedFile: String? = nil, limits: Limits = Limits()
    ) {
        self.host = host
        self.port = port ?? encryption.usualPort
        self.encryption = encryption
        self.login = login
        self.trustedFile = trustedFile
        self.limits = limits
    }

    var place: String { "\(host):\(port)" }

    /// Whether nothing leaves this machine.
    var isThisMachine: Bool {
        if host == "localhost" || host == "::1" { return true }
        var address = in_addr()
        return inet_pton(AF_INET, host, &address) == 1 && UInt32(bigEndian: address.s_addr) >> 24 == 127
    }

    var isNumber: Bool {
        var four = in_addr(), six = in6_addr()
        return inet_pton(AF_INET, host, &four) == 1 || inet_pton(AF_INET6, host, &six) == 1
    }
}
