public import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func holdings(asOf: Timestamp) async throws(StorageError) -> Holdings {
        try await read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT count(*) AS number, min(COALESCE(published, fetched)) AS first, max(COALESCE(published, fetched)) AS last
                    FROM article_version WHERE is_latest = 1 AND COALESCE(published, fetched) <= ?
                    """, arguments: [asOf.secondsSince1970])
            func day(_ column: String) -> CalendarDay? { (row?[column] as Int64?).map { Timestamp(secondsSince1970: $0).day } }
            return Holdings(articles: row?["number"] ?? 0, firstDay: day("first"), lastDay: day("last"))
        }
    }

    public func articles(sharing questions: [WordQuestion], limit: Int, asOf: Timestamp) async throws(StorageError) -> [[ArticleID]] {
        try await read { database in
            var rows = try SharedWords(database)
            return try questions.map { try rows.articles(sharing: $0, limit: limit, asOf: asOf) }
        }
    }

    public func articles(_ ids: [ArticleID]) async throws(StorageError) -> [Article] {
        try await read { database in
            // SQLite takes a thousand arguments at least, so a few hundred at once.
            let wanted = Set(ids).sorted().map(\.rawValue)
            return try stride(from: 0, to: wanted.count, by: 500).flatMap { start in
                let some = wanted[start..<min(start + 500, wanted.count)]
                let marks = some.map { _ in "?" }.joined(separator: ", ")
                return try Article.fetch(database, "WHERE is_latest = 1 AND id IN (\(marks)) ORDER BY id", StatementArguments(some))
            }
        }
    }

    public func articles(at addresses: [String]) async throws(StorageError) -> [Article] {
        try await read { database in
            let found = try Set(addresses.flatMap(\.spellings)).sorted().flatMap {
                try Article.fetch(database, "WHERE address = ? AND is_latest = 1", [$0])
            }
            return found.sorted { $0.id < $1.id }
        }
    }
}

/// Articles by the words they share with a question, from the full-text index alone. A word that stands in few articles has them all listed; of common
/// words only those articles are looked at that hold several of them, a bounded number from the newest backwards.
private struct SharedWords {
    private let database: Database
    private let newest: Int64
    private var known: [[String]: Postings] = [:]

    /// So many articles are listed of a word at each end of the library, and looked at of several words together. Twice the longest answer at least.
    private static let listed = 256
    /// Of a question's words so many are combined, the rarest.
    private static let combined = 4
    /// A question of more words than this is no sentence; the rarest count.
    private static let counted = 24

    private struct Postings {
        /// Newest first; all of them where `isWhole`.
        let rows: [Int64]
        let isWhole: Bool
        /// How many articles hold it, as far as both ends of the library show.
        let frequency: Double
    }

    init(_ database: Database) throws {
        self.database = database
        newest = try Int64.fetchOne(database, sql: "SELECT max(row) FROM article_version") ?? 0
    }

    mutating func articles(sharing question: WordQuestion, limit: Int, asOf: Timestamp) throws -> [ArticleID] {
        guard newest > 0, limit > 0 else { return [] }
        var words: [(pattern: String, postings: Postings)] = []
        for forms in question.words {
            let pattern = Self.pattern(forms)
            guard !pattern.isEmpty else { continue }
            let postings = try postings(of: forms, pattern)
            if !postings.rows.isEmpty { words.append((pattern, postings)) }
        }
        words.sort { ($0.postings.frequency, $0.pattern) < ($1.postings.frequency, $1.pattern) }
        words = Array(words.prefix(Self.counted))
        // Which of the words each article holds, as bits.
        var held: [Int64: UInt32] = [:]
        for (place, word) in words.enumerated() where word.postings.isWhole { for row in word.postings.rows { held[row, default: 0] |= 1 << place } }
        for bits in Self.combinations(of: min(Self.combined, words.count)) {
            if held.values.count(where: { $0.nonzeroBitCount > 1 }) >= 2 * limit { break }
            let together = words.indices.filter { bits & (1 << $0) != 0 }
            // Where one is listed whole, its articles are there already.
            guard together.contains(where: { !words[$0].postings.isWhole }) else { continue }
            for row in try rows(together.map { "(\(words[$0].pattern))" }.joined(separator: " AND "), newestFirst: true) {
                held[row, default: 0] |= bits
            }
        }
        if let only = words.first, held.isEmpty { for row in only.postings.rows { held[row] = 1 } }
        let weights = words.map { Self.weight($0.postings.frequency, of: Double(newest)) }
        let scored = held.map { row, bits in (row: row, score: weights.indices.reduce(0) { bits & (1 << $1) != 0 ? $0 + weights[$1] : $0 }) }
        // Of equals the newest.
        let best = scored.sorted { ($0.score, $0.row) > ($1.score, $1.row) }
        return try named(best.lazy.map(\.row), limit: limit, asOf: asOf)
    }

    private func named(_ rows: some Sequence<Int64>, limit: Int, asOf: Timestamp) throws -> [ArticleID] {
        let statement = try database.cachedStatement(
            sql: "SELECT id FROM article_version WHERE row = ? AND is_latest = 1 AND COALESCE(published, fetched) <= ?")
        var found: [ArticleID] = []
        for row in rows {
            if let id = try String.fetchOne(statement, arguments: [row, asOf.secondsSince1970]) { found.append(ArticleID(id)) }
            if found.count == limit { break }
        }
        return found
    }

    private mutating func postings(of forms: [String], _ pattern: String) throws -> Postings {
        if let known = known[forms] { return known }
        let last = try rows(pattern, newestFirst: true)
        var found = Postings(rows: last, isWhole: last.count < Self.listed, frequency: Double(last.count))
        if !found.isWhole {
            // As many in the whole library as at the end where they stand closer together.
            let first = try rows(pattern, newestFirst: false)
            let spans = [newest - (last.last ?? 0) + 1, first.last ?? 1].map { Double(max(1, $0)) }
            found = Postings(rows: last, isWhole: false, frequency: Double(Self.listed) * Double(newest) / (spans.min() ?? 1))
        }
        known[forms] = found
        return found
    }

    private func rows(_ pattern: String, newestFirst: Bool) throws -> [Int64] {
        let statement = try database.cachedStatement(
            sql: "SELECT rowid FROM article_search WHERE article_search MATCH ? ORDER BY rowid \(newestFirst ? "DESC" : "ASC") LIMIT ?")
        return try Int64.fetchAll(statement, arguments: [pattern, Self.listed])
    }

    /// Every form in quotation marks: what stands in a brief can never be query syntax.
    private static func pattern(_ forms: [String]) -> String {
        forms.map { $0.filter { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" } }.filter { $0.contains { $0.isLetter || $0.isNumber } }
            .map { "\"\($0)\"" }.joined(separator: " OR ")
    }

    /// All combinations of two and more of the first `count` words: the most words first, then the rarest.
    private static func combinations(of count: Int) -> [UInt32] {
        guard count > 1 else { return [] }
        return (1..<(UInt32(1) << count)).filter { $0.nonzeroBitCount > 1 }.sorted {
            ($1.nonzeroBitCount, $0) < ($0.nonzeroBitCount, $1)
        }
    }

    /// The rarer, the more: the bits of the share of articles that hold it.
    private static func weight(_ frequency: Double, of total: Double) -> Double {
        let share = max(1, total / max(1, frequency))
        return 1 + Double(share.exponent) + share.significand - 1
    }
}
