import BriefModel
import BriefRendering
import Foundation
import Hummingbird
import Storage
import Testing

@testable import BriefWeb

@Suite("Every page in every language") struct SaidPagesTests {
    /// The pages of the sample site, each as its reader gets it.
    static func pages() async throws -> [(name: String, page: String)] {
        let changes = try SampleSite.changes(), content = try SampleSite.content(changes: changes)
        let brief = try SampleSite.brief(changes: changes), home = try await content.home()
        let article = try #require(try await content.article("wire-1", nil))
        let (audit, sources) = try await content.audit("Customs held the chips back.")
        let now = Timestamp(day: SampleSite.day)
        let history = try #require(StatementHistory(of: 1, in: try await content.editions("chips")))
        let studied = try SampleSite.studied(), names = [studied.name, TopicName(slug: "ore", title: "Chips")]
        let claims = try await content.rooms?.claims(article) ?? []
        let troubles: [SiteTrouble] = [
            .noSuchBrief, .noSuchArticle, .noSuchPage, .badAddress, .notAForm, .emptyText, .tooLong, .otherOrigin, .otherHost, .methodNotAllowed,
            .signInNeeded, .notAllowed, .noSuchTopic, .noSuchRound, .tooManyWatch, .noSuchStory, .noSuchPerson, .tooMany(seconds: 5),
        ]
        let pages: [(String, [UInt8])] = [
            ("home", HomePage(home: home, isDesk: false, isTold: false, hasSettings: false, notice: content.notice).document()),
            (
                "home without topics",
                HomePage(home: SiteHome(topics: [], sources: home.sources), isDesk: false, isTold: false, hasSettings: false, notice: nil).document()
            ),
            ("home of the desk", HomePage(home: home, isDesk: true, isTold: true, hasSettings: true, notice: nil).document()),
            (
                "home of the desk without topics",
                HomePage(home: SiteHome(topics: [], sources: home.sources), isDesk: true, isTold: false, hasSettings: false, notice: nil).document()
            ),
            ("search", try await search("", content)), ("found", try await search("q=chips", content)),
            ("not found", try await search("q=7", content)),
            ("no question", SearchPage(request: SearchRequest(query: "q=%22"), outcome: .refused(.openQuotation), notice: nil).document()),
            ("quotations", SaidPage(search: SaidSearch(request: SearchRequest(query: "kind=quotes"), topics: [studied]), notice: nil).document()),
            ("figures", SaidPage(search: SaidSearch(request: SearchRequest(query: "kind=figures"), topics: [studied]), notice: nil).document()),
            (
                "no quotation",
                SaidPage(search: SaidSearch(request: SearchRequest(query: "kind=quotes&q=7"), topics: [studied]), notice: nil).document()
            ),
            ("no topic to search", SaidPage(search: SaidSearch(request: SearchRequest(query: "kind=quotes"), topics: []), notice: nil).document()),
            ("stories", StoriesPage(request: StoriesRequest(query: "topic=chips"), names: names, topics: [studied], notice: nil).document()),
            ("no story left", StoriesPage(request: StoriesRequest(query: "theme=7"), names: names, topics: [studied], notice: nil).document()),
            ("no stories", StoriesPage(request: StoriesRequest(query: ""), names: [], topics: [], notice: nil).document()),
            ("people", PeoplePage(request: PeopleRequest(query: ""), names: names, topics: [studied], notice: nil).document()),
            ("nobody left", PeoplePage(request: PeopleRequest(query: "name=7"), names: names, topics: [studied], notice: nil).document()),
            ("no people", PeoplePage(request: PeopleRequest(query: ""), names: [], topics: [], notice: nil).document()),
            ("editions", EditionsPage(title: "Chips", editions: try await content.editions("chips"), notice: nil).document()),
            ("audit form", AuditForm(notice: nil).document()),
            ("audit form with files", AuditForm(trouble: .init(SiteTrouble.emptyText.advice), takesFiles: true, notice: nil).document()),
            ("waiting", AuditWaitPage(round: "1", done: 1, total: 2, isTold: true, notice: nil).document()),
            ("sources", SourceHealthPage(states: LanguageTests.states(now), now: now, notice: nil).document()),
            ("article", ArticlePage(stored: article, passage: 20..<30, claims: nil, notice: nil).document()),
            ("article with claims", ArticlePage(stored: article, passage: nil, claims: claims, notice: nil).document()),
            ("article without claims", ArticlePage(stored: article, passage: nil, claims: [], notice: nil).document()),
            ("versions", VersionsPage(earlier: article, later: article, notice: nil).document()),
            ("brief", page(brief, in: .site(current: .topics, notice: nil, changesOf: "chips"))),
            ("statement over the editions", StatementHistoryPage(history: history, topic: "chips", number: 1, notice: nil).document()),
            ("changes", page(changes, in: .site(current: .topics, notice: nil))),
            ("brief sources", sourcesPage(brief, in: .site(current: .topics, notice: nil))),
            ("audit", page(audit, sources: sources, in: .site(current: .audit, notice: nil))),
        ]
        return
            (try pages + Self.roomPages() + Self.accessPages() + Self.deskPages()
            + troubles.map { ("trouble \($0)", TroublePage(status: $0.status.code, title: $0.title, advice: $0.advice, notice: nil).document()) })
            .map { ($0, String(decoding: $1, as: UTF8.self)) }
    }

    private static func search(_ query: String, _ content: SiteContent) async throws -> [UInt8] {
        let request = SearchRequest(query: query)
        guard let finding = content.finding, !request.isBlank else { return SearchPage(request: request, outcome: .none, notice: nil).document() }
        return SearchPage(request: request, outcome: .found(try await SearchResults.found(by: request, in: finding)), notice: nil).document()
    }

    /// Names of the sample and the text that its reader had checked: nobody's to translate.
    private static let names = [
        "Big Picture", "Wire &amp; Co", "Chips &lt;held&gt; back", "Chips &amp; customs", "Chips", "Customs held the chips back.", "Customs", "ann",
        "Unreadable", "Two against one.", "https://7",
    ]

    @Test("nothing is said in English on a page in another language, but names and what says its own language") func unsaid() async throws {
        for language in [Language.german, .french, .spanish, .chinese] {
            let reader = Reader(words: Words(language).marking())
            for (name, page) in try await Reader.$current.withValue(reader, operation: Self.pages) {
                #expect(page.contains("<html lang=\"\(language.tag)\">"))
                #expect(page.firstMatch(of: /⟦\?[^⟧]*/)?.output == nil, "\(language), \(name): no entry in the catalogue")
                let unsaid = UnsaidWords(page: page).runs.map { run in Self.names.reduce(run) { $0.replacing($1, with: "") } }
                #expect(unsaid.filter { $0.contains(where: \.isLetter) } == [], "\(language), \(name)")
            }
        }
    }

    @Test("why a question is none, the page says as the library does", arguments: SearchQuestionError.allCases)
    func refusals(why: SearchQuestionError) {
        #expect(why.advice.english == why.description)
    }

    @Test("a label that nobody said is seen") func sharpness() {
        #expect(UnsaidWords(page: "<p>⟦Ja⟧ Sources <b aria-label=\"Close\">7</b></p><p lang=\"en\">Said</p>").runs == ["Sources", "Close"])
    }

    /// To write the fixture anew after a change that is meant: WRITE_FIXTURES=1 swift test --filter SaidPagesTests.
    @Test("English pages say, byte by byte, what they said before") func english() async throws {
        let fixture = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/english-pages.html")
        let pages = try await Self.pages().map { name, page in
            let main = page.firstRange(of: "<main").map { page[$0.lowerBound...] }.map {
                $0[..<($0.firstRange(of: "</main>")?.upperBound ?? $0.endIndex)]
            }
            return "<!-- \(name) -->\n\(main ?? "")\n"
        }
        let told = pages.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["WRITE_FIXTURES"] != nil { try Data(told.utf8).write(to: fixture) }
        let known = try String(contentsOf: fixture, encoding: .utf8)
        for (told, known) in zip(told.split(separator: "\n"), known.split(separator: "\n")) { #expect(told == known) }
        #expect(told == known)
    }

    @Test("what runs from right to left does not turn the line around it") func rightToLeft() async throws {
        let title = "חדשות <b>", outlet = Outlet(id: "w", name: "الجزيرة", kind: .wireAgency)
        var content = try SampleSite.content()
        content.finding = SearchContent(
            matches: { _, _ in
                let match = SearchMatch(article: "w-1", outlet: outlet.id, language: "he", dated: Timestamp(day: SampleSite.day))
                return SearchMatches(matches: [match], isCut: false, isRanked: true)
            }, excerpts: { _, _ in ["w-1": Excerpt(title: title, parts: [.init("שלום, 7 chips (ok)")])] },
            nearest: { _, _ in NearestArticles(matches: [], known: 0, isComplete: true) }, paragraphs: { _, _ in [:] },
            outlets: { [outlet.id: outlet] })
        let page = String(decoding: try await Self.search("q=שלום", content), as: UTF8.self)
        #expect(page.contains("1 article with “<bdi>שלום</bdi>”"))
        #expect(page.contains("<h3 lang=\"he\" dir=\"auto\">") && page.contains("<p class=\"hit\" lang=\"he\" dir=\"auto\">"))
        #expect(page.contains("<bdi>الجزيرة</bdi>, wire agency, in Hebrew, <time"))
    }
}
