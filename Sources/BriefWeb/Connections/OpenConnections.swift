import Access
import NIOCore
import Synchronization

/// How many connections each client has open, so that one cannot have all there are. This machine is not counted: behind a web server here everybody
/// comes from it.
final class OpenConnections: Sendable {
    private let most: Int
    private let counts = Mutex<[String: Int]>([:])

    /// - Parameter most: of one client.
    init(most: Int) { self.most = most }

    /// Whether one more may be opened; then it is counted until it is closed.
    func open(_ address: ClientAddress) -> Bool {
        guard !address.isLoopback else { return true }
        return counts.withLock { counts in
            let count = counts[address.description] ?? 0
            guard count < most else { return false }
            counts[address.description] = count + 1
            return true
        }
    }

    func closed(_ address: ClientAddress) {
        guard !address.isLoopback else { return }
        counts.withLock { counts in
            let count = counts[address.description] ?? 0
            counts[address.description] = count > 1 ? count - 1 : nil
        }
    }

    /// Clients that have any.
    var clients: Int { counts.withLock(\.count) }
}
