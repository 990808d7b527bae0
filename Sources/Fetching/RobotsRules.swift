/// What a publisher's robots.txt asks of us (RFC 9309).
public struct RobotsRules: Hashable, Sendable {
    struct Rule: Hashable, Sendable {
        let pattern: PathPattern
        let allows: Bool
    }

    let rules: [Rule]
    /// Seconds to wait between requests; a common extension to the RFC.
    public let crawlDelay: Double?
    /// `Sitemap:` lines, as written, each once; they belong to no group.
    public let sitemaps: [String]
    /// The first `License:` line: the terms of the whole site (Really Simple Licensing 1.0).
    public let license: String?

    /// The name we are addressed by.
    public static let productToken = "bigpicture"
    /// RFC 9309, 2.5: at least this much of the file is read; the rest is not.
    public static let sizeLimit = 500 * 1024
    /// `Sitemap:` lines that are kept.
    static let sitemapLimit = 100

    /// No robots.txt, or one the server will not show us (4xx): everything is allowed.
    public static let allowAll = RobotsRules(rules: [], crawlDelay: nil)

    init(rules: [Rule], crawlDelay: Double?) {
        self.rules = rules
        self.crawlDelay = crawlDelay
        sitemaps = []
        license = nil
    }

    /// Reads a file; never fails, since every line that is not understood is passed over.
    public init(_ bytes: [UInt8], productToken: String = productToken) {
        let lines = Self.lines(of: bytes)
        let token = Array(productToken.lowercased().utf8)
        let isNamed = lines.contains { $0.key == .userAgent && Self.agent($0.value) == token }
        var collected: [Rule] = []
        var delay: Double?
        var sitemaps: [String] = []
        var license: String?
        var isOurs = false
        var startsGroup = true
        for line in lines {
            switch line.key {
            case .userAgent:
                let agent = Self.agent(line.value)
                let matches = isNamed ? agent == token : agent == [UInt8(ascii: "*")]
                isOurs = startsGroup ? matches : isOurs || matches
                startsGroup = false
            case .allow, .disallow:
                startsGroup = true
                // An empty pattern matches nothing: `Disallow:` allows all.
                guard isOurs, !line.value.isEmpty else { continue }
                collected.append(Rule(pattern: PathPattern(line.value), allows: line.key == .allow))
            case .crawlDelay:
                startsGroup = true
                if isOurs, delay == nil { delay = Self.seconds(line.value) }
            case .sitemap:
                let address = String(decoding: line.value, as: UTF8.self)
                if sitemaps.count < Self.sitemapLimit, !address.isEmpty, !sitemaps.contains(address) { sitemaps.append(address) }
            case .license: if license == nil, !line.value.isEmpty { license = String(decoding: line.value, as: UTF8.self) }
            }
        }
        rules = collected
        crawlDelay = delay
        self.sitemaps = sitemaps
        self.license = license
    }

    /// The longest pattern that matches decides; of two as long, the one that allows.
    /// - Parameter path: with its query, as requested; an empty one is the root.
    public func allows(path: String) -> Bool {
        let path = PathPattern.normalised(path.isEmpty ? [UInt8(ascii: "/")] : Array(path.utf8)[...], keepsWildcards: false)
        if path == Array("/robots.txt".utf8) { return true }
        var longest = -1
        var isAllowed = true
        for rule in rules where rule.pattern.length >= longest && rule.pattern.matches(path) {
            isAllowed = rule.pattern.length == longest ? isAllowed || rule.allows : rule.allows
            longest = rule.pattern.length
        }
        return isAllowed
    }
}

extension RobotsRules {
    private enum Key { case userAgent, allow, disallow, crawlDelay, sitemap, license }

    private struct Line {
        let key: Key
        let value: ArraySlice<UInt8>
    }

    /// The lines that are rules, comments and white space taken off.
    private static func lines(of bytes: [UInt8]) -> [Line] {
        var rest = bytes.prefix(sizeLimit)
        if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        return rest.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }).compactMap { line in
            let content = line.prefix { $0 != UInt8(ascii: "#") }
            guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else { return nil }
            let key: Key
            switch String(decoding: trimmed(content[..<colon]), as: UTF8.self).lowercased() {
            case "user-agent", "useragent": key = .userAgent
            case "allow": key = .allow
            case "disallow": key = .disallow
            case "crawl-delay": key = .crawlDelay
            case "sitemap": key = .sitemap
            case "license": key = .license
            default: return nil
            }
            return Line(key: key, value: trimmed(content[(colon + 1)...]))
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        let start = bytes.drop(while: isBlank)
        guard let last = start.lastIndex(where: { !isBlank($0) }) else { return start.prefix(0) }
        return start[...last]
    }

    /// The product token a line names, lower case, without version: `BigPicture/1.0` is `bigpicture`. `*` stays.
    private static func agent(_ value: ArraySlice<UInt8>) -> [UInt8] {
        if value.first == UInt8(ascii: "*") { return [UInt8(ascii: "*")] }
        let token = value.prefix {
            let letter = $0 | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
        }
        return Array(String(decoding: token, as: UTF8.self).lowercased().utf8)
    }

    private static func seconds(_ value: ArraySlice<UInt8>) -> Double? {
        guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds.isFinite, seconds >= 0 else { return nil }
        return seconds
    }
}
