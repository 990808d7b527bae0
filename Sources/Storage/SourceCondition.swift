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

extension SourceState {
    /// What a person needs to know, in sentences: how it does, since when, and when it is asked again.
    public func account(at now: Timestamp) -> String {
        var sentences: [String] = []
        switch condition(at: now) {
        case .gone: sentences.append("Taken down for good by its publisher.")
        case .failing(let since, let inARow, let why):
            sentences.append("\(why) Failing since \(since.inWords)\(inARow > 1 ? ", \(inARow) times in a row" : "").")
        case .refused(let why): sentences.append(why)
        case .silent(let since, let usualGap):
            sentences.append("Nothing new since \(since.inWords); usually something every \(spanInWords(usualGap)).")
        case .good: if let usual = publications.usualGap { sentences.append("Usually something new every \(spanInWords(usual)).") }
        case .neverRead: sentences.append("Not read yet.")
        }
        if let lastRead { sentences.append("Last read \(lastRead.inWords).") }
        if let movedTo {
            let what =
                announcesFeed
                ? "It is a page, not a feed; the feed it announces, \(movedTo), is read instead"
                : "It has moved for good to \(movedTo) and is read there"
            sentences.append(what + "; write that address into your topic.")
        }
        if let notBefore, notBefore > now { sentences.append("Asked again from \(notBefore.inWords) on.") }
        if subscription?.stage == .active { sentences.append("Its hub tells us when it changes.") }
        return sentences.joined(separator: " ")
    }
}

extension Timestamp {
    /// `1 March 2026, 09:00 UTC`
    fileprivate var inWords: String { "\(day.inWords), \(description.split(separator: "T").last?.prefix(5) ?? "") UTC" }
}

/// A source's health as a program reads it. Moments are ISO 8601 in UTC.
public struct SourceHealthRecord: Hashable, Sendable, Codable {
    public let address: String
    public let kind: SourceState.Kind?
    public let condition: String
    public let account: String
    public let lastSuccess: String?
    public let failingSince: String?
    public let failure: String?
    public let failuresInARow: Int
    public let notBefore: String?
    public let newestEntry: String?
    public let usualGapSeconds: Int64?
    public let movedTo: String?
    public let hubStage: HubSubscription.Stage?

    public init(_ state: SourceState, at now: Timestamp) {
        address = state.address
        kind = state.kind
        condition = state.condition(at: now).name
        account = state.account(at: now)
        lastSuccess = state.lastRead?.description
        failingSince = state.failingSince?.description
        failure = state.failure
        failuresInARow = state.failuresInARow
        notBefore = state.notBefore.flatMap { $0 > now ? $0.description : nil }
        newestEntry = state.publications.moments.last?.description
        usualGapSeconds = state.publications.usualGap
        movedTo = state.movedTo
        hubStage = state.subscription?.stage
    }
}

extension [SourceState] {
    /// The sources among them and whatever else fails, what to look at first before the rest.
    public func byUrgency(at now: Timestamp) -> [SourceState] {
        filter { $0.isSource || $0.failure != nil }.sorted {
            ($0.condition(at: now).rank, $0.address) < ($1.condition(at: now).rank, $1.address)
        }
    }
}
