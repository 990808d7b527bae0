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
    private let opened = Mutex<Doorkeeper?>(nil)

    public init(_ place: LibraryPlace, clock: Clock) {
        self.place = place
        self.clock = clock
    }

    /// Nil while nobody was ever added; looked for again each time, so that a site notices its first user while it is served.
    public func doorkeeper() throws(StorageError) -> Doorkeeper? {
        try opened.withLock { (opened) throws(StorageError) in
            if let opened { return opened }
            guard access(place.folder + "/" + SQLiteAccess.fileName, F_OK) == 0 else { return nil }
            let found = Doorkeeper(store: try SQLiteAccess(path: place.folder), clock: clock)
            opened = found
            return found
        }
    }

    /// For who adds the first.
    public func made() throws(StorageError) -> Doorkeeper {
        if let known = try doorkeeper() { return known }
        return Doorkeeper(store: try SQLiteAccess(path: place.folder), clock: clock)
    }
}
