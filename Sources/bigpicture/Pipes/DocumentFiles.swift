import Glibc

/// The files a command was pointed at: by name, as the content of folders, or through a list; each is told as it is met, none is opened.
struct DocumentFiles {
    private let named: [String]
    private let list: String?

    /// - Parameter list: a file with a name a line; `-` for standard input.
    init(named: [String], listedIn list: String?) {
        self.named = named
        self.list = list
    }

    /// Calls `body` with each path and how many there are in all; 0 while nobody knows, as with a list or folders in a folder.
    func forEach(_ body: (_ path: String, _ total: Int) async throws -> Void) async throws {
        let folders = named.map { $0 == "-" ? nil : Self.names(inFolder: $0) }
        let isFlat =
            list == nil
            && !zip(named, folders).contains { path, names in
                names?.contains { ![S_IFREG, S_IFLNK].contains(Self.kind(of: path + "/" + $0)) } == true
            }
        let total = isFlat ? folders.reduce(0) { $0 + ($1?.count ?? 1) } : 0
        for (path, names) in zip(named, folders) {
            if let names { try await walk(path, names, total, body) } else { try await body(path, total) }
        }
        guard let list else { return }
        try await TextLines.forEach(in: list) { line in try await body(line, 0) }
    }

    /// Folders in folders wait in a list, so that no depth of them matters.
    private func walk(_ root: String, _ names: [String], _ total: Int, _ body: (String, Int) async throws -> Void) async throws {
        var waiting = names.reversed().map { root + "/" + $0 }
        while let path = waiting.popLast() {
            switch Self.kind(of: path) {
            case S_IFDIR: waiting += (Self.names(inFolder: path) ?? []).reversed().map { path + "/" + $0 }
            case S_IFREG, S_IFLNK: try await body(path, total)
            // A pipe or a device that stands there would be waited for.
            default: continue
            }
        }
    }

    /// The file type bits of what stands there, links not followed, so that a circle of them is none.
    private static func kind(of path: String) -> mode_t {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : 0
    }

    /// In the order of their bytes, hidden ones left out; nil for what is no folder.
    private static func names(inFolder path: String) -> [String]? {
        guard let folder = opendir(path) else { return nil }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) } }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}

/// The lines of a file or of standard input, one at a time.
enum TextLines {
    static func forEach(in path: String, _ body: (String) async throws -> Void) async throws {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Exit.failing("\(path): \(String(cString: strerror(errno))).", code: Exit.noInput) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var pending: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        func end() async throws {
            if !pending.isEmpty { try await body(String(decoding: pending, as: UTF8.self)) }
            pending.removeAll(keepingCapacity: true)
        }
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { break }
            for byte in chunk[0..<count] {
                // No path is longer than a page; what is, is no list of paths.
                if byte == UInt8(ascii: "\n") { try await end() } else if pending.count < Int(PATH_MAX) { pending.append(byte) }
            }
        }
        try await end()
    }
}
