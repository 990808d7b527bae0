/// What each publisher's robots.txt says, asked once per origin however many requests wait for it.
actor RobotsLedger {
    enum Ruling: Hashable, Sendable {
        case rules(RobotsRules)
        /// The file exists but could not be read, or the host is away: nothing may be asked (RFC 9309, 2.3.1.4).
        case closed(FetchError)
    }

    private var entries: [String: Task<Ruling, Never>] = [:]

    func ruling(on origin: String, read: @escaping @Sendable () async -> Ruling) async -> Ruling {
        let entry = entries[origin] ?? Task { await read() }
        entries[origin] = entry
        return await entry.value
    }
}

extension RobotsLedger.Ruling {
    init(answer: Answer) {
        switch answer.status {
        case 200..<300: self = .rules(RobotsRules(answer.body))
        case 500...: self = .closed(.status(answer.status, ""))
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
        case .status(let status, _):
            .unreachable(address, why: "its robots.txt cannot be read (the server answered \(status)), so the host is left alone for now")
        default: .unreachable(address, why: "its robots.txt cannot be read, so the host is left alone for now")
        }
    }
}
