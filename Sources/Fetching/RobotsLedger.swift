/// What each publisher's robots.txt says, asked once per origin however many requests wait for it.
actor RobotsLedger {
    enum Ruling: Hashable, Sendable {
        case rules(RobotsRules)
        /// The file exists but could not be read, or the host is away: nothing may be asked (RFC 9309, 2.3.1.4).
        case closed(FetchError)
    }

    private struct Entry {
        let task: Task<Ruling, Never>
        var end: Duration
    }

    /// RFC 9309, 2.4: a copy is not used for longer than a day.
    private static let lifetime = Duration.seconds(86_400)
    /// A file that could not be read is asked for again sooner.
    private static let lifetimeOfFailure = Duration.seconds(600)
    /// Beyond this many hosts those whose time is up are dropped.
    private static let room = 4096

    private let pacing: Pacing
    private var entries: [String: Entry] = [:]

    init(pacing: Pacing) { self.pacing = pacing }

    func ruling(on origin: String, read: @escaping @Sendable () async -> Ruling) async -> Ruling {
        let now = pacing.now()
        if let entry = entries[origin], entry.end > now { return await entry.task.value }
        if entries.count >= Self.room { entries = entries.filter { $0.value.end > now } }
        let task = Task { await read() }
        entries[origin] = Entry(task: task, end: now + Self.lifetime)
        let ruling = await task.value
        if case .closed = ruling { entries[origin]?.end = pacing.now() + Self.lifetimeOfFailure }
        return ruling
    }
}

extension RobotsLedger.Ruling {
    init(answer: Answer) {
        switch answer.status {
        case 200..<300: self = .rules(RobotsRules(answer.body))
        // Not in the RFC's words, but "later" is no leave.
        case 429, 500...: self = .closed(.status(answer.status, ""))
        // 2.3.1.3: what the server will not show asks nothing of us.
        default: self = .rules(.allowAll)
        }
    }

    init(failure: FetchError) {
        switch failure {
        // 2.3.1.2: a file that redirects too often, or to no web address, counts as not there.
        case .tooManyRedirects, .badAddress: self = .rules(.allowAll)
        case .status(let status, _) where status < 500: self = .rules(.allowAll)
        default: self = .closed(failure)
        }
    }
}

extension FetchError {
    /// Why `address` is left alone, given why its robots.txt could not be read.
    func closing(_ address: String) -> FetchError {
        switch self {
        // The host itself is away: say that, not something about a file nobody asked for.
        case .unreachable(_, let why): .unreachable(address, why: why)
        case .timedOut(let seconds, _): .timedOut(seconds: seconds, address)
        case .privateAddress: .privateAddress(address)
        case .blockedPort(let port, _): .blockedPort(port, address)
        case .resting(let seconds, let failures, _): .resting(seconds: seconds, failures: failures, address)
        case .status(let status, _):
            .unreachable(address, why: "its robots.txt cannot be read (the server answered \(status)), so the host is left alone for now")
        default: .unreachable(address, why: "its robots.txt cannot be read, so the host is left alone for now")
        }
    }
}
