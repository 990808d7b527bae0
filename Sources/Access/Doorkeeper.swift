public import BriefModel
public import Storage

/// Who asks for a change, and from where.
public struct Asker: Hashable, Sendable {
    public let user: UserName?
    public let address: String?

    public init(user: UserName?, address: String?) {
        self.user = user
        self.address = address
    }

    /// Whoever works at the machine itself.
    public static let machine = Asker(user: nil, address: nil)
}

/// Knows who may come in, and notes who did what. The rules are here; what is known lies in a store.
public struct Doorkeeper: Sendable {
    public let store: any AccessStore
    let clock: Clock
    let cost: PasswordHash.Cost
    private let decoy: PasswordHash
    private let desk = SignInDesk()
    /// Days after which entries of the log go.
    public let logDays: Int

    /// Seconds a session lasts at most, and without being used.
    public static let longestSession: Int64 = 14 * 86_400, idleSession: Int64 = 2 * 86_400
    /// How far behind the last use of sessions and tokens may be noted: what is looked at often is not written each time.
    static let noteEvery: Int64 = 300
    /// For how long an address is one that a user is known from.
    static let knownFor: Int64 = 90 * 86_400
    /// Characters of a password that are looked at, and bytes of a name.
    static let longestTyped = 1_024

    public init(store: any AccessStore, clock: Clock, cost: PasswordHash.Cost = .usual, logDays: Int = AccessLog.days) {
        self.store = store
        self.logDays = logDays
        self.clock = clock
        self.cost = cost
        decoy = .decoy(cost)
    }

    /// What a store says, with its errors as ours.
    func kept<Value>(_ body: () async throws(StorageError) -> Value) async throws(AccessRefusal) -> Value {
        do { return try await body() } catch { throw .storage(error) }
    }

    public var now: Timestamp { clock.now() }

    /// The moment so many seconds ago.
    func ago(_ seconds: Int64) -> Timestamp { Timestamp(secondsSince1970: clock.now().secondsSince1970 - seconds) }

    public func note(_ kind: AccessEvent.Kind, by asker: Asker, on subject: String = "") async throws(StorageError) {
        try await store.note(AccessEvent(moment: clock.now(), kind: kind, user: asker.user, address: asker.address, subject: subject))
    }
}

// MARK: Signing in and out
extension Doorkeeper {
    /// Signs somebody in.
    ///
    /// A name that is not there and a password that is wrong are the same to whoever asks: the same steps are gone through, and the same is said.
    /// - Parameter old: the secret of a session that the browser had; it ends, so that nobody goes on under a name that was known before.
    /// - Returns: The secret of the new session.
    public func signIn(_ typed: String, password: String, from address: String, replacing old: Secret? = nil) async throws(AccessRefusal) -> Secret {
        // What is no name is looked up as well, so that all take the same time.
        let sought = UserName(typed.prefix(Self.longestTyped)) ?? .nobody
        let user = try await kept { () throws(StorageError) in try await store.user(sought) }
        guard try await isPassword(password, of: user, called: sought, from: address), let user else { throw .wrong }
        return try await kept { () throws(StorageError) in
            if let old { try await store.end(old.key) }
            try await tidy()
            try await note(.signedIn, by: Asker(user: user.name, address: address))
            return try await begin(user.name)
        }
    }

    /// Whether a password is the one of a user, or would be if there were one. A failure is noted, and the next try may have to wait.
    func isPassword(_ password: String, of user: UserAccount?, called name: UserName, from address: String) async throws(AccessRefusal) -> Bool {
        try desk.enter()
        defer { desk.leave() }
        let isKnown = try await kept { () throws(StorageError) in try await store.hasSignedIn(name, from: address, since: ago(Self.knownFor)) }
        let hash = user.flatMap { PasswordHash(text: $0.password) } ?? decoy
        let isRight = try await desk.compare(
            String(password.prefix(Self.longestTyped)), with: hash, name: name.rawValue, address: address, isKnown: isKnown, at: clock.now())
        if !isRight {
            // What was typed as a name may be a password: only names of users are written down.
            try await kept { () throws(StorageError) in try await note(.signInFailed, by: Asker(user: user?.name, address: address)) }
        }
        return isRight
    }

    func begin(_ user: UserName) async throws(StorageError) -> Secret {
        let secret = Secret.made()
        try await store.begin(StoredSession(key: secret.key, user: user, begun: clock.now(), seen: clock.now()))
        return secret
    }

    /// What is past goes.
    private func tidy() async throws(StorageError) {
        try await store.endSessions(begunBefore: ago(Self.longestSession), seenBefore: ago(Self.idleSession))
        try await store.forgetEvents(before: ago(Int64(logDays) * 86_400))
    }

    public func signOut(_ secret: Secret, from address: String) async throws(StorageError) {
        guard let session = try await store.session(secret.key) else { return }
        try await store.end(secret.key)
        try await note(.signedOut, by: Asker(user: session.user, address: address))
    }

    /// The user of a session that has not ended; nil when there is none.
    /// - Parameter isUse: false for a look that keeps no session alive.
    public func user(of secret: Secret, isUse: Bool = true) async throws(StorageError) -> UserAccount? {
        guard let session = try await store.session(secret.key), session.begun > ago(Self.longestSession), session.seen > ago(Self.idleSession) else {
            return nil
        }
        if isUse, session.seen < ago(Self.noteEvery) { try await store.saw(secret.key, at: clock.now()) }
        return try await store.user(session.user)
    }

    /// The user of a token that has not ended, and what it may be used for; nil when there is none.
    /// - Parameter isUse: false for a look that is noted nowhere.
    public func holder(of secret: Secret, isUse: Bool = true) async throws(StorageError) -> (user: UserAccount, scopes: Set<TokenScope>)? {
        guard secret.text.hasPrefix(Secret.tokenPrefix), let token = try await store.token(secret.key), token.ends > clock.now() else { return nil }
        if isUse, token.used ?? ago(Self.longestSession) < ago(Self.noteEvery) {
            try await store.used(token.id, at: clock.now())
            // Programs fill the log too, where nobody signs in.
            try await tidy()
        }
        return try await store.user(token.user).map { ($0, token.scopes) }
    }
}
