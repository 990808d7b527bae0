public import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func keep(_ ruling: StoryRuling, topic: String, made: Timestamp) async throws(StorageError) -> StoryDecision {
        let row = RulingRow(ruling)
        return try await write { database in
            try database.execute(
                sql: "INSERT INTO story_decision (topic, made, kind, articles, others, title) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    topic, made.secondsSince1970, row.kind, Columns.lines(row.articles.map(\.rawValue)), Columns.lines(row.others.map(\.rawValue)),
                    row.title,
                ])
            return StoryDecision(number: Int(database.lastInsertedRowID), topic: topic, made: made, ruling: ruling)
        }
    }

    public func storyDecisions(topic: String) async throws(StorageError) -> [StoryDecision] {
        try await read { database in
            // A library that is only read may be from before there were decisions.
            guard try database.tableExists("story_decision") else { return [] }
            return try Row.fetchAll(database, sql: "SELECT * FROM story_decision WHERE topic = ? ORDER BY number", arguments: [topic])
                .compactMap { row in
                    let stored = RulingRow(
                        kind: row["kind"], articles: Columns.list(row["articles"]).map { ArticleID($0) },
                        others: Columns.list(row["others"]).map { ArticleID($0) }, title: row["title"])
                    return stored.ruling.map { ruling in
                        StoryDecision(
                            number: row["number"], topic: row["topic"], made: Timestamp(secondsSince1970: row["made"]), ruling: ruling,
                            withdrawn: (row["withdrawn"] as Int64?).map(Timestamp.init(secondsSince1970:)))
                    }
                }
        }
    }

    public func withdraw(storyDecision number: Int, topic: String, at moment: Timestamp) async throws(StorageError) -> Bool {
        try await write { database in
            try database.execute(
                sql: "UPDATE story_decision SET withdrawn = ? WHERE number = ? AND topic = ? AND withdrawn IS NULL",
                arguments: [moment.secondsSince1970, number, topic])
            return database.changesCount > 0
        }
    }
}

/// A ruling as columns.
private struct RulingRow: Sendable {
    let kind: String
    let articles: [ArticleID]
    var others: [ArticleID] = []
    var title = ""

    /// Nil for anything `init(_:)` does not make.
    var ruling: StoryRuling? {
        switch kind {
        case "together": .together(articles)
        case "apart": .apart(articles, from: others)
        case "titled": articles.first.map { .titled($0, title) }
        case "pinned": articles.first.map { .pinned($0) }
        default: nil
        }
    }
}

extension RulingRow {
    init(_ ruling: StoryRuling) {
        self =
            switch ruling {
            case .together(let articles): RulingRow(kind: "together", articles: articles)
            case .apart(let articles, let others): RulingRow(kind: "apart", articles: articles, others: others)
            case .titled(let article, let title): RulingRow(kind: "titled", articles: [article], title: title)
            case .pinned(let article): RulingRow(kind: "pinned", articles: [article])
            }
    }
}
