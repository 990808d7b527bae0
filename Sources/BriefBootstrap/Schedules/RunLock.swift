import Glibc

/// Held by the one process that writes a library's editions. The system lets go of it when the process ends, however it ends.
public struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// - Throws: when another process holds it, or the file cannot be made.
    public init(_ place: LibraryPlace) throws(RunLockError) {
        let path = place.folder + "/run.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotUse(path: path, why: String(cString: strerror(errno))) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw .held(library: place.folder)
        }
    }

    deinit { close(descriptor) }
}

public enum RunLockError: Error, Hashable, Sendable, CustomStringConvertible {
    case held(library: String)
    case cannotUse(path: String, why: String)

    public var description: String {
        switch self {
        case .held(let library): "Another bigpicture run is at work on the library \(library); one is enough."
        case .cannotUse(let path, let why): "\(path): \(why)."
        }
    }
}
