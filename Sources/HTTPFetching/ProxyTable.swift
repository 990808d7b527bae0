import BriefModel
import Fetching

/// Which proxy a request goes through, from the variables that curl and its kin have made usual: `http_proxy`, `https_proxy`, `all_proxy`
/// and `no_proxy`, in small letters or capitals. Only `HTTP_PROXY` in capitals is not read: in a CGI environment a client could set it.
///
/// This machine itself is never asked through a proxy.
struct ProxyTable: Hashable, Sendable {
    struct Proxy: Hashable, Sendable {
        enum Kind: Hashable, Sendable { case http, socks5 }

        let kind: Kind
        let host: String
        let port: Int
        let user: String?
        let password: String?
    }

    enum Route: Hashable, Sendable {
        case direct
        case through(Proxy)
        /// A proxy is named that cannot be used. Going around it would be against the wish of whoever named it.
        case unusable(variable: String)
    }

    private let http: Route
    private let https: Route
    private let exceptions: [Exception]

    static let none = ProxyTable(environment: [:])

    init(environment: [String: String]) {
        func value(_ names: [String]) -> (String, String)? {
            for name in names { if let value = environment[name], !value.isEmpty { return (name, value) } }
            return nil
        }
        func route(_ names: [String]) -> Route {
            guard let (name, text) = value(names + ["all_proxy", "ALL_PROXY"]) else { return .direct }
            return Self.proxy(text).map { .through($0) } ?? .unusable(variable: name)
        }
        http = route(["http_proxy"])
        https = route(["https_proxy", "HTTPS_PROXY"])
        exceptions = (value(["no_proxy", "NO_PROXY"])?.1 ?? "").split { $0 == "," || $0 == " " }.compactMap { Exception(String($0)) }
    }

    func route(to address: WebAddress) -> Route {
        let number = IPAddress(literal: address.host)
        if number?.isLoopback == true || address.host == "localhost" || address.host.hasSuffix(".localhost") { return .direct }
        if exceptions.contains(where: { $0.covers(address, number: number) }) { return .direct }
        return address.scheme == "https" ? https : http
    }

    /// `http://user:password@host:port`; the scheme may be left out. HTTP and SOCKS 5 can be spoken, the latter without a password.
    private static func proxy(_ text: String) -> Proxy? {
        let parts = text.split(separator: "://", maxSplits: 1)
        let scheme = parts.count == 2 ? parts[0].lowercased() : "http"
        guard let kind: Proxy.Kind = ["http": .http, "socks5": .socks5, "socks5h": .socks5, "socks": .socks5][scheme] else { return nil }
        let authority = (parts.last ?? "").prefix { $0 != "/" && $0 != "?" }
        let at = authority.lastIndex(of: "@")
        let person = at.map { authority[..<$0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map { decoded($0) } }
        if kind == .socks5, person != nil { return nil }
        let place = at.map { authority[authority.index(after: $0)...] } ?? authority
        guard let address = WebAddress("http://\(place)"), address.host.utf8.contains(where: { $0 != UInt8(ascii: ":") }) else { return nil }
        let hasPort = place.last != "]" && place.split(separator: ":").count > 1
        let host = address.host.hasPrefix("[") ? String(address.host.dropFirst().dropLast()) : address.host
        return Proxy(
            kind: kind, host: host, port: hasPort ? address.port : 1080, user: person?.first, password: person.flatMap { $0.count > 1 ? $0[1] : "" })
    }

    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// One word of `no_proxy`: everything (`*`), a name and all below it, a number, or a block of numbers (`10.0.0.0/8`), each with a port or not.
private struct Exception: Hashable, Sendable {
    private enum Place: Hashable, Sendable {
        case everything
        case name(String)
        case block(IPAddress, length: Int)
    }

    private let place: Place
    private let port: Int?

    init?(_ word: String) {
        var text = word.lowercased()
        var port: Int?
        // A port stands after the only colon, or after a bracket.
        if let colon = text.lastIndex(of: ":"), text.firstIndex(of: ":") == colon || text[..<colon].last == "]" {
            port = Int(text[text.index(after: colon)...])
            guard port != nil else { return nil }
            text = String(text[..<colon])
        }
        self.port = port
        let parts = text.split(separator: "/", maxSplits: 1)
        if text == "*" {
            place = .everything
        } else if let number = parts.first.flatMap({ IPAddress(literal: $0) }) {
            let whole = number.bits
            guard let length = parts.count == 2 ? Int(parts[1]) : whole, (0...whole).contains(length) else { return nil }
            place = .block(number, length: length)
        } else {
            if text.hasPrefix("*.") { text.removeFirst() }
            if text.hasPrefix(".") { text.removeFirst() }
            guard !text.isEmpty else { return nil }
            place = .name(text)
        }
    }

    func covers(_ address: WebAddress, number: IPAddress?) -> Bool {
        if let port, port != address.port { return false }
        switch place {
        case .everything: return true
        case .name(let name): return address.host == name || address.host.hasSuffix("." + name)
        case .block(let block, let length): return number.map { $0.shares(length, with: block) } ?? false
        }
    }
}

extension IPAddress {
    /// Of its family: 32 or 128.
    fileprivate var bits: Int { if case .v4 = self { 32 } else { 128 } }

    /// Whether the first bits are the same.
    fileprivate func shares(_ length: Int, with other: IPAddress) -> Bool {
        switch (self, other) {
        case (.v4(let one), .v4(let two)): return length == 0 || (one ^ two) >> UInt32(32 - length) == 0
        case (.v6(let high, let low), .v6(let otherHigh, let otherLow)):
            if length <= 64 { return length == 0 || (high ^ otherHigh) >> UInt64(64 - length) == 0 }
            return high == otherHigh && (low ^ otherLow) >> UInt64(128 - length) == 0
        default: return false
        }
    }
}
