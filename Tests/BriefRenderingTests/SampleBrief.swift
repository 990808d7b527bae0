import BriefModel
import Foundation

/// A brief made by hand from the sample library: eleven statements on real passages, with a shared origin, dissent, foreign passages, a repeated
/// statement, a correction and sources that could not be read. Byte ranges are found in the articles' own text.
struct SampleBrief {
    private static let texts = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .appending(path: "Sources/SampleLibrary/Resources/sample-library/text")

    enum Trouble: Error { case noSuchWords(String, in: String) }

    static let outlets: [Outlet] = [
        Outlet(id: "northlight-wire", name: "Northlight Wire", kind: .wireAgency, country: "United States"),
        Outlet(id: "calder-tribune", name: "The Calder Tribune", kind: .nationalDaily),
        Outlet(id: "harbour-vale-post", name: "Harbour & Vale Post", kind: .nationalDaily),
        Outlet(id: "tern-valley-courier", name: "Tern Valley Courier", kind: .regional),
        Outlet(id: "lattice-ledger", name: "Lattice Ledger", kind: .tradePress),
        Outlet(id: "quillhaven-institute", name: "Quillhaven Institute", kind: .thinkTank),
        Outlet(id: "daily-klaxon", name: "The Daily Klaxon", kind: .tabloid),
        Outlet(id: "ostwind-rundschau", name: "Ostwind Rundschau", kind: .nationalDaily, language: "de"),
        Outlet(id: "fanal-du-nord", name: "Le Fanal du Nord", kind: .nationalDaily, language: "fr"),
        Outlet(id: "linjiang-keji", name: "临江科技观察", kind: .tradePress, language: "zh"),
    ]

    private static let outletByPrefix: [String: OutletID] = [
        "nw": "northlight-wire", "ct": "calder-tribune", "hv": "harbour-vale-post", "tv": "tern-valley-courier", "ll": "lattice-ledger",
        "qi": "quillhaven-institute", "dk": "daily-klaxon", "or": "ostwind-rundschau", "fn": "fanal-du-nord", "lj": "linjiang-keji",
    ]

    static func text(_ article: String) throws -> String {
        try String(contentsOf: texts.appending(path: article + ".txt"), encoding: .utf8)
    }

    static func outlet(_ article: String) -> OutletID { outletByPrefix[String(article.prefix(2))] ?? "unknown" }

    static func day(_ article: String) -> CalendarDay {
        let digits = Array(article).dropFirst(3).prefix(4).compactMap(\.wholeNumberValue)
        return CalendarDay(year: 2026, month: digits[0] * 10 + digits[1], day: digits[2] * 10 + digits[3]) ?? CalendarDay(daysSince1970: 0)
    }

    static func date(_ month: Int, _ day: Int) -> CalendarDay { CalendarDay(year: 2026, month: month, day: day) ?? CalendarDay(daysSince1970: 0) }

    static func language(_ article: String) -> String { ["or": "de", "fn": "fr", "lj": "zh"][String(article.prefix(2))] ?? "en" }

    static func passage(_ article: String, _ words: String) throws -> Passage {
        let text = try text(article)
        guard let found = text.range(of: words) else { throw Trouble.noSuchWords(words, in: article) }
        let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
        return Passage(article: ArticleID(article), version: 1, range: start..<start + words.utf8.count, exact: words)
    }

    static func citation(_ article: String, _ words: String, marked: String? = nil, reprintedBy: [OutletID] = []) throws -> Citation {
        let passage = try passage(article, words)
        var range: Range<Int>?
        if let marked {
            guard let found = words.range(of: marked) else { throw Trouble.noSuchWords(marked, in: words) }
            let start = words.utf8.distance(from: words.startIndex, to: found.lowerBound)
            range = start..<start + marked.utf8.count
        }
        return Citation(
            passage: passage, marked: range, outlet: outlet(article), day: day(article), reprintedBy: reprintedBy, language: language(article))
    }

    static func statement(_ id: StatementID, _ text: String, origins: [String] = [], _ citations: [Citation], dissent: [Dissent] = []) -> Statement {
        Statement(
            id: id, text: text, citations: citations,
            corroboration: Corroboration(outlets: Array(Set(citations.map(\.outlet))), origins: origins), dissent: dissent)
    }

    static func claim(_ article: String, _ words: String, value: Double? = nil, unit: String? = nil) throws -> Claim {
        Claim(
            id: ClaimID("claim-\(article)"), passage: try passage(article, words), claimant: outlet(article).rawValue, claimantIsAnonymous: false,
            modality: .stated, isAffirmed: true, names: [], quantities: value.map { [Quantity(range: 0..<1, value: $0, unit: unit)] } ?? [],
            dates: [],
            cues: [], story: nil)
    }

    static func source(_ number: Int, _ article: String, reprintedBy: [OutletID] = [], wishes: UsageWishes? = nil) throws -> BriefSource {
        let id = outlet(article)
        return BriefSource(
            number: number, article: ArticleID(article), outlet: outlets.first { $0.id == id } ?? Outlet(id: id, name: id.rawValue),
            title: String(try text(article).prefix { $0 != "\n" }), address: "https://\(id).example/2026/\(article)", day: day(article),
            language: language(article), reprintedBy: reprintedBy, wishes: wishes)
    }

    static func make(
        replacing change: (inout Draft) -> Void = { _ in }, timeline: TopicTimeline? = nil, trends: Trends? = nil,
        changes: Changes? = nil, delta: Delta? = nil, wording: ModelWording? = nil, wishes: UsageWishes? = nil
    ) throws -> Brief {
        var draft = try draft()
        change(&draft)
        let findings = draft.statements.map { ($0.id, Finding(text: $0.text, verdict: .supported, reasons: [.ok], note: "", evidence: [])) }
        let report = VerificationReport(findings: Dictionary(findings, uniquingKeysWith: { first, _ in first }))
        var cited: [String] = []
        for statement in draft.statements {
            for citation in statement.citations + statement.dissent.map(\.citation) where !cited.contains(citation.passage.article.rawValue) {
                cited.append(citation.passage.article.rawValue)
            }
        }
        for dispute in draft.disputes {
            for claim in [dispute.followed, dispute.notFollowed] where !cited.contains(claim.passage.article.rawValue) {
                cited.append(claim.passage.article.rawValue)
            }
        }
        let reprints: [String: [OutletID]] = [
            "nw-0227-label": ["calder-tribune", "harbour-vale-post", "tern-valley-courier"],
            "nw-0223-distil": ["calder-tribune", "tern-valley-courier", "zibbleclick"],
        ]
        let sources = try cited.enumerated().map { try source($0.offset + 1, $0.element, reprintedBy: reprints[$0.element] ?? [], wishes: wishes) }
        return try Brief(
            admitting: draft, report: report, asOf: Timestamp(day: date(3, 1), hour: 23, minute: 59, second: 59),
            sources: sources, unread: unread,
            counts: BriefCounts(articlesRead: 85, articlesOnTopic: 73, reprintsFolded: 12, outlets: 14, stories: 14, statementsDropped: 2),
            outlets: outlets + [Outlet(id: "zibbleclick", name: "Zibbleclick Now", kind: .contentFarm)], timeline: timeline, trends: trends,
            changes: changes, delta: delta, wording: wording)
    }

    private static let unread = [
        SourceFailure(
            address: "https://daily-klaxon.example/exclusive/0228-secret",
            reason: "Its robots.txt asks programs not to read this page; it was not requested",
            since: Timestamp(day: date(3, 1)), isRefusal: true),
        SourceFailure(
            address: "https://lattice-ledger.example/feed.json",
            reason: "The server answered 503 (service unavailable) three times; it is asked again next time",
            since: Timestamp(day: date(2, 27))),
    ]
}
