import BriefEngine
public import BriefModel
public import BriefWeb
public import Fetching
import Ingestion
import Storage

/// Subscribes to hubs while the site is served, and reads a feed as soon as its hub tells of a change.
public struct HubWatch: Sendable {
    public let door: HubDoor
    private let desk: HubDesk
    private let reader: PushReader
    private let pacing: Pacing
    private let report: @Sendable (String) -> Void

    /// - Parameters:
    ///   - publicAddress: where this site is reached from the Internet; only what lies below `hub/` there need lead here.
    ///   - report: told in a sentence what went wrong with the library; what goes wrong with a source is in its state.
    /// - Returns: nil when that is no web address.
    public init?(
        _ bootstrap: Bootstrap, publicAddress: String, clock: Clock, pacing: Pacing = .system(), report: @escaping @Sendable (String) -> Void
    ) {
        let base = publicAddress.hasSuffix("/") ? publicAddress : publicAddress + "/"
        guard let address = WebAddress(base), let callback = address.resolving("hub/")?.text else { return nil }
        let desk = HubDesk(
            store: bootstrap.store, sender: Bootstrap.fetcher(allowsLocalAddresses: false, clock: clock), clock: clock, callback: callback,
            random: { count in
                // The system's generator is fit for secrets (getrandom).
                var generator = SystemRandomNumberGenerator()
                return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            })
        let reader = PushReader(engine: bootstrap.engine, desk: desk, report: report)
        self.desk = desk
        self.reader = reader
        self.pacing = pacing
        self.report = report
        door = HubDoor(
            host: address.host, answer: { try await desk.answer($0, token: $1) }, secret: { try await desk.feed(ofPushTo: $0)?.secret },
            changed: { token in if let feed = try await desk.feed(ofPushTo: token)?.address { await reader.read(feed) } })
    }

    /// Asks and renews, every hour until the task is cancelled. A library that cannot be used now may be usable the next time.
    public func run() async {
        while !Task.isCancelled {
            do throws(StorageError) {
                try await desk.renew()
            } catch {
                report("Hubs could not be asked: \(error)")
            }
            await pacing.pause(.seconds(3600))
        }
    }
}

/// Reads feeds one after the other; one that changes again while it waits is read once.
private actor PushReader {
    private let engine: Engine
    private let desk: HubDesk
    private let report: @Sendable (String) -> Void
    private var waiting: [String] = []
    private var isReading = false

    init(engine: Engine, desk: HubDesk, report: @escaping @Sendable (String) -> Void) {
        self.engine = engine
        self.desk = desk
        self.report = report
    }

    func read(_ feed: String) {
        if !waiting.contains(feed) { waiting.append(feed) }
        guard !isReading else { return }
        isReading = true
        Task { await work() }
    }

    private func work() async {
        while !waiting.isEmpty {
            let feed = waiting.removeFirst()
            do throws(StorageError) {
                try await desk.markDue(feed)
                _ = try await engine.read(Topic(title: "", sources: [.feed(feed)]))
            } catch {
                report("\(feed) told of a change and could not be read: \(error)")
            }
        }
        isReading = false
    }
}
