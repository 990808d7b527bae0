public import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file as bytes of memory that the system reads when they are touched, and may take back.
///
/// Model files are never changed in place: whoever cuts one short while it is mapped ends the program.
public final class MappedFile: Sendable {
    /// The last part of its path, for messages.
    public let name: String
    /// Valid as long as this object lives.
    public nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    /// - Parameter limit: the most bytes a file of its kind may have.
    public init(path: String, limit: Int) throws(InferenceError) {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        func failure() -> InferenceError { .unreadable(file: name, reason: String(cString: strerror(errno))) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(file: name, reason: "it is not a file") }
        let size = Int(status.st_size)
        guard size <= limit else { throw .malformed(file: name, reason: "it has \(size) bytes; \(limit) are the most") }
        guard size > 0 else { throw .malformed(file: name, reason: "it is empty") }
        guard let memory = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), memory != MAP_FAILED else { throw failure() }
        self.name = name
        bytes = UnsafeRawBufferPointer(start: memory, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    /// Gives the memory of what was read so far back to the system; it is read again when touched.
    public func release() { _ = madvise(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count, MADV_DONTNEED) }
}
