/// Who publishes.
public struct Outlet: Hashable, Sendable, Codable {
    public let id: OutletID
    public var name: String
    public var kind: OutletKind
    /// Free text a person would write ("Germany"); nil when not known.
    public var country: String?
    /// Outlets of one owner group are not independent of each other.
    public var ownerGroup: String?
    public var reliability: Reliability?
    /// BCP 47, e.g. `en`, `zh`.
    public var language: String?
    public var homepage: String?

    public init(
        id: OutletID, name: String, kind: OutletKind = .unknown, country: String? = nil, ownerGroup: String? = nil,
        reliability: Reliability? = nil, language: String? = nil, homepage: String? = nil
    ) {
        self.id = id
        self.name = name
        self.kind = kind
        self.country = country
        self.ownerGroup = ownerGroup
        self.reliability = reliability
        self.language = language
        self.homepage = homepage
    }
}

extension Outlet {
    /// Whom it counts for where independent outlets are counted: its owner group, or itself.
    public var house: String { ownerGroup ?? id.rawValue }

    /// What a source of the user's own is called that has no publisher's name: a phrase, with a capital only where a sentence begins.
    public static let ownFile = "A file of yours"

    /// The name as it stands inside a sentence.
    public var nameWithin: String { name == Self.ownFile ? "a file of yours" : name }

    /// What is known here, filled up from what was known before.
    public func completed(by other: Outlet?) -> Outlet {
        guard let other else { return self }
        var outlet = self
        if outlet.kind == .unknown { outlet.kind = other.kind }
        outlet.country = outlet.country ?? other.country
        outlet.ownerGroup = outlet.ownerGroup ?? other.ownerGroup
        outlet.reliability = outlet.reliability ?? other.reliability
        outlet.language = outlet.language ?? other.language
        outlet.homepage = outlet.homepage ?? other.homepage
        return outlet
    }
}

extension [OutletID: Outlet] {
    /// Whom an outlet counts for; of one that is not known here, itself.
    public func house(of outlet: OutletID) -> String { self[outlet]?.house ?? outlet.rawValue }
}

/// What sort of publisher; decides whose word is followed when two disagree, and is shown beside every passage.
public enum OutletKind: String, Hashable, Sendable, Codable, CaseIterable {
    case wireAgency = "wire agency"
    case nationalDaily = "national daily"
    case regional = "regional daily"
    case tradePress = "trade press"
    case thinkTank = "think tank"
    case government = "government notices"
    case blog = "blog"
    case opinion = "opinion"
    case tabloid = "tabloid"
    case contentFarm = "content farm"
    case unknown = "outlet"

    /// The kind a catalogue's free label means ("think-tank blog", "German daily", "defence blog").
    public init(label: String) {
        let label = label.lowercased()
        self =
            switch true {
            case label.contains("wire") || label.contains("agency"): .wireAgency
            case label.contains("tabloid"): .tabloid
            case label.contains("farm") || label.contains("aggregator"): .contentFarm
            case label.contains("think"): .thinkTank
            case label.contains("government") || label.contains("notice") || label.contains("official"): .government
            case label.contains("trade"): .tradePress
            case label.contains("opinion") || label.contains("column"): .opinion
            case label.contains("regional") || label.contains("local"): .regional
            case label.contains("blog"): .blog
            case label.contains("daily") || label.contains("newspaper") || label.contains("national"): .nationalDaily
            default: .unknown
            }
    }

    /// Opinion, tabloids and content farms: their unattributed word alone never carries a statement.
    public var needsCorroboration: Bool {
        switch self {
        case .tabloid, .contentFarm, .opinion: true
        default: false
        }
    }
}

/// The user's own grade of an outlet, after the Admiralty code (A reliable … E unreliable, F cannot be judged).
public enum Reliability: String, Hashable, Sendable, Codable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"
    case d = "D"
    case e = "E"
    case f = "F"
}
