import GRDB
public import Storage

/// How much a library holds; two that hold the same count the same.
public struct LibraryCount: Hashable, Sendable {
    public let articles: Int
    /// Of all articles together.
    public let versions: Int
    public let editions: Int
    /// What a user decided on stories, with what was taken back.
    public let decisions: Int

    init(_ database: Database) throws {
        func count(_ rows: String) throws -> Int { try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rows)") ?? 0 }
        articles = try count("article_version WHERE is_latest = 1")
        versions = try count("article_version")
        editions = try count("edition")
        // A library that is only read may be from before there were decisions.
        decisions = try database.tableExists("story_decision") ? count("story_decision") : 0
    }
}

extension SQLiteLibrary {
    /// Copies the library as it stands at one moment into a folder that holds none. Others may go on writing to it meanwhile. What was copied is read
    /// again and checked before this returns.
    /// - Parameters:
    ///   - step: pages of the database between two calls of `progress`.
    ///   - progress: told how many pages are copied, and of how many.
    public func copy(
        into folder: String, step: Int32 = 1024, progress: @escaping (_ done: Int, _ total: Int) throws -> Void = { _, _ in }
    ) throws(StorageError) -> LibraryCount {
        let file = folder + "/library.sqlite"
        // Inside one read transaction, so that pages written meanwhile are never seen and nothing is begun again.
        let source = try Self.translating(path) { try standing() }
        let count = try Self.translating(path) { try source.inDatabase(LibraryCount.init) }
        try Self.translating(folder) {
            let target = try DatabaseQueue(path: file)
            try source.inDatabase { source in
                try target.writeWithoutTransaction { target in
                    try source.backup(to: target, pagesPerStep: step) { try progress($0.completedPageCount, $0.totalPageCount) }
                }
            }
            try target.close()
        }
        try Self.translating(path) { try Self.check(copy: file, of: path, holds: count) }
        return count
    }

    /// Opened anew, so that what is checked is what lies on the disk.
    private static func check(copy file: String, of path: String, holds count: LibraryCount) throws {
        let copy = try DatabaseQueue(path: file)
        try copy.read { copy in
            if let answer = try String.fetchOne(copy, sql: "PRAGMA quick_check(1)"), answer != "ok" {
                throw StorageError.damaged(path: path, why: "its copy says: \(answer)")
            }
            guard try LibraryCount(copy) == count else { throw StorageError.failed("the copy does not hold what was copied") }
        }
        // The last to close leaves one file and no log.
        try copy.close()
    }
}
