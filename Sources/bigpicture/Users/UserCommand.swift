import Access
public import ArgumentParser
import BriefBootstrap
import BriefModel
public import Storage

struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Keeps who may sign in to a library.",
        discussion: """
            As soon as a library has users, “bigpicture serve” asks everybody to sign in. Roles: reader (sees everything, has texts checked), editor (also
            changes topics, sources and stories), admin (also keeps users, tokens and settings). Passwords, tokens and sessions are kept by their hashes in
            access.sqlite in the library's folder; “bigpicture backup” leaves that file out.

            EXAMPLES
              bigpicture user add ann --role admin
              bigpicture user token add ann "weekly report" --scope read --days 30
              bigpicture user log
            """,
        subcommands: [Add.self, List.self, Remove.self, Password.self, ChangeRole.self, TokenCommand.self, Log.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a user; the first is an admin.",
            discussion: """
                The password is asked for on a terminal, or read from standard input: its first line. It has at least 12 characters.

                EXAMPLES
                  bigpicture user add ann --role admin
                  bigpicture user add bob --role reader < password.txt
                """)

        @Argument(help: "The name to sign in with.") var name: String
        @Option(name: .long, help: "reader, editor or admin.") var role: Role
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let password = try PasswordPrompt.newPassword(for: name)
            try await userWork {
                () async throws(AccessRefusal) in try await library.doorkeeper().add(name, role: role, password: password, by: .machine)
            }
            try StandardOutput.line("\(name) may sign in as \(role.rawValue).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the users with their roles.", discussion: "EXAMPLE\n  bigpicture user list --library ./library")

        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let users = try await userWork { () async throws(AccessRefusal) in try await library.users() }
            if users.isEmpty { StandardError.line("no users yet; add one with: bigpicture user add NAME --role admin") }
            for user in users { try StandardOutput.line("\(user.name)\t\(user.role.rawValue)\t\(user.added.day)") }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a user, with all sessions and tokens.",
            discussion: """
                The last user of all may go too; then nobody has to sign in on this machine any more, and the library is served nowhere else.

                EXAMPLE
                  bigpicture user remove bob
                """)

        @Argument(help: "The name of the user.") var name: String
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            try await userWork {
                () async throws(AccessRefusal) in try await library.doorkeeper().remove(try userName(name), by: .machine)
            }
            try StandardOutput.line("\(name) is removed.")
        }
    }

    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives a user a new password; every session of the user ends.",
            discussion: """
                Asked for and read as by “bigpicture user add”.

                EXAMPLE
                  bigpicture user password ann
                """)

        @Argument(help: "The name of the user.") var name: String
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let password = try PasswordPrompt.newPassword(for: name)
            try await userWork {
                () async throws(AccessRefusal) in
                try await library.doorkeeper().setPassword(password, of: try userName(name), by: .machine)
            }
            try StandardOutput.line("\(name) has a new password.")
        }
    }

    struct ChangeRole: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "role", abstract: "Changes what a user may do.", discussion: "EXAMPLE\n  bigpicture user role bob editor")

        @Argument(help: "The name of the user.") var name: String
        @Argument(help: "reader, editor or admin.") var role: Role
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            try await userWork {
                () async throws(AccessRefusal) in
                try await library.doorkeeper().setRole(role, of: try userName(name), by: .machine)
            }
            try StandardOutput.line("\(name) is \(role.rawValue) now.")
        }
    }

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows who did what and when, the newest first.",
            discussion: """
                Parted by tabs: moment (UTC), what, who, from where, on what. Entries are kept for 400 days, the last 1000 for good.

                EXAMPLE
                  bigpicture user log --limit 20
                """)

        @Option(name: .long, help: "How many entries at most.") var limit = 100
        @OptionGroup var library: LibraryOptions

        func run() async throws {
            let events = try await userWork { () async throws(AccessRefusal) in try await library.events(limit) }
            for event in events.map(\.event) {
                let fields = [
                    event.moment.description, event.kind.rawValue, event.user?.rawValue ?? "-", event.address ?? "this machine", event.subject,
                ]
                try StandardOutput.line(
                    fields.map { String($0.unicodeScalars.filter { $0.properties.generalCategory != .control }) }.joined(separator: "\t"))
            }
        }
    }
}

extension Role: ExpressibleByArgument {}

func userName(_ text: String) throws(AccessRefusal) -> UserName {
    guard let name = UserName(text) else { throw .badName(text) }
    return name
}

/// Work on users that ends the program with the reason and the code for it.
func userWork<Value>(_ body: () async throws(AccessRefusal) -> Value) async throws -> Value {
    do { return try await body() } catch {
        switch error {
        case .noSuchUser, .noSuchToken: throw Exit.failing(error.description, code: Exit.noInput)
        case .storage: throw Exit.failing(error.description, code: Exit.libraryUnusable)
        default: throw Exit.failing(error.description, code: Exit.badInput)
        }
    }
}

extension LibraryOptions {
    /// For what changes users; the file of users is made where there is none.
    func doorkeeper() throws(AccessRefusal) -> Doorkeeper {
        do { return try LibraryUsers(place, clock: .system).made() } catch { throw .storage(error) }
    }

    /// Makes nothing.
    func users() async throws(AccessRefusal) -> [UserAccount] {
        do { return try await LibraryUsers(place, clock: .system).doorkeeper()?.store.users() ?? [] } catch { throw .storage(error) }
    }

    func events(_ limit: Int) async throws(AccessRefusal) -> [NotedEvent] {
        do { return try await LibraryUsers(place, clock: .system).doorkeeper()?.store.events(before: nil, limit: limit) ?? [] } catch {
            throw .storage(error)
        }
    }

    func tokens(of user: UserName?) async throws(AccessRefusal) -> [StoredToken] {
        do { return try await LibraryUsers(place, clock: .system).doorkeeper()?.store.tokens(of: user) ?? [] } catch { throw .storage(error) }
    }
}
