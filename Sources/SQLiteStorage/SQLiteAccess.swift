public import BriefModel
import FoundationEssentials
import GRDB
import Glibc
public import Storage

/// Users, sessions, tokens and what people did, in `access.sqlite` of the library's folder, which only its owner may read.
///
/// Unlike the library's, a commit here is on the disk when it is told: who was signed out stays so after a power cut.
public struct SQLiteAccess: AccessStore {
    private let database: any DatabaseWriter
    private let path: String

    public static let fileName = "access.sqlite"

    /// - Parameter folder: the library's; it and the file are made when they are not there.
    public init(path folder: String) throws(StorageError) {
        path = folder + "/" + Self.fileName
        try SQLiteLibrary.makeFolder(folder)
        try Self.close(path)
        database = try SQLiteLibrary.translating(path) { [path] in
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON")
            }
            let database = try DatabasePool(path: path, configuration: configuration)
            if try database.read(Self.migrator.hasBeenSuperseded) { throw StorageError.newerSchema(path: path) }
            try Self.migrator.migrate(database)
            return database
        }
    }

    /// As it stands where it cannot be written, to be looked at.
    public init(standing folder: String) throws(StorageError) {
        path = folder + "/" + Self.fileName
        database = try SQLiteLibrary.translating(path) { [path] in
            var configuration = Configuration()
            configuration.readonly = true
            let database = try DatabaseQueue(path: SQLiteLibrary.lookedAt(path), configuration: configuration)
            if try database.read(Self.migrator.hasBeenSuperseded) { throw StorageError.newerSchema(path: path) }
            return database
        }
    }

    /// Closed to others before anything is in it; SQLite gives its log the same rights.
    private static func close(_ path: String) throws(StorageError) {
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            if errno == EROFS || errno == EACCES { throw .readOnly(path: path) }
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
        defer { Glibc.close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0 else { throw .cannotOpen(path: path, why: "it belongs to somebody else") }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 users, sessions, tokens, events") { database in
            try database.execute(
                sql: """
                    CREATE TABLE user (name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, added INTEGER NOT NULL) WITHOUT ROWID;
                    CREATE TABLE session (
                        key BLOB PRIMARY KEY, user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE, begun INTEGER NOT NULL, seen INTEGER NOT NULL
                    ) WITHOUT ROWID;
                    CREATE INDEX session_user ON session (user);
                    CREATE TABLE token (
                        number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, key BLOB NOT NULL UNIQUE,
                        user TEXT NOT NULL REFERENCES user (name) ON DELETE CASCADE, label TEXT NOT NULL, scopes TEXT NOT NULL,
                        made INTEGER NOT NULL, ends INTEGER NOT NULL, used INTEGER
                    );
                    CREATE INDEX token_user ON token (user);
                    CREATE TABLE event (
                        number INTEGER PRIMARY KEY AUTOINCREMENT, moment INTEGER NOT NULL, kind TEXT NOT NULL, user TEXT, address TEXT,
                        subject TEXT NOT NULL
                    );
                    CREATE INDEX event_sign_in ON event (user, address, moment) WHERE kind = 'signed-in';
                    CREATE TRIGGER event_never_changes BEFORE UPDATE ON event
                    BEGIN SELECT RAISE(ABORT, 'an event never changes'); END;
                    CREATE TRIGGER event_is_kept BEFORE DELETE ON event
                    WHEN OLD.number > (SELECT max(number) FROM event) - \(AccessLog.kept)
                    BEGIN SELECT RAISE(ABORT, 'an event is kept'); END;
                    """)
        }
        return migrator
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        do { return try await database.read(body) } catch { throw SQLiteLibrary.translated(error, path: path) }
    }

    @discardableResult
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        do { return try await database.write(body) } catch { throw SQLiteLibrary.translated(error, path: path) }
    }
}

// MARK: Users
extension SQLiteAccess {
    public func users() async throws(StorageError) -> [UserAccount] {
        try await read { try Row.fetchAll($0, sql: "SELECT * FROM user ORDER BY name").compactMap(UserAccount.init) }
    }

    public func user(_ name: UserName) async throws(StorageError) -> UserAccount? {
        try await read { try Row.fetchOne($0, sql: "SELECT * FROM user WHERE name = ?", arguments: [name.rawValue]).flatMap(UserAccount.init) }
    }

    public func hasUsers() async throws(StorageError) -> Bool {
        try await read { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM user)") ?? false }
    }

    public func save(_ user: UserAccount) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT INTO user (name, role, password, added) VALUES (?, ?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET role = excluded.role, password = excluded.password
                    """,
                arguments: [user.name.rawValue, user.role.rawValue, user.password, user.added.secondsSince1970])
        }
    }

    public func remove(_ user: UserName) async throws(StorageError) -> Bool {
        try await write { database in
            try database.execute(sql: "DELETE FROM user WHERE name = ?", arguments: [user.rawValue])
            return database.changesCount > 0
        }
    }
}

// MARK: Sessions
extension SQLiteAccess {
    public func begin(_ session: StoredSession) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO session (key, user, begun, seen) VALUES (?, ?, ?, ?)",
                arguments: [Data(session.key), session.user.rawValue, session.begun.secondsSince1970, session.seen.secondsSince1970])
        }
    }

    public func session(_ key: [UInt8]) async throws(StorageError) -> StoredSession? {
        try await read { database in
            guard let row = try Row.fetchOne(database, sql: "SELECT * FROM session WHERE key = ?", arguments: [Data(key)]),
                let user = UserName(row["user"] as String)
            else { return nil }
            return StoredSession(
                key: key, user: user, begun: Timestamp(secondsSince1970: row["begun"]), seen: Timestamp(secondsSince1970: row["seen"]))
        }
    }

    public func saw(_ session: [UInt8], at moment: Timestamp) async throws(StorageError) {
        try await write { database in
            try database.execute(sql: "UPDATE session SET seen = ? WHERE key = ?", arguments: [moment.secondsSince1970, Data(session)])
        }
    }

    public func end(_ session: [UInt8]) async throws(StorageError) {
        try await write { try $0.execute(sql: "DELETE FROM session WHERE key = ?", arguments: [Data(session)]) }
    }

    public func endSessions(of user: UserName, except key: [UInt8]?) async throws(StorageError) {
        try await write { database in
            try database.execute(sql: "DELETE FROM session WHERE user = ? AND key <> ?", arguments: [user.rawValue, Data(key ?? [])])
        }
    }

    public func endSessions(begunBefore: Timestamp, seenBefore: Timestamp) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM session WHERE begun < ? OR seen < ?", arguments: [begunBefore.secondsSince1970, seenBefore.secondsSince1970])
        }
    }
}

// MARK: Tokens
extension SQLiteAccess {
    public func add(_ token: StoredToken) async throws(StorageError) {
        let scopes = token.scopes.map(\.rawValue).sorted().joined(separator: " ")
        try await write { database in
            try database.execute(
                sql: "INSERT INTO token (id, key, user, label, scopes, made, ends, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    token.id, Data(token.key), token.user.rawValue, token.label, scopes, token.made.secondsSince1970, token.ends.secondsSince1970,
                    token.used?.secondsSince1970,
                ])
        }
    }

    public func token(_ key: [UInt8]) async throws(StorageError) -> StoredToken? {
        try await read { try Row.fetchOne($0, sql: "SELECT * FROM token WHERE key = ?", arguments: [Data(key)]).flatMap(StoredToken.init) }
    }

    public func tokens(of user: UserName?) async throws(StorageError) -> [StoredToken] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM token WHERE ?1 IS NULL OR user = ?1 ORDER BY number", arguments: [user?.rawValue]
            ).compactMap(StoredToken.init)
        }
    }

    public func used(_ token: String, at moment: Timestamp) async throws(StorageError) {
        try await write { try $0.execute(sql: "UPDATE token SET used = ? WHERE id = ?", arguments: [moment.secondsSince1970, token]) }
    }

    public func revoke(_ token: String) async throws(StorageError) -> Bool {
        try await write { database in
            try database.execute(sql: "DELETE FROM token WHERE id = ?", arguments: [token])
            return database.changesCount > 0
        }
    }
}

// MARK: Events
extension SQLiteAccess {
    public func note(_ event: AccessEvent) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: "INSERT INTO event (moment, kind, user, address, subject) VALUES (?, ?, ?, ?, ?)",
                arguments: [event.moment.secondsSince1970, event.kind.rawValue, event.user?.rawValue, event.address, event.subject])
        }
    }

    public func events(before number: Int?, limit: Int) async throws(StorageError) -> [NotedEvent] {
        try await read { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM event WHERE number < ? ORDER BY number DESC LIMIT ?", arguments: [number ?? Int.max, max(0, limit)]
            ).compactMap(NotedEvent.init)
        }
    }

    public func hasSignedIn(_ user: UserName, from address: String, since moment: Timestamp) async throws(StorageError) -> Bool {
        try await read { database in
            try Bool.fetchOne(
                database,
                sql: "SELECT EXISTS (SELECT 1 FROM event WHERE kind = 'signed-in' AND user = ? AND address = ? AND moment >= ?)",
                arguments: [user.rawValue, address, moment.secondsSince1970]) ?? false
        }
    }

    public func forgetEvents(before moment: Timestamp) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: "DELETE FROM event WHERE moment < ? AND number <= (SELECT max(number) FROM event) - ?",
                arguments: [moment.secondsSince1970, AccessLog.kept])
        }
    }
}

// MARK: Rows. What a newer program may have written otherwise is left out.
extension UserAccount {
    fileprivate init?(_ row: Row) {
        guard let name = UserName(row["name"] as String), let role = Role(rawValue: row["role"]) else { return nil }
        self.init(name: name, role: role, password: row["password"], added: Timestamp(secondsSince1970: row["added"]))
    }
}

extension StoredToken {
    fileprivate init?(_ row: Row) {
        guard let user = UserName(row["user"] as String) else { return nil }
        self.init(
            id: row["id"], key: Array(row["key"] as Data), user: user, label: row["label"],
            scopes: Set((row["scopes"] as String).split(separator: " ").compactMap { TokenScope(rawValue: String($0)) }),
            made: Timestamp(secondsSince1970: row["made"]), ends: Timestamp(secondsSince1970: row["ends"]),
            used: (row["used"] as Int64?).map { Timestamp(secondsSince1970: $0) })
    }
}

extension NotedEvent {
    fileprivate init?(_ row: Row) {
        guard let kind = AccessEvent.Kind(rawValue: row["kind"]) else { return nil }
        let event = AccessEvent(
            moment: Timestamp(secondsSince1970: row["moment"]), kind: kind, user: (row["user"] as String?).flatMap { UserName($0) },
            address: row["address"], subject: row["subject"])
        self.init(number: row["number"], event: event)
    }
}
