/// Addresses as feeds write them, made absolute by RFC 3986, section 5.2. Nothing is escaped or put in another case: an identifier must
/// stay as it was written. `WebAddress` normalises what is to be fetched.
enum FeedAddress {
    /// - Parameter base: absolute; nil leaves relative references as they are.
    static func resolve(_ reference: String, against base: String?) -> String {
        let reference = trimmed(reference)
        guard let base, !base.isEmpty else { return reference }
        if schemeEnd(reference) != nil { return reference }
        guard let parts = Parts(base) else { return reference }
        if reference.isEmpty { return parts.withoutFragment }
        if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
        switch reference.utf8.first {
        case UInt8(ascii: "#"): return parts.withoutFragment + reference
        case UInt8(ascii: "?"): return parts.site + parts.path + reference
        case UInt8(ascii: "/"): return parts.site + withoutDotSegments(reference)
        default:
            let folder = parts.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(parts.path[...$0]) } ?? "/"
            return parts.site + withoutDotSegments(folder + reference)
        }
    }

    /// A web address with too many slashes after its scheme means the one with two (WHATWG URL, "special authority ignore slashes").
    static func withTwoSlashes(_ address: String) -> String {
        guard let colon = schemeEnd(address), ["http", "https"].contains(address[..<colon].lowercased()) else { return address }
        let rest = address[address.utf8.index(after: colon)...]
        guard rest.hasPrefix("///") else { return address }
        return address[...colon] + "//" + rest.drop { $0 == "/" }
    }

    static func isAbsolute(_ text: String) -> Bool { schemeEnd(text) != nil }

    /// Nil when there is none: the part before the first colon, lower case.
    static func scheme(_ text: String) -> String? { schemeEnd(text).map { text[..<$0].lowercased() } }

    private static func schemeEnd(_ text: String) -> String.Index? {
        let utf8 = text.utf8
        guard let first = utf8.first, (0x61...0x7A).contains(first | 0x20) else { return nil }
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let byte = utf8[index]
            if byte == UInt8(ascii: ":") { return index }
            guard
                (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: ".")
            else { return nil }
            index = utf8.index(after: index)
        }
        return nil
    }

    /// Outer white space goes, and line breaks and tabs inside, as browsers do.
    static func trimmed(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 <= 0x20 }) else { return text }
        var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }[...]
        bytes = bytes.drop { $0 <= 0x20 }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    private struct Parts {
        let scheme: String
        /// Scheme, two slashes and authority.
        let site: String
        let path: String
        let withoutFragment: String

        init?(_ base: String) {
            guard let colon = FeedAddress.schemeEnd(base) else { return nil }
            let rest = base[base.utf8.index(after: colon)...]
            guard rest.hasPrefix("//") else { return nil }
            scheme = String(base[..<colon])
            let afterSlashes = rest.dropFirst(2)
            let end = afterSlashes.utf8.firstIndex { "/?#".utf8.contains($0) } ?? afterSlashes.endIndex
            site = String(base[..<end])
            let pathEnd = afterSlashes[end...].utf8.firstIndex { "?#".utf8.contains($0) } ?? afterSlashes.endIndex
            path = end == pathEnd ? "/" : String(afterSlashes[end..<pathEnd])
            let hash = afterSlashes[end...].utf8.firstIndex(of: UInt8(ascii: "#")) ?? afterSlashes.endIndex
            withoutFragment = String(base[..<hash])
        }
    }

    /// RFC 3986, section 5.2.4, on the path; query and fragment stay.
    private static func withoutDotSegments(_ reference: String) -> String {
        let end = reference.utf8.firstIndex { "?#".utf8.contains($0) } ?? reference.endIndex
        let path = reference[..<end]
        guard path.utf8.contains(UInt8(ascii: ".")) else { return reference }
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
        return kept.joined(separator: "/") + reference[end...]
    }
}
