import BriefModel
import Foundation
import Testing

@testable import BriefRendering

@Suite("Exports") struct ExportTests {
    private func every(_ brief: Brief, _ marking: TrafficLight?) -> [(name: String, bytes: [UInt8])] {
        let feed = EditionFeed(
            title: "Topic", slug: "topic", editions: [.init(asOf: brief.asOf, json: String(decoding: render(brief, as: .json), as: UTF8.self))],
            marking: marking)
        return [
            ("markdown", render(brief, as: .markdown, marking: marking)), ("html", render(brief, as: .html, marking: marking)),
            ("json", render(brief, as: .json, marking: marking)), ("terminal", render(brief, as: .terminal, marking: marking)),
            ("docx", wordDocument(brief, marking: marking)), ("mail", mailMessage(brief, marking: marking)),
            ("stix", stixBundle(brief, marking: marking)), ("csl", sourceCatalogue(of: brief, as: .cslJSON, marking: marking)),
            ("bibtex", sourceCatalogue(of: brief, as: .bibTeX, marking: marking)), ("atom", feed.document(as: .atom)),
            ("json feed", feed.document(as: .json)), ("printed", printedPage(brief, marking: marking)),
        ]
    }

    @Test("the marking stands in every form, and no form has one that was not set", arguments: TrafficLight.allCases) func marking(
        light: TrafficLight
    ) throws {
        let brief = try SampleBrief.make()
        for form in every(brief, light) { #expect(String(decoding: form.bytes, as: UTF8.self).contains(light.label), "\(form.name)") }
        let labels = TrafficLight.allCases.map(\.label)
        // The stylesheet knows all labels, because paper takes its margins from there.
        for form in every(brief, nil) where !["html", "printed"].contains(form.name) {
            #expect(!labels.contains(where: String(decoding: form.bytes, as: UTF8.self).contains), "\(form.name)")
        }
        #expect(!String(decoding: render(brief, as: .html), as: UTF8.self).contains("class=\"tlp"))
    }

    @Test("text forms say the marking at their head and at their foot", arguments: [BriefFormat.markdown, .terminal]) func headAndFoot(
        format: BriefFormat
    ) throws {
        let lines = String(decoding: render(try SampleBrief.make(), as: format, marking: .amber), as: UTF8.self).split(separator: "\n")
        // On a terminal the label with its rule is two lines.
        #expect(lines.first?.contains("TLP:AMBER") == true && lines.suffix(2).contains { $0.contains("TLP:AMBER") })
    }

    @Test("the same brief gives the same bytes in every form") func determinism() throws {
        let first = every(try SampleBrief.make(), .green), second = every(try SampleBrief.make(), .green)
        for (one, other) in zip(first, second) { #expect(one.bytes == other.bytes, "\(one.name)") }
    }

    @Test("a source cannot break out of any form: markup, field ends, control characters") func hostile() throws {
        let evil = "</w:t>]]>}\"\\ <script>\r\n.\r\nBcc: x@example.org\u{1}\u{FFFE}%&"
        let brief = try SampleBrief.make { draft in
            let old = draft.headline
            draft.headline = Statement(id: old.id, text: evil, citations: old.citations, corroboration: old.corroboration)
        }
        for (name, bytes) in every(brief, nil) {
            let text = String(decoding: bytes, as: UTF8.self)
            if name != "docx" { #expect(!text.contains("\u{1}"), "\(name)") }
            if ["html", "printed", "docx", "atom"].contains(name) { #expect(!text.contains("</w:t>]]>") && !text.contains("<script>\r"), "\(name)") }
        }
        let head = String(decoding: mailMessage(brief), as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
        #expect(head.contains("Subject: =?utf-8?B?") && !head.contains("Bcc:"))
        for bytes in [stixBundle(brief), sourceCatalogue(of: brief, as: .cslJSON)] { _ = try JSONSerialization.jsonObject(with: Data(bytes)) }
    }

    @Test("reference managers are told the byline, name by name and whole") func authors() throws {
        let brief = try SampleBrief.make()
        let signed = brief.sources.map {
            BriefSource(
                number: $0.number, article: $0.article, outlet: $0.outlet, title: $0.title,
                authors: $0.number == 1 ? ["Maria van den Berg", "Smith and Sons {& Co}"] : [], address: $0.address, day: $0.day,
                language: $0.language, reprintedBy: [])
        }
        let report = VerificationReport(findings: brief.findings)
        let copy = try Brief(admitting: brief.draft, report: report, asOf: brief.asOf, sources: signed, unread: [], counts: brief.counts)
        let bib = String(decoding: sourceCatalogue(of: copy, as: .bibTeX), as: UTF8.self)
        #expect(bib.contains("  author = {{Maria van den Berg} and {Smith and Sons \\textbraceleft{}\\& Co\\textbraceright{}}},\n"))
        #expect(bib.ranges(of: "author = ").count == 1)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(sourceCatalogue(of: copy, as: .cslJSON))) as? [[String: Any]])
        #expect(list[0]["author"] as? [[String: String]] == [["literal": "Maria van den Berg"], ["literal": "Smith and Sons {& Co}"]])
        #expect(list[1]["author"] == nil)
    }

    @Test("files of the user's own machine are not told to others") func ownFiles() throws {
        let brief = try SampleBrief.make()
        let own = brief.sources.map {
            BriefSource(
                number: $0.number, article: $0.article, outlet: $0.outlet, title: $0.title, address: "file:///home/somebody/notes.txt", day: $0.day,
                language: $0.language, reprintedBy: [])
        }
        let report = VerificationReport(findings: brief.findings)
        let copy = try Brief(admitting: brief.draft, report: report, asOf: brief.asOf, sources: own, unread: [], counts: brief.counts)
        for (name, bytes) in every(copy, nil) where ["docx", "stix", "csl", "bibtex", "atom", "json feed"].contains(name) {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("/home/somebody"), "\(name)")
        }
    }

    @Test("identifiers are UUIDs of version 5, and another edition has others") func identifiers() throws {
        let bundle = try #require(try JSONSerialization.jsonObject(with: Data(stixBundle(try SampleBrief.make()))) as? [String: Any])
        let ids = try #require(bundle["objects"] as? [[String: Any]]).compactMap { $0["id"] as? String }
        #expect(Set(ids).count == ids.count)
        for id in ids { #expect(Array(id.components(separatedBy: "--")[1])[14] == "5", "\(id)") }
        #expect(NameUUID("a").description != NameUUID("b").description && NameUUID("a", "b").description != NameUUID("ab").description)
    }

    @Test("a statement that stands twice has one note, and the second place refers to it") func repeatedStatement() throws {
        let text = String(decoding: wordDocument(try SampleBrief.make()), as: UTF8.self)
        #expect(text.contains("w:instr=\" NOTEREF statement"))
    }

    @Test("a running head is a string whatever the title holds, and the page allows itself that style and no script") func runningHead() throws {
        let brief = try SampleBrief.make { draft in
            let old = draft.headline
            draft.headline = Statement(id: old.id, text: "\"; } body { display: none", citations: old.citations, corroboration: old.corroboration)
        }
        let page = String(decoding: printedPage(brief, marking: .green), as: UTF8.self)
        #expect(page.contains("@top-left { content: \"\\22 \\3b  \\7d  body \\7b  display\\3a  none\"; }"))
        #expect(page.contains("class=\"tlp-green printed\"") && !page.contains("<script"))
        #expect(page.components(separatedBy: "&#39;sha256-").count == 4, "two styles and the one script are allowed")
    }

    @Test("a subject in other letters is told in encoded words that end between characters") func subject() {
        let folded = HeaderText.folded("Хутор близ Диканьки: вечера и ночи, 临江科技观察 и прочее")
        let lines = folded.components(separatedBy: "\r\n ")
        #expect(lines.count > 1 && lines.allSatisfy { $0.hasPrefix("=?utf-8?B?") && $0.utf8.count <= 75 })
        for line in lines {
            let data = Data(base64Encoded: String(line.dropFirst(10).dropLast(2)))
            #expect(data.flatMap { String(validating: $0, as: UTF8.self) } != nil)
        }
    }

    @Test("quoted-printable keeps blanks at line ends, single full stops and long lines") func quotedPrintable() {
        #expect(QuotedPrintable.lines(of: Array("a \n.\nFrom\n1=2".utf8)) == ["a=20", "=2E", "=46rom", "1=3D2"])
        let lines = QuotedPrintable.lines(of: Array(String(repeating: "ä", count: 60).utf8))
        #expect(lines.allSatisfy { $0.utf8.count <= 76 } && lines.dropLast().allSatisfy { $0.hasSuffix("=") })
    }

    @Test("a feed says where it is to be had, as far as that is known") func feedAddress() throws {
        let kept = EditionFeed.Kept(
            asOf: Timestamp(secondsSince1970: 0), json: String(decoding: render(try SampleBrief.make(), as: .json), as: UTF8.self))
        func feed(_ address: String?, as format: FeedFormat) -> String {
            let feed = EditionFeed(
                title: "Topic", slug: "topic", editions: [kept], marking: nil, address: address,
                page: address.map { address in { "\(address)#\($0)" } })
            return String(decoding: feed.document(as: format), as: UTF8.self)
        }
        let address = "https://briefs.example/a.atom?x=1&y=\"2\""
        let atom = feed(address, as: .atom)
        #expect(atom.contains("<link rel=\"self\" type=\"application/atom+xml\" href=\"https://briefs.example/a.atom?x=1&amp;y=&quot;2&quot;\"/>"))
        #expect(atom.contains("<link rel=\"alternate\" type=\"text/html\""))
        #expect(feed(address, as: .json).contains("\"feed_url\": \"https://briefs.example/a.atom?x=1&y=\\\"2\\\"\""))
        #expect(!feed(nil, as: .atom).contains("<link") && !feed(nil, as: .json).contains("feed_url"))
    }

    @Test("an edition whose JSON is not a brief is left out of the feed") func brokenEdition() throws {
        let feed = EditionFeed(title: "Topic", slug: "topic", editions: [.init(asOf: Timestamp(secondsSince1970: 0), json: "{}")], marking: nil)
        #expect(feed.entries.isEmpty && !feed.document(as: .atom).isEmpty)
    }
}

@Suite("Feeds and mail tell what changed") struct ChangedStatementsTests {
    private func fragment(_ delta: (Draft) -> Delta) throws -> String {
        let brief = try SampleBrief.make(delta: delta(SampleBrief.draft()))
        var html = HTMLWriter()
        EditionFragment(try #require(PublishedEdition(json: render(brief, as: .json))), marking: nil).write(hasTitle: true, to: &html)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    private let since = Timestamp(day: SampleBrief.date(2, 14), hour: 23, minute: 59, second: 59)

    @Test("revised, disputed, new and withdrawn statements stand at the top, each once, with the words of before") func kinds() throws {
        let html = try fragment { draft in
            let theme = draft.sections[1].blocks[0].statements
            return Delta(
                since: since, changes: [theme[0].id: .revised(before: "Fewer accounts were used."), theme[1].id: .new, draft.headline.id: .new],
                withdrawn: [.init(text: "MatX is a Chinese company.", reason: .corrected, now: nil)], leftOut: 0)
        }
        let top = html.components(separatedBy: "<h2>Overview</h2>")[0]
        #expect(top.contains("<h2>What changed since 14 February 2026</h2>") && top.contains("Before: “Fewer accounts were used.”"))
        #expect(top.contains("<h3>Revised</h3>") && top.contains("<h3>New</h3>") && !top.contains("<h3>Newly disputed</h3>"))
        #expect(top.contains("“MatX is a Chinese company.”: corrected since."))
        #expect(top.components(separatedBy: "takes its place").count == 2, "the headline is not told again as new")
    }

    @Test("an edition that stands as it stood says so, and a first one says nothing") func quiet() throws {
        #expect(try fragment { _ in Delta(since: since, changes: [:], withdrawn: [], leftOut: 0) }.contains("Every statement stands as it stood."))
        let first = try SampleBrief.make()
        var html = HTMLWriter()
        EditionFragment(try #require(PublishedEdition(json: render(first, as: .json))), marking: nil).write(hasTitle: true, to: &html)
        #expect(!String(decoding: html.bytes, as: UTF8.self).contains("What changed"))
    }
}
