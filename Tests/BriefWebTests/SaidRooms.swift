import Access
import BriefModel
import BriefRendering
import Storage
import Testing

@testable import BriefWeb

extension SaidPagesTests {
    /// One story, and one person or body.
    static func roomPages() throws -> [(String, [UInt8])] {
        let studied = try SampleSite.studied(), topic = (title: "Chips", link: Link.site())
        let account = try #require(studied.stories.first), person = try #require(studied.profiles.first)
        let frame = PageFrame.site(current: .stories, notice: nil)
        let four: [ArticleID] = ["wire-1", "wire-1", "wire-1", "wire-1"]
        let rulings: [StoryRuling] = [.together(four), .apart(["wire-1"], from: four), .titled("wire-1", "Chips"), .pinned("wire-1")]
        let decided = StoryAccount(
            story: account.story, theme: nil, timeline: TopicTimeline(topic: "Chips", asOf: SampleSite.day, lanes: [], leftOut: 0),
            pieces: account.pieces.map {
                .init(article: $0.article, title: $0.title, outlet: $0.outlet, day: $0.day, language: "de", reprintedBy: [])
            }, differences: Array(repeating: try #require(account.differences.first), count: 13), coverage: nil,
            decisions: rulings.enumerated().map { StoryDecision(number: $0, topic: "chips", made: Timestamp(day: SampleSite.day), ruling: $1) })
        let body = Profile(
            key: "bureau", name: "Chips", kind: .organisation, aliases: [], roles: [],
            days: [.init(day: SampleSite.day, articles: 2), .init(day: SampleSite.day.adding(days: 90), articles: 1)], outlets: 2, sayings: [],
            sayingCount: 0, mentions: [], company: [], ties: [])
        let never = Profile(
            key: "bureau", name: "Chips", kind: .organisation, aliases: [], roles: [], days: [], outlets: 2, sayings: person.sayings,
            sayingCount: 7, mentions: [], company: [], ties: [])
        return [
            ("story", StoryPage(account, trends: studied.trends, topic: topic, frame: frame).document()),
            ("story of which much was decided", StoryPage(decided, trends: nil, topic: topic, frame: frame).document()),
            ("person", ProfilePage(person, topic: topic, others: [topic, topic], frame: frame).document()),
            ("body", ProfilePage(body, topic: topic, others: [], frame: frame).document()),
            ("person of a name that no article gives", ProfilePage(never, topic: topic, others: [], frame: frame).document()),
        ]
    }

    /// Signing in, accounts, users, and what they did.
    static func accessPages() throws -> [(String, [UInt8])] {
        let now = Timestamp(day: SampleSite.day), ann = try #require(UserName("ann"))
        func user(_ role: Role) -> UserAccount { UserAccount(name: ann, role: role, password: "", added: now) }
        func token(_ scopes: Set<TokenScope>, ends: Int64, used: Timestamp? = nil) -> StoredToken {
            StoredToken(
                id: "7", key: [], user: ann, label: "Chips", scopes: scopes, made: now,
                ends: Timestamp(secondsSince1970: now.secondsSince1970 + ends), used: used)
        }
        let tokens = [token(Set(TokenScope.allCases), ends: 90), token([.read], ends: -90, used: now)]
        let events = AccessEvent.Kind.allCases.enumerated().map { number, kind in
            NotedEvent(
                number: number,
                event: AccessEvent(
                    moment: now, kind: kind, user: number == 0 ? nil : ann, address: number < 2 ? nil : "::1",
                    subject: kind == .signedOut ? "everywhere else" : "Chips"))
        }
        let unknown = NotedEvent(number: 99, event: AccessEvent(moment: now, kind: .signedOut, address: "::1"))
        let refusals: [AccessRefusal] = [
            .wrong, .wait(seconds: 2), .wait(seconds: 200), .busy, .badName("Chips"), .nameTaken(ann), .noSuchUser(ann), .firstIsAdmin,
            .lastAdmin(ann), .password(.tooShort), .password(.tooLong), .password(.isName), .password(.tooPlain), .badLabel, .noScope, .badDays,
            .tooManyTokens, .noSuchToken,
        ]
        let done: [Phrase] = SignInRoutes.done.values.sorted { $0.english < $1.english } + UserRoutes.done.values.sorted { $0.english < $1.english }
        return try [
            ("sign-in", SignInPage(next: .home, notice: nil).document()),
            ("sign-in without users", SignInPage(next: .home, hasUsers: false, notice: nil).document()),
            ("nobody signs in", NobodySignsInPage(notice: nil).document()),
            ("account", AccountPage(user: user(.admin), tokens: tokens, now: now, secret: "7", notice: nil).document()),
            ("account of an editor", AccountPage(user: user(.editor), tokens: [], now: now, notice: nil).document()),
            ("account of a reader", AccountPage(user: user(.reader), tokens: [], now: now, notice: nil).document()),
            ("form not sent", UnsentForm(path: "/topics/new", body: "title=Chips&label=7", isSignedIn: true, notice: nil).document()),
            ("form not sent, signed out", UnsentForm(path: "/topics/new", body: nil, isSignedIn: false, notice: nil).document()),
            ("users", UsersPage(users: Role.allCases.map(user), events: events + [unknown], notice: nil).document()),
            ("user", UserPage(user: user(.admin), tokens: tokens, now: now, notice: nil).document()),
            ("log", LogPage(events: events, next: 7, notice: nil).document()),
            ("log of nothing", LogPage(events: [], next: nil, notice: nil).document()),
        ]
            + refusals.map { ("refused: \($0)", SignInPage(next: .home, trouble: try $0.phrase, notice: nil).document()) }
            + done.map { ("done: \($0.english)", AccountPage(user: user(.reader), tokens: [], now: now, done: $0, notice: nil).document()) }
    }

    @Test("why something about users is not done, the page says as the library does")
    func refusedUsers() throws {
        let ann = try #require(UserName("ann"))
        let refusals: [AccessRefusal] = [
            .wrong, .wait(seconds: 1), .wait(seconds: 2), .wait(seconds: 200), .busy, .badName("A b"), .nameTaken(ann), .noSuchUser(ann),
            .firstIsAdmin,
            .lastAdmin(ann), .password(.tooShort), .password(.tooLong), .password(.isName), .password(.tooPlain), .badLabel, .noScope, .badDays,
            .tooManyTokens, .noSuchToken,
        ]
        for refusal in refusals { #expect(try refusal.phrase.english == refusal.description) }
        #expect(throws: StorageError.self) { try AccessRefusal.storage(.busy(path: "x")).phrase }
    }
}
