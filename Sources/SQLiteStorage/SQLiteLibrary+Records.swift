public import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func outlets() async throws(StorageError) -> [Outlet] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM outlet ORDER BY id").map { row in
                Outlet(
                    id: OutletID(row["id"]), name: row["name"], kind: OutletKind(rawValue: row["kind"]) ?? .unknown, country: row["country"],
                    ownerGroup: row["owner_group"], reliability: (row["reliability"] as String?).flatMap(Reliability.init),
                    language: row["language"], homepage: row["homepage"])
            }
        }
    }

    public func save(outlets: [Outlet]) async throws(StorageError) {
        try await write { database in
            for outlet in outlets {
                try database.execute(
                    sql:
                        "INSERT OR REPLACE INTO outlet (id, name, kind, country, owner_group, reliability, language, homepage) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    arguments: [
                        outlet.id.rawValue, outlet.name, outlet.kind.rawValue, outlet.country, outlet.ownerGroup, outlet.reliability?.rawValue,
                        outlet.language, outlet.homepage,
                    ])
            }
        }
    }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        do {
            return try await database.read(body)
        } catch {
            throw Self.translated(error, path: path)
        }
    }

    /// One transaction: all of it or nothing.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        if database.configuration.readonly { throw .readOnly(path: path) }
        do {
            return try await database.write(body)
        } catch {
            throw Self.translated(error, path: path)
        }
    }
}
