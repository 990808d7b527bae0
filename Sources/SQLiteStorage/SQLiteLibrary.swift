import BriefModel
import GRDB
import Glibc
public import Storage

/// A library in one SQLite file, `library.sqlite` in the library's folder.
///
/// One writer in write-ahead mode. `synchronous` is NORMAL: a commit survives the death of the process at any point; a power
/// cut may take back the last commits, never part of one, and what was taken back is read again.
public struct SQLiteLibrary: LibraryStore {
    public enum Mode: Sendable { case readWrite, readOnly }

    let database: any DatabaseWriter
    let path: String

    /// Above this size the whole-file check on open is left to `sqlite3`; below it costs a few milliseconds.
    private static let checkedSize: Int64 = 64 << 20

    /// Of its pages, so many kilobytes a connection are held at most. Of ten thousand articles the file is 55 megabytes.
    private static let cachedKilobytes = 32_768

    /// - Parameter path: the library's folder; made (for its owner only) when writing and not there.
    public init(path: String, mode: Mode) throws(StorageError) {
        try self.init(path: path, mode: mode, patience: 5, pageLimit: nil)
    }

    /// - Parameters:
    ///   - patience: seconds to wait for another process that is writing.
    ///   - pageLimit: the most pages the file may have; a small disk, for tests.
    init(path: String, mode: Mode, patience: Double, pageLimit: Int?) throws(StorageError) {
        self.path = path
        let file = path + "/library.sqlite"
        if mode == .readWrite { try Self.makeFolder(path) }
        var status = stat()
        let exists = stat(file, &status) == 0
        if mode == .readOnly, !exists { throw .cannotOpen(path: path, why: "there is no library; read sources into it first") }
        if mode == .readWrite, access(path, W_OK) != 0 || (exists && access(file, W_OK) != 0) { throw .readOnly(path: path) }
        let size = Int64(status.st_size)
        database = try Self.translating(path) {
            var configuration = Configuration()
            configuration.busyMode = .timeout(patience)
            configuration.readonly = mode == .readOnly
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA synchronous = NORMAL")
                // The index of wordings is asked all over: with SQLite's own two megabytes each page of it is fetched again and again.
                try database.execute(sql: "PRAGMA cache_size = -\(Self.cachedKilobytes)")
                if let pageLimit { try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)") }
            }
            let database: any DatabaseWriter =
                mode == .readOnly
                ? try DatabaseQueue(path: Self.lookedAt(file), configuration: configuration)
                : try DatabasePool(path: file, configuration: configuration)
            if exists { try Self.check(database, path: path, wholly: size <= Self.checkedSize) }
            if mode == .readWrite { try Schema.migrator.migrate(database) }
            return database
        }
    }

    private init(database: any DatabaseWriter, path: String) {
        self.database = database
        self.path = path
    }

    /// A connection of its own that stays inside one read transaction until the last user lets go of it. In write-ahead mode it keeps nobody from writing.
    public func snapshot() async throws(StorageError) -> any LibraryStore {
        try Self.translating(path) { SQLiteLibrary(database: try standing(), path: path) }
    }

    /// A connection to which the library stands still.
    func standing() throws -> DatabaseQueue {
        var configuration = database.configuration
        configuration.readonly = true
        configuration.allowsUnsafeTransactions = true
        let connection = try DatabaseQueue(path: Self.lookedAt(path + "/library.sqlite"), configuration: configuration)
        try connection.inDatabase { database in
            try database.beginTransaction(.deferred)
            // The transaction stands on what the first question finds.
            _ = try Row.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master LIMIT 1")
        }
        return connection
    }

    private static func check(_ database: any DatabaseWriter, path: String, wholly: Bool) throws {
        try database.read { database in
            if try Schema.migrator.hasBeenSuperseded(database) { throw StorageError.newerSchema(path: path) }
            guard wholly, let answer = try String.fetchOne(database, sql: "PRAGMA quick_check(1)"), answer != "ok" else { return }
            throw StorageError.damaged(path: path, why: answer)
        }
    }

    /// A file as SQLite is to open it to look at. It makes the index of its log anew, which it cannot on a medium that nobody can write to; where no log lies
    /// there, nothing is missing, and SQLite is told that the file stands still.
    static func lookedAt(_ file: String) -> String {
        guard access(file, W_OK) != 0, errno == EROFS, access(file + "-wal", F_OK) != 0 else { return file }
        let path = file.utf8.map { byte in
            let isPlain = (0x2D...0x39).contains(byte) || (0x41...0x5A).contains(byte) || byte == 0x5F || (0x61...0x7A).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        return "file:\(path.joined())?immutable=1"
    }

    static func makeFolder(_ path: String) throws(StorageError) {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            guard mkdir(made, 0o700) != 0, errno != EEXIST else { continue }
            if errno == EROFS || errno == EACCES { throw .readOnly(path: path) }
            throw .cannotOpen(path: path, why: String(cString: strerror(errno)))
        }
    }

    /// SQLite's codes become the cases a person can act on; its messages never carry what was stored.
    static func translating<Value>(_ path: String, _ body: () throws -> Value) throws(StorageError) -> Value {
        do {
            return try body()
        } catch {
            throw translated(error, path: path)
        }
    }

    static func translated(_ error: any Error, path: String) -> StorageError {
        switch error {
        case let error as StorageError: error
        case let error as DatabaseError: StorageError(error, path: path)
        default: .failed("\(error)")
        }
    }
}

extension StorageError {
    init(_ error: DatabaseError, path: String) {
        self =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_READONLY: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .cannotOpen(path: path, why: "the file cannot be opened")
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_CORRUPT: .damaged(path: path, why: error.message ?? "the file is damaged")
            case .SQLITE_NOTADB: .damaged(path: path, why: "it is not a library file")
            case .SQLITE_IOERR: .cannotOpen(path: path, why: "reading or writing the disk failed")
            default: .failed(error.message ?? "SQLite error \(error.resultCode.rawValue)")
            }
    }
}
