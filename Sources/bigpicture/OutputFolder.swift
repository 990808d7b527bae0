import ArgumentParser
import Glibc

enum OutputFolder {
    /// Makes the folder and those above it; a folder that is there is fine.
    static func make(_ path: String) throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += (made.isEmpty || made.hasSuffix("/") ? "" : "/") + part
            guard mkdir(made, 0o755) == 0 || errno == EEXIST else {
                throw Exit.failing("\(path): \(String(cString: strerror(errno))).", code: Exit.cannotWrite)
            }
        }
    }
}
