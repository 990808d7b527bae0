import Foundation
import StandInModel
import Testing

/// A language model on the command line: what is wrong with it is said, and a key is in none of it.
@Suite struct ModelCommandTests {
    private static let secret = "sk-not-to-be-seen-0123456789"
    private static let noKeys = [
        "ANTHROPIC_API_KEY": "", "OPENAI_API_KEY": "", "BIGPICTURE_MODEL_KEY": "", "BIGPICTURE_MODEL_KEY_FILE": "", "BIGPICTURE_MODEL_URL": "",
    ]

    private func withTopic(_ body: (URL) throws -> Void) throws {
        try Program.withFolder { folder in
            try TernLibrary.make(in: folder)
            try body(folder)
        }
    }

    @Test(arguments: ["brief", "run"]) func whatIsWrongWithAModelIsSaidBeforeAnythingIsRead(_ command: String) throws {
        try withTopic { folder in
            let start = command == "brief" ? ["brief", "tern", "--read"] : ["run", "--once"]
            func complaint(_ arguments: [String]) throws -> (Int32, String) {
                let outcome = try Program.run(start + ["--library", "library"] + arguments, environment: Self.noKeys, in: folder)
                return (outcome.status, outcome.errors)
            }
            let key = folder.appending(path: "key").path
            #expect(FileManager.default.createFile(atPath: key, contents: Data(Self.secret.utf8), attributes: [.posixPermissions: 0o644]))
            for (arguments, words) in [
                (["--model", "gpt"], "gpt"), (["--model", "anthropic:m"], "ANTHROPIC_API_KEY"), (["--model", "openai:m"], "OPENAI_API_KEY"),
                (["--model", "openai:m", "--model-key-file", key], "chmod 600"), (["--model", "ollama:m", "--model-url", "ftp://x"], "ftp://x"),
                (["--model", "ollama:m", "--model-url", "http://models.example"], "models.example"),
            ] {
                let (status, errors) = try complaint(arguments)
                #expect(status == 65 && errors.contains(words) && !errors.contains(Self.secret), "\(arguments): \(errors)")
            }
            for arguments in [["--model-url", "http://127.0.0.1:1"], ["--model", "ollama:m", "--model-prices", "3"]] {
                #expect(try complaint(arguments).0 == 64)
            }
            #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "library/library.db").path) || command == "run")
        }
    }

    @Test func anEditionBySchedulesIsAskedOfTheModelAndAnUnreachableOneLeavesItAsItWouldBe() async throws {
        let server = try await StandInServer.start([StandInServer.Reply(pieces: ["Here is your brief: …"])])
        for (address, reason) in [("http://127.0.0.1:1", "nobody answers there"), (server.origin, "could not be used")] {
            try withTopic { folder in
                let plain = try Program.run(
                    ["brief", "tern", "--read", "--library", "plain", "--format", "markdown", "--sources", "reports/tern.txt"], in: folder)
                #expect(plain.status == 0 || !plain.errors.isEmpty)
                let run = try Program.run(
                    ["run", "--once", "--library", "library", "--model", "ollama:m", "--model-url", address], environment: Self.noKeys, in: folder)
                #expect(run.status == 0 && run.errors.contains("ollama:m: ") && run.errors.contains("tern: "), "\(run.errors)")
                let kept = try Program.run(["brief", "tern", "--edition", "last", "--library", "library", "--format", "json"], in: folder)
                let brief = try #require(try JSONSerialization.jsonObject(with: Data(kept.output.utf8)) as? [String: Any])
                let wording = try #require(brief["wording"] as? [String: Any])
                #expect(wording["admitted"] as? Int == 0 && (wording["failure"] as? String)?.isEmpty == false)
                let page = try Program.run(["brief", "tern", "--edition", "last", "--library", "library"], in: folder).output.replacing(
                    "\n", with: " ")
                #expect(
                    page.contains("12 million euros") && page.contains("could not be used")
                        && (reason != "nobody answers there" || page.contains(reason)))
            }
        }
        #expect(!server.asked.isEmpty)
    }
}
