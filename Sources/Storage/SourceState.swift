public import BriefModel

/// What is known of one address: what to ask "has it changed?" with, how reading went, and when to ask again.
public struct SourceState: Hashable, Sendable, Codable {
    /// What an address turned out to be.
    public enum Kind: String, Hashable, Sendable, Codable {
        case feed, outline, sitemap, page
        /// Found through a source, not one itself.
        case article
    }

    public let address: String
    public var kind: Kind?
    /// JSON-free on purpose: the two validators HTTP knows.
    public var entityTag: String?
    public var lastModified: String?
    /// The last success.
    public var lastRead: Timestamp?
    public var failingSince: Timestamp?
    public var failure: String?
    /// The failure is the publisher's own wish (robots.txt), obeyed; not a fault.
    public var isRefusal: Bool
    /// Runs, one after the other, in which it could not be read.
    public var failuresInARow: Int
    /// Not to be asked before: the server said so, or it has failed too often.
    public var notBefore: Timestamp?
    /// Where it has moved for good; asked for there.
    public var movedTo: String?
    /// What stands at the address itself is a page; `movedTo` is the feed that it announces.
    public var announcesFeed: Bool
    /// Taken down for good (410).
    public var isGone: Bool
    /// When it published, as far as it was seen.
    public var publications: PublicationHistory
    /// The hub that tells of changes, where there is one and we are subscribed or try to be.
    public var subscription: HubSubscription?

    public init(
        address: String, kind: Kind? = nil, entityTag: String? = nil, lastModified: String? = nil, lastRead: Timestamp? = nil,
        failingSince: Timestamp? = nil, failure: String? = nil, isRefusal: Bool = false, failuresInARow: Int = 0, notBefore: Timestamp? = nil,
        movedTo: String? = nil, announcesFeed: Bool = false, isGone: Bool = false, publications: PublicationHistory = PublicationHistory(),
        subscription: HubSubscription? = nil
    ) {
        self.address = address
        self.kind = kind
        self.entityTag = entityTag
        self.lastModified = lastModified
        self.lastRead = lastRead
        self.failingSince = failingSince
        self.failure = failure
        self.isRefusal = isRefusal
        self.failuresInARow = failuresInARow
        self.notBefore = notBefore
        self.movedTo = movedTo
        self.announcesFeed = announcesFeed
        self.isGone = isGone
        self.publications = publications
        self.subscription = subscription
    }
}

/// The latest moments a source published at, and what is usual for it.
public struct PublicationHistory: Hashable, Sendable, Codable {
    /// Ascending, each once.
    public private(set) var moments: [Timestamp]

    /// Enough for a median that one busy day does not move.
    public static let length = 32
    /// Fewer gaps than this tell no habit.
    static let fewestGaps = 4

    public init(_ moments: [Timestamp] = []) {
        self.moments = []
        add(moments)
    }

    /// Keeps the latest ones.
    public mutating func add(_ more: [Timestamp]) { moments = Array(Set(moments + more).sorted().suffix(Self.length)) }

    /// Seconds between one publication and the next.
    private var gaps: [Int64] { zip(moments.dropFirst(), moments).map { $0.secondsSince1970 - $1.secondsSince1970 } }

    /// The median of the gaps, in seconds; nil when too few are known.
    public var usualGap: Int64? {
        let sorted = gaps.sorted()
        return sorted.count < Self.fewestGaps ? nil : sorted[sorted.count / 2]
    }

    /// Whether it has been silent for longer than it ever is: four times its usual gap, half again its longest one (a weekly pause is no
    /// silence), and at least a day.
    public func isUnusuallySilent(at now: Timestamp) -> Bool {
        guard let usualGap, let last = moments.last, let longest = gaps.max() else { return false }
        return now.secondsSince1970 - last.secondsSince1970 > max(4 * usualGap, longest * 3 / 2, 86_400)
    }
}
