/// What one passage asserts.
public struct Claim: Hashable, Sendable, Codable {
    public enum Modality: String, Hashable, Sendable, Codable { case stated, attributed, hedged, planned, denied }

    public let id: ClaimID
    public let passage: Passage
    /// Whose word it is: a speaker, a body, or the outlet itself.
    public let claimant: String
    public let claimantIsAnonymous: Bool
    public let modality: Modality
    /// False where the sentence denies ("has not confirmed").
    public let isAffirmed: Bool
    public let names: [Name]
    public let quantities: [Quantity]
    public let dates: [DateMention]
    /// The words that decided modality and polarity.
    public let cues: [String]
    public let story: StoryID?

    public init(
        id: ClaimID, passage: Passage, claimant: String, claimantIsAnonymous: Bool, modality: Modality, isAffirmed: Bool, names: [Name],
        quantities: [Quantity], dates: [DateMention], cues: [String], story: StoryID?
    ) {
        self.id = id
        self.passage = passage
        self.claimant = claimant
        self.claimantIsAnonymous = claimantIsAnonymous
        self.modality = modality
        self.isAffirmed = isAffirmed
        self.names = names
        self.quantities = quantities
        self.dates = dates
        self.cues = cues
        self.story = story
    }
}

/// Claims that cannot both hold. A Revision is the kind where a later one replaces the earlier.
public struct Dispute: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable {
        /// The publisher (or its origin) corrected itself.
        case corrected
        /// A later report replaces an earlier one.
        case laterOverrides = "later-overrides"
        /// Two sources say different things.
        case disagreement
        /// Same figure, with the caution dropped by one of them.
        case hedgeDropped = "hedge-dropped"

        public var isRevision: Bool { self == .corrected || self == .laterOverrides }
    }

    public let kind: Kind
    /// The claim to follow, with the reason in `why`.
    public let followed: Claim
    public let notFollowed: Claim
    /// A short label of what differs: "number of signatories: 34 / 35".
    public let whatDiffers: String
    /// A sentence that says why one is followed ("corrected by the same outlet on 6 February").
    public let why: String

    public init(kind: Kind, followed: Claim, notFollowed: Claim, whatDiffers: String, why: String) {
        self.kind = kind
        self.followed = followed
        self.notFollowed = notFollowed
        self.whatDiffers = whatDiffers
        self.why = why
    }
}

extension Dispute {
    /// Whether a label of what differs names or counts something ("country of MatX: China / United States"); "announced: yes / no" may be said of many things.
    public static func isTelling(_ whatDiffers: String) -> Bool { whatDiffers.contains { $0.isNumber || $0.isUppercase } }
}
