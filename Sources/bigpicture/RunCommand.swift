import ArgumentParser
import BriefBootstrap
import BriefModel
import BriefRendering
import Dispatch
import Glibc
import Storage
import Synchronization

struct RunSchedules: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Reads and writes the editions of all topics by their schedules.",
        discussion: """
            A topic is written when its file says `schedule: hourly`, `daily` or `weekly`: on the hour, or at --at every day or every Monday, some minutes after, so
            that not all topics ask their sources at once. What was missed while the machine was off is made up for once. A run that fails leaves the last
            edition as it is, says so here and on the site's first page, and is tried again after five minutes, then ten, and so on.

            Where `mail.yaml` in the library's folder names a mail server and who gets what, each new edition is sent to each of them once; what the server
            puts off is tried again for a day. With --model, a language model words the editions, as it does for `bigpicture brief`; one that cannot be used
            leaves them as they would be without.

            One at a time on a library. Told to stop (SIGTERM, Control-C) it ends after the topic at hand; told twice, at once, and nothing is lost.

            EXAMPLES
              bigpicture run
              bigpicture run --once --pages ./pages
              bigpicture run --model ollama:qwen3:8b
              bigpicture run --at 06:30 --zone Europe/Berlin
              bigpicture run --list
            """)

    @OptionGroup var library: LibraryOptions
    @OptionGroup var model: WordingModelOptions

    @Flag(help: "Write what is due and end; for cron.") var once = false
    @Flag(help: "Only show what is due when, and how the last runs went.") var list = false
    @Option(help: ArgumentHelp("The time of day of daily and weekly editions (05:00).", valueName: "time")) var at = "05:00"
    @Option(help: ArgumentHelp("The time zone of --at, with its summer time (Europe/Berlin).", valueName: "zone")) var zone = "UTC"
    @Option(help: ArgumentHelp("Also write each edition there as a page, TOPIC.html.", valueName: "folder")) var pages: String?

    func validate() throws { _ = try timetable }

    func run() async throws {
        let bootstrap = try Bootstrap.opening(library.place, for: list ? .reading : .writing)
        let post = bootstrap.post(of: library.place, clock: .system)
        let unserved = Mutex(0), said = Mutex<[String]>([])
        let editions = bootstrap.scheduledEditions(
            topics: TopicShelf(library.place), timetable: try timetable, clock: .system, wordedBy: try list ? nil : model.writer(),
            written: { [pages, model] (topic, brief) throws(RunFailure) in
                model.account(for: brief)
                Self.note(brief, of: topic, for: post)
                if let pages { try Self.write(brief, of: topic, to: pages) }
            },
            post: {
                let round = await post.sendDue()
                // What stands in the way of every round is told once.
                let before = said.withLock { said in
                    defer { said = round.said }
                    return said
                }
                for line in round.said where !before.contains(line) { Self.report(line) }
                unserved.withLock { $0 = round.unserved }
                return round.next
            },
            report: Self.report)
        if list { return try await show(try await libraryWork { () async throws(StorageError) in try await editions.appointments() }) }
        let lock: RunLock
        do throws(RunLockError) { lock = try RunLock(library.place) } catch { throw Exit.failing(error.description, code: Exit.alreadyRunning) }
        let failed = try await untilStopped {
            try await libraryWork { () async throws(StorageError) in
                if once { return try await editions.writeDue() }
                try await editions.run()
                return 0
            }
        }
        _ = consume lock
        if failed > 0 { throw ExitCode(Exit.nothingRead) }
        if unserved.withLock({ $0 > 0 }) { throw ExitCode(Exit.notSent) }
    }

    private static func report(_ line: String) { StandardError.raw("\(Clock.system.now()) \(line)\n") }

    /// An edition that is kept stands, whether or not it can be sent.
    private static func note(_ brief: Brief, of topic: Topic, for post: EditionPost) {
        do throws(PostError) { try post.note(topic, edition: brief.asOf) } catch { report("\(topic.slug): will not be sent: \(error)") }
    }

    private var timetable: Timetable {
        get throws {
            let parts = at.split(separator: ":", omittingEmptySubsequences: false).map { $0.utf8.count == 2 ? Int($0) : nil }
            guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour), (0..<60).contains(minute) else {
                throw ValidationError("'\(at)' is not a time of day; write it as 05:00.")
            }
            guard let timetable = Timetable(hour: hour, minute: minute, zone: zone, seed: library.place.folder) else {
                throw ValidationError("'\(zone)' is no time zone; write it as Europe/Berlin.")
            }
            return timetable
        }
    }

    /// The first signal ends the work after what is at hand; the second has its usual effect.
    private func untilStopped(_ work: @escaping @Sendable () async throws -> Int) async throws -> Int {
        let task = Task { try await work() }
        let sources = [SIGTERM, SIGINT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        return try await task.value
    }

    private static func write(_ brief: Brief, of topic: Topic, to folder: String) throws(RunFailure) {
        do {
            try OutputFolder.make(folder)
            try OutputFile.write(render(brief, as: .html), to: "\(folder)/\(topic.slug).html")
        } catch {
            throw RunFailure("The edition is kept, but its page could not be written to \(folder).")
        }
    }

    private func show(_ appointments: [ScheduledEditions.Appointment]) async throws {
        if appointments.isEmpty { StandardError.line("no topic has a schedule; give one in its file: schedule: daily") }
        for item in appointments {
            try StandardOutput.line("\(item.topic.slug): \(item.topic.schedule.rawValue), next \(item.due)")
            guard let run = item.run else { continue }
            let last = run.lastGood.map { "last edition \($0)" } ?? "no edition by a run yet"
            try StandardOutput.line("  " + (run.failure.map { "failing since \(run.failingSince ?? run.lastTried): \($0) " } ?? "") + last)
        }
    }
}
