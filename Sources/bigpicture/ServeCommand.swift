import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefWeb

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows topics, briefs, sources, search and the audit in the browser.",
        discussion: """
            On this machine only, unless --host says otherwise; there is no sign-in, so leave it so on a shared network.
            With --public-url, hubs (WebSub) tell of changes in the feeds of the library, and those are read at once. Under that name nothing
            but the hubs' own door is open; have your web server pass https://NAME/hub/ on to this port.

            EXAMPLES
              bigpicture serve
              bigpicture serve --library ./library --port 9000
            """)

    @OptionGroup var library: LibraryOptions

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on.")
    var port = Self.standardPort

    @Option(name: .customLong("public-url"), help: ArgumentHelp("Where hubs reach this machine from the Internet.", valueName: "address"))
    var publicURL: String?

    static let standardPort = 8738

    func run() async throws {
        let bootstrap = try Bootstrap.opening(library.place, for: publicURL == nil ? .reading : .writing)
        guard let publicURL else { return try await Self.keepUp(bootstrap, place: library.place, host: host, port: port) }
        guard let hubs = HubWatch(bootstrap, publicAddress: publicURL, clock: .system, report: { StandardError.raw($0 + "\n") }) else {
            throw ValidationError("'\(publicURL)' is not an address; it starts with https:// and has a host.")
        }
        let renewing = Task { await hubs.run() }
        defer { renewing.cancel() }
        try await Self.keepUp(bootstrap, place: library.place, host: host, port: port, hub: hubs.door)
    }

    /// Serves until the process is told to stop.
    static func keepUp(
        _ bootstrap: Bootstrap, place: LibraryPlace, host: String = "127.0.0.1", port: Int, asOf: Timestamp? = nil, hub: HubDoor? = nil,
        notice: String? = nil
    ) async throws {
        var content = bootstrap.site(topics: TopicShelf(place), asOf: { asOf ?? Clock.system.now() }, notice: notice)
        content.hub = hub
        do {
            try await BriefSite(content, hosts: host == "127.0.0.1" ? BriefSite.loopbackHosts : nil).run(host: host, port: port) { bound in
                StandardError.raw("Open http://\(host):\(bound)/  (Control-C to stop)\n")
            }
        } catch let error as ServingError {
            throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
    }
}
