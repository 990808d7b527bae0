import Glibc

/// A small file that nobody but its owner may read: where a secret lies.
enum ClosedFile {
    /// Why it is not used, as a part of a sentence. It never holds what stands in the file.
    struct Unusable: Error, Hashable { let why: String }

    /// Bytes; the longest secrets in use have some hundreds.
    private static let longest = 4096

    /// - Parameter kind: what the file is, for the error ("key file").
    static func text(of path: String, kind: String) throws(Unusable) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Unusable(why: "the \(kind) cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw Unusable(why: "the \(kind) is no ordinary file") }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw Unusable(why: "the \(kind) belongs to somebody else; copy it to one of your own")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw Unusable(why: "others can read the \(kind); close it to them with: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: longest + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw Unusable(why: "the \(kind) cannot be read: \(String(cString: strerror(errno)))") }
        guard count <= longest else { throw Unusable(why: "the \(kind) holds more than a secret") }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
