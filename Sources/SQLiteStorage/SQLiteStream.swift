public import BriefModel
import FoundationEssentials
import GRDB
public import Storage

/// A stream of articles kept in one SQLite file, as `SQLiteLibrary` keeps a library.
public struct SQLiteStream: StreamStore {
    private let database: DatabaseQueue
    private let path: String

    /// - Parameter path: the file; made when it is not there.
    public init(path: String) throws(StorageError) {
        self.path = path
        database = try SQLiteLibrary.translating(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.journalMode = .wal
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
            let database = try DatabaseQueue(path: path, configuration: configuration)
            if try database.read(Self.migrator.hasBeenSuperseded) { throw StorageError.newerSchema(path: path) }
            try Self.migrator.migrate(database)
            return database
        }
    }

    private static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("0001 checkpoint, steps, placements, strands") { database in
            try database.execute(
                sql: """
                    CREATE TABLE checkpoint (step INTEGER NOT NULL, state BLOB NOT NULL);
                    CREATE TABLE step (number INTEGER PRIMARY KEY, articles BLOB NOT NULL);
                    CREATE TABLE placement (place INTEGER PRIMARY KEY, article TEXT NOT NULL UNIQUE, story TEXT NOT NULL);
                    CREATE INDEX placement_story ON placement (story);
                    CREATE TABLE strand (row INTEGER PRIMARY KEY, number INTEGER NOT NULL, left INTEGER NOT NULL, returned INTEGER, bytes BLOB NOT NULL);
                    CREATE INDEX strand_number ON strand (number);
                    CREATE TABLE strand_term (term INTEGER NOT NULL, strand INTEGER NOT NULL, PRIMARY KEY (term, strand)) WITHOUT ROWID;
                    CREATE INDEX strand_terms ON strand_term (strand);
                    """)
        }
        migrator.registerMigration("0002 which story a strand is part of by now") { database in
            try database.execute(
                sql: """
                    ALTER TABLE strand ADD COLUMN story TEXT NOT NULL DEFAULT '';
                    CREATE TABLE joining (story TEXT PRIMARY KEY, whole TEXT NOT NULL, step INTEGER NOT NULL) WITHOUT ROWID;
                    """)
        }
        return migrator
    }

    public func save(_ step: StreamStep) async throws(StorageError) {
        try await write { database in
            for (article, story) in zip(step.articles, step.stories) {
                try database.cachedStatement(sql: "INSERT OR IGNORE INTO placement (article, story) VALUES (?, ?)")
                    .execute(arguments: [article.id.rawValue, story.rawValue])
            }
            for joining in step.joined {
                try database.cachedStatement(sql: "INSERT OR IGNORE INTO joining (story, whole, step) VALUES (?, ?, ?)")
                    .execute(arguments: [joining.story.rawValue, joining.whole.rawValue, step.number])
                try database.cachedStatement(sql: "UPDATE placement SET story = ? WHERE story = ?")
                    .execute(arguments: [joining.whole.rawValue, joining.story.rawValue])
            }
            for number in step.reopened {
                try database.execute(
                    sql: "UPDATE strand SET returned = ? WHERE row = (SELECT max(row) FROM strand WHERE number = ?)",
                    arguments: [step.number, number])
            }
            for strand in step.retired { try Self.keep(strand, left: step.number, in: database) }
            try Self.keepState(of: step, in: database)
        }
    }

    private static func keep(_ strand: StoredStrand, left step: Int, in database: Database) throws {
        try database.execute(
            sql: "INSERT INTO strand (number, story, left, bytes) VALUES (?, ?, ?, ?)",
            arguments: [strand.number, strand.story.rawValue, step, Data(strand.bytes)])
        let row = database.lastInsertedRowID
        let statement = try database.cachedStatement(sql: "INSERT OR IGNORE INTO strand_term (term, strand) VALUES (?, ?)")
        for term in strand.terms { try statement.execute(arguments: [term, row]) }
    }

    private static func keepState(of step: StreamStep, in database: Database) throws {
        guard let checkpoint = step.checkpoint else {
            try database.execute(
                sql: "INSERT INTO step (number, articles) VALUES (?, ?)", arguments: [step.number, try JSONEncoder().encode(step.articles)])
            return
        }
        try database.execute(sql: "DELETE FROM checkpoint; DELETE FROM step")
        try database.execute(sql: "INSERT INTO checkpoint (step, state) VALUES (?, ?)", arguments: [step.number, Data(checkpoint)])
        // Strands that came back are in the checkpoint.
        try database.execute(sql: "DELETE FROM strand_term WHERE strand IN (SELECT row FROM strand WHERE returned IS NOT NULL)")
        try database.execute(sql: "DELETE FROM strand WHERE returned IS NOT NULL")
    }

    public func resumption() async throws(StorageError) -> StreamResumption {
        try await read { database in
            let checkpoint = try Row.fetchOne(database, sql: "SELECT * FROM checkpoint")
            let steps = try Data.fetchAll(database, sql: "SELECT articles FROM step ORDER BY number")
            return StreamResumption(
                checkpoint: checkpoint.map { Array($0["state"] as Data) }, step: checkpoint?["step"] ?? 0,
                later: try steps.map { try JSONDecoder().decode([Article].self, from: $0) })
        }
    }

    public func stories(of articles: [ArticleID]) async throws(StorageError) -> [ArticleID: StoryID] {
        try await read { database in
            var stories: [ArticleID: StoryID] = [:]
            let statement = try database.cachedStatement(sql: "SELECT story FROM placement WHERE article = ?")
            for article in articles { stories[article] = try String.fetchOne(statement, arguments: [article.rawValue]).map { StoryID($0) } }
            return stories
        }
    }

    public func placements(after place: Int, limit: Int) async throws(StorageError) -> [StreamPlacement] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM placement WHERE place > ? ORDER BY place LIMIT ?", arguments: [place, max(0, limit)]).map {
                StreamPlacement(place: $0["place"], article: ArticleID($0["article"]), story: StoryID($0["story"]))
            }
        }
    }

    public func strands(sharing terms: [[Int32]], before step: Int, most: Int) async throws(StorageError) -> [StoredStrand] {
        try await read { database in
            guard try Bool.fetchOne(database, sql: "SELECT EXISTS (SELECT 1 FROM strand)") == true else { return [] }
            var rows: Set<Int64> = []
            for list in terms where list.count > 1 {
                let marks = databaseQuestionMarks(count: list.count)
                let statement = try database.cachedStatement(
                    sql: """
                        SELECT strand.row FROM strand_term JOIN strand ON strand.row = strand_term.strand
                        WHERE term IN (\(marks)) AND strand.left < ? AND (strand.returned IS NULL OR strand.returned >= ?)
                        GROUP BY strand.row HAVING count(*) > 1 ORDER BY count(*) DESC, strand.number LIMIT ?
                        """)
                rows.formUnion(try Int64.fetchAll(statement, arguments: StatementArguments(list) + [step, step, most]))
            }
            return try rows.sorted().compactMap { row in
                guard let strand = try Row.fetchOne(database, sql: "SELECT number, story, bytes FROM strand WHERE row = ?", arguments: [row]) else {
                    return nil
                }
                let terms = try Int32.fetchAll(database, sql: "SELECT term FROM strand_term WHERE strand = ? ORDER BY term", arguments: [row])
                let story = try Self.whole(of: strand["story"], before: step, in: database)
                return StoredStrand(number: strand["number"], story: StoryID(story), terms: terms, bytes: Array(strand["bytes"] as Data))
            }.sorted { $0.number < $1.number }
        }
    }

    private static func whole(of story: String, before step: Int, in database: Database) throws -> String {
        let statement = try database.cachedStatement(sql: "SELECT whole FROM joining WHERE story = ? AND step < ?")
        var story = story
        while let whole = try String.fetchOne(statement, arguments: [story, step]) { story = whole }
        return story
    }

    private func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StorageError) -> Value {
        do { return try await database.read(body) } catch { throw SQLiteLibrary.translated(error, path: path) }
    }

    private func write(_ body: @escaping @Sendable (Database) throws -> Void) async throws(StorageError) {
        do { return try await database.write(body) } catch { throw SQLiteLibrary.translated(error, path: path) }
    }
}
