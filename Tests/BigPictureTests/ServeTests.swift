import Foundation
import Testing

/// `bigpicture serve` as whoever keeps a library for others meets it.
@Suite(.serialized) struct ServeTests {
    private static let password = "correct horse battery staple"
    private static let library = ["--library", "library"]

    @Test func aLibraryWithoutUsersIsServedToNobodyElse() throws {
        try Program.withFolder { folder in
            for reach in [["--host", "0.0.0.0"], ["--name", "briefs.example.org"]] {
                let run = try Program.run(["serve", "--port", "0"] + Self.library + reach, in: folder)
                #expect(run.status == 66)
                #expect(run.errors.contains("no users who could sign in. Add one first: bigpicture user add NAME --role admin"), "\(run.errors)")
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "library").path), "nothing was begun")
        }
    }

    @Test func whoSignedInStaysSoOverARestartAndWhatIsOpenEndsWithTheServer() throws {
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            #expect(try Program.run(["run", "--once"] + Self.library, in: folder).status == 0)
            #expect(try Program.run(["user", "add", "ann", "--role", "admin"] + Self.library, input: Self.password, in: folder).status == 0)
            #expect(try Browser.openssl(Self.certificate, in: folder) == 0)
            let serve = ["serve", "--port", "0", "--certificate", "chain.pem", "--key", "key.pem"] + Self.library
            var server = try Program.started(serve, in: folder)
            defer { server.process.terminate() }
            var browser = Browser(address: try server.address(), folder: folder)

            // Encrypted, and not otherwise.
            #expect(browser.address.hasPrefix("https://"))
            let unencrypted = Browser(address: browser.address.replacing("https:", with: "http:"), folder: folder)
            #expect(try !unencrypted.ask("/sign-in").contains("HTTP/1.1 "))
            let entered = try browser.signIn("ann", Self.password)
            #expect(entered.contains("303 ") && entered.contains("__Host-bigpicture=") && entered.contains("; Secure"), "\(entered)")
            #expect(try browser.ask("/briefs/tern").contains("12 million euros"))
            #expect(try Browser(address: browser.address, folder: folder, jar: "other").ask("/briefs/tern").contains("401 "))

            // A backup leaves out who may sign in, and comes back as it was made.
            #expect(try Program.run(["backup", "copy"] + Self.library, in: folder).status == 0)
            #expect(try Program.run(["restore", "copy", "--library", "back"], in: folder).status == 0)
            for name in ["library.sqlite", "topics/tern.yaml"] {
                let parts = try ["copy", "back"].map { try Data(contentsOf: folder.appending(path: "\($0)/\(name)")) }
                #expect(parts[0] == parts[1])
            }
            let brief = ["brief", "tern", "--edition", "last", "--format", "json", "--library"]
            let briefs = try ["library", "back"].map { try Program.run(brief + [$0], in: folder).output }
            #expect(briefs[0].contains("12 million euros") && briefs[0] == briefs[1])
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "copy/access.sqlite").path))
            #expect(try Program.run(["serve", "--port", "0", "--host", "0.0.0.0", "--library", "back"], in: folder).status == 66)

            // Told to stop, it ends with pages open that wait for news, and they are told that it is over.
            let streams = try (0..<3).map { try browser.listening(as: "news\($0)") }
            for stream in streams { #expect(stream.says("event: edition")) }
            #expect(server.stop() == 0)
            for stream in streams { #expect(stream.ended() == 0, "the answer is whole") }

            server = try Program.started(serve, in: folder)
            browser.address = try server.address()
            let again = try browser.ask("/account")
            #expect(again.contains("200 ") && again.contains("ann"), "still signed in")
            #expect(server.stop() == 0)
        }
    }

    private static let canMount =
        (try? Program.begun(unshare, ["-rm", "true"], in: .temporaryDirectory, saying: "\(UUID().uuidString)").ended()) == 0

    @Test(.enabled(if: canMount, "this machine lets nobody mount anything in a namespace of their own"))
    func fromAMediumThatNobodyCanWriteToItIsShownAndPeopleSignIn() throws {
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            #expect(try Program.run(["run", "--once"] + Self.library, in: folder).status == 0)
            #expect(try Program.run(["user", "add", "ann", "--role", "admin"] + Self.library, input: Self.password, in: folder).status == 0)
            let mounting = "mount --bind library library && mount -o remount,ro,bind library && exec \"$0\" serve --port 0 --library \"$PWD/library\""
            let server = try Program.begun(Self.unshare, ["-rm", "sh", "-c", mounting, Program.path.path], in: folder, saying: "server")
            defer { server.process.terminate() }
            let browser = Browser(address: try server.address(), folder: folder)
            #expect(server.said.contains("read-only") && server.said.contains("Everything is only shown."), "\(server.said)")
            #expect(server.said.contains("who signs in, and who did what, is known until this ends"), "\(server.said)")
            #expect(try browser.signIn("ann", Self.password).contains("303 "))
            #expect(try browser.ask("/briefs/tern").contains("12 million euros"))
            let token = try browser.ask("/account").firstMatch(of: /name="form-token" value="([^"]+)"/)?.output.1 ?? ""
            #expect(try browser.ask("/account/sessions", ["-d", "form-token=\(token)"]).contains("303 "))
            #expect(try browser.ask("/log").contains("ann"))
            #expect(server.stop() == 0)
            #expect(try !Program.run(["user", "log"] + Self.library, in: folder).output.contains("signed-in"))
        }
    }

    private static let unshare = URL(filePath: "/usr/bin/unshare")

    @Test func aKeyThatDoesNotFitIsNamed() throws {
        try Program.withFolder { folder in
            #expect(try Browser.openssl(Self.certificate, in: folder) == 0)
            let run = try Program.run(["serve", "--port", "0", "--certificate", "chain.pem", "--key", "chain.pem"] + Self.library, in: folder)
            #expect(run.status == 65 && run.errors.contains("chain.pem holds no private key in PEM that fits"), "\(run.errors)")
        }
    }

    @Test func stoppedWhileItWritesItLeavesALibraryThatIsWhole() throws {
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            for number in 1...300 {
                let report =
                    "Berth \(number) of Tern\n\nThe harbour office of Tern closed berth \(number) on Monday 2 March 2026, the ministry said.\n"
                try Data(report.utf8).write(to: folder.appending(path: "reports/berth\(number).txt"))
            }
            let server = try Program.started(["serve", "--port", "0"] + Self.library, in: folder)
            defer { server.process.terminate() }
            let browser = Browser(address: try server.address(), folder: folder)
            // One whose text never comes to its end.
            let half =
                "(printf title=Half; sleep 30) | curl -sS -T - -X POST -H 'Content-Type: application/x-www-form-urlencoded' \(browser.address)/topics/new"
            _ = try Program.begun(URL(filePath: "/bin/sh"), ["-c", half], in: folder, saying: "half")
            for number in 1...8 { #expect(try browser.ask("/topics/new", Self.topic("Port \(number)")).contains("303 ")) }
            #expect(try browser.ask("/topics/tern/work", ["-d", "task=read"]).contains("303 "))
            let late = try browser.begin("/topics/new", Self.topic("Late"), as: "late")
            #expect(server.stop() == 0)
            _ = late.ended()

            let kept = try Program.run(["topic", "list"] + Self.library, in: folder)
            #expect(!kept.output.contains("half"))
            #expect(kept.status == 0 && (1...8).allSatisfy { kept.output.contains("port-\($0)") }, "\(kept.output) \(kept.errors)")
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "library/topics").path) {
                #expect(try Program.run(["topic", "check", "library/topics/\(name)"] + Self.library, in: folder).status == 0, "\(name)")
            }
            // A backup checks the whole file; what was not read before is read now, and nothing twice.
            #expect(try Program.run(["backup", "then"] + Self.library, in: folder).status == 0)
            #expect(try Program.run(["read", "tern"] + Self.library, in: folder).status == 0)
            let whole = try Program.run(["backup", "now"] + Self.library, in: folder)
            #expect(whole.output.contains("301 articles, 301 versions"), "\(whole.output)")
        }
    }

    private static func topic(_ title: String) -> [String] {
        ["title=\(title)", "sources=https://port.example/feed", "act=save"].flatMap { ["--data-urlencode", $0] }
    }

    private static let certificate = [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "key.pem", "-out", "chain.pem", "-days",
        "2",
        "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
    ]
}

/// A client of the site, with a jar for cookies; it believes the certificate of its folder.
struct Browser {
    var address: String
    let folder: URL
    var jar = "jar"

    /// Head and body of an answer, or why there is none.
    func ask(_ path: String, _ arguments: [String] = []) throws -> String {
        let asking = try begin(path, ["-i"] + arguments, as: "answer-\(UUID().uuidString)")
        _ = asking.ended()
        return asking.said
    }

    func signIn(_ user: String, _ password: String) throws -> String {
        try ask("/sign-in", ["user=\(user)", "password=\(password)"].flatMap { ["--data-urlencode", $0] } + ["-H", "Origin: \(address)"])
    }

    /// A page that waits for news.
    func listening(as name: String) throws -> Program.Running { try begin("/events", ["-N"], as: name) }

    func begin(_ path: String, _ arguments: [String], as name: String) throws -> Program.Running {
        let common = ["curl", "-sS", "--noproxy", "*", "--max-time", "120", "--cacert", "chain.pem", "-b", jar, "-c", jar]
        return try Program.begun(URL(filePath: "/usr/bin/env"), common + arguments + [address + path], in: folder, saying: name)
    }

    static func openssl(_ arguments: [String], in folder: URL) throws -> Int32? {
        try Program.begun(URL(filePath: "/usr/bin/env"), ["openssl"] + arguments, in: folder, saying: "openssl").ended()
    }
}
