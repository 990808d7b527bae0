import BriefModel
import Foundation
import MailSending
import Testing

@testable import BriefRendering

/// Every form opened by a reader that is not ours.
@Suite("Exports, as others read them", .enabled(if: Peers.areInstalled, Peers.reason)) struct ExportPeerTests {
    private let brief: Brief
    private let references: References

    init() throws {
        brief = try SampleBrief.make()
        references = References(brief)
    }

    @Test("python-docx finds headings, statements, notes, links, lists, the marking on every page and the properties") func word() throws {
        let told = try Peers.ask(
            """
            import docx, html, re
            d = docx.Document(path)
            notes = d.part.part_related_by("http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
            xml = notes.blob.decode("utf8")
            print(json.dumps({
              "styles": [p.style.name for p in d.paragraphs], "headings": [p.text for p in d.paragraphs if p.style.name.startswith("Heading")],
              "text": "\\n".join(p.text for p in d.paragraphs), "notes": xml.count("<w:footnote "), "note_text": html.unescape(re.sub("<[^>]+>", "", xml)),
              "links": [r.target_ref for r in d.part.rels.values() if r.is_external],
              "note_links": [r.target_ref for r in notes.rels.values() if r.is_external],
              "head": d.sections[0].header.paragraphs[0].text, "foot": d.sections[0].footer.paragraphs[0].text,
              "title": d.core_properties.title, "keywords": d.core_properties.keywords, "created": d.core_properties.created.isoformat(),
              "author": d.core_properties.author}))
            """, about: wordDocument(brief, marking: .amberStrict, notice: "All outlets are invented."), suffix: "docx")
        #expect((told["headings"] as? [String])?.contains("Chips: licences, no deliveries") == true)
        let text = try #require(told["text"] as? String), notes = try #require(told["note_text"] as? String)
        for statement in references.statements {
            #expect(text.contains(statement.text))
            for citation in statement.citations { #expect(notes.contains(citation.passage.exact)) }
        }
        // Two of the notes are the lines that the format wants above notes.
        #expect(told["notes"] as? Int == references.statements.count + 2)
        #expect((told["links"] as? [String])?.filter { !$0.contains("#") } == brief.sources.map(\.address))
        #expect((told["note_links"] as? [String])?.first?.contains("#:~:text=") == true)
        let styles = Set(try #require(told["styles"] as? [String]))
        #expect(styles.isSuperset(of: ["Title", "Subtitle", "Heading 1", "Heading 2", "List Bullet", "List Number", "Quote", "Normal"]))
        for part in ["head", "foot"] { #expect((told[part] as? String)?.hasSuffix("TLP:AMBER+STRICT") == true) }
        #expect(told["title"] as? String == brief.draft.headline.text && told["author"] as? String == "Big Picture")
        #expect(told["keywords"] as? String == "TLP:AMBER+STRICT" && (told["created"] as? String)?.hasPrefix("2026-03-01T23:59:59") == true)
    }

    @Test("stix2 accepts the bundle: a report of notes with their passages, opinions, identities, and the marking that is everybody's") func stix()
        throws
    {
        let told = try Peers.ask(
            """
            import stix2, collections
            b = stix2.parse(open(path, encoding="utf8").read(), allow_custom=False)
            ids = {o["id"] for o in b.objects}
            report = next(o for o in b.objects if o["type"] == "report")
            notes = [o for o in b.objects if o["type"] == "note"]
            opinions = [o for o in b.objects if o["type"] == "opinion"]
            print(json.dumps({
              "kinds": collections.Counter(o["type"] for o in b.objects), "name": report["name"], "published": str(report["published"]),
              "dangling": [r for o in b.objects for r in o.get("object_refs", []) + o.get("object_marking_refs", []) if r not in ids],
              "content": [o["content"] for o in notes], "passages": [[r["description"] for r in o["external_references"]] for o in notes],
              "confidence": [o.get("confidence") for o in notes], "on": [[r.split("--")[0] for r in o["object_refs"]] for o in opinions],
              "opinion": sorted({o["opinion"] for o in opinions}),
              "markings": sorted({r for o in b.objects for r in o.get("object_marking_refs", [])})}))
            """, about: stixBundle(brief, marking: .amber), suffix: "json")
        let kinds = try #require(told["kinds"] as? [String: Int])
        #expect(kinds["report"] == 1 && kinds["note"] == references.statements.count && kinds["marking-definition"] == 1)
        #expect((kinds["opinion"] ?? 0) >= references.statements.reduce(0) { $0 + $1.dissent.count } && kinds["opinion"] ?? 0 > 0)
        #expect(told["content"] as? [String] == references.statements.map(\.text))
        #expect(told["passages"] as? [[String]] == references.statements.map { $0.citations.map(\.passage.exact) })
        #expect((told["confidence"] as? [Int])?.allSatisfy { [90, 70, 50, 30].contains($0) } == true)
        #expect((told["dangling"] as? [String]) == [] && told["opinion"] as? [String] == ["disagree"])
        #expect((told["on"] as? [[String]])?.allSatisfy { $0 == ["note"] } == true)
        #expect(told["markings"] as? [String] == ["marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"])
    }

    @Test("feedparser reads the Atom feed without complaint", arguments: [nil, TrafficLight.green]) func atom(marking: TrafficLight?) throws {
        let feed = EditionFeed(title: "Military AI & chips", slug: "military-ai", editions: try editions(), marking: marking)
        let told = try Peers.ask(
            """
            import feedparser
            f = feedparser.parse(path)
            print(json.dumps({"bozo": bool(f.bozo), "version": f.version, "title": f.feed.title, "updated": f.feed.updated,
              "ids": [e.id for e in f.entries], "titles": [e.title for e in f.entries], "summary": f.entries[0].summary,
              "content": f.entries[0].content[0].value, "tags": [t.term for e in f.entries for t in e.get("tags", [])]}))
            """, about: feed.document(as: .atom), suffix: "atom")
        #expect(told["bozo"] as? Bool == false && told["version"] as? String == "atom10")
        #expect(told["title"] as? String == "Military AI & chips" && told["updated"] as? String == "2026-03-08T23:59:59Z")
        #expect(Set(try #require(told["ids"] as? [String])).count == 2)
        #expect((told["titles"] as? [String])?.first == brief.draft.headline.text)
        #expect((told["summary"] as? String)?.hasPrefix(brief.draft.deck[0].text) == true)
        let content = try #require(told["content"] as? String)
        #expect(content.contains("Chips: licences, no deliveries") && content.contains("#:~:text="))
        #expect(told["tags"] as? [String] == (marking == nil ? [] : ["TLP:GREEN", "TLP:GREEN"]))
        #expect(content.contains("TLP:GREEN") == (marking == .green))
    }

    @Test("Python's mail reader finds subject, date, and both texts") func mail() throws {
        let told = try Peers.ask(
            """
            import email, email.policy
            m = email.message_from_binary_file(open(path, "rb"), policy=email.policy.default)
            parts = list(m.iter_parts())
            print(json.dumps({"subject": m["subject"], "date": m["date"].datetime.isoformat(), "to": m["to"], "from": m["from"], "id": m["message-id"],
              "type": m.get_content_type(), "parts": [p.get_content_type() for p in parts], "text": parts[0].get_content(),
              "html": parts[1].get_content(), "defects": [str(d) for p in [m] + parts for d in p.defects],
              "longest": max(len(l) for l in open(path, "rb").read().split(b"\\r\\n"))}))
            """,
            about: mailMessage(
                brief, envelope: try MailEnvelope(sender: "desk@example.org", recipients: ["a@example.org", "b@example.org"]), marking: .red),
            suffix: "eml")
        #expect(told["subject"] as? String == "[TLP:RED] " + brief.draft.headline.text)
        #expect(told["date"] as? String == "2026-03-01T23:59:59+00:00" && told["to"] as? String == "a@example.org, b@example.org")
        #expect(told["type"] as? String == "multipart/alternative" && told["parts"] as? [String] == ["text/plain", "text/html"])
        #expect((told["defects"] as? [String]) == [] && told["longest"] as? Int ?? 99 <= 78)
        let html = try #require(told["html"] as? String), text = try #require(told["text"] as? String)
        #expect(text.contains("TLP:RED") && html.contains("TLP:RED") && html.contains("<h2>Sources</h2>"))
        #expect(text.contains("临江科技观察"), "letters of every script survive the transfer")
    }

    @Test("bibtexparser reads every entry, and titles come back as they were") func bibTeX() throws {
        let told = try Peers.ask(
            """
            import bibtexparser
            if hasattr(bibtexparser, "parse_file"):
                library = bibtexparser.parse_file(path)
                entries = [dict(e.items(), ID=e.key) for e in library.entries]; failed = len(library.failed_blocks)
            else:
                entries = bibtexparser.load(open(path, encoding="utf8")).entries; failed = 0
            print(json.dumps({"entries": [{k: str(v) for k, v in e.items()} for e in entries], "failed": failed}))
            """, about: sourceCatalogue(of: brief, as: .bibTeX, marking: .clear), suffix: "bib")
        let entries = try #require(told["entries"] as? [[String: String]])
        #expect(told["failed"] as? Int == 0 && entries.count == brief.sources.count)
        for (entry, source) in zip(entries, brief.sources) {
            #expect(entry["url"] == source.address && entry["date"] == "\(source.day)")
            #expect(entry["title"]?.filter { !"{}\\".contains($0) } == source.title.filter { !"{}\\".contains($0) })
        }
        #expect(Set(entries.compactMap { $0["ID"] }).count == entries.count)
    }

    /// Two editions a week apart.
    private func editions() throws -> [EditionFeed.Kept] {
        let json = String(decoding: render(brief, as: .json), as: UTF8.self)
        return [1, 8].map { .init(asOf: Timestamp(day: SampleBrief.date(3, $0), hour: 23, minute: 59, second: 59), json: json) }
    }
}
