import Glibc

/// Files on this machine: bounded, links not followed, hidden files left alone.
enum LocalFiles {
    private static let readable: Set = ["html", "htm", "xhtml", "txt", "text", "md", "pdf", "docx", "eml", "mbox"]
    private static let deepest = 16

    static func absolute(_ path: String) throws(ReadingProblem) -> String {
        guard let resolved = realpath(path, nil) else { throw problem() }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The articles under a folder, sorted by path.
    static func articles(inFolder path: String, limit: Int) throws(ReadingProblem) -> [String] {
        var files: [String] = []
        var folders = [(path: try absolute(path), depth: 0)]
        while let folder = folders.popLast() {
            guard let handle = opendir(folder.path) else {
                if folder.depth == 0 { throw problem() }
                continue
            }
            defer { closedir(handle) }
            while let entry = readdir(handle) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                guard !name.hasPrefix(".") else { continue }
                let full = folder.path + "/" + name
                var status = stat()
                guard lstat(full, &status) == 0 else { continue }
                if status.st_mode & S_IFMT == S_IFDIR, folder.depth < deepest { folders.append((full, folder.depth + 1)) }
                guard status.st_mode & S_IFMT == S_IFREG, let dot = name.lastIndex(of: "."),
                    readable.contains(name[name.index(after: dot)...].lowercased())
                else { continue }
                files.append(full)
                guard files.count <= limit else { throw ReadingProblem("The folder holds more than \(limit) articles; name folders inside it.") }
            }
        }
        return files.sorted()
    }

    static func bytes(of path: String, limit: Int) throws(ReadingProblem) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw problem() }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw ReadingProblem("This is not a file.") }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(Int(status.st_size), limit))
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw problem()
            }
            bytes += chunk[0..<count]
            guard bytes.count <= limit else { throw ReadingProblem("The file is larger than the limit of \(limit >> 20) MiB.") }
        }
    }

    private static func problem() -> ReadingProblem { ReadingProblem("\(String(cString: strerror(errno))).") }
}
