import BriefModel

/// One request and its one answer: what a technology has to provide. No redirects, no robots.txt, no pauses: those are `PoliteFetcher`'s.
///
/// A transport keeps the limits it is given on time and size, and refuses to talk to an address its `AddressPolicy` does not allow,
/// judged by the number it connects to.
public protocol Transport: Sendable {
    func answer(to request: FetchRequest) async throws(FetchError) -> Answer
}

/// What a server said, content encoding removed.
public struct Answer: Hashable, Sendable {
    public let status: Int
    /// By lower-case name. Of a field sent twice the first counts; fields that hold lists are joined by commas (RFC 9110, 5.3).
    public let fields: [String: String]
    public let body: [UInt8]

    public init(status: Int, fields: [String: String] = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension Answer {
    /// Nil when the server gave nothing to ask "has it changed?" with.
    var validators: Validators? {
        let (entityTag, lastModified) = (fields["etag"], fields["last-modified"])
        return entityTag == nil && lastModified == nil ? nil : Validators(entityTag: entityTag, lastModified: lastModified)
    }

    /// What stands against the server as a whole: too much to do, or a fault of its own. Nil for every other answer.
    /// - Parameter now: our clock, for a server that does not tell its own.
    func trouble(at address: String, now: Timestamp?) -> FetchError? {
        switch status {
        case 429: return .busy(status, retryAfter: retryAfter(now: now), address)
        case 503:
            guard let seconds = retryAfter(now: now) else { return .status(status, address) }
            return .busy(status, retryAfter: seconds, address)
        case 500...: return .status(status, address)
        default: return nil
        }
    }

    /// Where the server sends us instead, as written.
    var redirectTarget: String? {
        switch status {
        case 301, 302, 303, 307, 308: fields["location"]
        default: nil
        }
    }
}

/// A Content-Type field taken apart.
struct ContentType: Hashable, Sendable {
    /// `text/html`, lower case; nil when the field does not hold a type.
    let mediaType: String?
    /// As declared, without quotation marks.
    let charset: String?

    init(field: String?) {
        let parts = (field ?? "").split(separator: ";", omittingEmptySubsequences: false)
        let type = Self.trimmed(parts.first ?? "").lowercased()
        mediaType = type.contains("/") ? type : nil
        let parameters = parts.dropFirst().map { $0.split(separator: "=", maxSplits: 1) }
        let declared = parameters.first { $0.count == 2 && Self.trimmed($0[0]).lowercased() == "charset" }.map { Self.trimmed($0[1]) }
        charset = declared.flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func trimmed(_ text: Substring) -> String {
        func isEdge(_ byte: UInt8) -> Bool { " \t\"'".utf8.contains(byte) }
        let start = text.utf8.drop(while: isEdge)
        guard let last = start.lastIndex(where: { !isEdge($0) }) else { return "" }
        return String(start[...last]) ?? ""
    }
}
