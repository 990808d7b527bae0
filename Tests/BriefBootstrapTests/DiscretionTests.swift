import BriefEngine
import BriefModel
import BriefWeb
import Foundation
import Storage
import Testing

@testable import BriefBootstrap

/// What went wrong is told without the paths of the machine.
@Suite struct DiscretionTests {
    private static let place = LibraryPlace(path: "/srv/my papers/library")

    @Test(arguments: [
        ("The library /srv/my papers/library is read-only.", "The library here is read-only."),
        ("/srv/my papers/library/topics/tern.yaml:2: no such key", "here/topics/tern.yaml:2: no such key"),
        (
            "No source could be read; the first, /home/ann/reports: It is not there.",
            "No source could be read; the first, …/reports: It is not there."
        ),
        ("“/home/ann/a b.txt” and (~/notes.md), file:///etc/x.", "“…/a b.txt” and (…/notes.md), …/x."),
        ("https://x.example/a/b answered 404, and/or 1/2.", "https://x.example/a/b answered 404, and/or 1/2."),
    ]) func aPathOfTheMachineIsNotTold(_ words: String, _ told: String) { #expect(Self.place.discreet(words) == told) }

    @Test func aFolderNamedByOneWordTakesNoWordOutOfASentence() {
        #expect(LibraryPlace(path: "library").discreet("The library library cannot be opened.") == "The library library cannot be opened.")
    }

    @Test func theHomePageAndThatOfSourcesTellOfFailuresSo() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)"), place = LibraryPlace(path: folder.path)
        try FileManager.default.createDirectory(at: folder.appending(path: "topics"), withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
        try Data("title: Tern\nsources:\n  - https://tern.example/feed\n".utf8).write(to: folder.appending(path: "topics/tern.yaml"))
        let moment = Timestamp(secondsSince1970: 1_772_000_000), clock = Clock.fixed(moment)
        let store = InMemoryLibrary(), reason = StorageError.busy(path: place.folder).description
        try await store.save(topicRun: TopicRun(topic: "tern", lastTried: moment, failure: reason, failingSince: moment, failuresInARow: 1))
        try await store.save(sourceStates: [SourceState(address: "https://tern.example/feed", failingSince: moment, failure: reason)])
        let engine = Bootstrap.engine(over: store, allowsLocalAddresses: false, clock: clock)
        let content = Bootstrap(store: store, engine: engine).site(topics: TopicShelf(place), asOf: clock.now)
        let home = try await content.home()
        let told = [home.topics.first?.run?.failure, home.sources.failures.first?.reason, try await content.sources().0.first?.failure]
        #expect(told.allSatisfy { $0?.hasPrefix("The library here is being written") == true }, "\(told)")
    }
}
