import BriefModel
import Inference
import StoryClustering
import Testing

/// Whatever comes is put somewhere: nothing is lost, nothing ends the run, and much of one kind takes no time out of proportion.
@Suite("Stories of bad input")
struct BadInputTests {
    private func told(_ articles: [AnalyzedArticle], decisions: [StoryDecision] = []) throws -> (stories: [Story], themes: [Theme]) {
        var clusterer = StoryClusterer(encoder: HashingEncoder())
        for article in articles { _ = try clusterer.place(article) }
        let stories = clusterer.stories(reprints: [], decisions: decisions)
        let byID = Dictionary(uniqueKeysWithValues: articles.map { ($0.article.id, $0) })
        return (stories, ThemeBuilder().themes(of: stories, articles: byID, topic: Topic(title: "", sources: [])))
    }

    @Test("bodies that are empty, one mark, one word, or a word of 100,000 letters have a place each") func empty() throws {
        let texts = ["", "?", "yes", String(repeating: "a", count: 100_000), "\u{0}\u{FFFD}", "   "]
        let (stories, themes) = try told(texts.enumerated().map { article("a\($0)", title: $0 % 2 == 0 ? "" : "Title", $1) })
        #expect(stories.flatMap(\.articles).count == texts.count)
        #expect(themes.flatMap(\.stories).count == stories.count)
    }

    @Test("days before machines counted and centuries ahead are days like others") func farDays() throws {
        let days = [-200_000, 0, 20_500, 2_000_000]
        let (stories, _) = try told(days.map { article("d\($0)", title: "Tern bridge closed", "The Tern bridge was closed.", day: $0) })
        #expect(stories.flatMap(\.articles).count == days.count)
    }

    @Test("scripts side by side, in one text and from right to left, are told apart by what they say") func scripts() throws {
        let texts = [
            "Tern bridge 桥梁 closed – جسر تيرن – мост Терн закрыт.", "جسر تيرن مغلق منذ يوم الاثنين.", "特恩桥周一关闭，工程师发现裂缝。",
            "Мост Терн закрыт с понедельника.",
            "สะพานเทิร์นปิดตั้งแต่วันจันทร์", "e\u{301}\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦 \u{202E}desrever",
        ]
        let (stories, themes) = try told(texts.enumerated().map { article("s\($0)", title: String($1.prefix(20)), $1, outlet: "o\($0)") })
        #expect(stories.flatMap(\.articles).sorted() == texts.indices.map { ArticleID("s\($0)") })
        #expect(themes.allSatisfy { !$0.title.isEmpty })
    }

    @Test("ten thousand copies of one text that nobody knew for copies are one story", .timeLimit(.minutes(3))) func copies() throws {
        let (stories, themes) = try told(
            (0..<10_000).map { article("c\($0)", title: "Tern bridge closed", "A crack was found.", outlet: "o\($0 % 50)", day: 20_500) })
        #expect(stories.map(\.articles.count) == [10_000] && themes.count == 1)
    }

    @Test("a story of thousands of unlike articles is told", .timeLimit(.minutes(3))) func vast() throws {
        let articles = (0..<3_000).map { article("v\($0)", title: "Rail\($0) mine\($0)", "Plan\($0) plot\($0) clerk\($0).", outlet: "o\($0 % 9)") }
        let ruling = StoryRuling.together(articles.map(\.article.id))
        let decision = StoryDecision(number: 1, topic: "t", made: Timestamp(secondsSince1970: 0), ruling: ruling)
        #expect(try told(articles, decisions: [decision]).stories.map(\.articles.count) == [3_000])
    }
}
