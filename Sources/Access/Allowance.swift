public import BriefModel
import Synchronization

/// How often each may ask: so often at once, and so often a second for good. In bounded memory: when too many ask, newcomers share one allowance.
public final class Allowance: Sendable {
    private struct Purse {
        var left: Int
        var filled: Int64
    }

    private let atOnce: Int
    private let aMinute: Int
    private let most: Int
    private let purses = Mutex<[String: Purse]>([:])

    /// - Parameters:
    ///   - aMinute: what comes back in a minute.
    ///   - most: how many askers are told apart.
    public init(atOnce: Int, aMinute: Int, most: Int = 10_000) {
        self.atOnce = atOnce
        self.aMinute = aMinute
        self.most = most
    }

    /// Nil where it may, else the seconds until it may.
    public func spend(_ asker: String, at now: Timestamp) -> Int64? {
        let now = now.secondsSince1970
        return purses.withLock { purses in
            var asker = asker
            if purses[asker] == nil, purses.count >= most {
                purses = purses.filter { self.filled($0.value, at: now).left < self.atOnce }
                if purses.count >= most { asker = "" }
            }
            var purse = filled(purses[asker] ?? Purse(left: atOnce, filled: now), at: now)
            defer { purses[asker] = purse }
            guard purse.left > 0 else { return max(1, Int64((60 + aMinute - 1) / aMinute)) }
            purse.left -= 1
            return nil
        }
    }

    var askers: Int { purses.withLock(\.count) }

    /// Whole coins only; the rest of a minute goes on counting.
    private func filled(_ purse: Purse, at now: Int64) -> Purse {
        let coins = max(0, now - purse.filled) * Int64(aMinute) / 60
        guard coins > 0 else { return purse }
        if Int64(purse.left) + coins >= Int64(atOnce) { return Purse(left: atOnce, filled: now) }
        return Purse(left: purse.left + Int(coins), filled: purse.filled + coins * 60 / Int64(aMinute))
    }
}
