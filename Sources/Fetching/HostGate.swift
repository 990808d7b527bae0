/// Lets a bounded number of requests through, in all and per host, and keeps the pauses a host is owed.
actor HostGate {
    private struct Host {
        var running = 0
        var waiting: [Waiter] = []
        /// When the next request may start.
        var nextStart: Duration = .zero
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

    /// Returns when the request may start. Every `enter` needs one `leave`.
    /// - Parameter crawlDelay: what the host's robots.txt asks for; one request at a time then.
    func enter(_ host: String, isLoopback: Bool, crawlDelay: Duration?) async {
        let limit = isLoopback ? limits.perLoopbackHost : crawlDelay == nil ? limits.perHost : 1
        if canStart(host, isLoopback: isLoopback, limit: limit), hosts[host]?.waiting.isEmpty ?? true {
            start(host, isLoopback: isLoopback)
        } else {
            await withCheckedContinuation { continuation in
                if hosts[host]?.waiting.isEmpty ?? true { queue.append(host) }
                hosts[host, default: Host()].waiting.append(Waiter(continuation: continuation, isLoopback: isLoopback, limit: limit))
            }
        }
        guard !isLoopback else { return }
        let interval = min(max(crawlDelay ?? .zero, limits.interval), limits.longestCrawlDelay)
        let now = pacing.now()
        let start = max(now, hosts[host]?.nextStart ?? .zero)
        hosts[host]?.nextStart = start + interval
        if start > now { await pacing.pause(start - now) }
    }

    func leave(_ host: String, isLoopback: Bool) {
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
