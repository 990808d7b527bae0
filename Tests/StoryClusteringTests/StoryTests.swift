import BriefModel
import Inference
import StoryClustering
import Testing
import TextAnalysis

@Suite("Stories")
struct StoryTests {
    private func stories(_ articles: [AnalyzedArticle], reprints: [ReprintGroup] = [], _ configuration: ClusteringConfiguration = .standard)
        throws -> [Story]
    {
        var clusterer = StoryClusterer(encoder: HashingEncoder(), configuration: configuration)
        for article in articles { _ = try clusterer.place(article) }
        return clusterer.stories(reprints: reprints)
    }

    @Test("the sample library's stories are found, and the threshold stands on a plateau", arguments: [0.145, 0.15, 0.155] as [Float])
    func sampleStories(threshold: Float) throws {
        let gold = Dictionary(uniqueKeysWithValues: try SampleShelf.gold().compactMap { item in item.story.map { (item.id, $0) } })
        let offTopic = Set(try SampleShelf.gold().filter { !$0.on_topic }.map(\.id))
        let relevance = try TopicRelevance(topic: Topic(title: "", sources: []), articles: SampleShelf.articles())
        let articles = try SampleShelf.articles().filter { relevance.judgement(of: $0).isOnTopic && !offTopic.contains($0.article.id.rawValue) }
        var configuration = ClusteringConfiguration.standard
        configuration.mergeThreshold = threshold
        let found = try stories(articles, reprints: try SampleShelf.reprints(), configuration)
        #expect(bCubed(found.map { $0.articles.map(\.rawValue) }, gold: gold) >= 0.92)
    }

    @Test("placing again, or in another run, gives the same stories")
    func deterministic() throws {
        let articles = try SampleShelf.articles()
        let (once, twice) = (try stories(articles), try stories(articles + articles))
        #expect(once == twice)
    }

    @Test("which articles stand together does not hang on identifiers, nor on the order within a day")
    func namesDoNotMatter() throws {
        let articles = try SampleShelf.articles()
        let renamed = articles.enumerated().map { place, analyzed in
            let own = analyzed.article
            let body = own.blocks.filter { $0.kind != .title }.map {
                (kind: $0.kind, text: String(decoding: Array(own.text.utf8)[$0.range], as: UTF8.self))
            }
            return TextAnalyzer().analyze(
                Article(
                    id: ArticleID("x\((place * 7919) % 10_007)"), address: own.address, outlet: own.outlet, title: own.title,
                    published: own.published,
                    fetched: own.fetched, language: own.language, isCorrection: own.isCorrection, body: body))
        }.sorted { ($0.article.day, $0.article.id) < ($1.article.day, $1.article.id) }
        let addressOf = Dictionary(uniqueKeysWithValues: renamed.map { ($0.article.id, $0.article.address) })
        let asNamed = Set(try stories(articles).map { Set($0.articles.map(\.rawValue)) })
        let asRenamed = Set(try stories(renamed).map { Set($0.articles.compactMap { addressOf[$0] }) })
        #expect(asRenamed == asNamed)
    }

    @Test("an article placed twice keeps its first place")
    func placedTwice() throws {
        var clusterer = StoryClusterer(encoder: HashingEncoder())
        let first = try clusterer.place(article("a", "The bridge in Lower Tern was closed on Monday."))
        let again = try clusterer.place(article("a", "Something else entirely."))
        #expect(again == first)
    }

    private static let bridge = [
        article(
            "bridge-1", title: "Tern bridge closed after crack found",
            "Engineers closed the Tern bridge on Monday after a crack was found in a pier.", outlet: "a", day: 20_500),
        article(
            "bridge-2", title: "Crack shuts Tern bridge", "The Tern bridge stays closed while engineers examine the crack in its pier.", outlet: "b",
            day: 20_501),
        article(
            "vote", title: "Parliament passes budget", "Parliament in Averland passed the budget by twelve votes after a long night.", outlet: "a",
            day: 20_501),
    ]

    @Test("one development, one story; another, another")
    func simple() throws {
        let found = try stories(Self.bridge)
        #expect(found.map(\.articles) == [["bridge-1", "bridge-2"], ["vote"]])
    }

    @Test("a story carries the headline of its most central article, without a label")
    func title() throws {
        let correction = article(
            "bridge-3", title: "CORRECTION: Tern bridge closed, crack in pier", "The Tern bridge was closed on Monday.", outlet: "c", day: 20_502)
        let shout = article(
            "bridge-4", title: "BRIDGE HORROR! Tern bridge crack", "The Tern bridge crack in the pier closed the bridge.", outlet: "d", day: 20_502)
        for found in [try stories(Self.bridge + [correction, shout]), try stories([correction])] {
            #expect(found.allSatisfy { !$0.title.contains("CORRECTION") && !$0.title.contains("HORROR") && !$0.title.isEmpty })
        }
    }

    @Test("copies stand with their origin and make no update")
    func copies() throws {
        let copy = article(
            "copy", title: "Elsewhere under another headline", "A text that shares nothing with its origin but the annotation.", outlet: "e",
            day: 20_503)
        let found = try stories(Self.bridge + [copy], reprints: [ReprintGroup(origin: "bridge-1", copies: ["copy"])])
        let story = found.first { $0.articles.contains("copy") }
        #expect(story?.articles.contains("bridge-1") == true)
        #expect(story?.updates.map(\.article) == ["bridge-1", "bridge-2"])
    }

    @Test("each update is dated by publication and quotes a sentence of its article")
    func updates() throws {
        for story in try stories(try SampleShelf.articles()) {
            #expect(story.updates.map(\.day) == story.updates.map(\.day).sorted())
            #expect(!story.updates.isEmpty && !story.keyTerms.isEmpty)
        }
        let lead = try stories(Self.bridge).first?.updates.first?.passage.exact
        #expect(lead == "Engineers closed the Tern bridge on Monday after a crack was found in a pier.")
    }

    @Test("a German report joins by names and figures")
    func otherLanguage() throws {
        let english = article(
            "en", title: "Norvik buys Halden Steel for 4,300 million", "Norvik said it would buy Halden Steel. Norvik employs 12,500 people.",
            outlet: "a")
        let german = article(
            "de", title: "Norvik kauft Halden Steel", "Der Konzern Norvik übernimmt Halden Steel. Norvik beschäftigt 12.500 Menschen.", outlet: "b",
            language: "de")
        let other = article("x", title: "Rain in the valley", "It will rain in the valley until Thursday, forecasters say.", outlet: "c")
        #expect(try stories([english, other, german]).map(\.articles).contains(["de", "en"]))
    }

    @Test("articles without a date, late articles and empty articles are handled")
    func oddArticles() throws {
        let undated = Self.bridge.map { article($0.article.id.rawValue, title: $0.article.title, $0.sentences.last?.text ?? "", isDated: false) }
        #expect(try stories(undated).flatMap(\.articles).count == 3)
        let (backwards, forwards) = (try stories(Array(Self.bridge.reversed())), try stories(Self.bridge))
        #expect(backwards.map(\.articles) == forwards.map(\.articles))
        #expect(try stories([]).isEmpty)
        #expect(try stories([article("void", "")]).map(\.articles) == [["void"]])
    }

    @Test("thousands of articles are told apart, and each stands in one story", .timeLimit(.minutes(5)))
    func manyArticles() throws {
        var clusterer = StoryClusterer(encoder: HashingEncoder(dimensions: 512))
        for number in 0..<2_000 {
            let story = number % 200
            _ = try clusterer.place(
                article(
                    "\(number)", title: "Town\(story) meets Firm\(story * 7)", "Plan\(story) plot\(story) clerk\(number) rail\(story) mine\(story).",
                    outlet: "o\(number % 9)", day: 20_000 + number / 50))
        }
        let found = clusterer.stories(reprints: [])
        #expect(found.flatMap(\.articles).count == 2_000)
        #expect((150...300).contains(found.count))
    }
}
