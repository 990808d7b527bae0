import Foundation
import Testing

/// `bigpicture user`: passwords come by a pipe or are typed, and are seen by nobody.
@Suite(.serialized) struct UserCommandTests {
    private static let password = "correct horse battery staple"

    @Test func usersAreKeptByCommandsAndPasswordsComeByAPipe() throws {
        try Program.withFolder { folder in
            func user(_ arguments: String..., input: String = "") throws -> Program.Outcome {
                try Program.run(["user"] + arguments + ["--library", "library"], input: input, in: folder)
            }
            let none = try user("list")
            #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("bigpicture user add NAME --role admin"))
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "library").path), "looking makes nothing")
            let first = try user("add", "rob", "--role", "reader", input: Self.password)
            #expect(first.status == 65 && first.errors.contains("The first user has to be an admin"))
            let short = try user("add", "ann", "--role", "admin", input: "short\n")
            #expect(short.status == 65 && short.errors.contains("12 characters"), "\(short.errors)")
            #expect(try user("add", "ann", "--role", "admin").status == 66, "no password at all")

            let added = try user("add", "ann", "--role", "admin", input: Self.password + "\nnot this line\n")
            #expect(added.status == 0 && added.output == "ann may sign in as admin.\n", "\(added.errors)")
            #expect(try user("add", "rob", "--role", "reader", input: Self.password).status == 0)
            #expect(try user("role", "rob", "editor").output == "rob is editor now.\n")
            let list = try user("list").output.split(separator: "\n").map { $0.split(separator: "\t").prefix(2).joined(separator: " ") }
            #expect(list == ["ann admin", "rob editor"])
            let last = try user("remove", "ann")
            #expect(last.status == 65 && last.errors.contains("the only admin"))
            #expect(try user("remove", "eve").status == 66)
            #expect(try user("remove", "rob").status == 0)
            let log = try user("log").output
            #expect(["user-added", "role-changed", "user-removed"].allSatisfy(log.contains) && !log.contains("horse"))

            let file = folder.appending(path: "library/access.sqlite")
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o600)
            #expect(try Data(contentsOf: file).firstRange(of: Data(Self.password.utf8)) == nil)
        }
    }

    @Test func onATerminalAPasswordIsAskedForTwiceAndNeverShown() throws {
        try Program.withFolder { folder in
            let add = ["user", "add", "ann", "--role", "admin", "--library", "library"]
            func typed(_ second: String) throws -> (status: Int32, shown: String) {
                let terminal = try Terminal()
                let process = try terminal.running(add, in: folder)
                #expect(terminal.shows("New password for ann: "))
                terminal.type(Self.password + "\n")
                #expect(terminal.shows("The same again: "))
                terminal.type(second + "\n")
                process.waitUntilExit()
                #expect(terminal.echoes, "what is typed after is seen again")
                return (process.terminationStatus, terminal.shown)
            }
            let unlike = try typed("correct horse battery stable")
            #expect(unlike.status == 65 && unlike.shown.contains("The two are not the same; nothing was changed."))

            let left = try Terminal(), leaving = try left.running(add, in: folder)
            #expect(left.shows("New password for ann: "))
            leaving.interrupt()
            leaving.waitUntilExit()
            #expect(leaving.terminationStatus == 130 && left.echoes)

            let alike = try typed(Self.password)
            #expect(alike.status == 0 && alike.shown.contains("ann may sign in as admin."), "\(alike.shown)")
            for shown in [unlike.shown, alike.shown] { #expect(!shown.contains("horse")) }
        }
    }
}

/// A terminal at which a program runs, and what is seen on it.
private final class Terminal {
    struct NoTerminal: Error {}

    private let master: Int32, slave: Int32
    private(set) var shown = ""

    init() throws {
        // As posix_openpt, unlockpt and ptsname do it on Linux; the module of the C library does not have them.
        let unlock: UInt = 0x4004_5431, tellNumber: UInt = 0x8004_5430
        var locked: Int32 = 0, number: UInt32 = 0
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, tellNumber, &number) == 0 else { throw NoTerminal() }
        slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        guard slave >= 0, fcntl(master, F_SETFL, O_NONBLOCK) == 0 else { throw NoTerminal() }
    }

    deinit {
        close(master)
        close(slave)
    }

    func running(_ arguments: [String], in folder: URL) throws -> Process {
        let process = Process(), end = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.executableURL = Program.path
        process.arguments = arguments
        process.currentDirectoryURL = folder
        (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
        try process.run()
        return process
    }

    func type(_ text: String) { _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

    /// Whether this is seen before long.
    func shows(_ words: String) -> Bool {
        for _ in 0..<600 {
            look()
            if shown.contains(words) { return true }
            Thread.sleep(forTimeInterval: 0.1)
        }
        return false
    }

    var echoes: Bool {
        look()
        var state = termios()
        return tcgetattr(slave, &state) == 0 && state.c_lflag & tcflag_t(ECHO) != 0
    }

    private func look() {
        var bytes = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(master, &bytes, bytes.count), count > 0 { shown += String(decoding: bytes[..<count], as: UTF8.self) }
    }
}
