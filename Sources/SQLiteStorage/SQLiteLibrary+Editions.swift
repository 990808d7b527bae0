public import BriefModel
import FoundationEssentials
import GRDB
public import Storage

extension SQLiteLibrary {
    public func mark() async throws(StorageError) -> Int64 {
        try await read { try Int64.fetchOne($0, sql: "SELECT max(row) FROM article_version") ?? 0 }
    }

    public func articles(through mark: Int64) async throws(StorageError) -> [Article] {
        try await read { database in
            try Article.fetch(
                database, "WHERE row IN (SELECT max(row) FROM article_version WHERE row <= ? GROUP BY id) ORDER BY id", [mark])
        }
    }

    public func heldVersions(through mark: Int64) async throws(StorageError) -> [HeldVersion] {
        try await read { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT id, version, address, outlet, published, fetched FROM article_version
                    WHERE row IN (SELECT max(row) FROM article_version WHERE row <= ? GROUP BY id) ORDER BY id
                    """, arguments: [mark])
            var held: [HeldVersion] = []
            while let row = try rows.next() {
                held.append(
                    HeldVersion(
                        article: ArticleID(row["id"]), version: row["version"], address: row["address"], outlet: OutletID(row["outlet"]),
                        published: (row["published"] as Int64?).map(Timestamp.init(secondsSince1970:)),
                        fetched: Timestamp(secondsSince1970: row["fetched"])))
            }
            return held
        }
    }

    public func save(edition: StoredEdition) async throws(StorageError) {
        try await write { database in
            let counting = try StoredEdition.fetch(
                database, "WHERE topic = ? AND as_of = ? ORDER BY number DESC LIMIT 1", [edition.topic, edition.asOf.secondsSince1970]
            ).first
            if counting?.tellsTheSame(as: edition) == true { return }
            try database.execute(
                sql: "INSERT INTO edition (topic, as_of, title, json, basis) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    edition.topic, edition.asOf.secondsSince1970, edition.title, edition.json, try edition.basis.map(Columns.basis),
                ])
        }
    }

    public func editions(topic: String?) async throws(StorageError) -> [StoredEdition] {
        try await read { database in
            let counting = try StoredEdition.fetch(database, "WHERE ?1 IS NULL OR topic = ?1 ORDER BY as_of DESC, topic, number DESC", [topic])
            var seen: Set<[String]> = []
            return counting.filter { seen.insert([$0.topic, $0.asOf.description]).inserted }
        }
    }

    public func edition(number: Int) async throws(StorageError) -> StoredEdition? {
        try await read { try StoredEdition.fetch($0, "WHERE number = ?", [number]).first }
    }

    public func newestEditions() async throws(StorageError) -> [EditionMark] {
        try await read { database in
            // Answered from the index alone; of a bare column beside max() SQLite gives the value in that row.
            let number = try StoredEdition.number(in: database)
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT topic, as_of, max(\(number)) AS number FROM edition AS newest
                    WHERE as_of = (SELECT max(as_of) FROM edition WHERE topic = newest.topic) GROUP BY topic ORDER BY topic
                    """)
            return rows.map { EditionMark(topic: $0["topic"], asOf: Timestamp(secondsSince1970: $0["as_of"]), number: $0["number"]) }
        }
    }

    public func latestEdition(topic: String, before moment: Timestamp) async throws(StorageError) -> StoredEdition? {
        try await read { database in
            try StoredEdition.fetch(
                database, "WHERE topic = ? AND as_of < ? ORDER BY as_of DESC, number DESC LIMIT 1", [topic, moment.secondsSince1970]
            ).first
        }
    }
}

extension StoredEdition {
    fileprivate static func fetch(_ database: Database, _ condition: String, _ arguments: StatementArguments) throws -> [StoredEdition] {
        // A library that may only be looked at can be older than its last columns.
        try Row.fetchAll(
            database, sql: "SELECT * FROM edition \(condition.replacing("number", with: try number(in: database)))", arguments: arguments
        ).map { row in
            StoredEdition(
                number: row["number"] as Int? ?? 0, topic: row["topic"], title: row["title"], asOf: Timestamp(secondsSince1970: row["as_of"]),
                json: row["json"], basis: (row["basis"] as String?).flatMap(Columns.basis))
        }
    }

    /// What stands for the number where there is none: then each topic and moment has one edition.
    fileprivate static func number(in database: Database) throws -> String {
        try database.columns(in: "edition").contains { $0.name == "number" } ? "number" : "as_of"
    }
}

extension Columns {
    fileprivate static func basis(_ basis: EditionBasis) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(basis), as: UTF8.self)
    }

    /// Nil for what another version of this program wrote otherwise.
    fileprivate static func basis(_ text: String) -> EditionBasis? {
        do { return try JSONDecoder().decode(EditionBasis.self, from: Data(text.utf8)) } catch { return nil }
    }
}
