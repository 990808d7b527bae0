/// An address that may be followed: a web or file address of a source, a place in the page, or a path of our own site.
/// Any other scheme (`javascript:`, `data:`) has no `Link` and stays text.
public struct Link: Hashable, Sendable {
    public let text: String

    /// Nil unless the address is absolute with the scheme http, https or file and has no spaces or control characters.
    public init?(address: String) {
        let bytes = Array(address.utf8)
        guard bytes.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else { return nil }
        let lowered = bytes.prefix(8).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard ["http://", "https://", "file:///"].contains(where: { lowered.starts(with: $0.utf8) }) else { return nil }
        text = address
    }

    private init(trusted text: String) { self.text = text }

    /// A place in the same page.
    public static func fragment(_ id: String) -> Link { Link(trusted: "#" + percentEncoded(id, keepingHyphen: true)) }

    /// A path of our own site: each segment is percent-encoded, so none can add a slash, a query or a scheme.
    public static func site(_ segments: String..., query: [(name: StaticString, value: String)] = [], fragment: String? = nil) -> Link {
        site(segments: segments, query: query, fragment: fragment)
    }

    public static func site(segments: [String], query: [(name: StaticString, value: String)] = [], fragment: String? = nil) -> Link {
        var text = "/" + segments.map { percentEncoded($0, keepingHyphen: true) }.joined(separator: "/")
        if !query.isEmpty { text += "?" + query.map { "\($0.name)=\(percentEncoded($0.value))" }.joined(separator: "&") }
        if let fragment { text += "#" + percentEncoded(fragment, keepingHyphen: true) }
        return Link(trusted: text)
    }

    /// The same address with a text directive (WICG Scroll To Text Fragment): the browser scrolls to the words and marks them.
    /// Long passages are named by their first and last words, so that the address stays short.
    func showing(_ passage: String) -> Link {
        guard !text.utf8.contains(0x23), !text.hasPrefix("file:") else { return self }
        let words = passage.utf8.split { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }
        guard words.count > 12 else { return Link(trusted: text + "#:~:text=" + Link.directive(words[...])) }
        return Link(trusted: text + "#:~:text=" + Link.directive(words.prefix(5)) + "," + Link.directive(words.suffix(5)))
    }

    private static func directive(_ words: ArraySlice<Substring.UTF8View>) -> String {
        words.map { percentEncoded(Substring($0)) }.joined(separator: "%20")
    }

    /// RFC 3986: everything but letters, digits, `.`, `_` and `~`. The hyphen has a meaning in text directives, so there it is encoded too.
    static func percentEncoded(_ text: some StringProtocol, keepingHyphen: Bool = false) -> String {
        var encoded: [UInt8] = []
        encoded.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x7E: encoded.append(byte)
            case 0x2D where keepingHyphen: encoded.append(byte)
            default: encoded += [0x25, hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
