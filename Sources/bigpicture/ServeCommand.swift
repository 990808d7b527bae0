import Access
import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefWeb
import Storage

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows topics, briefs, sources, search and the audit in the browser.",
        discussion: """
            On this machine only, unless --host says otherwise. Where the library has users (bigpicture user add), everybody signs in; where others could
            reach it, it is not served without users. Documentation/Serving.md says how to put it behind nginx or Caddy, whose name --name tells.
            Topics are made and changed here, and read and written when somebody asks; with --read-only, or where the library's folder cannot be
            written, everything is only shown. A library that is not there yet is begun.

            With --public-url, hubs (WebSub) tell of changes in the feeds of the library, and those are read at once. Under that name nothing
            but the hubs' own door is open; have your web server pass https://NAME/hub/ on to this port.

            EXAMPLES
              bigpicture serve
              bigpicture serve --library ./library --port 9000
              bigpicture serve --read-only
              bigpicture serve --name briefs.example.org
              bigpicture serve --host 0.0.0.0 --certificate chain.pem --key key.pem
            """)

    @OptionGroup var library: LibraryOptions

    @Option(name: .long, help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .long, help: "The port to listen on.")
    var port = Self.standardPort

    @Flag(name: .long, help: "Only show: nothing of the library or its topics can be changed.")
    var readOnly = false

    @Option(name: .long, help: ArgumentHelp("A name it is reached under, as by a web server before it; may be given again.", valueName: "name"))
    var name: [String] = []

    @Option(name: .long, help: ArgumentHelp("A certificate with its chain, in PEM; connections are encrypted then.", valueName: "file"))
    var certificate: String?

    @Option(name: .long, help: ArgumentHelp("The private key of the certificate, in PEM.", valueName: "file"))
    var key: String?

    @Option(
        name: .customLong("keep-log"),
        help: ArgumentHelp("Days for which it is kept who signed in and who did what; the last 1000 entries always.", valueName: "days"))
    var logDays = AccessLog.days

    @Option(name: .customLong("public-url"), help: ArgumentHelp("Where hubs reach this machine from the Internet.", valueName: "address"))
    var publicURL: String?

    static let standardPort = 8738

    func validate() throws {
        guard publicURL == nil || !readOnly else { throw ValidationError("--public-url reads what hubs tell of, which --read-only does not allow.") }
        guard logDays > 0 else { throw ValidationError("--keep-log is a number of days, 1 or more.") }
        guard (certificate == nil) == (key == nil) else { throw ValidationError("--certificate and --key go together.") }
    }

    func run() async throws {
        let doors = try await doors()
        let (bootstrap, writes) = try opened()
        guard let publicURL else { return try await Self.keepUp(bootstrap, place: library.place, doors: doors, writes: writes) }
        guard let hubs = HubWatch(bootstrap, publicAddress: publicURL, clock: .system, report: { StandardError.raw($0 + "\n") }) else {
            throw ValidationError("'\(publicURL)' is not an address; it starts with https:// and has a host.")
        }
        let renewing = Task { await hubs.run() }
        defer { renewing.cancel() }
        try await Self.keepUp(bootstrap, place: library.place, doors: doors, writes: true, hub: hubs.door)
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

    /// - Throws: where others could reach a library that has no users.
    private func doors() async throws -> ServingDoors {
        let isNear = (ClientAddress(host)?.isLoopback ?? (host == "localhost")) && name.isEmpty
        let users = LibraryUsers(library.place, clock: .system, logDays: logDays)
        // What is wrong with the file of users is said here, and not on every page.
        let isForgetful = try await userWork { () async throws(AccessRefusal) in
            do throws(StorageError) { return try users.isForgetful() } catch { throw .storage(error) }
        }
        if isForgetful { StandardError.line("access.sqlite cannot be written: who signs in, and who did what, is known until this ends") }
        if !isNear {
            let known = try await userWork { () async throws(AccessRefusal) in try await library.users() }
            guard !known.isEmpty else {
                throw Exit.failing(
                    "Others could reach this library, and it has no users who could sign in. Add one first: bigpicture user add NAME --role admin",
                    code: Exit.noInput)
            }
            if certificate == nil, name.isEmpty {
                StandardError.line(
                    "passwords go over the network as they are; serve with --certificate and --key, or behind a web server (Documentation/Serving.md)"
                )
            }
        }
        var proof: SiteCertificate?
        if let certificate, let key {
            do { proof = try SiteCertificate(chain: certificate, key: key) } catch { throw Exit.failing(error.description, code: Exit.badInput) }
        }
        let names = isNear || !name.isEmpty ? BriefSite.loopbackHosts.union(name.map { $0.lowercased() }) : nil
        return ServingDoors(
            host: host, port: port, hosts: names, certificate: proof,
            access: SiteAccess(isOpenWithoutUsers: isNear, isEncrypted: proof != nil, clock: .system) { () throws(StorageError) in
                try users.doorkeeper()
            })
    }

    /// Serves until the process is told to stop.
    static func keepUp(
        _ bootstrap: Bootstrap, place: LibraryPlace, doors: ServingDoors, asOf: Timestamp? = nil, writes: Bool, hub: HubDoor? = nil,
        notice: String? = nil
    ) async throws {
        var content = bootstrap.site(topics: TopicShelf(place), asOf: { asOf ?? Clock.system.now() }, notice: notice)
        content.hub = hub
        bootstrap.openDesk(in: &content, of: place, writes: writes, clock: .system, asOf: { asOf ?? Clock.system.now() })
        // A large library takes a while to be studied; nobody should wait for it who opens a page.
        let opening = Task { [content] in await content.openTopics() }
        defer { opening.cancel() }
        do {
            let site = BriefSite(content, hosts: doors.hosts, access: doors.access)
            try await site.run(host: doors.host, port: doors.port, certificate: doors.certificate) { bound in
                let scheme = doors.certificate == nil ? "http" : "https"
                let host = doors.host.contains(":") ? "[\(doors.host)]" : doors.host
                StandardError.raw("Open \(scheme)://\(host):\(bound)/  (Control-C to stop)\n")
            }
        } catch let error as ServingError {
            throw Exit.failing(error.description, code: Exit.cannotWrite)
        }
    }
}

/// Where a site listens, under which names, and who comes in.
struct ServingDoors {
    var host = "127.0.0.1"
    var port = Serve.standardPort
    /// Nil: any.
    var hosts: Set<String>? = BriefSite.loopbackHosts
    var certificate: SiteCertificate?
    /// Nil: whoever reaches it, to everything.
    var access: SiteAccess?
}
