public import Access
public import BriefModel
import Glibc
import SQLiteStorage
public import Storage
import Synchronization

/// Who may sign in to a library: kept in a file beside it, which is made when the first user is added.
public final class LibraryUsers: Sendable {
    private let place: LibraryPlace
    private let clock: Clock
    private let logDays: Int
    private let opened = Mutex<Doorkeeper?>(nil)

    /// - Parameter logDays: days after which what people did is forgotten.
    public init(_ place: LibraryPlace, clock: Clock, logDays: Int = AccessLog.days) {
        self.place = place
        self.clock = clock
        self.logDays = logDays
    }

    /// Nil while nobody was ever added; looked for again each time, so that a site notices its first user while it is served.
    public func doorkeeper() throws(StorageError) -> Doorkeeper? {
        try opened.withLock { (opened) throws(StorageError) in
            if let opened { return opened }
            guard access(place.folder + "/" + SQLiteAccess.fileName, F_OK) == 0 else { return nil }
            let found = try opening()
            opened = found
            return found
        }
    }

    /// For who adds the first.
    public func made() throws(StorageError) -> Doorkeeper {
        if let known = try doorkeeper() { return known }
        return try opening()
    }

    private func opening() throws(StorageError) -> Doorkeeper {
        Doorkeeper(store: try store(), clock: clock, logDays: logDays)
    }

    private func store() throws(StorageError) -> any AccessStore {
        do throws(StorageError) {
            return try SQLiteAccess(path: place.folder)
        } catch {
            guard case .readOnly = error, let file = try? SQLiteAccess(standing: place.folder) else { throw error }
            return StandingAccess(file: file)
        }
    }

    /// Whether who signs in is forgotten when the program ends, since the file of users cannot be written.
    public func isForgetful() throws(StorageError) -> Bool { try doorkeeper()?.store is StandingAccess }
}
