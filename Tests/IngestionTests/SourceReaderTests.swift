import BriefModel
import DocumentConversion
import Fetching
import Foundation
import Ingestion
import Storage
import Synchronization
import Testing

/// One source at a time, good ones and bad ones.
@Suite struct SourceReaderTests {
    @Test func `a changed page becomes a new version although its feed did not change`() async throws {
        let desk = Desk()
        let feed = Self.feed("https://news.example/a.html")
        try await desk.read(
            InMemoryFetcher([Self.feedAddress: feed, Self.page: Self.article("Thirty-four signed.", tag: "1")]), [.feed(Self.feedAddress)])
        let later = InMemoryFetcher([Self.feedAddress: feed, Self.page: Self.article("Thirty-five signed.", tag: "2")])
        let report = try await desk.read(later, [.feed(Self.feedAddress)])
        #expect((report.new, report.updated, report.unchanged) == (0, 1, 0))
        let held = try #require(try await desk.library.articles().first)
        #expect(held.version == 2)
        #expect(held.text.contains("Thirty-five"))
    }

    @Test func `a page that failed is asked again although its feed did not change`() async throws {
        let desk = Desk()
        let feed = Self.feed("https://news.example/a.html")
        let first = try await desk.read(
            InMemoryFetcher([Self.feedAddress: feed], failures: [Self.page: .unreachable(Self.page, why: "no answer")]), [.feed(Self.feedAddress)])
        #expect(first.new == 0)
        #expect(first.failures.map(\.address) == [Self.page])
        let second = try await desk.read(
            InMemoryFetcher([Self.feedAddress: feed, Self.page: Self.article("Here it is.")]), [.feed(Self.feedAddress)])
        #expect(second.new == 1)
        #expect(second.failures.isEmpty)
    }

    @Test func `a failure keeps the day it began until the source works again`() async throws {
        let desk = Desk()
        let gone = InMemoryFetcher([Self.page: Answer(status: 404)])
        let begun = SampleWeb.now
        try await desk.read(gone, [.page(Self.page)], at: begun)
        let later = Timestamp(secondsSince1970: begun.secondsSince1970 + 86_400)
        let second = try await desk.read(gone, [.page(Self.page)], at: later)
        #expect(second.failures.map(\.since) == [begun])
        #expect(second.failures.first?.reason.contains("404") == true)
        try await desk.read(InMemoryFetcher([Self.page: Self.article("Back.")]), [.page(Self.page)], at: later)
        #expect(try await desk.library.sourceStates().allSatisfy { $0.failure == nil && $0.failingSince == nil })
    }

    @Test func `one bad source leaves the others alone`() async throws {
        let web = InMemoryFetcher([
            "https://a.example/feeds.opml": .page("<opml version='2.0'><head/><body/></opml>", type: "text/x-opml"),
            "https://b.example/feed": .page("<!doctype html><title>News</title><p>Welcome to the front page."),
            "https://c.example/gone.html": Answer(status: 404),
            "https://d.example/paper.pdf": Answer(status: 200, fields: ["content-type": "application/pdf"], body: Array("not a PDF at all".utf8)),
            "https://e.example/one": .redirect(to: "https://e.example/two"), "https://e.example/two": .redirect(to: "https://e.example/one"),
            Self.page: Self.article("It was read all the same."),
        ])
        let desk = Desk()
        let report = try await desk.read(
            web,
            [
                .opmlAddress("https://a.example/feeds.opml"), .feed("https://b.example/feed"), .page("https://c.example/gone.html"),
                .page("https://d.example/paper.pdf"), .page("https://e.example/one"), .file("/nowhere/at/all.html"), .page(Self.page),
            ])
        #expect(report.new == 1)
        let reasons = Dictionary(report.failures.map { ($0.address, $0.reason) }, uniquingKeysWith: { first, _ in first })
        #expect(reasons.count == 6)
        #expect(reasons["https://a.example/feeds.opml"]?.contains("names no feed") == true)
        #expect(reasons["https://b.example/feed"]?.contains("an HTML page, not a feed") == true)
        #expect(reasons["https://c.example/gone.html"]?.contains("404") == true)
        #expect(reasons["https://d.example/paper.pdf"]?.contains("PDF") == true)
        #expect(reasons["https://e.example/one"]?.contains("in a circle") == true)
        #expect(reasons["file:///nowhere/at/all.html"] != nil)
    }

    @Test func `where a page cannot be had, the text its feed carried is kept and the failure still told`() async throws {
        let body = (1...8).map { "<p>Paragraph \($0) of a report that the feed carries in full, word for word, as its publisher sent it.</p>" }
            .joined()
        let feed = Self.feed(Self.page, content: body)
        let broken = InMemoryFetcher([Self.feedAddress: feed, Self.page: Answer(status: 500)])
        let desk = Desk()
        let report = try await desk.read(broken, [.feed(Self.feedAddress)])
        #expect(report.new == 1)
        #expect(report.failures.first?.reason.contains("its feed carries") == true)
        #expect(try await desk.library.articles().first?.title == "Title in the feed")

        try await desk.read(InMemoryFetcher([Self.feedAddress: feed, Self.page: Self.article("The page itself.")]), [.feed(Self.feedAddress)])
        let third = try await desk.read(broken, [.feed(Self.feedAddress)])
        #expect(third.updated == 0, "what the page itself said is not replaced by what the feed carries")
        #expect(try await desk.library.articles().first?.text.contains("The page itself.") == true)
    }

    @Test func `a plain address is what it turns out to be`() async throws {
        let opml = "<opml version='2.0'><body><outline xmlUrl='\(Self.feedAddress)' title='Example News' category='regional daily'/></body></opml>"
        let web = InMemoryFetcher([
            "https://lists.example/all": .page(opml, type: "text/plain"), Self.feedAddress: Self.feed(Self.page),
            Self.page: Self.article("In the feed."),
            "https://other.example/notes/first.html": Self.article("On its own."),
        ])
        let desk = Desk()
        let report = try await desk.read(web, [.address("https://lists.example/all"), .address("https://other.example/notes/first.html")])
        #expect(report.new == 2)
        #expect(report.failures.isEmpty)
        #expect(try await desk.library.articles().map(\.outlet).sorted() == ["news.example", "other.example"])
        #expect(try await desk.library.outlets().first { $0.id == "news.example" }?.kind == .regional)
    }

    @Test func `two links to one page are one article, and another site's page is not the feed's own`() async throws {
        let items = [Self.page + "?utm_source=rss", Self.page, "https://elsewhere.example/b.html"].map {
            "<item><title>T</title><link>\($0)</link></item>"
        }
        let web = InMemoryFetcher([
            Self.feedAddress: .page(
                "<rss version='2.0'><channel><title>Example</title>\(items.joined())</channel></rss>", type: "application/rss+xml"),
            Self.page: Self.article("One."), Self.page + "?utm_source=rss": Self.article("One."),
            "https://elsewhere.example/b.html": Self.article("Another."),
        ])
        let desk = Desk()
        try await desk.read(web, [.feed(Self.feedAddress)])
        #expect(try await desk.library.articles().map(\.outlet).sorted() == ["elsewhere.example", "news.example"])
    }

    @Test func `what the user knows of an outlet wins`() async throws {
        let web = InMemoryFetcher([Self.feedAddress: Self.feed(Self.page), Self.page: Self.article("Text.")])
        let desk = Desk()
        try await desk.read(web, [.feed(Self.feedAddress)], outlets: [Outlet(id: "news.example", name: "My name for it", reliability: .c)])
        let outlet = try #require(try await desk.library.outlets().first { $0.id == "news.example" })
        #expect((outlet.name, outlet.reliability) == ("My name for it", .c))
    }

    @Test func `a folder gives its articles and nothing from outside or hidden`() async throws {
        let base = FileManager.default.temporaryDirectory.appendingPathComponent("folder-\(UUID().uuidString)")
        let papers = base.appendingPathComponent("papers/2026")
        try FileManager.default.createDirectory(at: papers, withIntermediateDirectories: true)
        defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: base) } }
        let text = "A title\n\n" + String(repeating: "A sentence with enough words to be read as a text. ", count: 8)
        for path in ["secret.txt", "papers/note.txt", "papers/2026/more.md", "papers/.hidden.txt", "papers/picture.png"] {
            try Data((path + " " + text).utf8).write(to: base.appendingPathComponent(path))
        }
        try FileManager.default.createSymbolicLink(
            at: base.appendingPathComponent("papers/link.txt"), withDestinationURL: base.appendingPathComponent("secret.txt"))
        try FileManager.default.createSymbolicLink(at: base.appendingPathComponent("papers/up"), withDestinationURL: base)
        let desk = Desk()
        let report = try await desk.read(InMemoryFetcher([:]), [.folder(base.appendingPathComponent("papers").path)])
        #expect(report.new == 2)
        #expect(report.failures.isEmpty)
        #expect(try await desk.library.articles().allSatisfy { $0.address.hasPrefix("file:///") })
        #expect(try await desk.library.articles().allSatisfy { !$0.text.contains("secret") })
    }

    @Test func `a mail, a plain text and a PDF on this machine are articles like any page`() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let mail =
            "From: The Quay <a@quay.example>\nSubject: On cranes\nDate: Tue, 4 Mar 2025 08:00:00 +0000\nMIME-Version: 1.0\n\nThere are two cranes, as the letter says.\n"
        try Data(mail.utf8).write(to: folder.appending(path: "1.eml"))
        try Data("On ships\n\nThere are three ships, as the note says.\n".utf8).write(to: folder.appending(path: "2.txt"))
        let pdf = Data("%PDF-1.4 stands for itself".utf8)
        try pdf.write(to: folder.appending(path: "3.pdf"))
        let desk = Desk(
            converter: InMemoryPDFConverter(texts: [[UInt8](pdf): "On pilots\n\nThere is one pilot.\u{0C}On the second page there is none."]))
        let report = try await desk.read(InMemoryFetcher([:]), [.folder(folder.path)])
        #expect(report.new == 3)
        let articles = try await desk.library.articles().sorted { $0.title < $1.title }
        #expect(articles.map(\.title) == ["On cranes", "On pilots", "On ships"])
        #expect(articles.map { $0.blocks.last?.page } == [nil, "2", nil])
    }

    @Test func `relative links of a feed lead to where its server says it lies`() async throws {
        let feed = "<rss version='2.0'><channel><title>News</title><item><title>T</title><link>talks.html</link></item></channel></rss>"
        let answer = Answer(
            status: 200, fields: ["content-type": "application/rss+xml", "content-location": "/politics/feed.xml"], body: Array(feed.utf8))
        let page = "https://news.example/politics/talks.html"
        let desk = Desk()
        try await desk.read(InMemoryFetcher([Self.feedAddress: answer, page: .story("Talks go on")]), [.feed(Self.feedAddress)])
        #expect(try await desk.library.articles().map(\.address) == [page])
    }

    @Test func `an article keeps where its title, authors and day were found`() async throws {
        let address = "https://news.example/talks.html"
        let feed = """
            <rss version='2.0'><channel><title>News</title><item><title>T</title><link>\(address)</link><author>a@news.example (Ada Quill)</author>
            <pubDate>Fri, 06 Feb 2026 11:00:00 GMT</pubDate></item></channel></rss>
            """
        let web = InMemoryFetcher([Self.feedAddress: .page(feed, type: "application/rss+xml"), address: .story("Talks go on")])
        let desk = Desk()
        try await desk.read(web, [.feed(Self.feedAddress)])
        let found = try #require(try await desk.library.articles().first?.provenance)
        #expect(found.title.map { $0.origin != .feed && $0.confidence > 0.5 } == true, "the page's own word")
        #expect(found.authors?.origin == .feed && found.published?.origin == .feed, "what the page is silent on")
        #expect(found.modified == nil)
    }

    @Test func `a feed from the web cannot lead to a file on this machine`() async throws {
        let web = InMemoryFetcher([Self.feedAddress: Self.feed("file:///etc/hostname")])
        let desk = Desk()
        let report = try await desk.read(web, [.feed(Self.feedAddress)])
        #expect(report.new == 0)
        #expect(try await desk.library.articles().isEmpty)
    }

    @Test func `a library that cannot be written ends the run`() async throws {
        let desk = Desk(library: ReadOnlyLibrary())
        await #expect(throws: ReadOnlyLibrary.refusal) {
            try await desk.read(InMemoryFetcher([Self.page: Self.article("Text.")]), [.page(Self.page)])
        }
    }

    @Test func `nothing is reported as read before it is stored`() async throws {
        let told = Mutex<[String]>([])
        let web = InMemoryFetcher([Self.feedAddress: Self.feed(Self.page), Self.page: Self.article("Text.")])
        func read(into library: any LibraryStore) async throws {
            let reader = SourceReader(
                fetcher: web, converter: InMemoryPDFConverter(), store: library, clock: .fixed(Timestamp(secondsSince1970: 0)))
            _ = try await reader.read([.feed(Self.feedAddress)], outlets: []) { progress in told.withLock { $0.append(progress.address) } }
        }
        await #expect(throws: ReadOnlyLibrary.refusal) { try await read(into: ReadOnlyLibrary()) }
        #expect(told.withLock { $0 } == [Self.feedAddress])
        told.withLock { $0.removeAll() }
        try await read(into: InMemoryLibrary())
        #expect(told.withLock { $0 } == [Self.feedAddress, Self.page])
    }

    @Test func `a cancelled run keeps what it has and blames no source`() async throws {
        let desk = Desk()
        let web = InMemoryFetcher([Self.feedAddress: Self.feed(Self.page), Self.page: Self.article("Text.")])
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await desk.read(web, [.feed(Self.feedAddress)])
        }
        task.cancel()
        let report = try await task.value
        #expect(report.failures.isEmpty)
        #expect(try await desk.library.sourceStates().allSatisfy { $0.failure == nil })
    }

    @Test func `progress ends with everything done`() async throws {
        let web = InMemoryFetcher([Self.feedAddress: Self.feed(Self.page), Self.page: Self.article("Text.")])
        let seen = Seen()
        _ = try await SourceReader(fetcher: web, converter: Desk().converter, store: InMemoryLibrary(), clock: .fixed(SampleWeb.now))
            .read([.feed(Self.feedAddress)], outlets: []) { seen.add($0) }
        #expect(seen.all.last.map { $0.done == $0.total } == true)
        #expect(seen.all.map(\.done) == Array(1...seen.all.count))
    }

    private static let feedAddress = "https://news.example/feed.xml"
    private static let page = "https://news.example/a.html"

    private static func feed(_ link: String, content: String? = nil) -> Answer {
        let carried = content.map { "<content:encoded><![CDATA[\($0)]]></content:encoded>" } ?? ""
        return .page(
            """
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Example News</title>
            <item><title>Title in the feed</title><link>\(link)</link><pubDate>Fri, 06 Feb 2026 11:00:00 +0000</pubDate>\(carried)</item></channel></rss>
            """, type: "application/rss+xml", entityTag: "\"feed\"")
    }

    private static func article(_ text: String, tag: String? = nil) -> Answer {
        .page(
            """
            <!doctype html><html lang="en"><head><title>A headline</title></head><body><article><h1>A headline</h1><p>\(text)</p>
            <p>The ministry said on Tuesday that talks would go on in the spring, and that both sides had named their delegates.</p>
            <p>A second round is planned for June. Observers from nine countries were present when the first one ended.</p></article></body></html>
            """, entityTag: tag)
    }
}

private final class Seen: Sendable {
    private let values = Mutex<[ReadingProgress]>([])
    func add(_ progress: ReadingProgress) { values.withLock { $0.append(progress) } }
    var all: [ReadingProgress] { values.withLock(\.self) }
}
