import BriefEngine
import BriefModel
import BriefRendering
import EvidenceBundle
import Testing

/// A brief of two statements on two short articles.
enum SmallBundle {
    static let key = SigningKey()
    static let sentences = [
        "Averland signed the Tern accord on 4 February.", "The port of Tern handled 34 ships in January, the harbour office said.",
    ]

    static let articles: [Article] = zip(["wire-1", "post-1"], sentences).enumerated().map { place, item in
        Article(
            id: ArticleID(item.0), version: place + 1, address: "https://\(item.0).example/tern", outlet: OutletID("outlet-\(place)"),
            title: "News from Tern, part \(place + 1)", published: Timestamp(day: day, hour: 9), fetched: Timestamp(day: day, hour: 12),
            language: "en",
            body: [(.paragraph, item.1), (.paragraph, "Nobody else was there.")])
    }

    static let day = CalendarDay(daysSince1970: 20_489)
    static let outlets = [
        Outlet(id: "outlet-0", name: "The Wire", kind: .wireAgency), Outlet(id: "outlet-1", name: "The Post"), Outlet(id: "z", name: "Z"),
    ]

    static func statement(_ place: Int) throws -> Statement {
        let article = articles[place]
        let passage = try #require(Passage(of: article, range: article.blocks[1].range))
        return Statement(
            id: StatementID("s\(place)"), text: sentences[place],
            citations: [Citation(passage: passage, marked: nil, outlet: article.outlet, day: day, language: "en")],
            corroboration: Corroboration(outlets: [article.outlet], origins: []))
    }

    static func brief() throws -> Brief {
        let statements = [try statement(0), try statement(1)]
        let draft = Draft(
            title: "Tern", topic: "Tern", headline: statements[0], deck: [],
            sections: [Section(kind: .theme, title: "The port", blocks: [Block(statements: statements)])])
        let findings = statements.map { ($0.id, Finding(text: $0.text, verdict: .supported, reasons: [.ok], note: "", evidence: [])) }
        let sources = articles.enumerated().map { place, article in
            BriefSource(
                number: place + 1, article: article.id, outlet: outlets[place], title: article.title, address: article.address, day: day,
                language: "en", reprintedBy: [])
        }
        return try Brief(
            admitting: draft, report: VerificationReport(findings: Dictionary(uniqueKeysWithValues: findings)),
            asOf: Timestamp(day: day, hour: 23), sources: sources, unread: [],
            counts: BriefCounts(articlesRead: 2, articlesOnTopic: 2, reprintsFolded: 0, outlets: 2, stories: 1, statementsDropped: 0),
            outlets: outlets)
    }

    /// - Parameters:
    ///   - change: made in the published JSON, as somebody might who then signs it.
    ///   - articles: what is packed.
    static func bundle(changing change: (old: String, new: String)? = nil, articles: [Article] = articles) throws -> EvidenceBundle {
        var text = String(decoding: render(try brief(), as: .json), as: UTF8.self)
        if let change {
            #expect(text.contains(change.old), "else this test would show nothing")
            text = text.replacing(change.old, with: change.new)
        }
        let json = Array(text.utf8)
        return try EvidenceBundle(
            try #require(PublishedBrief(json: json)), json: json, articles: articles, outlets: outlets,
            software: SoftwareRecord(version: "1", encoder: "e", encoderHash: "00"))
    }
}
