import NIOHTTP1

/// Heads that two readers could read differently: where a proxy and we would not agree on where a request ends or whom it is for, it is for nobody.
enum RequestShape {
    /// The status to refuse it with; nil for a head of one meaning (RFC 9112, sections 3 and 6).
    static func refusal(of head: HTTPRequestHead, longestTarget: Int) -> HTTPResponseStatus? {
        if head.uri.utf8.count > longestTarget { return .uriTooLong }
        if head.version.major != 1 { return .httpVersionNotSupported }
        guard hasOneEnd(head), let host = host(of: head) else { return .badRequest }
        return isOurs(head.uri, host: host) ? nil : .badRequest
    }

    /// One length in digits, or chunks and nothing else.
    private static func hasOneEnd(_ head: HTTPRequestHead) -> Bool {
        let lengths = head.headers["Content-Length"], codings = head.headers["Transfer-Encoding"]
        if codings.isEmpty {
            return lengths.isEmpty || (lengths.count == 1 && lengths[0].utf8.allSatisfy { (0x30...0x39).contains($0) })
        }
        return lengths.isEmpty && codings.count == 1 && codings[0].lowercased() == "chunked" && head.version.minor == 1
    }

    /// The one name it is for. Only HTTP/1.0 may leave it out; then it is for no name of ours.
    private static func host(of head: HTTPRequestHead) -> String? {
        let hosts = head.headers["Host"]
        guard hosts.count == 1 else { return hosts.isEmpty && head.version.minor == 0 ? "" : nil }
        let isName = hosts[0].utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x3A, 0x41...0x5B, 0x5D, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
        return isName ? hosts[0] : nil
    }

    /// A path, or an address of the very name that `Host` says.
    private static func isOurs(_ target: String, host: String) -> Bool {
        guard target.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x23 && $0 != 0x5C }) else { return false }
        if target.hasPrefix("/") { return true }
        let prefix = "http://\(host)/"
        return !host.isEmpty && target.lowercased().hasPrefix(prefix.lowercased())
    }
}
