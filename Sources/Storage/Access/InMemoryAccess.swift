public import BriefModel
import Synchronization

/// The twin of the store of users in memory, for tests.
public final class InMemoryAccess: AccessStore {
    private struct Held {
        var users: [UserName: UserAccount] = [:]
        var sessions: [[UInt8]: StoredSession] = [:]
        var tokens: [StoredToken] = []
        var events: [NotedEvent] = []
        var lastNumber = 0
    }

    private let held = Mutex(Held())

    public init() {}

    public func users() -> [UserAccount] { held.withLock { $0.users.values.sorted { $0.name < $1.name } } }

    public func user(_ name: UserName) -> UserAccount? { held.withLock { $0.users[name] } }

    public func hasUsers() -> Bool { held.withLock { !$0.users.isEmpty } }

    public func save(_ user: UserAccount) { held.withLock { $0.users[user.name] = user } }

    public func remove(_ user: UserName) -> Bool {
        held.withLock { held in
            held.sessions = held.sessions.filter { $0.value.user != user }
            held.tokens.removeAll { $0.user == user }
            return held.users.removeValue(forKey: user) != nil
        }
    }

    public func begin(_ session: StoredSession) { held.withLock { $0.sessions[session.key] = session } }

    public func session(_ key: [UInt8]) -> StoredSession? { held.withLock { $0.sessions[key] } }

    public func saw(_ session: [UInt8], at moment: Timestamp) { held.withLock { $0.sessions[session]?.seen = moment } }

    public func end(_ session: [UInt8]) { held.withLock { $0.sessions[session] = nil } }

    public func endSessions(of user: UserName, except key: [UInt8]?) {
        held.withLock { $0.sessions = $0.sessions.filter { $0.value.user != user || $0.key == key } }
    }

    public func endSessions(begunBefore: Timestamp, seenBefore: Timestamp) {
        held.withLock { $0.sessions = $0.sessions.filter { $0.value.begun >= begunBefore && $0.value.seen >= seenBefore } }
    }

    public func add(_ token: StoredToken) { held.withLock { $0.tokens.append(token) } }

    public func token(_ key: [UInt8]) -> StoredToken? { held.withLock { $0.tokens.first { $0.key == key } } }

    public func tokens(of user: UserName?) -> [StoredToken] { held.withLock { $0.tokens.filter { user == nil || $0.user == user } } }

    public func used(_ token: String, at moment: Timestamp) {
        held.withLock { held in
            guard let place = held.tokens.firstIndex(where: { $0.id == token }) else { return }
            held.tokens[place].used = moment
        }
    }

    public func revoke(_ token: String) -> Bool {
        held.withLock { held in
            let before = held.tokens.count
            held.tokens.removeAll { $0.id == token }
            return held.tokens.count < before
        }
    }

    public func note(_ event: AccessEvent) {
        held.withLock { held in
            held.lastNumber += 1
            held.events.append(NotedEvent(number: held.lastNumber, event: event))
        }
    }

    public func events(before number: Int?, limit: Int) -> [NotedEvent] {
        held.withLock { Array($0.events.reversed().filter { event in number.map { event.number < $0 } ?? true }.prefix(max(0, limit))) }
    }

    public func hasSignedIn(_ user: UserName, from address: String, since moment: Timestamp) -> Bool {
        held.withLock { held in
            held.events.contains { noted in
                noted.event.kind == .signedIn && noted.event.user == user && noted.event.address == address && noted.event.moment >= moment
            }
        }
    }

    public func forgetEvents(before moment: Timestamp) {
        held.withLock { held in held.events.removeAll { $0.event.moment < moment && $0.number <= held.lastNumber - AccessLog.kept } }
    }
}
