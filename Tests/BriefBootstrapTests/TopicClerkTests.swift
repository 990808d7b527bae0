import BriefModel
import BriefWeb
import Foundation
import Testing

@testable import BriefBootstrap

/// What people type on topics, over a folder of files.
@Suite("Topics typed in a browser") struct TopicClerkTests {
    private static let moment = Timestamp(day: CalendarDay(daysSince1970: 20_500), hour: 6)

    private final class Place {
        let folder = NSTemporaryDirectory() + "clerk-\(UUID().uuidString)"
        var clerk: TopicClerk { TopicClerk(LibraryPlace(path: folder), clock: .fixed(moment)) }

        func write(_ text: String, _ name: String) throws {
            try FileManager.default.createDirectory(atPath: folder + "/topics", withIntermediateDirectories: true)
            try text.write(toFile: "\(folder)/topics/\(name)", atomically: true, encoding: .utf8)
        }

        func text(_ name: String) -> String? {
            FileManager.default.contents(atPath: "\(folder)/topics/\(name)").map { String(decoding: $0, as: UTF8.self) }
        }
        func names(_ sub: String = "") -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/topics\(sub)")) ?? []).sorted()
        }

        deinit { try? FileManager.default.removeItem(atPath: folder) }
    }

    private static let chips = "title: Chips\nsources:\n  - feed: https://wire.example/feed  # slow\n"

    private func form(_ title: String = "Chips", sources: String = "feed: https://wire.example/feed") -> TopicForm {
        var form = TopicForm()
        form.title = title
        form.sources = sources
        return form
    }

    @Test func `a new topic becomes a file of its own, with the notes of the template`() async throws {
        let place = Place()
        guard case .kept("chips-export-rules", _) = try await place.clerk.save(form("Chips & export rules"), as: nil) else {
            Issue.record("not kept")
            return
        }
        let text = try #require(place.text("chips-export-rules.yaml"))
        #expect(text.contains("\ntitle: Chips & export rules\n") && text.contains("# manual, hourly, daily or weekly."))
        #expect(place.names() == ["chips-export-rules.yaml"])
    }

    @Test func `what is wrong is told by field, and nothing is written`() async throws {
        let place = Place()
        var wrong = form(sources: "ftp://old.example/\nfeed: wire")
        wrong.words = "many"
        let check = try await place.clerk.check(wrong, of: nil)
        #expect(check.faults.map(\.field) == ["sources", "sources", "words"])
        #expect(check.faults.map(\.kind) == [.notAnAddress("ftp://old.example/"), .notAnAddress("wire"), .length(least: 200, most: 10_000)])
        #expect(try await place.clerk.check(form("", sources: ""), of: nil).faults.map(\.field) == ["title"])
        #expect(try await place.clerk.check(form(sources: ""), of: nil).faults == [.init(field: "sources", .noSource)])
        guard case .wrong = try await place.clerk.save(wrong, as: nil) else {
            Issue.record("kept")
            return
        }
        #expect(place.names().isEmpty)
    }

    @Test(arguments: ["a\u{81}b", "\u{1}\u{FEFF}x", "“Chips”: who's \"first\"? #1", "芯片 \u{1F3FB}", "%TAG !", "a\u{2028}b"])
    func `any title can be kept`(title: String) async throws {
        let place = Place()
        guard case .kept(let name, _) = try await place.clerk.save(form(title), as: nil) else {
            Issue.record("not kept: \(try await place.clerk.check(form(title), of: nil))")
            return
        }
        #expect(try await place.clerk.sheet(name)?.form?.title.isEmpty == false)
    }

    @Test func `no title is given twice`() async throws {
        let place = Place()
        try place.write(Self.chips, "my-own-name.yaml")
        #expect(try await place.clerk.check(form("CHIPS"), of: nil).isTaken)
        #expect(try await place.clerk.check(form("CHIPS"), of: nil).faults.first?.kind == .taken)
    }

    @Test func `a change made meanwhile is noticed, and what it said stays`() async throws {
        let place = Place()
        try place.write(Self.chips, "chips.yaml")
        var form = try #require(try await place.clerk.sheet("chips")?.form)
        try place.write(Self.chips + "strict: true\n", "chips.yaml")
        form.title = "Crisps"
        guard case .changedMeanwhile(let sheet) = try await place.clerk.save(form, as: "chips") else {
            Issue.record("written over")
            return
        }
        #expect(sheet.text.contains("strict") && place.text("chips.yaml") == Self.chips + "strict: true\n")
    }

    @Test func `where a note goes, the page says so before and a copy of the file is kept`() async throws {
        let place = Place()
        try place.write(Self.chips, "chips.yaml")
        var form = try #require(try await place.clerk.sheet("chips")?.form)
        form.sources = "https://other.example/"
        #expect(try await place.clerk.check(form, of: "chips").notes == [.losesNotes])
        _ = try await place.clerk.save(form, as: "chips")
        #expect(place.names() == ["chips.yaml", "chips.yaml.before-20260216T060000Z"])
        #expect(place.text("chips.yaml.before-20260216T060000Z") == Self.chips)
    }

    @Test func `a topic is found by its own short name as well as by its file's`() async throws {
        let place = Place()
        try place.write(Self.chips, "my-own-name.yaml")
        #expect(try await place.clerk.sheet("chips")?.name == "my-own-name")
        #expect(try await place.clerk.sheet("my-own-name")?.slug == "chips")
    }

    @Test(arguments: ["../secret", "..", ".", ".hidden", "/etc/passwd", "a/b", "", "a\0b", "a\\b"])
    func `no name leads out of the folder`(name: String) async throws {
        let place = Place()
        try place.write(Self.chips, "chips.yaml")
        try place.write("title: x", "../secret.yaml")
        #expect(try await place.clerk.sheet(name) == nil)
        guard case .gone = try await place.clerk.remove(name, seen: "") else {
            Issue.record("found")
            return
        }
    }

    @Test(arguments: ["/etc/passwd", "file: /etc/passwd", "folder: ../../", "opml: /root/feeds.opml", "feeds.opml"])
    func `files of the machine are not read because a browser says so`(source: String) async throws {
        let place = Place()
        let check = try await place.clerk.check(form(sources: source), of: nil)
        #expect(check.faults.count == 1)
        guard case .localSource = check.faults.first?.kind else {
            Issue.record("\(check.faults)")
            return
        }
        #expect(check.faults.first?.field == "sources")
        var whole = TopicForm()
        whole.text = "title: Chips\nsources: [\"\(source)\"]\nallow-local: true\n"
        if !source.contains(": ") { #expect(try await place.clerk.check(whole, of: nil).faults.count == 2) }
    }

    @Test func `those that are in the file already stay`() async throws {
        let place = Place()
        try place.write("title: Chips\nsources: [feeds.opml]\nallow-local: true\n", "chips.yaml")
        var form = try #require(try await place.clerk.sheet("chips")?.form)
        form.question = "Why?"
        #expect(try await place.clerk.check(form, of: "chips").faults.isEmpty)
    }

    @Test func `what is removed is moved aside`() async throws {
        let place = Place()
        try place.write(Self.chips, "chips.yaml")
        let seen = try #require(try await place.clerk.sheet("chips")?.seen)
        guard case .changedMeanwhile = try await place.clerk.remove("chips", seen: "other"),
            case .removed = try await place.clerk.remove("chips", seen: seen)
        else {
            Issue.record("not removed")
            return
        }
        #expect(place.names() == ["removed"] && place.names("/removed") == ["chips.20260216T060000Z.yaml"])
        #expect(try TopicShelf(LibraryPlace(path: place.folder)).names().isEmpty)
    }

    @Test func `a whole file is checked by its lines`() async throws {
        let place = Place()
        var form = TopicForm()
        form.text = "title: Chips\r\nsoruces: []\r\n"
        let faults = try await place.clerk.check(form, of: nil).faults
        guard case .file(let words, line: 2) = faults.first?.kind else {
            Issue.record("\(faults)")
            return
        }
        #expect(faults.first?.field == "text" && words.hasPrefix("`soruces` is no key of a topic; did you mean"))
    }

    @Test func `a new title begins a new row of editions, and the page says so`() async throws {
        let place = Place()
        try place.write(Self.chips, "chips.yaml")
        var form = try #require(try await place.clerk.sheet("chips")?.form)
        form.title = "Chips and crisps"
        #expect(try await place.clerk.check(form, of: "chips").notes.contains(.isRenamed))
        guard case .kept("chips", "chips-and-crisps") = try await place.clerk.save(form, as: "chips") else {
            Issue.record("not kept")
            return
        }
    }
}
