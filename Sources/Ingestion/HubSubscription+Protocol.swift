public import BriefModel
public import Fetching
public import Storage

/// What passes between a subscriber and a hub (WebSub, sections 5 and 6), as changes of a value.
extension HubSubscription {
    /// What we ask for; the hub may grant less.
    static let leaseSeconds = 7 * 86_400
    /// A request that the hub has not verified by then is made again.
    private static let patience = 86_400
    /// What the hub turned down, or could not be asked for, is tried again after this.
    private static let restAfterEnd = 7 * 86_400

    /// Whether it is time to ask the hub: never asked, unanswered, or within the last quarter of the lease.
    public func isDue(at now: Timestamp) -> Bool {
        func hasPassed(_ seconds: Int) -> Bool { requested.map { $0.adding(seconds) <= now } ?? true }
        switch stage {
        case .found: return hasPassed(Self.patience)
        case .requested: return hasPassed(Self.patience)
        case .ended: return hasPassed(Self.restAfterEnd)
        case .active:
            guard let leaseEnd else { return hasPassed(Self.leaseSeconds) }
            let granted = leaseEnd.secondsSince1970 - (requested ?? leaseEnd).secondsSince1970
            return leaseEnd.adding(-Int(clamping: max(3600, granted / 4))) <= now && hasPassed(3600)
        }
    }

    /// Marks it as asked for. A renewal keeps its path and secret, so that pushes under way still arrive.
    /// - Parameter random: so many bytes nobody can guess.
    mutating func request(at now: Timestamp, random: (Int) -> [UInt8]) {
        if token.isEmpty { token = Self.hexadecimal(random(16)) }
        if secret.isEmpty { secret = Self.hexadecimal(random(32)) }
        // An active one stays so until its lease ends, whatever comes of the renewal.
        if stage != .active { stage = .requested }
        requested = now
        reason = nil
    }

    /// The form to send to the hub (section 5.1).
    public func form(callback: String) -> [FormField] {
        [
            FormField("hub.callback", callback), FormField("hub.mode", "subscribe"), FormField("hub.topic", topic),
            FormField("hub.lease_seconds", String(Self.leaseSeconds)), FormField("hub.secret", secret),
        ]
    }

    /// The hub's question whether we meant it (section 5.3), or its refusal (section 5.2).
    /// - Returns: the challenge to give back; nil when we did not, and the hub is to be told 404.
    public mutating func answer(_ question: HubQuestion, at now: Timestamp) -> String? {
        guard question.topic == topic else { return nil }
        switch question.mode {
        case "subscribe":
            guard stage == .requested || stage == .active, let challenge = question.challenge, !challenge.isEmpty,
                let seconds = question.leaseSeconds, seconds > 0
            else { return nil }
            stage = .active
            leaseEnd = now.adding(min(seconds, 366 * 86_400))
            reason = nil
            return challenge
        case "denied":
            stage = .ended
            leaseEnd = nil
            reason = question.reason.map { String($0.prefix(200)) } ?? "the hub gave no reason"
            return nil
        // We end none ourselves: a lease that is not renewed runs out. A forged end is refused.
        default: return nil
        }
    }

    /// A lease that ran out is over.
    mutating func expire(at now: Timestamp) {
        guard stage == .active, let leaseEnd, leaseEnd <= now else { return }
        stage = .ended
        reason = "the lease ran out"
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
