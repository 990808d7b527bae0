import BriefModel
import Storage
import Synchronization

/// Compares passwords, one after another: each takes much memory and a good part of a second, and that is all that may be taken at once. It remembers
/// failures, and lets nobody try whose time has not come.
actor SignInDesk {
    /// Of an address, whoever it tries to be.
    static let address = Waits.Rule(free: 10, longest: 900)
    /// Of a name, from wherever it is tried. Short, for whoever fails on purpose holds up the one whose name it is.
    static let name = Waits.Rule(free: 5, longest: 60)
    /// Of a name from an address it has signed in from; this goes by itself, so that failures elsewhere hold up nobody there.
    static let known = Waits.Rule(free: 5, longest: 900)

    /// How many wait to be heard at most.
    private static let longestQueue = 16

    private let queue = Mutex(0)
    private var waits = Waits()

    /// - Parameter isKnown: whether the user has signed in from this address.
    /// - Returns: Whether the password is the one of the hash.
    func compare(
        _ password: String, with hash: PasswordHash, name: String, address: String, isKnown: Bool, at now: Timestamp
    ) throws(AccessRefusal) -> Bool {
        let from = "from " + address
        let named = isKnown ? "user \(name) \(from)" : "user " + name
        let wait = max(waits.wait(from, at: now), waits.wait(named, at: now))
        guard wait == 0 else { throw .wait(seconds: wait) }
        guard hash.matches(password) else {
            waits.failed(from, at: now, Self.address)
            waits.failed(named, at: now, isKnown ? Self.known : Self.name)
            return false
        }
        waits.forget(named)
        return true
    }

    /// Lets in those who may wait to be heard.
    nonisolated func enter() throws(AccessRefusal) {
        let isFull = queue.withLock { count in
            if count >= Self.longestQueue { return true }
            count += 1
            return false
        }
        if isFull { throw .busy }
    }

    nonisolated func leave() { queue.withLock { $0 -= 1 } }
}
