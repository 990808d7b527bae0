import BriefModel
import SQLiteStorage
import Storage

/// Users and tokens as they stand in a file that cannot be written. Who signs in and what is done is known until the program ends.
struct StandingAccess: AccessStore {
    let file: SQLiteAccess
    private let memory = InMemoryAccess()

    init(file: SQLiteAccess) { self.file = file }

    func users() async throws(StorageError) -> [UserAccount] { try await file.users() }
    func user(_ name: UserName) async throws(StorageError) -> UserAccount? { try await file.user(name) }
    func hasUsers() async throws(StorageError) -> Bool { try await file.hasUsers() }
    func token(_ key: [UInt8]) async throws(StorageError) -> StoredToken? { try await file.token(key) }
    func tokens(of user: UserName?) async throws(StorageError) -> [StoredToken] { try await file.tokens(of: user) }

    // What follows is refused by the file, with its own reason.
    func save(_ user: UserAccount) async throws(StorageError) { try await file.save(user) }
    func remove(_ user: UserName) async throws(StorageError) -> Bool { try await file.remove(user) }
    func add(_ token: StoredToken) async throws(StorageError) { try await file.add(token) }
    func revoke(_ token: String) async throws(StorageError) -> Bool { try await file.revoke(token) }

    /// Not noted.
    func used(_ token: String, at moment: Timestamp) {}

    func begin(_ session: StoredSession) { memory.begin(session) }
    func session(_ key: [UInt8]) -> StoredSession? { memory.session(key) }
    func saw(_ session: [UInt8], at moment: Timestamp) { memory.saw(session, at: moment) }
    func end(_ session: [UInt8]) { memory.end(session) }
    func endSessions(of user: UserName, except key: [UInt8]?) { memory.endSessions(of: user, except: key) }
    func endSessions(begunBefore: Timestamp, seenBefore: Timestamp) { memory.endSessions(begunBefore: begunBefore, seenBefore: seenBefore) }

    func note(_ event: AccessEvent) { memory.note(event) }
    func events(before number: Int?, limit: Int) -> [NotedEvent] { memory.events(before: number, limit: limit) }
    func hasSignedIn(_ user: UserName, from address: String, since moment: Timestamp) -> Bool {
        memory.hasSignedIn(user, from: address, since: moment)
    }
    func forgetEvents(before moment: Timestamp) { memory.forgetEvents(before: moment) }
}
