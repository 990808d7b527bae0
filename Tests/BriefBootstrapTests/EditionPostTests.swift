import BriefModel
import BriefRendering
import Foundation
import MailSending
import Storage
import Synchronization
import Testing

@testable import BriefBootstrap

/// Each edition goes to each recipient once; what a server puts off is tried again for a day.
@Suite struct EditionPostTests {
    private static let written = Timestamp(secondsSince1970: 1_772_600_000)
    private let sender = InMemoryMailSender()
    private let place: LibraryPlace
    private let topic = Topic(title: "Port of Tern", sources: [])

    init() throws {
        place = LibraryPlace(path: FileManager.default.temporaryDirectory.appending(path: "post-\(UUID().uuidString)").path)
        try FileManager.default.createDirectory(atPath: place.folder, withIntermediateDirectories: true)
    }

    private func with(
        to recipients: [String] = ["a@example.org", "b@example.org"], brief: Brief?, _ body: (EditionPost, (Int64) -> Void) async throws -> Void
    ) async throws {
        defer { try? FileManager.default.removeItem(atPath: place.folder) }
        let setup = try MailSetup(sender: sender, from: "brief@example.org", recipients: [topic.slug: recipients])
        let time = Time(Self.written)
        let post = EditionPost(place, setup: { setup }, brief: { _, _ in brief }, clock: Clock { time.now })
        try await body(post) { time.move($0) }
    }

    private final class Time: Sendable {
        private let moment: Mutex<Timestamp>
        init(_ moment: Timestamp) { self.moment = Mutex(moment) }
        var now: Timestamp { moment.withLock { $0 } }
        func move(_ seconds: Int64) { moment.withLock { $0 = Timestamp(secondsSince1970: $0.secondsSince1970 + seconds) } }
    }

    @Test func anEditionIsSentOnceToEach() async throws {
        try await with(brief: try Self.brief()) { post, move in
            #expect(await post.sendDue().said.isEmpty, "nothing was written yet")
            try post.note(topic, edition: Self.written)
            let round = await post.sendDue()
            #expect(round.said == ["port-of-tern: sent to a@example.org", "port-of-tern: sent to b@example.org"] && round.unserved == 0)
            try post.note(topic, edition: Self.written)
            move(3_600)
            #expect(await post.sendDue().said.isEmpty)
            #expect(sender.sent.count == 1)
            let head = String(decoding: sender.sent[0].message.prefix(2_000), as: UTF8.self)
            #expect(head.contains("To: a@example.org,\r\n b@example.org\r\n") && head.contains("From: Big Picture <brief@example.org>"))
        }
    }

    @Test func whatIsPutOffIsTriedAgainOnlyForThoseWithoutItWithTheSameName() async throws {
        try await with(brief: try Self.brief()) { post, move in
            sender.answer(.putOff(why: "452 full"), for: "b@example.org")
            try post.note(topic, edition: Self.written)
            let first = await post.sendDue()
            #expect(first.unserved == 1 && first.said.contains { $0.contains("not sent to b@example.org: 452 full Next try: ") })
            #expect(first.next == Timestamp(secondsSince1970: Self.written.secondsSince1970 + 300))
            move(299)
            #expect(await post.sendDue().said.isEmpty)
            move(1)
            let second = await post.sendDue()
            #expect(second.next == Timestamp(secondsSince1970: Self.written.secondsSince1970 + 300 + 600), "twice as long")
            sender.answer(.accepted, for: "b@example.org")
            move(600)
            #expect(await post.sendDue().said == ["port-of-tern: sent to b@example.org"])
            #expect(sender.sent.map(\.envelope.recipients) == [["a@example.org"], ["b@example.org"]])
            #expect(sender.sent[0].message == sender.sent[1].message, "programs that have it already can tell by its Message-ID")
        }
    }

    @Test func whatIsRefusedIsSaidOnceAndNotTriedAgain() async throws {
        try await with(brief: try Self.brief()) { post, move in
            sender.answer(.refused(why: "550 no such user"), for: "b@example.org")
            try post.note(topic, edition: Self.written)
            let round = await post.sendDue()
            #expect(round.unserved == 1 && round.next == nil && round.said.last?.hasSuffix("not tried again: 550 no such user") == true)
            move(4_000)
            #expect(await post.sendDue().said.isEmpty)
        }
    }

    @Test func aServerThatIsAwayForADayIsGivenUp() async throws {
        try await with(to: ["a@example.org"], brief: try Self.brief()) { post, move in
            sender.fail(.unreachable(place: "memory", why: "nobody answers there"))
            try post.note(topic, edition: Self.written)
            var tries = 0
            for _ in 0..<1_000 {
                let round = await post.sendDue()
                tries += round.unserved
                guard let next = round.next else {
                    #expect(round.said.last?.contains("no longer tried") == true)
                    break
                }
                move(next.secondsSince1970 - Self.written.secondsSince1970)
            }
            #expect((2...12).contains(tries))
            sender.fail(nil)
            #expect(await post.sendDue().said.isEmpty && sender.sent.isEmpty)
        }
    }

    @Test func aMachineThatStoppedInTheMiddleOfANoteForgetsOnlyThat() async throws {
        try await with(brief: try Self.brief()) { post, _ in
            try post.note(topic, edition: Self.written)
            _ = await post.sendDue()
            let book = place.folder + "/mail.jsonl"
            let handle = try FileHandle(forWritingTo: URL(filePath: book))
            try handle.truncate(atOffset: try handle.seekToEnd() - 5)
            try handle.close()
            #expect(await post.sendDue().said == ["port-of-tern: sent to b@example.org"])
            #expect(await post.sendDue().said.isEmpty)
            let mode = try FileManager.default.attributesOfItem(atPath: book)[.posixPermissions] as? Int
            #expect(mode == 0o600, "who reads what is nobody else's business")
        }
    }

    @Test func whoeverSendsIsTheOnlyOne() async throws {
        try await with(brief: try Self.brief()) { post, _ in
            try post.note(topic, edition: Self.written)
            let book = try PostBook(place)
            let round = await post.sendDue()
            #expect(round.said.count == 1 && round.said[0].contains("Another bigpicture") && round.next != nil && sender.sent.isEmpty)
            try post.note(topic, edition: Timestamp(secondsSince1970: 0))
            withExtendedLifetime(book) {}
        }
        #expect(sender.sent.isEmpty)
    }

    @Test func byHandItGoesToThoseWhoDoNotHaveItUnlessToldOtherwise() async throws {
        try await with(brief: nil) { post, _ in
            let envelope = try MailEnvelope(sender: "brief@example.org", recipients: ["a@example.org", "b@example.org"])
            func send(_ envelope: MailEnvelope, again: Bool = false) async throws -> [String] {
                try await post.send([], in: envelope, of: topic, edition: Self.written, again: again, by: sender).map(\.recipient)
            }
            #expect(try await send(envelope.reaching { $0.hasPrefix("a") }) == ["a@example.org"])
            #expect(try await send(envelope) == ["b@example.org"])
            #expect(try await send(envelope).isEmpty)
            #expect(try await send(envelope, again: true).count == 2)
        }
    }

    @Test func aMailFileThatIsWrongHoldsAnEditionUpOnlyUntilItIsPutRight() async throws {
        defer { try? FileManager.default.removeItem(atPath: place.folder) }
        let brief = try Self.brief(), setup = try MailSetup(sender: sender, from: "brief@example.org", recipients: [topic.slug: ["a@example.org"]])
        let isWrong = Mutex(true)
        let post = EditionPost(
            place,
            setup: { () throws(PostError) in
                if isWrong.withLock({ $0 }) { throw .settings("mail.yaml:1:1: wrong") }
                return setup
            }, brief: { _, _ in brief }, clock: .fixed(Self.written))
        try post.note(topic, edition: Self.written)
        let round = await post.sendDue()
        #expect(round.said == ["mail.yaml:1:1: wrong"] && round.unserved == 1 && round.next != nil)
        isWrong.withLock { $0 = false }
        #expect(await post.sendDue().said == ["port-of-tern: sent to a@example.org"])
    }

    @Test func whoHasItHasItThoughItCouldNotBeSentOnceMore() async throws {
        try await with(to: ["a@example.org"], brief: try Self.brief()) { post, move in
            try post.note(topic, edition: Self.written)
            _ = await post.sendDue()
            let envelope = try MailEnvelope(sender: "brief@example.org", recipients: ["a@example.org"])
            for trouble in [MailError.timedOut(place: "memory", seconds: 60), .refused(place: "memory", why: "550 no")] {
                sender.fail(trouble)
                let again = try await post.send([], in: envelope, of: topic, edition: Self.written, again: true, by: sender)
                #expect(again.count == 1 && again[0].outcome != .accepted)
            }
            sender.fail(nil)
            move(3_600)
            #expect(await post.sendDue().said.isEmpty && sender.sent.count == 1)
            #expect(try await post.send([], in: envelope, of: topic, edition: Self.written, again: false, by: sender).isEmpty)
        }
    }

    @Test func anEditionThatCannotBeWrittenAgainIsSaid() async throws {
        try await with(brief: nil) { post, _ in
            try post.note(topic, edition: Self.written)
            let round = await post.sendDue()
            #expect(round.unserved == 2 && round.said.count == 1)
        }
    }

    private static func brief() throws -> Brief {
        let passage = Passage(article: "a", version: 1, range: 0..<16, exact: "The port closed.")
        let statement = Statement(
            id: "s1", text: "The port closed.",
            citations: [Citation(passage: passage, marked: nil, outlet: "o", day: written.day, reprintedBy: [], language: "en")],
            corroboration: Corroboration(outlets: ["o"], origins: []), dissent: [])
        let draft = Draft(title: "Port of Tern", topic: "Port of Tern", headline: statement, deck: [], sections: [])
        let finding = Finding(text: statement.text, verdict: .supported, reasons: [.ok], note: "", evidence: [])
        let source = BriefSource(
            number: 1, article: "a", outlet: Outlet(id: "o", name: "O"), title: "T", address: "https://o.example/a", day: written.day, language: "en",
            reprintedBy: [])
        return try Brief(
            admitting: draft, report: VerificationReport(findings: ["s1": finding]), asOf: written, sources: [source], unread: [],
            counts: BriefCounts(articlesRead: 1, articlesOnTopic: 1, reprintsFolded: 0, outlets: 1, stories: 1, statementsDropped: 0), outlets: [])
    }
}
