import BriefModel
import BriefRendering
import BriefWeb
import Foundation
import Hummingbird
import HummingbirdTesting
import Storage
import Synchronization
import Testing

/// The rooms in which a person makes and changes something, without script.
@Suite("The desk") struct DeskTests {
    private struct Answer {
        let status: Int
        let body: String
        let fields: HTTPFields
    }

    /// One topic, `chips`; what is kept is noted.
    private final class Notes: Sendable {
        let kept = Mutex<[(name: String?, form: TopicForm)]>([])
        let removed = Mutex<[String]>([])
        let begun = Mutex<[String]>([])
    }

    private static let sheet: TopicSheet = {
        var form = TopicForm()
        form.title = "Chips & customs"
        form.sources = "feed: https://wire.example/feed\nhttps://gone.example/"
        form.seen = "s1"
        return TopicSheet(
            name: "chips", slug: "chips", form: form, text: "title: Chips & customs\n# <note>\n", seen: "s1",
            addresses: ["https://wire.example/feed", "https://gone.example/"], others: ["outlets"])
    }()

    static func content() throws -> SiteContent { try content(Notes()) }

    private static func content(_ notes: Notes) throws -> SiteContent {
        var content = try SampleSite.content()
        content.streams = EventStreams { [] }
        content.topics = TopicDesk(
            sheet: { $0 == "chips" ? sheet : nil },
            check: { form, _ in
                form.title == "Chips" ? TopicCheck(faults: [.init(field: "title", .file("Taken <b>."))]) : TopicCheck(notes: [.losesNotes])
            },
            save: { form, name in
                if form.title == "Chips" { return .wrong(TopicCheck(faults: [.init(field: "title", .file("Taken <b>."))])) }
                if name != nil, form.seen != "s1" { return .changedMeanwhile(sheet) }
                notes.kept.withLock { $0.append((name, form)) }
                return .kept(name: name ?? "crisps", slug: "crisps")
            },
            remove: { name, seen in
                guard seen == "s1" else { return .changedMeanwhile(sheet) }
                notes.removed.withLock { $0.append(name) }
                return .removed
            },
            names: { [("chips", "Chips & customs")] },
            outline: { bytes in
                bytes.starts(with: Array("<opml".utf8))
                    ? TopicOutline(
                        feeds: [
                            .init(title: "Wire <1>", address: "https://wire.example/feed", category: "News"),
                            .init(title: nil, address: "https://new.example/feed", category: nil),
                        ]) : TopicOutline(feeds: [], fault: .broken(line: 7))
            })
        content.work = WorkDesk(
            begin: { task, name in
                notes.begun.withLock { $0.append("\(task.rawValue) \(name)") }
                return true
            }, state: { _ in .reading(done: 2, total: 7) })
        return content
    }

    private func ask(_ path: String, post body: String? = nil, type: String = "application/x-www-form-urlencoded", _ content: SiteContent? = nil)
        async throws -> Answer
    {
        let router = BriefSite(try content ?? Self.content()).router()
        var fields = HTTPFields()
        if body != nil {
            fields[.contentType] = type
            fields[.origin] = "http://localhost"
        }
        let sent = fields
        return try await Application(router: router).test(.router) { client in
            try await client.execute(uri: path, method: body == nil ? .get : .post, headers: sent, body: body.map { ByteBuffer(string: $0) }) {
                Answer(status: $0.status.code, body: String(buffer: $0.body), fields: $0.headers)
            }
        }
    }

    // MARK: - Topics

    @Test("home leads to a new topic, and without topics begins with its title") func home() async throws {
        #expect(try await ask("/").body.contains("<a class=\"btn\" href=\"/topics/new\">New topic</a>"))
        var empty = try Self.content()
        empty.home = { SiteHome(topics: [], sources: SourceHealth(addresses: 0, failures: [], lastRead: nil)) }
        #expect(try await ask("/", empty).body.contains("<form action=\"/topics/new\" method=\"get\">"))
        #expect(try await ask("/topics/new?title=Chip+exports").body.contains("value=\"Chip exports\""))
    }

    @Test("a site without a desk has none of its rooms", arguments: ["/topics/new", "/topics/chips", "/topics/chips/edit", "/import", "/events"])
    func noDesk(path: String) async throws {
        #expect(try await ask(path, SampleSite.content()).status == 404)
        #expect(!(try await ask("/", SampleSite.content())).body.contains("/topics/"))
    }

    @Test("what is kept is kept once, however often the page is loaded again") func save() async throws {
        let notes = Notes()
        let answer = try await ask(
            "/topics/new", post: "title=Crisps&sources=https%3A%2F%2Fa.example%2F%0D%0Afeed%3A+https%3A%2F%2Fb.example%2F&act=save",
            Self.content(notes))
        #expect(answer.status == 303 && answer.fields[.location] == "/topics/crisps?kept=1")
        let kept = notes.kept.withLock { $0 }
        #expect(
            kept.count == 1 && kept[0].name == nil && TopicForm.items(kept[0].form.sources) == ["https://a.example/", "feed: https://b.example/"])
    }

    @Test("what is wrong stands at its field, and all that was typed stays") func wrong() async throws {
        let answer = try await ask("/topics/new", post: "title=Chips&question=Who+%3Cb%3E%3F&sources=x&schedule=weekly&act=save")
        #expect(answer.status == 422)
        #expect(answer.body.contains("<p class=\"wrong\" id=\"title-wrong\">Taken &lt;b&gt;.</p>"))
        #expect(answer.body.contains("value=\"Chips\" aria-describedby=\"title-wrong\" aria-invalid=\"true\""))
        #expect(answer.body.contains("value=\"Who &lt;b&gt;?\"") && answer.body.contains("<option value=\"weekly\" selected>"))
    }

    @Test("a check keeps nothing and says what keeping would do") func check() async throws {
        let notes = Notes()
        let answer = try await ask("/topics/chips/edit", post: "title=Crisps&seen=s1&act=check", Self.content(notes))
        #expect(
            answer.status == 200 && answer.body.contains("All good. Save keeps it.")
                && answer.body.contains("a copy of the file as it is will be kept"))
        #expect(notes.kept.withLock { $0.isEmpty })
    }

    @Test("the script's check is the same, as JSON") func scriptCheck() async throws {
        let answer = try await ask("/topics/check", post: "title=Chips")
        #expect(answer.fields[.contentType] == "application/json")
        #expect(answer.body == #"{"faults":[{"field":"title","message":"Taken <b>."}],"notes":[]}"#)
        #expect(try await ask("/topics/chips/check", post: "title=x").body.contains("a copy of the file as it is will be kept"))
    }

    @Test("a topic changed meanwhile is shown as it is now, beside what was typed") func conflict() async throws {
        let answer = try await ask("/topics/chips/edit", post: "title=Mine&seen=old&act=save")
        #expect(answer.status == 409 && answer.body.contains("value=\"Mine\"") && answer.body.contains("# &lt;note&gt;"))
        // Saved again, it is kept.
        #expect(answer.body.contains("name=\"seen\" value=\"s1\""))
    }

    @Test("a topic is edited by its fields or as text") func edit() async throws {
        let fields = try await ask("/topics/chips/edit")
        #expect(
            fields.body.contains("data-check=\"/topics/chips/check\"") && fields.body.contains("form.dataset.check"),
            "the script that checks is there")
        #expect(fields.body.contains("value=\"Chips &amp; customs\"") && fields.body.contains("The file also sets: outlets."))
        let text = try await ask("/topics/chips/edit?as=text")
        #expect(text.body.contains("<textarea id=\"text\"") && text.body.contains("\ntitle: Chips &amp; customs\n# &lt;note&gt;"))
        #expect(try await ask("/topics/none/edit").status == 404)
    }

    @Test("a topic's page tells how its sources do, and leads on") func sources() async throws {
        var content = try Self.content()
        content.sources = { ([SourceState(address: "https://wire.example/feed")], Timestamp(day: SampleSite.day)) }
        let page = try await ask("/topics/chips?kept=1", content)
        #expect(page.body.contains("The topic is kept.") && page.body.contains("https://gone.example/</b> Not read yet."))
        #expect(page.body.contains("href=\"/briefs/chips\"") && page.body.contains("href=\"/import?topic=chips\""))
    }

    @Test("a topic goes only after it was asked, and only the one that was seen") func remove() async throws {
        let notes = Notes(), content = try Self.content(notes)
        #expect(try await ask("/topics/chips/remove", content).body.contains("Remove “Chips &amp; customs”?"))
        #expect(try await ask("/topics/chips/remove", post: "seen=old", content).status == 409)
        #expect(notes.removed.withLock { $0.isEmpty })
        #expect(try await ask("/topics/chips/remove", post: "seen=s1", content).status == 303)
        #expect(notes.removed.withLock { $0 } == ["chips"])
    }

    @Test("reading and writing begin with a button, and the page says how far they are") func work() async throws {
        let notes = Notes(), content = try Self.content(notes)
        let page = try await ask("/topics/chips", content)
        #expect(page.body.contains("Read and write now") && page.body.contains(">Reading the sources: 2 of 7.</p>"))
        let answer = try await ask("/topics/chips/work", post: "task=write", content)
        #expect(answer.status == 303 && notes.begun.withLock { $0 } == ["write chips"])
        #expect(try await ask("/topics/chips/work", post: "task=burn", content).status == 400)
        #expect(try await ask("/topics/none/work", post: "task=read", content).status == 404)
    }

    // MARK: - Settings

    @Test("an outlet is graded where it stands, and rows that were not touched are left as others set them") func outlets() async throws {
        let saved = Mutex<[Outlet]>([])
        var content = try Self.content()
        content.settings = SettingsDesk(
            outlets: { [SampleSite.outlet, Outlet(id: "daily", name: "Daily <1>", reliability: .b)] },
            save: { one in saved.withLock { $0.append(one) } },
            models: { [.init(name: "teacher", summary: "An encoder", isInstalled: false)] }, place: "/srv/library")
        let page = try await ask("/settings", content)
        #expect(page.body.contains("aria-label=\"Reliability of Daily &lt;1&gt;\"") && page.body.contains("<option value=\"B\" selected>B</option>"))
        #expect(page.body.contains("teacher") && page.body.contains("Not on this machine.") && page.body.contains("<code>/srv/library</code>"))
        #expect(page.body.contains("When I ask for one"))
        #expect(!(try await ask("/settings?q=daily", content)).body.contains("Wire &amp; Co"))
        let rows = "outlet=wire&was=wire+agency%2F&kind=wire+agency&reliability=A&outlet=daily&was=outlet%2FB&kind=outlet&reliability=B"
        let answer = try await ask("/settings/outlets", post: rows, content)
        #expect(answer.status == 303 && answer.fields[.location] == "/settings?q=&kept=1")
        #expect(saved.withLock { $0.map(\.reliability) } == [.a] && saved.withLock { $0.map(\.id) } == ["wire"])
        for wrong in ["outlet=wire&kind=x", "outlet=none&was=&kind=blog&reliability=", "outlet=wire&was=&kind=robot&reliability="] {
            #expect(try await ask("/settings/outlets", post: wrong, content).status == 400)
        }
    }

    // MARK: - Lists of feeds

    private static let type = "multipart/form-data; boundary=XyZ"

    private static func multipart(_ parts: (head: String, body: String)...) -> String {
        parts.map { "--XyZ\r\nContent-Disposition: form-data; \($0.head)\r\n\r\n\($0.body)\r\n" }.joined() + "--XyZ--\r\n"
    }

    @Test("a list is shown first, and what the topic has is not chosen again") func showList() async throws {
        let body = Self.multipart(("name=\"topic\"", "chips"), ("name=\"file\"; filename=\"../../x.opml\"\r\nContent-Type: text/xml", "<opml>"))
        let page = try await ask("/import", post: body, type: Self.type)
        #expect(page.status == 200 && page.body.contains("2 feeds are in the list.") && page.body.contains("has already are not chosen"))
        #expect(page.body.contains("Wire &lt;1&gt;") && page.body.contains("value=\"https://new.example/feed\" checked>"))
        #expect(page.body.contains("value=\"https://wire.example/feed\"><label"))
    }

    @Test("what is no list is told so, and what was pasted stays") func noList() async throws {
        let page = try await ask("/import", post: Self.multipart(("name=\"text\"", "my <list>")), type: Self.type)
        #expect(page.status == 422 && page.body.contains("This list is broken in line 7") && page.body.contains("my &lt;list&gt;</textarea>"))
        #expect(try await ask("/import", post: Self.multipart(("name=\"text\"", " ")), type: Self.type).status == 422)
        #expect(try await ask("/import", post: "--XyZ", type: Self.type).status == 400)
        #expect(try await ask("/import", post: "text=x").status == 400)
    }

    @Test("what is chosen is added behind what the topic has, each once") func addList() async throws {
        let notes = Notes(), content = try Self.content(notes)
        let answer = try await ask(
            "/import/add", post: "topic=chips&feed=https%3A%2F%2Fnew.example%2Ffeed&feed=https%3A%2F%2Fwire.example%2Ffeed", content)
        #expect(answer.status == 303 && answer.fields[.location] == "/topics/chips?kept=1")
        #expect(
            notes.kept.withLock { $0.first?.form.sources } == "feed: https://wire.example/feed\nhttps://gone.example/\nfeed: https://new.example/feed"
        )
    }

    @Test("for a new topic the form opens with the feeds in it") func newFromList() async throws {
        let page = try await ask("/import/add", post: "topic=&feed=https%3A%2F%2Fnew.example%2Ffeed")
        #expect(
            page.status == 200 && page.body.contains("\nfeed: https://new.example/feed</textarea>") && page.body.contains("action=\"/topics/new\""))
    }

    // MARK: - Checks of files and addresses

    private static func auditing(_ check: @escaping @Sendable (String) async throws -> Void = { _ in }) throws -> SiteContent {
        var content = try SampleSite.content()
        let audit = content.audit
        content.auditDesk = AuditDesk(
            check: { text, progress in
                progress(1, 2)
                try await check(text)
                let (found, sources) = try await audit(text)
                return CheckedText(audit: found, sources: sources)
            },
            read: { bytes, name in
                name == "brief.md" ? .success(String(decoding: bytes, as: UTF8.self)) : .failure(.file("\(name) is <b>."))
            },
            fetch: { $0 == "https://a.example/" ? .success("From the web.") : .failure(.emptyAddress) })
        return content
    }

    @Test("a file is checked, or an address, or what was pasted") func ways() async throws {
        let file = Self.multipart(("name=\"text\"", "Pasted."), ("name=\"file\"; filename=\"C:\\up\\brief.md\"", "From a file.\r\n--Xy"))
        #expect(try await ask("/audit", post: file, type: Self.type, Self.auditing()).body.contains("From a file."))
        let address = Self.multipart(("name=\"text\"", " "), ("name=\"address\"", " https://a.example/ "), ("name=\"file\"; filename=\"\"", ""))
        #expect(try await ask("/audit", post: address, type: Self.type, Self.auditing()).body.contains("From the web."))
        let pasted = Self.multipart(("name=\"text\"", "Pasted."), ("name=\"address\"", ""))
        #expect(try await ask("/audit", post: pasted, type: Self.type, Self.auditing()).body.contains("Pasted."))
    }

    @Test("an error never loses what was typed") func auditTrouble() async throws {
        let file = Self.multipart(
            ("name=\"text\"", "Kept <text>."), ("name=\"address\"", "https://b.example/"), ("name=\"file\"; filename=\"../e.exe\"", "MZ"))
        let answer = try await ask("/audit", post: file, type: Self.type, Self.auditing())
        #expect(
            answer.status == 400 && answer.body.contains("The file cannot be checked: e.exe is &lt;b&gt;.")
                && answer.body.contains("\nKept &lt;text&gt;.</textarea>"))
        #expect(answer.body.contains("value=\"https://b.example/\""))
        struct Broken: Error {}
        let failed = try await ask("/audit", post: "text=All+of+it.", Self.auditing { _ in throw Broken() })
        #expect(failed.status == 500 && failed.body.contains("\nAll of it.</textarea>"))
        #expect(try await ask("/audit", post: "text=", Self.auditing()).status == 400)
    }

    @Test("a check that takes long says how far it is, and then what came of it, under one address", .timeLimit(.minutes(10))) func longCheck()
        async throws
    {
        let (hold, release) = AsyncStream<Void>.makeStream()
        let router = BriefSite(try Self.auditing { _ in for await _ in hold {} }).router()
        try await Application(router: router).test(.router) { client in
            let place = try await client.execute(
                uri: "/audit", method: .post, headers: [.contentType: "application/x-www-form-urlencoded"], body: ByteBuffer(string: "text=Long.")
            ) { answer -> String in
                #expect(answer.status == .seeOther)
                return answer.headers[.location] ?? ""
            }
            #expect(place.hasPrefix("/audit/") && place.count > 20)
            try await client.execute(uri: place, method: .get) { #expect(String(buffer: $0.body).contains("Look again")) }
            release.finish()
            var body = ""
            while !body.contains("1 is contradicted") {
                body = try await client.execute(uri: place, method: .get) { String(buffer: $0.body) }
            }
            try await client.execute(uri: "/audit/guess", method: .get) { #expect($0.status == .notFound) }
        }
    }
}
