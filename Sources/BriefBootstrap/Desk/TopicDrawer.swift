import Crypto
import Foundation
import Glibc

/// The files of the topics, kept so that none is ever half written and a change made meanwhile is noticed.
struct TopicDrawer: Sendable {
    let folder: String

    struct File: Hashable, Sendable {
        let name: String
        let text: String
        /// The SHA-256 of the text.
        var seen: String { Self.seen(text) }

        static func seen(_ text: String) -> String { SHA256.hash(data: Data(text.utf8)).map { String(format: "%02x", $0) }.joined() }
    }

    /// A file by its name; nil for what is none of the files there, whatever the name is.
    func file(named name: String) throws(TopicShelfError) -> File? {
        guard Self.isName(name), let bytes = FileManager.default.contents(atPath: path(name)) else { return nil }
        return File(name: name, text: String(decoding: bytes, as: UTF8.self))
    }

    /// Letters, digits and what joins them: no name leads out of the folder.
    static func isName(_ name: String) -> Bool {
        guard let first = name.first, first != ".", (1...200).contains(name.utf8.count) else { return false }
        return name.allSatisfy { $0.isLetter || $0.isNumber || "-_. ".contains($0) }
    }

    /// Writes a file whole or not at all.
    /// - Parameter isNew: then one that is there is left as it is.
    /// - Returns: false where there was one.
    func write(_ text: String, named name: String, isNew: Bool) throws(TopicShelfError) -> Bool {
        let target = path(name)
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotUse(path: target)
        }
        let part = "\(folder)/.\(UUID().uuidString)"
        defer { unlink(part) }
        try Self.put(text, in: part)
        if isNew {
            guard link(part, target) != 0 else { return true }
            guard errno == EEXIST else { throw .cannotUse(path: target) }
            return false
        }
        var before = stat()
        if stat(target, &before) == 0 { chmod(part, before.st_mode & 0o777) }
        guard rename(part, target) == 0 else { throw .cannotUse(path: target) }
        return true
    }

    /// Puts a copy of a file beside it, under a name that no topic has.
    func copy(_ file: File, at moment: String) throws(TopicShelfError) {
        let path = "\(folder)/\(file.name).yaml.before-\(moment)"
        unlink(path)
        try Self.put(file.text, in: path)
    }

    /// Moves a file into the folder of those that are followed no longer.
    func putAside(_ name: String, at moment: String) throws(TopicShelfError) {
        let aside = folder + "/removed"
        do {
            try FileManager.default.createDirectory(atPath: aside, withIntermediateDirectories: true)
        } catch {
            throw .cannotUse(path: aside)
        }
        guard rename(path(name), "\(aside)/\(name).\(moment).yaml") == 0 else { throw .cannotUse(path: path(name)) }
    }

    private static func put(_ text: String, in path: String) throws(TopicShelfError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw .cannotUse(path: path) }
        defer { close(descriptor) }
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .cannotUse(path: path) }
            bytes = bytes.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw .cannotUse(path: path) }
    }

    private func path(_ name: String) -> String { "\(folder)/\(name).yaml" }
}
