public import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func matches(_ question: SearchQuestion, limit: Int) async throws(StorageError) -> SearchMatches {
        try await read { database in
            try TextSearch(database, question).matches(limit: limit)
        }
    }

    public func excerpts(of articles: [ArticleID], answering question: SearchQuestion) async throws(StorageError) -> [ArticleID: Excerpt] {
        try await read { database in
            let search = try TextSearch(database, question)
            var found: [ArticleID: Excerpt] = [:]
            for id in articles { found[id] = try search.excerpt(of: id) }
            return found
        }
    }

    public func openings(after mark: Int64, limit: Int) async throws(StorageError) -> [Opening] {
        try await read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT row, id, outlet, language, COALESCE(published, fetched) AS dated, substr(text, 1, ?) AS beginning FROM article_version
                    WHERE row > ? AND is_latest = 1 ORDER BY row LIMIT ?
                    """, arguments: [Opening.length, mark, limit]
            ).map { Opening(mark: $0["row"], match: SearchMatch($0), text: $0["beginning"]) }
        }
    }
}

extension SearchMatch {
    init(_ row: Row) {
        self.init(
            article: ArticleID(row["id"] as String), outlet: OutletID(row["outlet"] as String), language: row["language"],
            dated: Timestamp(secondsSince1970: row["dated"]))
    }
}

/// A question put to the two full-text indexes: of each text that has letters of a script without spaces one, in which every such letter is a word; of all
/// others the other.
struct TextSearch {
    private let database: Database
    private let question: SearchQuestion
    /// A library that is only read may be from before letters without spaces were indexed.
    private let hasLetters: Bool

    enum Index: String, CaseIterable {
        case words = "article_search"
        case letters = "article_letters"
    }

    /// Articles looked through for letters without spaces where no index of them was made.
    private static let lookedThrough = 5_000

    init(_ database: Database, _ question: SearchQuestion) throws {
        self.database = database
        self.question = question
        hasLetters = try database.tableExists(Index.letters.rawValue)
    }

    func matches(limit: Int) throws -> SearchMatches {
        if !hasLetters, question.runs.contains(where: \.isUnspaced) { return try lookingThrough(limit: limit) }
        var found: [(match: SearchMatch, rank: Double)] = []
        var isCut = false
        for index in Index.allCases where index == .words || hasLetters {
            let part = try ranked(by: index, limit: limit)
            found += part.found
            isCut = isCut || part.isCut
        }
        found.sort { ($0.rank, $0.match.article) < ($1.rank, $1.match.article) }
        return SearchMatches(matches: found.map(\.match), isCut: isCut, isRanked: true)
    }

    // MARK: the pattern

    private var pattern: String {
        let wanted = question.wanted.map { "(" + $0.map(Self.pattern).joined(separator: " OR ") + ")" }.joined(separator: " AND ")
        guard !question.unwanted.isEmpty else { return wanted }
        return "(\(wanted)) NOT (" + question.unwanted.map(Self.pattern).joined(separator: " OR ") + ")"
    }

    private static func pattern(_ term: SearchQuestion.Term) -> String {
        let runs = term.runs.map { quoted($0.text) + ($0.isBeginning ? " *" : "") }.joined(separator: " AND ")
        return term.isInTitle ? "title : (\(runs))" : "(\(runs))"
    }

    /// In quotation marks, which no text can leave.
    private static func quoted(_ text: String) -> String { "\"" + (UnspacedLetters.spaced(text) ?? text).replacing("\"", with: " ") + "\"" }

    // MARK: finding

    /// By BM25. Of more than the limit only those recorded last are weighed.
    private func ranked(by index: Index, limit: Int) throws -> (found: [(match: SearchMatch, rank: Double)], isCut: Bool) {
        let rows = try Int64.fetchAll(
            database, sql: "SELECT rowid FROM \(index.rawValue) WHERE \(index.rawValue) MATCH ? ORDER BY rowid DESC LIMIT ?",
            arguments: [pattern, limit + 1])
        guard let first = rows.prefix(limit).last else { return ([], false) }
        let found = try Row.fetchAll(database, sql: Self.rankedSQL(by: index, hasLetters: hasLetters), arguments: [pattern, first])
        return (found.map { (SearchMatch($0), $0["rank"]) }, rows.count > limit)
    }

    static func rankedSQL(by index: Index, hasLetters: Bool) -> String {
        // A text with letters without spaces stands in both indexes, and is found by that of letters.
        let other =
            index == .words && hasLetters ? "AND NOT EXISTS (SELECT 1 FROM \(Index.letters.rawValue)_docsize d WHERE d.id = v.row)" : ""
        // CROSS JOIN: the index of words is asked first. SQLite would go through all latest versions instead, for two seconds in 100,000 of them.
        return """
            SELECT v.id, v.outlet, v.language, COALESCE(v.published, v.fetched) AS dated, bm25(\(index.rawValue), 4.0, 1.0) AS rank
            FROM \(index.rawValue) i CROSS JOIN article_version v ON v.row = i.rowid
            WHERE \(index.rawValue) MATCH ? AND i.rowid >= ? AND v.is_latest = 1 \(other)
            """
    }

    /// The newest articles, looked through as they are.
    private func lookingThrough(limit: Int) throws -> SearchMatches {
        var texts: [String] = []
        func holds(_ term: SearchQuestion.Term) -> String {
            texts += term.runs.map(\.text)
            return "(" + term.runs.map { _ in "instr(\(term.isInTitle ? "title" : "text"), ?) > 0" }.joined(separator: " AND ") + ")"
        }
        let wanted = question.wanted.map { "(" + $0.map(holds).joined(separator: " OR ") + ")" }
        let conditions = wanted + question.unwanted.map { "NOT " + holds($0) }
        let found = try Row.fetchAll(
            database,
            sql: """
                SELECT id, outlet, language, COALESCE(published, fetched) AS dated
                FROM (SELECT * FROM article_version WHERE is_latest = 1 ORDER BY row DESC LIMIT \(Self.lookedThrough))
                WHERE \(conditions.joined(separator: " AND ")) ORDER BY dated DESC, id LIMIT \(limit + 1)
                """, arguments: StatementArguments(texts))
        return SearchMatches(matches: found.prefix(limit).map { SearchMatch($0) }, isCut: found.count > limit, isRanked: false)
    }

    // MARK: excerpts

    /// Characters that stand in no text of ours, around what was found.
    private static let marks = (start: "\u{2}", end: "\u{3}")

    func excerpt(of id: ArticleID) throws -> Excerpt? {
        let known = try Row.fetchOne(
            database.cachedStatement(sql: "SELECT row, title FROM article_version WHERE is_latest = 1 AND id = ?"), arguments: [id.rawValue])
        guard let known else { return nil }
        let row: Int64 = known["row"], title: String = known["title"]
        let snippet = try String.fetchOne(
            database.cachedStatement(
                sql: "SELECT snippet(article_search, 1, ?, ?, ' … ', 40) FROM article_search WHERE article_search MATCH ? AND rowid = ?"),
            arguments: [Self.marks.start, Self.marks.end, pattern, row])
        if let snippet, snippet.contains(Self.marks.start) { return Excerpt(title: title, parts: Self.parts(of: snippet)) }
        let text = try String.fetchOne(
            database.cachedStatement(sql: "SELECT text FROM article_version WHERE row = ?"), arguments: [row])
        return Excerpt(of: title, text: text ?? "", runs: question.runs)
    }

    private static func parts(of snippet: String) -> [Excerpt.Part] {
        snippet.split(separator: marks.start, omittingEmptySubsequences: false).enumerated().flatMap { place, piece in
            guard place > 0 else { return [Excerpt.Part(String(piece))] }
            let halves = piece.split(separator: marks.end, maxSplits: 1, omittingEmptySubsequences: false)
            return zip(halves, [true, false]).map { Excerpt.Part(String($0), isMarked: $1) }
        }.filter { !$0.text.isEmpty }
    }
}

extension UnspacedLetters {
    /// Puts a new text that has such letters into their index. One that is replaced later stays there: what is found is looked up among the latest.
    static func index(_ row: Int64, title: String, text: String, in database: Database) throws {
        guard let letters = spaced(text) else { return }
        try database.cachedStatement(sql: "INSERT INTO article_letters(rowid, title, text) VALUES (?, ?, ?)")
            .execute(arguments: [row, spaced(title) ?? title, letters])
    }
}
