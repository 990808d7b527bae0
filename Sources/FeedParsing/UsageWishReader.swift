public import BriefModel

/// What a page's head and the fields it came with ask of those who use it.
public struct UsageWishReader: Sendable {
    private var wishes = UsageWishes()
    private var directives: Set<UsageWishes.Directive> = []
    private let base: WebAddress?

    /// The name we are addressed by.
    private static let agent = "bigpicture"
    /// A page's head is looked through up to here.
    private static let reach = 256 * 1024
    private static let licenceLimit = 8

    /// - Parameter address: of the page; relative links are resolved against it.
    public init(address: String) { base = WebAddress(address) }

    public var found: UsageWishes {
        var wishes = wishes
        wishes.directives = directives.sorted { $0.rawValue < $1.rawValue }
        return wishes
    }

    /// - Parameter fields: of the answer, by lower-case name.
    public mutating func read(fields: [String: String]) {
        if let tag = fields["x-robots-tag"] { read(robots: tag, namesAgents: true) }
        readMining(fields["tdm-reservation"], policy: fields["tdm-policy"])
        for link in WebLink.list(fields["link"] ?? "") where link.relations?.lowercased().split(separator: " ").contains("license") == true {
            add(licence: link.target)
        }
    }

    /// A licence that a feed or a robots.txt names.
    public mutating func add(licence: String?) {
        guard let licence, wishes.licences.count < Self.licenceLimit, let address = base?.resolving(licence)?.text ?? WebAddress(licence)?.text,
            !wishes.licences.contains(address)
        else { return }
        wishes.licences.append(address)
    }

    /// The `meta` and `link` elements of an HTML head; what stands in scripts and comments does not count.
    public mutating func read(page bytes: [UInt8]) {
        var tags = TagScanner(Array(bytes.prefix(Self.reach)))
        while let tag = tags.next() {
            switch (tag.name, tag.isEnd) {
            case ("script", false), ("style", false), ("title", false), ("noscript", false): tags.skipRawText(of: tag.name)
            case ("body", false), ("head", true): return
            case ("meta", false): read(meta: tag)
            case ("link", false):
                if tag.attribute("rel")?.lowercased().split(separator: " ").contains("license") == true { add(licence: tag.attribute("href")) }
            default: continue
            }
        }
    }

    private mutating func read(meta tag: TagScanner.Tag) {
        guard let name = tag.attribute("name")?.lowercased(), let content = tag.attribute("content") else { return }
        switch name {
        case "robots", Self.agent: read(robots: content, namesAgents: false)
        case "tdm-reservation": readMining(content, policy: nil)
        case "tdm-policy": readMining(nil, policy: content)
        default: return
        }
    }

    private mutating func readMining(_ reservation: String?, policy: String?) {
        // The field, which goes first, and the page may both speak; who reserves is heard.
        switch reservation.map({ $0.filter { $0 != " " } }) {
        case "1": wishes.reservesMining = true
        case "0": wishes.reservesMining = wishes.reservesMining ?? false
        default: break
        }
        if wishes.miningPolicy == nil, let policy { wishes.miningPolicy = (base?.resolving(policy) ?? WebAddress(policy))?.text }
    }

    /// `noindex, max-snippet:50`; in a field also `otherbot: noarchive`, which holds for that one up to the next name.
    private mutating func read(robots text: String, namesAgents: Bool) {
        var isOurs = true
        for part in text.lowercased().split(separator: ",") {
            var words = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " && $0 != "\t" } }
            if namesAgents, words.count == 2, !Self.withValue.contains(words[0]) {
                isOurs = words[0] == "*" || words[0] == Self.agent
                words = words[1].split(separator: ":", maxSplits: 1).map(String.init)
            }
            guard isOurs, let word = words.first else { continue }
            switch word {
            case "none": directives.formUnion([.noindex, .nofollow])
            case "max-snippet":
                guard words.count == 2, let length = Int(words[1]), length >= 0 else { continue }
                wishes.longestSnippet = min(wishes.longestSnippet ?? length, length)
            default: if let directive = UsageWishes.Directive(rawValue: word) { directives.insert(directive) }
            }
        }
    }

    private static let withValue: Set = ["max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"]
}
