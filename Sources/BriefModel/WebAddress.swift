/// An absolute http or https address, taken apart and normalised after RFC 3986 (section 6.2.2: lower-case scheme and host, no default
/// port, no dot segments, upper-case escapes). Two spellings of one address are equal. The fragment is dropped: it names a place in a
/// page, not a page. Characters an address may not hold are escaped as browsers do.
public struct WebAddress: Hashable, Sendable {
    /// `http` or `https`.
    public let scheme: String
    /// Lower case; an IPv6 address keeps its brackets.
    public let host: String
    /// As written, or the scheme's own.
    public let port: Int
    /// Starts with `/`.
    public let path: String
    /// Without the question mark; nil when there is none.
    public let query: String?

    /// Nil for anything but an absolute http(s) address with a host.
    public init?(_ text: String) {
        guard let reference = AddressReference(text), let scheme = reference.scheme, let authority = reference.authority else { return nil }
        self.init(scheme: scheme, authority: authority, path: reference.path, query: reference.query)
    }

    private init?(scheme: String, authority: String, path: String, query: String?) {
        guard scheme == "http" || scheme == "https" else { return nil }
        let defaultPort = scheme == "https" ? 443 : 80
        guard let (host, port) = Self.hostAndPort(authority) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port ?? defaultPort
        let tidy = Self.withoutDotSegments(AddressReference.escaped(path, keeping: .path))
        self.path = tidy.hasPrefix("/") ? tidy : "/" + tidy
        self.query = query.map { AddressReference.escaped($0, keeping: .query) }
    }

    private init(of base: WebAddress, path: String, query: String?) {
        scheme = base.scheme
        host = base.host
        port = base.port
        let tidy = Self.withoutDotSegments(AddressReference.escaped(path, keeping: .path))
        self.path = tidy.hasPrefix("/") ? tidy : "/" + tidy
        self.query = query.map { AddressReference.escaped($0, keeping: .query) }
    }

    /// What a link found at this address leads to (RFC 3986, section 5.2.2); nil when that is no web address (`mailto:`, `javascript:`).
    public func resolving(_ reference: String) -> WebAddress? {
        guard let found = AddressReference(reference) else { return nil }
        if let scheme = found.scheme {
            // "http:page.html" without an authority: read as browsers do, relative when the scheme is ours.
            if found.authority == nil, scheme == self.scheme { return resolving(found.path + (found.query.map { "?" + $0 } ?? "")) }
            return found.authority.flatMap { WebAddress(scheme: scheme, authority: $0, path: found.path, query: found.query) }
        }
        if let authority = found.authority { return WebAddress(scheme: scheme, authority: authority, path: found.path, query: found.query) }
        if found.path.isEmpty { return WebAddress(of: self, path: path, query: found.query ?? query) }
        if found.path.hasPrefix("/") { return WebAddress(of: self, path: found.path, query: found.query) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "/"
        return WebAddress(of: self, path: folder + found.path, query: found.query)
    }

    /// Scheme, host and, where it is not the scheme's own, the port: what one robots.txt speaks for.
    public var origin: String {
        let isDefault = port == (scheme == "https" ? 443 : 80)
        return isDefault ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }

    /// What a request line asks for.
    public var pathAndQuery: String { query.map { path + "?" + $0 } ?? path }

    public var text: String { origin + pathAndQuery }

    private static func hostAndPort(_ authority: String) -> (host: String, port: Int?)? {
        // Anything before an @ is a name and a password: never sent on.
        let place = authority.utf8.lastIndex(of: UInt8(ascii: "@")).map { authority[authority.utf8.index(after: $0)...] } ?? authority[...]
        var host = place
        var port: Int?
        if let colon = place.utf8.lastIndex(of: UInt8(ascii: ":")), !place[colon...].utf8.contains(UInt8(ascii: "]")) {
            host = place[..<colon]
            let digits = place[place.utf8.index(after: colon)...]
            if !digits.isEmpty {
                guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(digits), (1...65_535).contains(number) else {
                    return nil
                }
                port = number
            }
        }
        // Colons are an IPv6 address's own, which has brackets.
        let isClean =
            host.utf8.allSatisfy { $0 >= 0x80 || AddressReference.hostBytes[Int($0)] }
            && (host.utf8.first == UInt8(ascii: "[") || !host.utf8.contains(UInt8(ascii: ":")))
        guard !host.isEmpty, isClean else { return nil }
        return (host.lowercased(), port)
    }

    /// RFC 3986, section 5.2.4.
    private static func withoutDotSegments(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path }
        var kept: [Substring] = []
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        for (place, segment) in segments.enumerated() {
            let isLast = place == segments.count - 1
            switch segment {
            case ".": if isLast { kept.append("") }
            case "..":
                if kept.count > 1 { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return kept.joined(separator: "/")
    }
}

extension WebAddress: CustomStringConvertible {
    public var description: String { text }
}

/// The five parts of a URI reference (RFC 3986, appendix B), fragment dropped.
struct AddressReference {
    var scheme: String?
    var authority: String?
    var path = ""
    var query: String?

    /// Outer white space and inner line breaks and tabs are dropped, as browsers do. Nil only for an address too long to be one.
    init?(_ text: String) {
        var bytes = Array(text.utf8)
        guard bytes.count <= 8192 else { return nil }
        bytes.removeAll { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
        var rest = bytes.drop { $0 <= 0x20 }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<hash] }
        if let colon = rest.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = String(decoding: rest[..<colon], as: UTF8.self).lowercased()
            rest = rest[(colon + 1)...]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = String(decoding: rest[(mark + 1)...], as: UTF8.self)
            rest = rest[..<mark]
        }
        if scheme == nil || scheme == "http" || scheme == "https" {
            rest = ArraySlice(rest.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 })
        }
        if rest.starts(with: "//".utf8) {
            let afterSlashes = rest.dropFirst(2)
            let end = afterSlashes.firstIndex(of: UInt8(ascii: "/")) ?? afterSlashes.endIndex
            authority = String(decoding: afterSlashes[..<end], as: UTF8.self)
            rest = afterSlashes[end...]
        }
        path = String(decoding: rest, as: UTF8.self)
    }

    private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    enum Part { case path, query }

    private static let pathBytes = table(without: #"<>"\^`{|}"#)
    private static let queryBytes = table(without: #"<>"'"#)
    /// What a host is made of.
    static let hostBytes = table(without: #"<>"\^`{|}%/?#"#)

    private static func table(without forbidden: String) -> [Bool] {
        (UInt8.min ... .max).map { $0 > 0x20 && $0 < 0x7F && !forbidden.utf8.contains($0) }
    }

    /// Escapes what may not stand in this part and puts existing escapes in upper case.
    static func escaped(_ text: String, keeping part: Part) -> String {
        let mayStand = part == .path ? pathBytes : queryBytes
        guard text.utf8.contains(where: { !mayStand[Int($0)] || $0 == UInt8(ascii: "%") }) else { return text }
        let bytes = Array(text.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + 16)
        for (place, byte) in bytes.enumerated() {
            if !mayStand[Int(byte)] {
                output += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else if isInEscape(bytes, place), (0x61...0x66).contains(byte) {
                output.append(byte - 0x20)
            } else {
                output.append(byte)
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func isInEscape(_ bytes: [UInt8], _ place: Int) -> Bool {
        let percent = UInt8(ascii: "%")
        return (place >= 1 && bytes[place - 1] == percent) || (place >= 2 && bytes[place - 2] == percent)
    }
}
