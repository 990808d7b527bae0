import Foundation
import Glibc
import SQLiteStorage
public import Storage

/// A copy of a library in a folder of its own, made while others use the library. It is a library itself: `--library` opens it.
public struct LibraryBackup: Hashable, Sendable {
    public let articles: Int
    public let versions: Int
    public let editions: Int
    public let decisions: Int
    /// What was copied beside the database, by its path in the folder.
    public let files: [String]

    /// What belongs to a library beside its database and its topics: the key it signs with, whom it mails, and what each was sent. Passwords lie
    /// elsewhere, and models can be fetched again. The mail book comes after the database, so that no copy has an edition to send that was sent.
    private static let beside = ["signing-key.pem", "mail.yaml", "mail.jsonl"]

    /// Writes beside the target and renames, so that there is a whole backup or none.
    /// - Parameters:
    ///   - folder: where nothing is yet; nothing is ever written over.
    ///   - progress: told how many pages of the database are copied, and of how many.
    public static func write(
        of place: LibraryPlace, to folder: String, progress: @escaping (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(BackupError) -> LibraryBackup {
        guard access(folder, F_OK) != 0 else { throw .exists(folder) }
        let library: SQLiteLibrary
        do throws(StorageError) { library = try SQLiteLibrary(path: place.folder, mode: .readOnly) } catch { throw .storage(error) }
        let part = "\(folder).part-\(getpid())"
        guard mkdir(part, 0o700) == 0 else { throw .cannotWrite(part) }
        do throws(BackupError) {
            let count: LibraryCount
            do throws(StorageError) { count = try library.copy(into: part, progress: progress) } catch { throw .storage(error) }
            let files = try copyFiles(of: place, to: part)
            // A folder never replaces one that holds something.
            guard rename(part, folder) == 0 else { throw errno == ENOTEMPTY || errno == ENOTDIR ? .exists(folder) : .cannotWrite(folder) }
            try? sync(URL(filePath: folder).deletingLastPathComponent().path)
            return LibraryBackup(
                articles: count.articles, versions: count.versions, editions: count.editions, decisions: count.decisions, files: files)
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private static func copyFiles(of place: LibraryPlace, to folder: String) throws(BackupError) -> [String] {
        let topics: [String]
        do throws(TopicShelfError) { topics = try TopicShelf(place).names().map { "topics/\($0).yaml" } } catch { throw .topics(error) }
        if !topics.isEmpty, mkdir(folder + "/topics", 0o700) != 0 { throw .cannotWrite(folder + "/topics") }
        var copied: [String] = []
        for name in topics + beside where access("\(place.folder)/\(name)", F_OK) == 0 {
            try copy("\(place.folder)/\(name)", to: "\(folder)/\(name)")
            copied.append(name)
        }
        if !topics.isEmpty { try sync(folder + "/topics") }
        try sync(folder)
        return copied
    }

    /// The bytes, for those who could read the original.
    private static func copy(_ source: String, to target: String) throws(BackupError) {
        var status = stat()
        guard stat(source, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let bytes = FileManager.default.contents(atPath: source) else {
            throw .cannotRead(source)
        }
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, status.st_mode & 0o777)
        guard descriptor >= 0 else { throw .cannotWrite(target) }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: bytes)
            try handle.synchronize()
        } catch {
            throw .cannotWrite(target)
        }
    }

    /// Names are on the disk too.
    private static func sync(_ folder: String) throws(BackupError) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotWrite(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .cannotWrite(folder) }
    }
}

/// Why there is no backup. What was begun is taken away again.
public enum BackupError: Error, Hashable, Sendable, CustomStringConvertible {
    case exists(String)
    case storage(StorageError)
    case topics(TopicShelfError)
    case cannotRead(String)
    case cannotWrite(String)

    public var description: String {
        switch self {
        case .exists(let path): "\(path) is there already and was left as it is; name a folder that is not."
        case .storage(let error): error.description
        case .topics(let error): error.description
        case .cannotRead(let path): "\(path) cannot be read, so there is no backup."
        case .cannotWrite(let path): "\(path) cannot be written, so there is no backup."
        }
    }
}
