import BriefModel
import GRDB
public import Storage

extension SQLiteLibrary {
    public func sourceStates() async throws(StorageError) -> [SourceState] {
        try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM source_state ORDER BY address").map { row in
                func moment(_ column: String) -> Timestamp? { (row[column] as Int64?).map(Timestamp.init(secondsSince1970:)) }
                // A library that may only be looked at can be older than its last columns.
                return SourceState(
                    address: row["address"], kind: (row["kind"] as String?).flatMap(SourceState.Kind.init), entityTag: row["entity_tag"],
                    lastModified: row["last_modified"], lastRead: moment("last_read"), failingSince: moment("failing_since"),
                    failure: row["failure"], isRefusal: row["is_refusal"], failuresInARow: row["failures_in_a_row"] as Int? ?? 0,
                    notBefore: moment("not_before"), movedTo: row["moved_to"],
                    announcesFeed: row["announces_feed"] as Bool? ?? false, isGone: row["is_gone"] as Bool? ?? false,
                    publications: Columns.history(row["publications"] as String? ?? ""), subscription: Columns.subscription(row["subscription"]))
            }
        }
    }

    public func save(sourceStates: [SourceState]) async throws(StorageError) {
        try await write { database in
            for state in sourceStates {
                try database.execute(
                    sql: """
                        INSERT OR REPLACE INTO source_state (address, kind, entity_tag, last_modified, last_read, failing_since, failure, is_refusal,
                            failures_in_a_row, not_before, moved_to, announces_feed, is_gone, publications, subscription)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        state.address, state.kind?.rawValue, state.entityTag, state.lastModified, state.lastRead?.secondsSince1970,
                        state.failingSince?.secondsSince1970, state.failure, state.isRefusal, state.failuresInARow,
                        state.notBefore?.secondsSince1970, state.movedTo, state.announcesFeed, state.isGone, Columns.history(state.publications),
                        Columns.subscription(state.subscription),
                    ])
            }
        }
    }
}
