public import BriefModel

/// How a source is doing, worst first.
public enum SourceCondition: Hashable, Sendable {
    case gone
    case failing(since: Timestamp, inARow: Int, why: String)
    /// Its publisher asks not to be read.
    case refused(why: String)
    /// Nothing new for longer than is usual for it.
    case silent(since: Timestamp, usualGap: Int64)
    case good
    case neverRead
}

extension SourceState {
    /// A failing source may have a silence and a move behind it as well; what to look at first is told.
    public func condition(at now: Timestamp) -> SourceCondition {
        if isGone { return .gone }
        if let failure {
            return isRefusal ? .refused(why: failure) : .failing(since: failingSince ?? now, inARow: max(1, failuresInARow), why: failure)
        }
        if let usual = publications.usualGap, let last = publications.moments.last, publications.isUnusuallySilent(at: now) {
            return .silent(since: last, usualGap: usual)
        }
        return lastRead == nil ? .neverRead : .good
    }

    /// A source in its own right, not an article found through one.
    public var isSource: Bool { kind != nil && kind != .article }
}

extension SourceCondition {
    /// One word for a column or a JSON field.
    public var name: String {
        switch self {
        case .gone: "gone"
        case .failing: "failing"
        case .refused: "refused"
        case .silent: "silent"
        case .good: "good"
        case .neverRead: "never read"
        }
    }

    /// What to look at first stands first.
    public var rank: Int {
        switch self {
        case .failing: 0
        case .silent: 1
        case .gone: 2
        case .refused: 3
        case .neverRead: 4
        case .good: 5
        }
    }
}

/// Seconds as a person says them: "40 minutes", "6 hours", "3 days".
public func spanInWords(_ seconds: Int64) -> String {
    func count(_ number: Int64, _ word: String) -> String { number == 1 ? "1 \(word)" : "\(number) \(word)s" }
    return switch seconds {
    case ..<5400: count(max(1, (seconds + 30) / 60), "minute")
    case ..<172_800: count((seconds + 1800) / 3600, "hour")
    default: count((seconds + 43_200) / 86_400, "day")
    }
}
