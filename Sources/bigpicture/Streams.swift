import ArgumentParser
import Glibc

/// How the program ends; the codes of sysexits.h.
enum Exit {
    /// The work was done, and what the caller asked to be stopped by was found (`audit --fail-on`). Below the codes of sysexits.h, so that a pipeline can
    /// tell a brief that fails from a command that does.
    static let foundFault: Int32 = 3
    static let badInput: Int32 = 65
    static let noInput: Int32 = 66
    static let nothingRead: Int32 = 69
    static let cannotWrite: Int32 = 73
    static let libraryUnusable: Int32 = 74
    /// Another process does this work on the library.
    static let alreadyRunning: Int32 = 75
    /// Somebody was not sent what they were to get.
    static let notSent: Int32 = 76

    /// Says what went wrong on standard error and gives the code to leave with.
    static func failing(_ message: String, code: Int32) -> ExitCode {
        StandardError.line(message)
        return ExitCode(code)
    }
}

enum StandardOutput {
    /// A reader that went away (`| head`) ends the program quietly.
    static func write(_ bytes: [UInt8]) throws {
        try writeAll(bytes, to: STDOUT_FILENO, name: "standard output")
    }

    static func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }
}

enum StandardError {
    static func line(_ text: String) { raw("bigpicture: \(text)\n") }

    /// Diagnostics have nowhere else to go, so what cannot be written here is let go.
    static func raw(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }
}

enum OutputFile {
    /// Writes beside the target and renames, so that a full disk or a kill never leaves half a page.
    /// What is no file, `/dev/null` or a named pipe, is written into and stays what it is.
    static func write(_ bytes: [UInt8], to path: String) throws {
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG, status.st_mode & S_IFMT != S_IFDIR {
            let descriptor = open(path, O_WRONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw Exit.failing("\(path): \(systemReason()).", code: Exit.cannotWrite) }
            defer { close(descriptor) }
            return try writeAll(bytes, to: descriptor, name: path)
        }
        let temporary = "\(path).part-\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Exit.failing("\(path): \(systemReason()).", code: Exit.cannotWrite) }
        do {
            try writeAll(bytes, to: descriptor, name: path)
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let reason = systemReason()
            unlink(temporary)
            throw Exit.failing("\(path): \(reason).", code: Exit.cannotWrite)
        }
    }
}

/// Why a file cannot be read: what goes after its name.
struct UnreadableFile: Error {
    let reason: String
    let code: Int32
}

enum InputFile {
    /// The whole of a file, or of standard input for `-`, up to a limit; ends the program with a message when that cannot be had.
    static func read(_ path: String, limit: Int = 64 << 20) throws -> [UInt8] {
        do throws(UnreadableFile) {
            return try contents(of: path, limit: limit)
        } catch {
            throw Exit.failing("\(path): \(error.reason).", code: error.code)
        }
    }

    /// The lines of a text, as `read` has it; a last line feed ends the last line.
    static func lines(_ path: String, limit: Int) throws -> [String] {
        var lines = try read(path, limit: limit).split(separator: 0x0A, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        if lines.last == "" { lines.removeLast() }
        return lines
    }

    /// What `read` gives, for one of many files, where the others go on.
    static func contents(of path: String, limit: Int = 64 << 20) throws(UnreadableFile) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnreadableFile(reason: systemReason(), code: Exit.noInput) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw UnreadableFile(reason: systemReason(), code: Exit.noInput)
            }
            bytes.append(contentsOf: chunk[0..<count])
            guard bytes.count <= limit else {
                throw UnreadableFile(reason: "larger than the limit of \(limit >> 20) MiB", code: Exit.badInput)
            }
        }
    }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, name: String) throws {
    try bytes.withUnsafeBytes { buffer in
        var rest = buffer[...]
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ExitCode.success }
                throw Exit.failing("\(name): \(systemReason()).", code: Exit.cannotWrite)
            }
            rest = rest.dropFirst(count)
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate var baseAddress: UnsafeRawPointer? { base.baseAddress.map { $0 + startIndex } }
}

private func systemReason() -> String { String(cString: strerror(errno)) }
