public import BriefModel
import Foundation
import GRDB
public import Storage

extension SQLiteLibrary {
    public func unindexed(scheme: Int, limit: Int) async throws(StorageError) -> UnindexedArticles {
        try await read { database in
            let mark = try TextPostings(database).mark(scheme: scheme) ?? 0
            let last = try Int64.fetchOne(database, sql: "SELECT max(row) FROM article_version") ?? 0
            let through =
                try Int64.fetchOne(
                    database, sql: "SELECT row FROM article_version WHERE row > ? ORDER BY row LIMIT 1 OFFSET ?", arguments: [mark, limit - 1])
                ?? last
            guard through > mark else { return UnindexedArticles(articles: [], mark: mark, remaining: 0) }
            let articles = try Article.fetch(database, "WHERE row > ? AND row <= ? AND is_latest = 1 ORDER BY id", [mark, through])
            return UnindexedArticles(articles: articles, mark: through, remaining: Int(last - mark))
        }
    }

    public func index(_ texts: [IndexedText], through mark: Int64, scheme: Int) async throws(StorageError) {
        try await write { database in
            // Only a library that is never opened for writing lacks the tables.
            guard try database.tableExists("text_index") else { throw StorageError.readOnly(path: path) }
            let postings = TextPostings(database)
            let held = try postings.mark(scheme: scheme)
            if held == nil { try postings.empty() }
            try postings.put(texts)
            try database.execute(sql: "DELETE FROM text_index")
            try database.execute(sql: "INSERT INTO text_index (scheme, mark) VALUES (?, ?)", arguments: [scheme, max(mark, held ?? 0)])
        }
    }

    public func neighbours(of texts: [IndexedText], reach: Int, asOf: Timestamp) async throws(StorageError) -> [[TextNeighbour]] {
        try await read { database in
            let postings = TextPostings(database)
            // Texts asked for together have most of their neighbours in common.
            var names: [Int64: [String]] = [:]
            return try texts.map { try postings.neighbours(of: $0, reach: reach, asOf: asOf, named: &names) }
        }
    }

    public func indexedTexts(of articles: [ArticleID]) async throws(StorageError) -> [IndexedText] {
        try await read { database in
            let postings = TextPostings(database)
            return try Set(articles).sorted().compactMap { try postings.text(of: $0) }
        }
    }
}

/// The tables of the text index within one transaction. Every statement finds its rows through a primary key and bounds how many it reads.
struct TextPostings {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// Nil where there is no index of this scheme; a library that was never opened for writing since may lack the tables.
    func mark(scheme: Int) throws -> Int64? {
        guard try database.tableExists("text_index") else { return nil }
        return try Int64.fetchOne(database, sql: "SELECT mark FROM text_index WHERE scheme = ?", arguments: [scheme])
    }

    func empty() throws { for table in ["indexed_text", "text_posting", "text_index"] { try database.execute(sql: "DELETE FROM \(table)") } }

    func text(of article: ArticleID) throws -> IndexedText? {
        let statement = try database.cachedStatement(sql: Self.textSQL)
        return try Row.fetchOne(statement, arguments: [IndexPlace.number(of: article), article.rawValue]).map { row in
            IndexedText(
                article: article, version: row[0], dated: Timestamp(secondsSince1970: row[1]), keys: Self.keys([UInt8](row[2] as Data)))
        }
    }

    /// The rows of all texts go in in the order of the table: keys lie anywhere in it, and so every page is touched once.
    func put(_ texts: [IndexedText]) throws {
        let latest = Dictionary(texts.map { ($0.article, $0) }, uniquingKeysWith: { $0.version > $1.version ? $0 : $1 })
        var added: [(key: Int64, place: IndexPlace)] = []
        for text in latest.values.sorted(by: { $0.place < $1.place }) where try putAlone(text) {
            added += text.keys.map { (Int64(bitPattern: $0), text.place) }
        }
        added.sort { ($0.key, $0.place) < ($1.key, $1.place) }
        let insertion = try database.cachedStatement(sql: Self.insertionSQL)
        for row in added { try insertion.execute(arguments: [row.key, row.place.dated.secondsSince1970, row.place.number]) }
    }

    /// All but its rows under keys; false where a later version is held.
    private func putAlone(_ text: IndexedText) throws -> Bool {
        if let held = try self.text(of: text.article) {
            guard held.version <= text.version else { return false }
            let removal = try database.cachedStatement(sql: Self.removalSQL)
            for key in held.keys {
                try removal.execute(arguments: [Int64(bitPattern: key), held.dated.secondsSince1970, held.place.number])
            }
        }
        try database.cachedStatement(sql: Self.putSQL).execute(arguments: [
            text.place.number, text.article.rawValue, text.version, text.dated.secondsSince1970, Data(Self.bytes(text.keys)),
        ])
        return true
    }

    /// - Parameter named: which articles have a number, as far as it was looked up.
    func neighbours(
        of text: IndexedText, reach: Int, asOf: Timestamp, named: inout [Int64: [String]]
    ) throws -> [TextNeighbour] {
        var keys: [IndexPlace: [UInt64]] = [:]
        let place = text.place
        for key in text.keys {
            for near in try places(near: place, under: Int64(bitPattern: key), reach: reach, asOf: asOf) where near.number != place.number {
                keys[near, default: []].append(key)
            }
        }
        let names = try database.cachedStatement(sql: Self.namesSQL)
        var found: [TextNeighbour] = []
        for (near, shared) in keys {
            let articles = try named[near.number] ?? String.fetchAll(names, arguments: [near.number])
            named[near.number] = articles
            found += articles.map { TextNeighbour(article: ArticleID($0), dated: near.dated, keys: shared) }
        }
        return found.sorted { $0.article < $1.article }
    }

    /// Most keys have a few articles: all of them are read at once. Only where there are more, those on either side of the place are asked for.
    private func places(near place: IndexPlace, under key: Int64, reach: Int, asOf: Timestamp) throws -> [IndexPlace] {
        let first = try database.cachedStatement(sql: Self.firstSQL)
        let all = try places(first, [key, asOf.secondsSince1970, 2 * reach + 2])
        guard all.count > 2 * reach + 1 else {
            let before = all.prefix { $0 < place }
            let after = all.dropFirst(before.count).drop { $0 == place }
            return Array(before.suffix(reach) + after.prefix(reach))
        }
        let (dated, number) = (place.dated.secondsSince1970, place.number)
        let before = try places(try database.cachedStatement(sql: Self.beforeSQL), [key, dated, number, reach])
        let after = try places(try database.cachedStatement(sql: Self.afterSQL), [key, dated, number, asOf.secondsSince1970, reach])
        return before + after
    }

    private func places(_ statement: GRDB.Statement, _ arguments: StatementArguments) throws -> [IndexPlace] {
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var places: [IndexPlace] = []
        while let row = try rows.next() { places.append(IndexPlace(dated: Timestamp(secondsSince1970: row[0]), number: row[1])) }
        return places
    }

    static let textSQL = "SELECT version, dated, keys FROM indexed_text WHERE number = ? AND id = ?"
    static let namesSQL = "SELECT id FROM indexed_text WHERE number = ? ORDER BY id"
    static let putSQL = "INSERT OR REPLACE INTO indexed_text (number, id, version, dated, keys) VALUES (?, ?, ?, ?, ?)"
    static let removalSQL = "DELETE FROM text_posting WHERE key = ? AND dated = ? AND number = ?"
    static let insertionSQL = "INSERT OR IGNORE INTO text_posting (key, dated, number) VALUES (?, ?, ?)"
    static let firstSQL = "SELECT dated, number FROM text_posting WHERE key = ? AND dated <= ? ORDER BY dated, number LIMIT ?"
    static let beforeSQL =
        "SELECT dated, number FROM text_posting WHERE key = ? AND (dated, number) < (?, ?) ORDER BY dated DESC, number DESC LIMIT ?"
    static let afterSQL =
        "SELECT dated, number FROM text_posting WHERE key = ?1 AND (dated, number) > (?2, ?3) AND dated <= ?4 ORDER BY dated, number LIMIT ?5"

    /// Little-endian.
    static func bytes(_ keys: [UInt64]) -> [UInt8] { keys.flatMap { key in (0..<8).map { UInt8(truncatingIfNeeded: key >> (8 * UInt64($0))) } } }

    static func keys(_ bytes: [UInt8]) -> [UInt64] {
        bytes.withUnsafeBytes { raw in
            stride(from: 0, to: bytes.count - 7, by: 8).map { UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: $0, as: UInt64.self)) }
        }
    }
}
