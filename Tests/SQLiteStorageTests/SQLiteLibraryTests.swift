import BriefModel
import Foundation
import GRDB
import Storage
import Testing

@testable import SQLiteStorage

/// What may happen to a library on disk.
@Suite struct SQLiteLibraryTests {
    @Test func `what was recorded is there after the process died without closing`() async throws {
        let place = try Place()
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        _ = try await library.record([Sample.reading("a", "one"), Sample.reading("b", "two")])
        // The files as a killed process leaves them: nothing closed, nothing moved from the log into the database.
        let copy = try Place()
        try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
        for name in ["library.sqlite", "library.sqlite-wal"] where FileManager.default.fileExists(atPath: place.folder + "/" + name) {
            try FileManager.default.copyItem(atPath: place.folder + "/" + name, toPath: copy.folder + "/" + name)
        }
        #expect(FileManager.default.fileExists(atPath: copy.folder + "/library.sqlite-wal"), "else this test would show nothing")
        let reopened = try SQLiteLibrary(path: copy.folder, mode: .readWrite)
        #expect(try await reopened.articles().map(\.text) == ["On a\n\none", "On b\n\ntwo"])
        #expect(try await library.articles().count == 2)
    }

    @Test func `the folder is made for its owner only`() throws {
        let place = try Place()
        _ = try SQLiteLibrary(path: place.folder + "/deeper", mode: .readWrite)
        let mode = try FileManager.default.attributesOfItem(atPath: place.folder + "/deeper")[.posixPermissions] as? Int
        #expect(mode == 0o700)
    }

    @Test func `a library to look at must be there, and cannot be written to`() async throws {
        let place = try Place()
        #expect(throws: StorageError.self) { try SQLiteLibrary(path: place.folder, mode: .readOnly) }
        _ = try await SQLiteLibrary(path: place.folder, mode: .readWrite).record(Sample.reading("a", "one"))
        let library = try SQLiteLibrary(path: place.folder, mode: .readOnly)
        #expect(try await library.articles().count == 1)
        await #expect(throws: StorageError.readOnly(path: place.folder)) { try await library.record(Sample.reading("b", "two")) }
        #expect(try await library.articles().count == 1)
    }

    @Test func `a library of a newer program is refused and left as it was`() async throws {
        let place = try Place()
        try await Self.fill(place)
        try place.direct { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9999 of the future')") }
        #expect(throws: StorageError.newerSchema(path: place.folder)) { try SQLiteLibrary(path: place.folder, mode: .readWrite) }
        #expect(throws: StorageError.newerSchema(path: place.folder)) { try SQLiteLibrary(path: place.folder, mode: .readOnly) }
        #expect(try place.direct { try Int.fetchOne($0, sql: "SELECT count(*) FROM article_version") } == 1)
    }

    @Test func `a full disk stores nothing of the step and says so`() async throws {
        let place = try Place()
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite, patience: 1, pageLimit: 40)
        _ = try await library.record(Sample.reading("a", "one"))
        let large = (0..<60).map { Sample.reading("large\($0)", String(repeating: "word \($0) ", count: 2_000)) }
        await #expect(throws: StorageError.diskFull(path: place.folder)) { try await library.record(large) }
        #expect(try await library.articles().map(\.id) == ["a"], "the batch is all or nothing")
        #expect(try await library.record(Sample.reading("a", "one")) == .unchanged, "and the library can still be used")
    }

    @Test func `a damaged file is refused`() async throws {
        let place = try Place()
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        _ = try await library.record((0..<80).map { Sample.reading("a\($0)", String(repeating: "text \($0) ", count: 200)) })
        try place.direct { _ = try $0.checkpoint(.truncate) }
        let file = URL(fileURLWithPath: place.folder + "/library.sqlite")
        var bytes = try Data(contentsOf: file)
        for page in stride(from: 8_192, to: bytes.count - 4_096, by: 4_096) {
            bytes.replaceSubrange(page..<(page + 400), with: repeatElement(0xA5, count: 400))
        }
        let damaged = try Place()
        try FileManager.default.createDirectory(atPath: damaged.folder, withIntermediateDirectories: true)
        try bytes.write(to: URL(fileURLWithPath: damaged.folder + "/library.sqlite"))
        #expect { try SQLiteLibrary(path: damaged.folder, mode: .readWrite) } throws: { error in
            if case .damaged(damaged.folder, _) = error as? StorageError { true } else { false }
        }
    }

    @Test func `a file that is no library is refused and kept`() throws {
        let place = try Place()
        try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
        let file = place.folder + "/library.sqlite"
        let letter = Data(String(repeating: "Dear library, ", count: 500).utf8)
        try letter.write(to: URL(fileURLWithPath: file))
        #expect { try SQLiteLibrary(path: place.folder, mode: .readWrite) } throws: { error in
            if case .damaged = error as? StorageError { true } else { false }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == letter)
    }

    @Test func `another process that is writing is waited for, then named`() async throws {
        let place = try Place()
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite, patience: 0.05, pageLimit: nil)
        _ = try await library.record(Sample.reading("a", "one"))
        let other = try place.lock()
        await #expect(throws: StorageError.busy(path: place.folder)) { try await library.record(Sample.reading("b", "two")) }
        #expect(try await library.articles().count == 1, "reading goes on")
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await library.record(Sample.reading("b", "two")) == .new)
    }

    @Test(arguments: [SQLiteLibrary.Mode.readWrite, .readOnly])
    func `what another process is in the middle of writing is not seen, and keeps nobody from reading`(mode: SQLiteLibrary.Mode) async throws {
        let place = try Place()
        try await Self.fill(place)
        let library = try SQLiteLibrary(path: place.folder, mode: mode, patience: 0.05, pageLimit: nil)
        let other = try place.lock()
        try await other.writeWithoutTransaction { database in
            try database.execute(sql: "UPDATE article_version SET is_latest = 0")
            try database.execute(sql: "INSERT INTO outlet (id, name, kind) VALUES ('x', 'X', 'outlet')")
        }
        let snapshot = try await library.snapshot()
        for store in [library, snapshot] as [any LibraryStore] {
            #expect(try await store.articles().map(\.id) == ["a"])
            #expect(try await store.outlets().isEmpty)
        }
        try await other.writeWithoutTransaction { try $0.execute(sql: "COMMIT") }
        #expect(try await snapshot.articles().map(\.id) == ["a"], "one state to the end")
        #expect(try await snapshot.outlets().isEmpty)
        #expect(try await library.outlets().map(\.name) == ["X"])
        #expect(try await library.snapshot().articles().isEmpty)
        await #expect(throws: StorageError.readOnly(path: place.folder)) { try await snapshot.record(Sample.reading("b", "two")) }
    }

    @Test func `the text of a stored version cannot be changed even by hand`() async throws {
        let place = try Place()
        try await Self.fill(place)
        #expect(throws: DatabaseError.self) {
            try place.direct { try $0.execute(sql: "UPDATE article_version SET text = 'other'") }
        }
    }

    @Test func `a path that is a file is no library`() throws {
        let place = try Place()
        try Data().write(to: URL(fileURLWithPath: place.folder))
        #expect(throws: StorageError.self) { try SQLiteLibrary(path: place.folder, mode: .readWrite) }
    }

    @Test func `every question to the text index finds its rows by key`() async throws {
        let place = try Place()
        try await Self.fill(place)
        let questions = [
            TextPostings.textSQL, TextPostings.namesSQL, TextPostings.removalSQL, TextPostings.firstSQL, TextPostings.beforeSQL,
            TextPostings.afterSQL,
        ]
        for question in questions {
            let plan = try place.direct { database in
                // A plan needs no values.
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + question.replacing(#/\?\d?/#, with: "1")).map { $0["detail"] as String }
            }
            #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") && $0.contains("PRIMARY KEY") }, "\(question): \(plan)")
        }
    }

    @Test(arguments: TextSearch.Index.allCases) func `search asks the index of words first, and then for each article by its row`(
        index: TextSearch.Index
    ) async throws {
        let place = try Place()
        try await Self.fill(place)
        let plan = try place.direct { database in
            try Row.fetchAll(
                database, sql: "EXPLAIN QUERY PLAN " + TextSearch.rankedSQL(by: index, hasLetters: true), arguments: ["tern", 1]
            ).map { $0["detail"] as String }
        }
        #expect(plan.first?.hasPrefix("SCAN i VIRTUAL TABLE INDEX") == true, "\(plan)")
        #expect(plan.dropFirst().first == "SEARCH v USING INTEGER PRIMARY KEY (rowid=?)", "\(plan)")
    }

    @Test func `a library from before the text index can be looked at, and is indexed once it is written`() async throws {
        let place = try Place()
        try await Self.fill(place)
        try place.direct { database in
            try database.execute(
                sql: """
                    DROP TABLE indexed_text; DROP TABLE text_posting; DROP TABLE text_index;
                    DELETE FROM grdb_migrations WHERE identifier LIKE '%hashes of their wording';
                    """)
        }
        let looking = try SQLiteLibrary(path: place.folder, mode: .readOnly)
        #expect(try await looking.unindexed(scheme: 1, limit: 9).articles.map(\.id) == ["a"])
        await #expect(throws: StorageError.readOnly(path: place.folder)) { try await looking.index([], through: 1, scheme: 1) }
        let writing = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        let next = try await writing.unindexed(scheme: 1, limit: 9)
        let text = IndexedText(article: "a", version: 1, dated: Timestamp(secondsSince1970: 3), keys: [1, .max])
        try await writing.index([text], through: next.mark, scheme: 1)
        #expect(try await writing.unindexed(scheme: 1, limit: 9).remaining == 0)
        #expect(try await SQLiteLibrary(path: place.folder, mode: .readOnly).indexedTexts(of: ["a"]) == [text])
    }

    @Test func `a library from before the latest columns can be looked at, and has them once it is written`() async throws {
        let place = try Place()
        try await Self.fill(place)
        try place.direct { database in
            try database.execute(
                sql: """
                    INSERT INTO source_state (address, is_refusal) VALUES ('https://x.example/feed', 0);
                    ALTER TABLE article_version DROP COLUMN wishes; ALTER TABLE article_version DROP COLUMN provenance;
                    ALTER TABLE source_state DROP COLUMN announces_feed;
                    DELETE FROM grdb_migrations WHERE identifier LIKE '%about use' OR identifier LIKE '%was found' OR identifier LIKE '%announce%';
                    """)
        }
        let looking = try SQLiteLibrary(path: place.folder, mode: .readOnly)
        let held = try await looking.articles()
        #expect(try await looking.sourceStates() == [SourceState(address: "https://x.example/feed")])
        #expect(held.map(\.id) == ["a"] && held[0].provenance == nil)
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        #expect(try await library.articles() == held)
        _ = try await library.record(Sample.reading("a", "two", Provenance(title: .init(.text, confidence: 0.5))))
        #expect(try await library.articles().map(\.provenance?.title?.origin) == [.text])
    }

    private static func fill(_ place: Place) async throws {
        _ = try await SQLiteLibrary(path: place.folder, mode: .readWrite).record(Sample.reading("a", "one"))
    }
}
