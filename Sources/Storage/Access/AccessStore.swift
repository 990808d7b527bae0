public import BriefModel

/// Who may do what in a library, and who did. It is kept beside the library and not in it, so that a copy of a library has nobody's password.
///
/// Secrets never come here: passwords, sessions and tokens are kept by their hashes.
public protocol AccessStore: Sendable {
    /// By name.
    func users() async throws(StorageError) -> [UserAccount]
    func user(_ name: UserName) async throws(StorageError) -> UserAccount?
    func hasUsers() async throws(StorageError) -> Bool
    /// Adds a user, or changes the one of this name.
    func save(_ user: UserAccount) async throws(StorageError)
    /// Takes away a user, with all sessions and tokens.
    /// - Returns: Whether there was one.
    func remove(_ user: UserName) async throws(StorageError) -> Bool

    func begin(_ session: StoredSession) async throws(StorageError)
    func session(_ key: [UInt8]) async throws(StorageError) -> StoredSession?
    func saw(_ session: [UInt8], at moment: Timestamp) async throws(StorageError)
    func end(_ session: [UInt8]) async throws(StorageError)
    /// Ends all sessions of a user but one.
    func endSessions(of user: UserName, except key: [UInt8]?) async throws(StorageError)
    /// Forgets sessions that began, or were last used, before these moments.
    func endSessions(begunBefore: Timestamp, seenBefore: Timestamp) async throws(StorageError)

    func add(_ token: StoredToken) async throws(StorageError)
    func token(_ key: [UInt8]) async throws(StorageError) -> StoredToken?
    /// Of one user or of all, the oldest first.
    func tokens(of user: UserName?) async throws(StorageError) -> [StoredToken]
    func used(_ token: String, at moment: Timestamp) async throws(StorageError)
    /// - Returns: Whether there was one of this identifier.
    func revoke(_ token: String) async throws(StorageError) -> Bool

    func note(_ event: AccessEvent) async throws(StorageError)
    /// The newest first, from before a number.
    func events(before number: Int?, limit: Int) async throws(StorageError) -> [NotedEvent]
    /// Whether a user signed in from an address since a moment.
    func hasSignedIn(_ user: UserName, from address: String, since moment: Timestamp) async throws(StorageError) -> Bool
    /// Forgets events from before a moment; the newest `AccessLog.kept` stay whatever their age.
    func forgetEvents(before moment: Timestamp) async throws(StorageError)
}

/// How much of what people did is kept.
public enum AccessLog {
    /// Events that nothing takes away.
    public static let kept = 1_000
    /// Days after which the others go.
    public static let days = 400
}
