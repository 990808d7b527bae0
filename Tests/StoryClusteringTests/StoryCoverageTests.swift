import BriefModel
import StoryClustering
import Testing

@Suite("Who told of a story on which day")
struct StoryCoverageTests {
    /// 1 March 2026.
    static let asOf = CalendarDay(daysSince1970: 20_513)
    /// Two of one owner, and three others.
    static let outlets = ["north": "house", "south": "house", "wire": nil, "daily": nil, "blog": nil].reduce(into: [OutletID: Outlet]()) {
        $0[OutletID($1.key)] = Outlet(id: OutletID($1.key), name: $1.key, ownerGroup: $1.value)
    }

    /// A story told of by outlets on days before the first of March: `[(3, ["wire"])]`.
    struct Telling {
        let story: String
        let reports: [(daysBefore: Int, outlets: [String])]
    }

    static func coverage(_ tellings: [Telling], copies: Set<String> = [], days: Int = 7) -> [Coverage] {
        var articles: [ArticleID: Article] = [:]
        let stories = tellings.map { telling in
            var ids: [ArticleID] = []
            for (before, names) in telling.reports {
                for name in names {
                    let id = ArticleID("\(telling.story)-\(before)-\(name)")
                    let moment = Timestamp(day: asOf.adding(days: -before))
                    articles[id] = Article(
                        id: id, address: id.rawValue, outlet: OutletID(name), title: telling.story, published: moment, fetched: moment,
                        language: "en",
                        body: [(kind: .paragraph, text: "It went on.")])
                    ids.append(id)
                }
            }
            return Story(id: StoryID(telling.story), title: telling.story, articles: ids, updates: [], keyTerms: [])
        }
        let reprints = copies.map { ReprintGroup(origin: ArticleID("elsewhere"), copies: [ArticleID($0)]) }
        return StoryCoverage(asOf: asOf, days: days).coverage(of: stories, articles: articles, outlets: outlets, reprints: reprints)
    }

    /// Others go on all the time: one report every other day by one outlet, for two months.
    static let background = Telling(story: "background", reports: stride(from: 0, to: 60, by: 2).map { ($0, ["blog"]) })

    @Test("A day's outlets count once an owner, and reprints not at all")
    func independent() throws {
        let found = Self.coverage(
            [Telling(story: "strike", reports: [(20, ["north", "south", "wire"]), (12, ["daily", "wire"])])], copies: ["strike-12-daily"])
        let strike = try #require(found.first)
        #expect(strike.days.map { $0.outlets.map(\.rawValue) } == [["north", "wire"], ["wire"]])
        #expect(strike.outlets == 2)
    }

    @Test("A story that many tell of at once rises, and says from what to what")
    func rises() throws {
        let strike = Telling(
            story: "strike", reports: [(40, ["wire"]), (25, ["wire"]), (4, ["wire", "daily"]), (3, ["north", "wire"]), (1, ["daily"])])
        let found = Self.coverage([Self.background, strike])
        #expect(found.first?.story == StoryID("strike"))
        guard case .rising(let count, let expected) = try #require(found.first).trend else { return #expect(Bool(false), "it does not rise") }
        #expect(count == 5)
        // Two reports in the days in which the others had seventeen; four of theirs since.
        #expect(abs(expected - 2.0 / 17 * 4) < 1e-9)
        #expect(found.last?.trend == .steady)
    }

    @Test("One outlet that writes often makes no rise")
    func oneOutlet() {
        let strike = Telling(story: "strike", reports: [(40, ["wire"]), (5, ["wire"]), (4, ["wire"]), (3, ["wire"]), (2, ["wire"]), (1, ["wire"])])
        #expect(Self.coverage([Self.background, strike]).allSatisfy { $0.trend == .steady })
    }

    @Test("A story first told of within the days is new")
    func new() {
        let found = Self.coverage([
            Self.background, Telling(story: "quake", reports: [(6, ["wire"])]), Telling(story: "fire", reports: [(7, ["wire"])]),
        ])
        #expect(found.map(\.trend) == [.new, .steady, .steady])
    }

    @Test("A story nobody tells of any more is quiet, but only while others are told of")
    func quiet() throws {
        let strike = Telling(story: "strike", reports: (40..<50).map { ($0, ["wire", "daily"]) })
        let found = Self.coverage([Self.background, strike])
        guard case .quiet(let since, let expected) = try #require(found.last).trend else { return #expect(Bool(false), "it is not quiet") }
        #expect(since == Self.asOf.adding(days: -40))
        // Twenty reports in the four weeks to that day, in which the others had ten; they have had twenty since.
        #expect(abs(expected - 20.0 / 10 * 20) < 1e-9)

        let paused = Telling(story: "background", reports: stride(from: 40, to: 60, by: 2).map { ($0, ["blog"]) })
        #expect(Self.coverage([paused, strike]).allSatisfy { $0.trend == .steady })
    }

    @Test("An article dated after the day looked at counts for that day")
    func future() {
        #expect(Self.coverage([Telling(story: "strike", reports: [(-400, ["wire"])])]).first?.days.map(\.day) == [Self.asOf])
    }

    @Test("No story, a story without articles")
    func empty() {
        #expect(Self.coverage([]).isEmpty)
        #expect(Self.coverage([Telling(story: "nothing", reports: [])]).map(\.trend) == [.steady])
    }
}
