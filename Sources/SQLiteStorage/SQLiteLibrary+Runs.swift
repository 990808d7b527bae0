import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func topicRuns() async throws(StorageError) -> [TopicRun] {
        try await read { database in
            // A library that may only be looked at can be older than its last tables.
            guard try database.tableExists("topic_run") else { return [] }
            return try Row.fetchAll(database, sql: "SELECT * FROM topic_run ORDER BY topic").map { row in
                func moment(_ column: String) -> Timestamp? { (row[column] as Int64?).map(Timestamp.init(secondsSince1970:)) }
                return TopicRun(
                    topic: row["topic"], lastTried: Timestamp(secondsSince1970: row["last_tried"]), lastGood: moment("last_good"),
                    failure: row["failure"], failingSince: moment("failing_since"), failuresInARow: row["failures_in_a_row"])
            }
        }
    }

    public func save(topicRun run: TopicRun) async throws(StorageError) {
        try await write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO topic_run (topic, last_tried, last_good, failure, failing_since, failures_in_a_row)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.topic, run.lastTried.secondsSince1970, run.lastGood?.secondsSince1970, run.failure, run.failingSince?.secondsSince1970,
                    run.failuresInARow,
                ])
        }
    }
}
