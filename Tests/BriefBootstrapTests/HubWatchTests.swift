import BriefBootstrap
import BriefModel
import Fetching
import Foundation
import Storage
import Synchronization
import Testing

@Suite struct HubWatchTests {
    private static let feed = "https://news.example/feed.xml"

    /// A library that may only be looked at, with a hub whose time it is: asking cannot begin, because it could not be written down.
    private func unusableLibrary(in folder: URL) async throws -> Bootstrap {
        let place = LibraryPlace(path: folder.path)
        let subscription = HubSubscription(hub: "https://hub.example/", topic: Self.feed)
        try await Bootstrap(library: place, access: .writing, allowsLocalAddresses: false, clock: .system).store
            .save(sourceStates: [SourceState(address: Self.feed, kind: .feed, subscription: subscription)])
        return try Bootstrap(library: place, access: .reading, allowsLocalAddresses: false, clock: .system)
    }

    @Test func `a library that cannot be used is told each hour, and hubs are watched on`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let (told, pauses) = (Told(), Told())
        let hours = Pacing(
            now: { .zero },
            pause: { length in
                pauses.add("\(length)")
                if pauses.all.count == 3 { withUnsafeCurrentTask { $0?.cancel() } }
            })
        let watch = try #require(
            HubWatch(
                try await unusableLibrary(in: folder), publicAddress: "https://reader.example", clock: .system, pacing: hours,
                report: { told.add($0) }))
        await Task { await watch.run() }.value
        #expect(pauses.all == Array(repeating: "\(Duration.seconds(3600))", count: 3))
        let reason = StorageError.readOnly(path: folder.path).description
        #expect(told.all == Array(repeating: "Hubs could not be asked: \(reason)", count: 3))
    }

    @Test func `what is no web address leads no hub here`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let library = try await unusableLibrary(in: folder)
        #expect(HubWatch(library, publicAddress: "reader", clock: .system, report: { _ in }) == nil)
    }
}

/// Sentences from any thread, in their order.
private final class Told: Sendable {
    private let sentences = Mutex<[String]>([])

    func add(_ sentence: String) { sentences.withLock { $0.append(sentence) } }
    var all: [String] { sentences.withLock { $0 } }
}
