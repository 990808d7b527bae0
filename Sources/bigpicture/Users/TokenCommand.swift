import Access
public import ArgumentParser
import BriefModel
public import Storage

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Keeps tokens, by which programs are answered in a user's name.",
        subcommands: [AddToken.self, ListTokens.self, Revoke.self])

    struct AddToken: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Makes a token; it is printed this once.",
            discussion: """
                A program sends it with each request: Authorization: Bearer TOKEN. Whatever its scopes, it may do no more than its user may.

                EXAMPLE
                  bigpicture user token add ann "weekly report" --scope read --scope audit --days 30
                """)

        @Argument(help: "The user in whose name it is used.") var name: String
        @Argument(help: "What it is for.") var label: String
        @Option(name: .long, help: "read, audit or write; may be given again.") var scope: [TokenScope] = [.read]
        @Option(name: .long, help: "Days until it ends, 366 at most.") var days = Doorkeeper.usualToken
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let secret = try await userWork {
                () async throws(AccessRefusal) in
                try await library.doorkeeper().addToken(label, scopes: Set(scope), days: days, for: try userName(name), by: .machine)
            }
            try StandardOutput.line(secret.text)
        }
    }

    struct ListTokens: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Lists tokens: identifier, user, scopes, when it ends and was last used, and what it is for.",
            discussion: "EXAMPLE\n  bigpicture user token list ann")

        @Argument(help: "Of this user only.") var name: String?
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let tokens = try await userWork { () async throws(AccessRefusal) in
                var user: UserName?
                if let name { user = try userName(name) }
                return try await library.tokens(of: user)
            }
            for token in tokens {
                let scopes = TokenScope.allCases.filter(token.scopes.contains).map(\.rawValue).joined(separator: ",")
                let used = token.used.map { $0.day.description } ?? "-"
                try StandardOutput.line("\(token.id)\t\(token.user)\t\(scopes)\t\(token.ends.day)\t\(used)\t\(token.label)")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a token back, at once.", discussion: "EXAMPLE\n  bigpicture user token revoke 3f9c2a71d0")

        @Argument(help: "Its identifier, as “bigpicture user token list” shows it.") var id: String
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            try await userWork { () async throws(AccessRefusal) in try await library.doorkeeper().revokeToken(id, of: nil, by: .machine) }
            try StandardOutput.line("\(id) is revoked.")
        }
    }
}

extension TokenScope: ExpressibleByArgument {}
