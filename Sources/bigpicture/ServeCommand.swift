import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefWeb
import Storage

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows topics, briefs, sources, search and the audit in the browser.",
        discussion: """
            On this machine only, unless --host says otherwise; there is no sign-in, so leave it so on a shared network.
            Topics are made and changed here, and read and written when somebody asks; with --read-only, or where the library's folder cannot be
            written, everything is only shown. A library that is not there yet is begun.

            With --public-url, hubs (WebSub) tell of changes in the feeds of the library, and those are read at once. Under that name nothing
            but the hubs' own door is open; have your web server pass https://NAME/hub/ on to this port.

            EXAMPLES
              bigpicture serve
              bigpicture serve --library ./library --port 9000
              bigpicture serve --read-only
            """)

    @OptionGroup var library: LibraryOptions

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on.")
    var port = Self.standardPort

    @Flag(name: .long, help: "Only show: nothing of the library or its topics can be changed.")
    var readOnly = false

    @Option(name: .customLong("public-url"), help: ArgumentHelp("Where hubs reach this machine from the Internet.", valueName: "address"))
    var publicURL: String?

    static let standardPort = 8738

    func validate() throws {
        guard publicURL == nil || !readOnly else { throw ValidationError("--public-url reads what hubs tell of, which --read-only does not allow.") }
    }

    func run() async throws {
        let (bootstrap, writes) = try opened()
        guard let publicURL else { return try await Self.keepUp(bootstrap, place: library.place, host: host, port: port, writes: writes) }
        guard let hubs = HubWatch(bootstrap, publicAddress: publicURL, clock: .system, report: { StandardError.raw($0 + "\n") }) else {
            throw ValidationError("'\(publicURL)' is not an address; it starts with https:// and has a host.")
        }
        let renewing = Task { await hubs.run() }
        defer { renewing.cancel() }
        try await Self.keepUp(bootstrap, place: library.place, host: host, port: port, writes: true, hub: hubs.door)
    }

    /// The library, to be written where it can be and is allowed to be.
    private func opened() throws -> (Bootstrap, writes: Bool) {
        if readOnly { return (try Bootstrap.opening(library.place, for: .reading), false) }
        do throws(StorageError) {
            return (try Bootstrap(library: library.place, access: .writing, allowsLocalAddresses: false, clock: .system), true)
        } catch {
            guard publicURL == nil, let bootstrap = try? Bootstrap.opening(library.place, for: .reading) else {
                throw Exit.failing(error.description, code: Exit.libraryUnusable)
            }
            StandardError.raw("\(error.description) Everything is only shown.\n")
            return (bootstrap, false)
        }
    }

    /// Serves until the process is told to stop.
    static func keepUp(
        _ bootstrap: Bootstrap, place: LibraryPlace, host: String = "127.0.0.1", port: Int, asOf: Timestamp? = nil, writes: Bool, hub: HubDoor? = nil,
        notice: String? = nil
    ) async throws {
        var content = bootstrap.site(topics: TopicShelf(place), asOf: { asOf ?? Clock.system.now() }, notice: notice)
        content.hub = hub
        bootstrap.openDesk(in: &content, of: place, writes: writes, clock: .system, asOf: { asOf ?? Clock.system.now() })
        do {
            try await BriefSite(content, hosts: host == "127.0.0.1" ? BriefSite.loopbackHosts : nil).run(host: host, port: port) { bound in
                StandardError.raw("Open http://\(host):\(bound)/  (Control-C to stop)\n")
            }
        } catch let error as ServingError {
            throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
    }
}
