public import BriefModel
import Foundation
import GRDB
public import Storage

extension SQLiteLibrary {
    public func digests(scheme: Int) async throws(StorageError) -> [ArticleDigest] {
        try await read { database in
            // A library that is only read may be from before digests were kept.
            let isKept = try database.tableExists("article_digest")
            let kept = isKept ? "LEFT JOIN article_digest d ON d.row = v.row AND d.scheme = \(scheme)" : ""
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT v.id, v.version, v.outlet, v.published, v.fetched\(isKept ? ", d.bytes" : "") FROM article_version v \(kept)
                    WHERE v.is_latest = 1 ORDER BY v.id
                    """)
            var digests: [ArticleDigest] = []
            while let row = try rows.next() {
                let fetched = Timestamp(secondsSince1970: row["fetched"])
                let published = (row["published"] as Int64?).map(Timestamp.init(secondsSince1970:))
                digests.append(
                    ArticleDigest(
                        article: ArticleID(row["id"]), version: row["version"], outlet: OutletID(row["outlet"]),
                        dated: Article.plausible(published, fetched: fetched) ?? fetched,
                        bytes: isKept ? (row["bytes"] as Data?).map(Array.init) : nil))
            }
            return digests
        }
    }

    public func undigested(scheme: Int) async throws(StorageError) -> [ArticleID] {
        try await read { database in
            let missing =
                try database.tableExists("article_digest")
                ? "AND NOT EXISTS (SELECT 1 FROM article_digest d WHERE d.row = v.row AND d.scheme = \(scheme))" : ""
            return try String.fetchAll(database, sql: "SELECT v.id FROM article_version v WHERE v.is_latest = 1 \(missing) ORDER BY v.id")
                .map { ArticleID($0) }
        }
    }

    public func keep(_ digests: [ArticleDigest], scheme: Int) async throws(StorageError) {
        try await write { database in
            let statement = try database.cachedStatement(
                sql: """
                    INSERT OR REPLACE INTO article_digest (row, scheme, bytes)
                    SELECT row, ?, ? FROM article_version WHERE id = ? AND version = ? AND is_latest = 1
                    """)
            for digest in digests {
                guard let bytes = digest.bytes else { continue }
                try statement.execute(arguments: [scheme, Data(bytes), digest.article.rawValue, digest.version])
            }
        }
    }

    public func digest(_ kind: EditionDigest.Kind, of edition: EditionMark, scheme: Int) async throws(StorageError) -> [UInt8]? {
        try await read { database in
            guard try database.tableExists("edition_digest") else { return nil }
            let row = try Row.fetchOne(
                database, sql: "SELECT size, bytes FROM edition_digest WHERE topic = ? AND kind = ? AND number = ? AND scheme = ?",
                arguments: [edition.topic, kind.rawValue, edition.number, scheme])
            return row.flatMap { Deflate.expanded([UInt8]($0["bytes"] as Data), size: $0["size"]) }
        }
    }

    public func keep(_ digest: EditionDigest) async throws(StorageError) {
        let edition = digest.edition, bytes = Data(Deflate.compressed(digest.bytes))
        try await write { database in
            try database.execute(
                sql: """
                    INSERT OR REPLACE INTO edition_digest (topic, kind, number, scheme, size, bytes)
                    SELECT topic, ?, number, ?, ?, ? FROM edition WHERE number = ? AND topic = ? AND as_of = ? AND number =
                        (SELECT number FROM edition WHERE topic = ? ORDER BY as_of DESC, number DESC LIMIT 1)
                    """,
                arguments: [
                    digest.kind.rawValue, digest.scheme, digest.bytes.count, bytes, edition.number, edition.topic, edition.asOf.secondsSince1970,
                    edition.topic,
                ])
        }
    }
}
