import BriefModel
public import Storage

// MARK: Users
extension Doorkeeper {
    /// - Throws: `AccessRefusal`, where the first user would be no admin too.
    public func add(_ typed: String, role: Role, password: String, by asker: Asker) async throws(AccessRefusal) {
        guard let name = UserName(typed) else { throw .badName(typed) }
        guard try await kept({ () throws(StorageError) in try await store.user(name) }) == nil else { throw .nameTaken(name) }
        let isFirst = try await !kept { () throws(StorageError) in try await store.hasUsers() }
        guard role == .admin || !isFirst else { throw .firstIsAdmin }
        let hash = try Self.hash(of: password, for: name, cost: cost)
        try await kept { () throws(StorageError) in
            try await store.save(UserAccount(name: name, role: role, password: hash, added: clock.now()))
            try await note(.userAdded, by: asker, on: "\(name) (\(role.rawValue))")
        }
    }

    /// The last user of all may go; then nobody has to sign in any more.
    public func remove(_ name: UserName, by asker: Asker) async throws(AccessRefusal) {
        _ = try await user(name)
        let users = try await kept { () throws(StorageError) in try await store.users() }
        guard users.count == 1 || users.contains(where: { $0.role == .admin && $0.name != name }) else { throw .lastAdmin(name) }
        try await kept { () throws(StorageError) in
            _ = try await store.remove(name)
            try await note(.userRemoved, by: asker, on: name.rawValue)
        }
    }

    public func setRole(_ role: Role, of name: UserName, by asker: Asker) async throws(AccessRefusal) {
        var user = try await user(name)
        let users = try await kept { () throws(StorageError) in try await store.users() }
        guard role == .admin || users.contains(where: { $0.role == .admin && $0.name != name }) else { throw .lastAdmin(name) }
        user.role = role
        try await kept { () throws(StorageError) in
            try await store.save(user)
            try await note(.roleChanged, by: asker, on: "\(name) (\(role.rawValue))")
        }
    }

    /// Every session of the user ends; tokens stay, for they do not follow from the password.
    public func setPassword(_ password: String, of name: UserName, by asker: Asker) async throws(AccessRefusal) {
        var user = try await user(name)
        user.password = try Self.hash(of: password, for: name, cost: cost)
        try await kept { () throws(StorageError) in
            try await store.save(user)
            try await store.endSessions(of: name, except: nil)
            try await note(.passwordChanged, by: asker, on: name.rawValue)
        }
    }

    /// A user's own password, by who knows the old one; the session goes on under a new name, and every other one ends.
    /// - Returns: The secret of the session that goes on.
    public func changePassword(_ old: String, to new: String, of name: UserName, from address: String) async throws(AccessRefusal) -> Secret {
        if let fault = PasswordFault.of(new, for: name.rawValue) { throw .password(fault) }
        let user = try await user(name)
        guard try await isPassword(old, of: user, called: name, from: address) else { throw .wrong }
        try await setPassword(new, of: name, by: Asker(user: name, address: address))
        return try await kept { () throws(StorageError) in try await begin(name) }
    }

    public func endOtherSessions(than secret: Secret, of name: UserName, from address: String) async throws(StorageError) {
        try await store.endSessions(of: name, except: secret.key)
        try await note(.signedOut, by: Asker(user: name, address: address), on: "everywhere else")
    }

    private func user(_ name: UserName) async throws(AccessRefusal) -> UserAccount {
        guard let user = try await kept({ () throws(StorageError) in try await store.user(name) }) else { throw .noSuchUser(name) }
        return user
    }

    private static func hash(of password: String, for name: UserName, cost: PasswordHash.Cost) throws(AccessRefusal) -> String {
        if let fault = PasswordFault.of(password, for: name.rawValue) { throw .password(fault) }
        return PasswordHash(of: password, cost: cost).text
    }
}

// MARK: Tokens
extension Doorkeeper {
    /// Days a token lasts at most, and where nothing is said; how many a user may have.
    public static let longestToken = 366, usualToken = 90, mostTokens = 20

    /// - Returns: The secret, which is shown now and never again.
    public func addToken(
        _ label: String, scopes: Set<TokenScope>, days: Int, for name: UserName, by asker: Asker
    ) async throws(AccessRefusal) -> Secret {
        let label = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...80).contains(label.count), !label.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .badLabel
        }
        guard !scopes.isEmpty else { throw .noScope }
        guard (1...Self.longestToken).contains(days) else { throw .badDays }
        _ = try await user(name)
        let held = try await kept { () throws(StorageError) in try await store.tokens(of: name) }
        guard held.count < Self.mostTokens else { throw .tooManyTokens }
        let secret = Secret.made(prefix: Secret.tokenPrefix)
        let now = clock.now()
        let token = StoredToken(
            id: Secret.identifier(), key: secret.key, user: name, label: label, scopes: scopes, made: now,
            ends: Timestamp(secondsSince1970: now.secondsSince1970 + Int64(days) * 86_400))
        try await kept { () throws(StorageError) in
            try await store.add(token)
            try await note(.tokenAdded, by: asker, on: "\(token.id) of \(name): \(label)")
        }
        return secret
    }

    /// - Parameter owner: whose it has to be; nil for whoever's.
    public func revokeToken(_ id: String, of owner: UserName?, by asker: Asker) async throws(AccessRefusal) {
        let held = try await kept { () throws(StorageError) in try await store.tokens(of: owner) }
        guard let token = held.first(where: { $0.id == id }) else { throw .noSuchToken }
        try await kept { () throws(StorageError) in
            _ = try await store.revoke(id)
            try await note(.tokenRevoked, by: asker, on: "\(id) of \(token.user): \(token.label)")
        }
    }
}
