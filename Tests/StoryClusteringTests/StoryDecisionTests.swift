import BriefModel
import Inference
import StoryClustering
import Testing

/// A user's word on stories, and what comes of it when articles keep coming.
@Suite("What a user decides on stories")
struct StoryDecisionTests {
    private static let bridge = [
        article(
            "bridge-1", title: "Tern bridge closed after crack found",
            "Engineers closed the Tern bridge on Monday after a crack was found in a pier.", outlet: "a", day: 20_500),
        article(
            "bridge-2", title: "Crack shuts Tern bridge", "The Tern bridge stays closed while engineers examine the crack in its pier.", outlet: "b",
            day: 20_501),
        article(
            "bridge-3", title: "Tern bridge crack widens", "Engineers said the crack in the pier of the Tern bridge had widened.", outlet: "c",
            day: 20_502),
    ]
    private static let budget = [
        article(
            "vote-1", title: "Parliament passes budget", "Parliament in Averland passed the budget by twelve votes after a long night.", outlet: "a",
            day: 20_501),
        article(
            "vote-2", title: "Averland budget passed", "The budget of Averland passed parliament by twelve votes on Tuesday night.", outlet: "b",
            day: 20_502),
    ]
    private static let all = bridge + budget

    private func stories(
        _ articles: [AnalyzedArticle], _ rulings: [StoryRuling], _ configuration: ClusteringConfiguration = .standard, reprints: [ReprintGroup] = []
    ) throws -> [Story] {
        var clusterer = StoryClusterer(encoder: HashingEncoder(), configuration: configuration)
        for article in articles.sorted(by: { ($0.article.day, $0.article.id) < ($1.article.day, $1.article.id) }) { _ = try clusterer.place(article) }
        let decisions = rulings.enumerated().map {
            StoryDecision(number: $0.offset + 1, topic: "t", made: Timestamp(secondsSince1970: Int64($0.offset)), ruling: $0.element)
        }
        return clusterer.stories(reprints: reprints, decisions: decisions)
    }

    /// Joining from single articles, and from the strands of a large library.
    private static let ways: [ClusteringConfiguration] = [
        .standard,
        {
            var large = ClusteringConfiguration(); large.mostSingles = 0; return large
        }(),
    ]

    private func groups(_ stories: [Story]) -> Set<Set<ArticleID>> { Set(stories.map { Set($0.articles) }) }

    @Test("without a word from the user there are two stories", arguments: ways) func untouched(_ way: ClusteringConfiguration) throws {
        #expect(groups(try stories(Self.all, [], way)) == [["bridge-1", "bridge-2", "bridge-3"], ["vote-1", "vote-2"]])
    }

    @Test("stories that a user merged are one, and what comes later on either joins it", arguments: ways)
    func merged(_ way: ClusteringConfiguration) throws {
        let ruling = StoryRuling.together(["bridge-1", "bridge-2", "vote-1"])
        #expect(try stories(Self.all, [ruling], way).map(\.articles.count) == [5])
        let later = [
            article(
                "bridge-9", title: "Tern bridge crack: pier to be rebuilt", "The cracked pier of the Tern bridge will be rebuilt, engineers said.",
                outlet: "d", day: 20_510),
            article(
                "vote-9", title: "Averland budget vote stands", "The budget that parliament in Averland passed by twelve votes stands.",
                outlet: "d", day: 20_510),
        ]
        #expect(try stories(Self.all + later, [ruling], way).map(\.articles.count) == [7])
    }

    @Test("a story that a user split stays split, and what comes later goes to the side it is more like", arguments: ways)
    func split(_ way: ClusteringConfiguration) throws {
        let ruling = StoryRuling.apart(["bridge-3"], from: ["bridge-1", "bridge-2"])
        #expect(groups(try stories(Self.all, [ruling], way)) == [["bridge-1", "bridge-2"], ["bridge-3"], ["vote-1", "vote-2"]])
        let later = article(
            "bridge-9", title: "Tern bridge crack widens again", "Engineers said the crack in the pier had widened again.", outlet: "d", day: 20_510)
        let side = try stories(Self.all + [later], [ruling], way).first { $0.articles.contains("bridge-9") }
        #expect(side?.articles.contains("bridge-3") == true)
    }

    @Test("of two decisions that cannot both be obeyed the later counts", arguments: ways) func contradiction(_ way: ClusteringConfiguration) throws {
        let apart = StoryRuling.apart(["bridge-1"], from: ["bridge-2", "bridge-3"])
        let together = StoryRuling.together(["bridge-1", "bridge-2", "bridge-3"])
        #expect(groups(try stories(Self.bridge, [apart, together], way)) == [["bridge-1", "bridge-2", "bridge-3"]])
        #expect(groups(try stories(Self.bridge, [together, apart], way)).contains(["bridge-1"]))
    }

    @Test("no roundabout way puts together what a user parted") func roundabout() throws {
        let rulings: [StoryRuling] = [
            .apart(["bridge-1"], from: ["vote-1"]), .together(["bridge-1", "bridge-2"]), .together(["vote-1", "vote-2"]),
            .together(["bridge-3", "bridge-2"]),
        ]
        for way in Self.ways {
            #expect(groups(try stories(Self.all, rulings, way)) == [["bridge-1", "bridge-2", "bridge-3"], ["vote-1", "vote-2"]])
        }
        let last = try stories(Self.all, rulings + [.apart(["bridge-3"], from: ["bridge-1"])])
        #expect(last.first { $0.articles.contains("bridge-1") }?.articles.contains("bridge-3") == false)
    }

    @Test("a title is kept while the story grows at either end, and the later title counts") func renamed() throws {
        let older = article(
            "bridge-0", title: "Crack feared in Tern bridge", "Engineers feared a crack in the pier of the Tern bridge.", outlet: "e", day: 20_490)
        let found = try stories(Self.all + [older], [.titled("bridge-1", "The bridge"), .titled("bridge-2", "Tern bridge")])
        let story = found.first { $0.articles.contains("bridge-1") }
        #expect(story?.title == "Tern bridge" && story?.id == "bridge-0")
    }

    @Test("a pinned story is marked; others are not") func pinned() throws {
        #expect(try stories(Self.all, [.pinned("vote-2")]).map(\.isPinned) == [false, true])
    }

    @Test("a copy is spoken of as its origin") func copies() throws {
        let copy = article("copy", title: "Elsewhere", "A text of its own that shares nothing.", outlet: "e", day: 20_503)
        let group = ReprintGroup(origin: "bridge-1", copies: ["copy"])
        let found = try stories(Self.all + [copy], [.together(["copy", "vote-1"])], reprints: [group])
        #expect(found.map(\.articles.count) == [6])
    }

    @Test("what speaks of articles that are not there changes nothing") func unknown() throws {
        let rulings: [StoryRuling] = [
            .together(["gone", "bridge-1"]), .apart(["gone"], from: ["bridge-1"]), .titled("gone", "x"), .pinned("gone"), .together([]),
            .apart([], from: []),
        ]
        let untouched = try stories(Self.all, [])
        #expect(try stories(Self.all, rulings) == untouched)
    }

    @Test("a strand of ten thousand alike articles is parted without comparing all with all", .timeLimit(.minutes(10))) func large() throws {
        let crowd = (0..<10_000).map { article("a\($0)", title: "Tern bridge closed", "", outlet: "o\($0 % 7)", day: 20_500) }
        let found = try stories(crowd, [.apart(["a0"], from: ["a1"])])
        #expect(found.count == 2 && found.flatMap(\.articles).count == 10_000)
    }
}
