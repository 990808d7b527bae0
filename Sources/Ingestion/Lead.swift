import BriefModel
import FeedParsing
import Fetching
import Storage

/// An address worth reading, and what was already said of it.
struct Lead: Sendable {
    enum Place: Hashable, Sendable {
        case web(String)
        /// An absolute path on this machine.
        case file(String)
        /// Bytes already at hand (a plain address that turned out to be an article).
        case inHand(HeldResource)
    }

    let place: Place
    /// What a feed said of it.
    let entry: Entry?
    /// Whose feed announced it; nil when it was named directly.
    let outlet: OutletID?
    /// The address of that feed.
    var feed: String?
    /// A licence that feed names for it (Really Simple Licensing).
    var licence: String?
    /// Where `entry` itself was found, when it is what we hold of the article; nil: in the feed.
    var provenance: Provenance?

    /// A page named directly is a source of its own.
    var kind: SourceState.Kind { feed == nil ? .page : .article }

    /// Whether its day need not be guessed from "3 hours ago": its feed tells it, or it is a file, which may be of any age.
    var isDated: Bool {
        if case .file = place { return true }
        return entry?.published != nil || entry?.updated != nil
    }

    /// What messages and the ledger call it.
    var address: String {
        switch place {
        case .web(let address): address
        case .file(let path): "file://" + path
        case .inHand(let resource): resource.address
        }
    }
}

struct HeldResource: Hashable, Sendable {
    let address: String
    let mediaType: String?
    let charset: String?
    let body: [UInt8]
    /// What else the server said.
    var fields: [String: String] = [:]
    /// The licence that its whole site names.
    var siteLicence: String?
}

extension HeldResource {
    init(_ resource: Resource) {
        self.init(
            address: resource.address, mediaType: resource.mediaType, charset: resource.charset, body: resource.body, fields: resource.fields,
            siteLicence: resource.siteLicence)
    }
}

extension HeldResource {
    /// What its publisher asks: in the page, the fields it came with, its feed and its site's robots.txt. Nil for nothing.
    func wishes(licence: String?) -> UsageWishes? {
        var reader = UsageWishReader(address: address)
        reader.read(fields: fields)
        if !body.starts(with: "%PDF".utf8) { reader.read(page: body) }
        reader.add(licence: licence)
        reader.add(licence: siteLicence)
        return reader.found.isEmpty ? nil : reader.found
    }
}

/// Leads in the order they were found, each address once.
struct LeadList {
    private(set) var all: [Lead] = []
    private var seen: Set<String> = []

    mutating func add(_ lead: Lead) {
        let key = WebAddress(lead.address).map(ArticleNaming.key) ?? lead.address
        if seen.insert(key).inserted { all.append(lead) }
    }
}
