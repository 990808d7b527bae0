/// Lets a bounded number of requests through, in all and per host, keeps the pauses a host is owed, and leaves one alone that fails.
actor HostGate {
    /// Why a request was not let through.
    struct Rest: Hashable, Sendable {
        let duration: Duration
        let failures: Int
    }

    private struct Host {
        var running = 0
        var waiting: [Waiter] = []
        /// When the next request may start.
        var nextStart: Duration = .zero
        var circuit = Circuit()
    }

    private struct Waiter {
        let continuation: CheckedContinuation<Void, Never>
        let isLoopback: Bool
        let limit: Int
    }

    private let limits: FetchLimits
    private let pacing: Pacing
    private var hosts: [String: Host] = [:]
    /// Hosts with waiting requests, longest waiting first, so that a host with many does not starve the others.
    private var queue: [String] = []
    private var running = 0

    init(limits: FetchLimits, pacing: Pacing) {
        self.limits = limits
        self.pacing = pacing
    }

    /// Returns when the request may start, or at once with how long its host is left alone. Every `enter` that was let through (nil) needs
    /// one `leave`.
    /// - Parameter crawlDelay: what the host's robots.txt asks for; one request at a time then.
    func enter(_ host: String, isLoopback: Bool, crawlDelay: Duration?) async -> Rest? {
        if let rest = hosts[host]?.circuit.rest(at: pacing.now()) { return Rest(duration: rest, failures: failures(of: host)) }
        await takePlace(at: host, isLoopback: isLoopback, crawlDelay: crawlDelay)
        // The host may have failed for others while this one waited.
        if let rest = hosts[host, default: Host()].circuit.admit(at: pacing.now()) {
            giveUpPlace(at: host, isLoopback: isLoopback)
            return Rest(duration: rest, failures: failures(of: host))
        }
        let interval = isLoopback ? .zero : min(max(crawlDelay ?? .zero, limits.interval), limits.longestCrawlDelay)
        let now = pacing.now()
        let start = max(now, hosts[host]?.nextStart ?? .zero)
        hosts[host]?.nextStart = start + interval
        if start > now { await pacing.pause(start - now) }
        return nil
    }

    /// - Parameter hold: no further request starts before this has passed.
    func leave(_ host: String, isLoopback: Bool, outcome: Circuit.Outcome, hold: Duration? = nil) {
        let now = pacing.now()
        var state = hosts[host, default: Host()]
        state.circuit.finish(outcome, at: now, chance: pacing.chance(), policy: limits.circuit)
        if let hold { state.nextStart = max(state.nextStart, now + hold) }
        hosts[host] = state
        giveUpPlace(at: host, isLoopback: isLoopback)
    }

    private func failures(of host: String) -> Int { hosts[host]?.circuit.failuresInARow ?? 0 }

    private func takePlace(at host: String, isLoopback: Bool, crawlDelay: Duration?) async {
        let limit = isLoopback ? limits.perLoopbackHost : crawlDelay == nil ? limits.perHost : 1
        if canStart(host, isLoopback: isLoopback, limit: limit), hosts[host]?.waiting.isEmpty ?? true {
            start(host, isLoopback: isLoopback)
        } else {
            await withCheckedContinuation { continuation in
                if hosts[host]?.waiting.isEmpty ?? true { queue.append(host) }
                hosts[host, default: Host()].waiting.append(Waiter(continuation: continuation, isLoopback: isLoopback, limit: limit))
            }
        }
    }

    private func giveUpPlace(at host: String, isLoopback: Bool) {
        hosts[host]?.running -= 1
        if !isLoopback { running -= 1 }
        wake()
    }

    private func canStart(_ host: String, isLoopback: Bool, limit: Int) -> Bool {
        (isLoopback || running < limits.total) && hosts[host]?.running ?? 0 < limit
    }

    private func start(_ host: String, isLoopback: Bool) {
        hosts[host, default: Host()].running += 1
        if !isLoopback { running += 1 }
    }

    private func wake() {
        var index = 0
        while index < queue.count {
            let host = queue[index]
            guard let next = hosts[host]?.waiting.first else {
                queue.remove(at: index)
                continue
            }
            guard canStart(host, isLoopback: next.isLoopback, limit: next.limit) else {
                index += 1
                continue
            }
            hosts[host]?.waiting.removeFirst()
            queue.remove(at: index)
            if hosts[host]?.waiting.isEmpty == false { queue.append(host) }
            start(host, isLoopback: next.isLoopback)
            next.continuation.resume()
        }
    }
}
