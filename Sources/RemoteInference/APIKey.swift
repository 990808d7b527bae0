import Glibc
public import Inference

/// A secret that says who asks. It goes into one header field and nowhere else: printed or mirrored it shows nothing.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let secret: String

    public var description: String { "(a key)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// - Parameter place: where it comes from, for the error ("ANTHROPIC_API_KEY").
    public init(_ text: String, from place: String) throws(GenerationError) {
        let bytes = text.utf8.drop { $0 <= 0x20 }
        let trimmed = bytes.prefix(bytes.count - bytes.reversed().prefix { $0 <= 0x20 }.count)
        guard !trimmed.isEmpty else { throw .unusableKey(place: place, why: "it holds no key") }
        // A line break would start a header field of its own.
        guard trimmed.count <= Self.longest, trimmed.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .unusableKey(place: place, why: "a key is one line of visible characters; put nothing else there")
        }
        secret = String(decoding: Array(trimmed), as: UTF8.self)
    }

    /// Reads a key from a file that nobody but its owner may read.
    public init(file path: String) throws(GenerationError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unusableKey(place: path, why: "the key file cannot be opened: \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unusableKey(place: path, why: "the key file is no ordinary file")
        }
        guard status.st_uid == geteuid() || status.st_uid == 0 else {
            throw .unusableKey(place: path, why: "the key file belongs to somebody else; copy it to one of your own")
        }
        guard status.st_mode & 0o077 == 0 else {
            throw .unusableKey(place: path, why: "others can read the key file; close it to them with: chmod 600 \(path)")
        }
        var bytes = [UInt8](repeating: 0, count: Self.longest + 1)
        let count = read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .unusableKey(place: path, why: "the key file cannot be read: \(String(cString: strerror(errno)))") }
        try self.init(String(decoding: bytes.prefix(count), as: UTF8.self), from: path)
    }

    /// Bytes; the longest in use have some hundreds.
    private static let longest = 4096
}
