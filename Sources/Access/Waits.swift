import BriefModel

/// How long to wait after failures: not at all after the first few, then longer with each, up to a limit. Nothing is locked for good.
struct Waits {
    /// Failures that cost nothing, and the longest wait.
    struct Rule: Sendable {
        let free: Int
        let longest: Int64
    }

    private struct Failures {
        var count = 0
        var last = Timestamp(secondsSince1970: 0)
        var until = Timestamp(secondsSince1970: 0)
    }

    /// Seconds without a failure after which all is forgotten.
    static let memory: Int64 = 3_600

    /// Of how many names and addresses failures are remembered.
    private let most: Int
    private var failures: [String: Failures] = [:]

    init(most: Int = 10_000) { self.most = most }

    var count: Int { failures.count }

    /// Seconds still to wait.
    func wait(_ key: String, at now: Timestamp) -> Int64 {
        max(0, (failures[key]?.until.secondsSince1970 ?? 0) - now.secondsSince1970)
    }

    mutating func failed(_ key: String, at now: Timestamp, _ rule: Rule) {
        if failures[key] == nil, failures.count >= most { makeRoom(at: now) }
        var known = failures[key] ?? Failures()
        if now.secondsSince1970 - known.last.secondsSince1970 > Self.memory { known.count = 0 }
        known.count += 1
        known.last = now
        if known.count > rule.free {
            let seconds = min(rule.longest, 1 << min(40, known.count - rule.free))
            known.until = Timestamp(secondsSince1970: now.secondsSince1970 + seconds)
        }
        failures[key] = known
    }

    mutating func forget(_ key: String) { failures[key] = nil }

    /// What is old goes; then the quarter that failed least.
    private mutating func makeRoom(at now: Timestamp) {
        failures = failures.filter { now.secondsSince1970 - $0.value.last.secondsSince1970 <= Self.memory }
        guard failures.count >= most else { return }
        let least = failures.sorted { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }.prefix(max(1, most / 4))
        for (key, _) in least { failures[key] = nil }
    }
}
