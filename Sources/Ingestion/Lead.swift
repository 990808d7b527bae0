import BriefModel
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

    /// A page named directly is a source of its own.
    var kind: SourceState.Kind { feed == nil ? .page : .article }

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
}

extension HeldResource {
    init(_ resource: Resource) {
        self.init(address: resource.address, mediaType: resource.mediaType, charset: resource.charset, body: resource.body)
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
