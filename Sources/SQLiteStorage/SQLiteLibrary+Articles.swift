public import BriefModel
import Crypto
import Foundation
import GRDB
public import Storage

extension SQLiteLibrary {
    public func record(_ reading: Reading) async throws(StorageError) -> RecordOutcome {
        try await record([reading]).first ?? .unchanged
    }

    public func record(_ readings: [Reading]) async throws(StorageError) -> [RecordOutcome] {
        // Compressing and hashing need no lock, so they happen before the transaction.
        let prepared = readings.map(PreparedReading.init)
        return try await write { database in try prepared.map { try $0.store(in: database) } }
    }

    public func articles() async throws(StorageError) -> [Article] {
        try await read { try Article.fetch($0, "WHERE is_latest = 1 ORDER BY id", []) }
    }

    public func article(_ id: ArticleID, version: Int?) async throws(StorageError) -> Article? {
        try await read { database in
            guard let version else { return try Article.fetch(database, "WHERE is_latest = 1 AND id = ?", [id.rawValue]).first }
            return try Article.fetch(database, "WHERE id = ? AND version = ?", [id.rawValue, version]).first
        }
    }

    public func versions(of id: ArticleID) async throws(StorageError) -> [Article] {
        try await read { try Article.fetch($0, "WHERE id = ? ORDER BY version", [id.rawValue]) }
    }

    public func newestArticles(of outlet: OutletID, limit: Int) async throws(StorageError) -> [Article] {
        try await read { database in
            try Article.fetch(
                database, "WHERE is_latest = 1 AND outlet = ? ORDER BY COALESCE(published, fetched) DESC, id LIMIT ?",
                [outlet.rawValue, max(0, limit)])
        }
    }

    public func rawBytes(of id: ArticleID, version: Int) async throws(StorageError) -> [UInt8]? {
        try await read { database in
            try Row.fetchOne(
                database, sql: "SELECT raw, raw_size FROM article_version WHERE id = ? AND version = ?", arguments: [id.rawValue, version]
            ).map { row in
                guard let bytes = Deflate.expanded([UInt8](row["raw"] as Data), size: row["raw_size"]) else {
                    throw StorageError.damaged(path: path, why: "the bytes of \(id) cannot be unpacked")
                }
                return bytes
            }
        }
    }

    public func search(_ query: String, limit: Int) async throws(StorageError) -> [SearchHit] {
        // Every word in quotation marks: what a person types can never be query syntax.
        guard limit > 0, let question = try? SearchQuestion(SearchQuestion.quoting(wordsOf: query)) else { return [] }
        let found = try await matches(question, limit: max(limit, Self.weighed)).matches.prefix(limit).map(\.article)
        let excerpts = try await excerpts(of: found, answering: question)
        return found.map { SearchHit(article: $0, snippet: excerpts[$0]?.text ?? "") }
    }

    /// Matches of words that are weighed against each other.
    private static let weighed = 2_000
}

/// A reading with what the table keeps beside it.
private struct PreparedReading: Sendable {
    let reading: Reading
    let textHash: Data
    let rawHash: Data
    let raw: Data

    init(_ reading: Reading) {
        self.reading = reading
        textHash = Data(SHA256.hash(data: Array(reading.article.text.utf8)))
        rawHash = Data(SHA256.hash(data: reading.rawBytes))
        raw = Data(Deflate.compressed(reading.rawBytes))
    }

    func store(in database: Database) throws -> RecordOutcome {
        let article = reading.article
        let latest = try Row.fetchOne(
            database, sql: "SELECT row, version, title, text, text_hash FROM article_version WHERE is_latest = 1 AND id = ?",
            arguments: [article.id.rawValue])
        guard let latest else {
            try insert(version: 1, in: database)
            return .new
        }
        let row: Int64 = latest["row"]
        guard latest["text_hash"] as Data != textHash else {
            // A publisher may ask for something else without changing a word.
            try database.execute(
                sql: "UPDATE article_version SET last_seen = ?, wishes = ? WHERE row = ?",
                arguments: [article.fetched.secondsSince1970, Columns.wishes(article.wishes), row])
            return .unchanged
        }
        try database.execute(
            sql: "INSERT INTO article_search(article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            arguments: [row, latest["title"] as String, latest["text"] as String])
        try database.execute(sql: "UPDATE article_version SET is_latest = 0 WHERE row = ?", arguments: [row])
        let version = (latest["version"] as Int) + 1
        try insert(version: version, in: database)
        return .newVersion(version)
    }

    private func insert(version: Int, in database: Database) throws {
        let article = reading.article
        try database.cachedStatement(
            sql: """
                INSERT INTO article_version (id, version, is_latest, address, outlet, title, authors, published, modified, fetched, last_seen, language,
                    section, credit_line, is_correction, text, blocks, links, text_hash, raw_hash, raw, raw_size, media_type, wishes, provenance)
                VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            article.id.rawValue, version, article.address, article.outlet.rawValue, article.title, Columns.lines(article.authors),
            article.published?.secondsSince1970, article.modified?.secondsSince1970, article.fetched.secondsSince1970,
            article.fetched.secondsSince1970, article.language, article.section, article.creditLine, article.isCorrection, article.text,
            Columns.blocks(article.blocks), Columns.lines(article.links), textHash, rawHash, raw, reading.rawBytes.count, reading.mediaType,
            Columns.wishes(article.wishes), Columns.provenance(article.provenance),
        ])
        let row = database.lastInsertedRowID
        try database.cachedStatement(sql: "INSERT INTO article_search(rowid, title, text) VALUES (?, ?, ?)")
            .execute(arguments: [row, article.title, article.text])
        try UnspacedLetters.index(row, title: article.title, text: article.text, in: database)
    }
}

extension Article {
    static func fetch(_ database: Database, _ condition: String, _ arguments: StatementArguments) throws -> [Article] {
        // A library that may only be looked at can be older than its last columns.
        let held = Set(try database.columns(in: "article_version").map(\.name))
        let later = ["wishes", "provenance"].filter(held.contains).map { ", " + $0 }.joined()
        return try Row.fetchAll(
            database,
            sql: """
                SELECT id, version, address, outlet, title, authors, published, modified, fetched, language, section, credit_line, is_correction, text,
                    blocks, links\(later) FROM article_version \(condition)
                """, arguments: arguments
        ).map { row in
            guard let article = Article(row: row) else {
                throw StorageError.damaged(path: row["id"], why: "the blocks of a stored article do not lie in its text")
            }
            return article
        }
    }

    private init?(row: Row) {
        func moment(_ column: String) -> Timestamp? { (row[column] as Int64?).map(Timestamp.init(secondsSince1970:)) }
        guard let blocks = Columns.blocks(row["blocks"] as String), let fetched = moment("fetched") else { return nil }
        self.init(
            id: ArticleID(row["id"]), version: row["version"], address: row["address"], outlet: OutletID(row["outlet"]), title: row["title"],
            authors: Columns.list(row["authors"]), published: moment("published"), modified: moment("modified"), fetched: fetched,
            language: row["language"], section: row["section"], creditLine: row["credit_line"], isCorrection: row["is_correction"],
            text: row["text"], blocks: blocks, links: Columns.list(row["links"]), wishes: Columns.wishes(row["wishes"]),
            provenance: Columns.provenance(row["provenance"]))
    }
}
