public import BriefModel

/// A subscription to a hub that tells when a feed has changed (WebSub, W3C Recommendation of 23 January 2018). A value; who sends and
/// receives is elsewhere.
public struct HubSubscription: Hashable, Sendable, Codable {
    public enum Stage: String, Hashable, Sendable, Codable {
        /// The feed names a hub; nothing was asked of it.
        case found
        /// Asked for; the hub has yet to verify that we meant it.
        case requested
        case active
        /// The hub turned us down, or our lease ran out unrenewed.
        case ended
    }

    /// The hub's own address.
    public var hub: String
    /// What it tells of: the feed's own name for itself.
    public var topic: String
    /// The last part of our callback's path: long, random, told to the hub alone. Empty until it is asked.
    public var token: String
    /// What the hub signs with, so that a push can be told from a forgery.
    public var secret: String
    public var stage: Stage
    /// When the last request was sent to the hub.
    public var requested: Timestamp?
    /// When the lease ends; nil before the hub has granted one.
    public var leaseEnd: Timestamp?
    /// Why it ended, in the hub's words or ours.
    public var reason: String?

    public init(
        hub: String, topic: String, token: String = "", secret: String = "", stage: Stage = .found, requested: Timestamp? = nil,
        leaseEnd: Timestamp? = nil, reason: String? = nil
    ) {
        self.hub = hub
        self.topic = topic
        self.token = token
        self.secret = secret
        self.stage = stage
        self.requested = requested
        self.leaseEnd = leaseEnd
        self.reason = reason
    }
}

/// What a hub asks a callback.
public struct HubQuestion: Hashable, Sendable {
    public let mode: String
    public let topic: String
    public let challenge: String?
    public let leaseSeconds: Int?
    public let reason: String?

    public init(mode: String, topic: String, challenge: String?, leaseSeconds: Int?, reason: String? = nil) {
        self.mode = mode
        self.topic = topic
        self.challenge = challenge
        self.leaseSeconds = leaseSeconds
        self.reason = reason
    }
}
