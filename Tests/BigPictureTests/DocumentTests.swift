import Foundation
import Testing

/// Documents, help and flags say the same.
@Suite struct DocumentTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let commands = [
        "demo", "topic", "read", "brief", "story", "timeline", "trends", "changes", "audit", "run", "export", "verify", "key",
        "serve", "user", "backup", "restore", "health", "models", "embed", "nearest",
        "distill",
        "parse-feed",
        "extract",
        "duplicates",
        "cluster", "entities", "claims", "check", "summarize",
    ]

    static let innerCommands = [
        "topic new", "topic check", "topic list", "story list", "story merge", "story split", "story rename", "story pin", "story unpin",
        "story undo",
        "story decisions", "models list", "models pull", "models verify", "models remove", "key show",
        "user add", "user list", "user remove", "user password", "user role", "user token add", "user token list", "user token revoke", "user log",
    ]

    private func document(_ name: String) throws -> String { try String(contentsOf: Self.root.appending(path: name), encoding: .utf8) }

    @Test(arguments: commands) func everyCommandHasHelpWithAnExampleAndIsInTheGuide(_ command: String) throws {
        let help = try Program.run([command, "--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("EXAMPLE") || ["topic", "key"].contains(command))
        #expect(try document("Documentation/Commands.md").contains("## `bigpicture \(command)"))
    }

    @Test func everyFlagOfTheHelpIsInTheGuide() throws {
        let guide = try document("Documentation/Commands.md")
        for command in Self.commands + Self.innerCommands {
            let help = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
            for word in help.split(whereSeparator: { " \n,[](){}<>;=.".contains($0) }) where word.hasPrefix("--") && word.count > 2 {
                let flag = String(word)
                #expect(guide.contains(flag) || ["--help", "--version"].contains(flag), "\(command) \(flag)")
            }
        }
    }

    @Test func theGuideNamesNoFlagThatIsNot() throws {
        var known: Set<String> = ["--help", "--version"]
        for command in Self.commands + Self.innerCommands {
            let help = try Program.run(command.split(separator: " ").map(String.init) + ["--help"]).output
            for word in help.split(whereSeparator: { " \n,[](){}<>;=.".contains($0) }) where word.hasPrefix("--") { known.insert(String(word)) }
        }
        for word in try document("Documentation/Commands.md").split(whereSeparator: { " \n,[](){}<>;=.`".contains($0) })
        where word.hasPrefix("--") && word.count > 2 {
            #expect(known.contains(String(word)), "\(word)")
        }
    }

    @Test func everyScriptOfTheReadmeIsThere() throws {
        let readme = try document("README.md")
        for name in ["demo", "test", "check", "evaluate", "benchmark", "format"] {
            #expect(FileManager.default.isExecutableFile(atPath: Self.root.appending(path: "Scripts/\(name)").path))
            #expect(readme.contains("Scripts/\(name)"))
        }
    }
}
