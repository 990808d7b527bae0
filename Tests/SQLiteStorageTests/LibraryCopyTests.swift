import BriefModel
import Foundation
import GRDB
import Storage
import Synchronization
import Testing

@testable import SQLiteStorage

/// A library is copied while it is being written.
@Suite struct LibraryCopyTests {
    /// Everything a library holds, as its users see it.
    private struct Content: Equatable {
        var versions: [[Article]] = []
        var bytes: [[UInt8]?] = []
        var editions: [StoredEdition?] = []
        var decisions: [StoryDecision] = []
        var found: [ArticleID] = []

        init(_ library: any LibraryStore) async throws {
            for article in try await library.articles() {
                let held = try await library.versions(of: article.id)
                versions.append(held)
                for version in held { bytes.append(try await library.rawBytes(of: version.id, version: version.version)) }
            }
            let counting = try await library.editions(topic: nil).count
            for number in 0..<counting { editions.append(try await library.edition(number: number + 1)) }
            decisions = try await library.storyDecisions(topic: "chips")
            found = try await library.search("word", limit: 10_000).map(\.article).sorted()
        }
    }

    private static let moment = Timestamp(secondsSince1970: 1_772_000_000)
    private static let batch = 20

    /// A step: articles, some of which are there already and change, an edition and a decision.
    private static func write(step: Int, to library: SQLiteLibrary) async throws {
        let text = String(repeating: "word \(step) ", count: 100)
        _ = try await library.record((0..<batch).map { Sample.reading("a\((step * batch / 2 + $0))", "\(text) \($0)") })
        try await library.save(
            edition: StoredEdition(
                topic: "chips", title: "Chips", asOf: Timestamp(secondsSince1970: 1_772_000_000 + Int64(step)), json: "{\"step\": \(step)}"))
        _ = try await library.keep(.pinned(ArticleID("a\(step)")), topic: "chips", made: moment)
    }

    @Test func `a copy made while another writes is the library of one moment`() async throws {
        let place = try Place(), writer = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        for step in 0..<5 { try await Self.write(step: step, to: writer) }
        // Between any two steps of the copying somebody writes; a copy that looked at the file as it is would see it, or begin again for ever.
        let reader = try SQLiteLibrary(path: place.folder, mode: .readOnly)
        let copy = try Place()
        try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
        let before = try await Content(writer)
        let steps = Mutex(5)
        let count = try reader.copy(into: copy.folder, step: 4) { _, _ in
            let step = steps.withLock { step in
                defer { step += 1 }
                return step
            }
            guard step < 60 else { return }
            try place.direct { database in
                try database.execute(
                    sql: "INSERT INTO edition (topic, as_of, title, json) VALUES ('chips', ?, 'Chips', '{}')", arguments: [1_800_000_000 + step])
                try database.execute(sql: "UPDATE article_version SET last_seen = last_seen + 1")
            }
        }
        #expect(steps.withLock { $0 } > 10, "else nothing was written in between")
        let copied = try SQLiteLibrary(path: copy.folder, mode: .readWrite)
        #expect(try await Content(copied) == before)
        #expect(count.editions == 5 && count.decisions == 5 && count.versions == 5 * Self.batch && count.articles == before.versions.count)
        #expect(try await Content(writer) != before, "else the writer did nothing")
    }

    @Test func `a copy made beside a task that writes holds whole steps, and the last copy holds all`() async throws {
        let place = try Place(), writer = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        try await Self.write(step: 0, to: writer)
        let writing = Task { for step in 1..<30 { try await Self.write(step: step, to: writer) } }
        let reader = try SQLiteLibrary(path: place.folder, mode: .readOnly)
        for _ in 0..<6 {
            let copy = try Place()
            try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
            let count = try reader.copy(into: copy.folder, step: 8)
            #expect(count.versions % Self.batch == 0, "\(count)")
            let names = try FileManager.default.contentsOfDirectory(atPath: copy.folder)
            #expect(names == ["library.sqlite"], "one file and no log")
            let copied = try await Content(try SQLiteLibrary(path: copy.folder, mode: .readOnly))
            let all = try await Content(writer)
            for (held, whole) in zip(copied.decisions, all.decisions) { #expect(held == whole) }
            for held in copied.versions { #expect(all.versions.contains { $0.starts(with: held) }) }
        }
        try await writing.value
        let last = try Place()
        try FileManager.default.createDirectory(atPath: last.folder, withIntermediateDirectories: true)
        let count = try reader.copy(into: last.folder)
        #expect(count.versions == 30 * Self.batch && count.editions == 30 && count.decisions == 30)
        #expect(try await Content(try SQLiteLibrary(path: last.folder, mode: .readWrite)) == Content(writer))
    }

    @Test func `a copy of a damaged library is none`() async throws {
        let place = try Place()
        let library = try SQLiteLibrary(path: place.folder, mode: .readWrite)
        for step in 0..<5 { try await Self.write(step: step, to: library) }
        try place.direct { _ = try $0.checkpoint(.truncate) }
        let file = URL(fileURLWithPath: place.folder + "/library.sqlite")
        var bytes = try Data(contentsOf: file)
        for page in stride(from: bytes.count / 2, to: bytes.count - 4_096, by: 4_096) {
            bytes.replaceSubrange(page..<(page + 400), with: repeatElement(0xA5, count: 400))
        }
        try bytes.write(to: file)
        let copy = try Place()
        try FileManager.default.createDirectory(atPath: copy.folder, withIntermediateDirectories: true)
        #expect(throws: StorageError.self) {
            try SQLiteLibrary(path: place.folder, mode: .readOnly).copy(into: copy.folder)
        }
    }
}
