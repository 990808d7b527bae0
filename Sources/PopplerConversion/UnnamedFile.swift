import Glibc
import SystemPackage

/// A file whose name is gone before anything is written into it: the document's way into the child, and nobody else's.
/// A pipe would need somebody to write while the child reads, and a child that stops early breaks it.
struct UnnamedFile: ~Copyable {
    let descriptor: FileDescriptor

    private init(descriptor: FileDescriptor) { self.descriptor = descriptor }

    deinit { _ = Glibc.close(descriptor.rawValue) }

    /// Nil when the temporary folder takes no file.
    static func holding(_ bytes: [UInt8]) -> UnnamedFile? {
        // Readable and writable by its owner only, as mkstemp makes it.
        var name = Array("\(folder)/bigpicture-XXXXXX".utf8CString)
        let number = mkstemp(&name)
        guard number >= 0 else { return nil }
        unlink(name)
        let file = UnnamedFile(descriptor: FileDescriptor(rawValue: number))
        do {
            try file.descriptor.writeAll(bytes)
            try file.descriptor.seek(offset: 0, from: .start)
        } catch {
            return nil
        }
        return file
    }

    private static var folder: String { getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp" }
}
