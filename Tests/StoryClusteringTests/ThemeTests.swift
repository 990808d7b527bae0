import BriefModel
import Inference
import StoryClustering
import Testing

@Suite("Themes")
struct ThemeTests {
    private func study() throws -> (stories: [Story], articles: [ArticleID: AnalyzedArticle], themes: [Theme]) {
        let topic = Topic(title: "", sources: [])
        let all = try SampleShelf.articles()
        let relevance = TopicRelevance(topic: topic, articles: all)
        let articles = all.filter { relevance.judgement(of: $0).isOnTopic }
        var clusterer = StoryClusterer(encoder: HashingEncoder())
        for article in articles { _ = try clusterer.place(article) }
        let stories = clusterer.stories(reprints: try SampleShelf.reprints())
        let byID = Dictionary(uniqueKeysWithValues: articles.map { ($0.article.id, $0) })
        return (stories, byID, ThemeBuilder().themes(of: stories, articles: byID, topic: topic))
    }

    @Test("the sample makes three to seven sections, each story in exactly one")
    func sections() throws {
        let (stories, _, themes) = try study()
        #expect((3...7).contains(themes.count))
        #expect(themes.flatMap(\.stories).sorted() == stories.map(\.id))
    }

    @Test("labels are short, all different and no headlines")
    func labels() throws {
        let (stories, _, themes) = try study()
        #expect(Set(themes.map(\.title)).count == themes.count)
        let headlines = Set(stories.map(\.title))
        for theme in themes {
            #expect(!headlines.contains(theme.title))
            #expect(theme.title.split(separator: " ").count <= 7 && theme.title.first?.isUppercase == true, "\(theme.title)")
        }
    }

    @Test("the same stories give the same themes")
    func deterministic() throws {
        let (stories, articles, themes) = try study()
        #expect(ThemeBuilder().themes(of: stories, articles: articles, topic: Topic(title: "", sources: [])) == themes)
    }

    @Test("no stories, no themes; one story, one theme")
    func few() throws {
        #expect(ThemeBuilder().themes(of: [], articles: [:], topic: Topic(title: "", sources: [])).isEmpty)
        var clusterer = StoryClusterer(encoder: HashingEncoder())
        let only = article("a", title: "Tern bridge closed", "Engineers closed the Tern bridge on Monday.")
        _ = try clusterer.place(only)
        let themes = ThemeBuilder().themes(of: clusterer.stories(reprints: []), articles: ["a": only], topic: Topic(title: "", sources: []))
        #expect(themes.map(\.stories) == [["a"]])
    }
}

@Suite("Theme labels")
struct ThemeLabelTests {
    private func label(_ articles: [(title: String, text: String)], topic: Topic = Topic(title: "", sources: [])) -> String? {
        let analyzed = articles.enumerated().map { article("a\($0.offset)", title: $0.element.title, $0.element.text) }
        let story = Story(id: "s", title: "A headline", articles: analyzed.map(\.article.id), updates: [], keyTerms: [])
        let byID = Dictionary(uniqueKeysWithValues: analyzed.map { ($0.article.id, $0) })
        return ThemeBuilder().themes(of: [story], articles: byID, topic: topic).first?.title
    }

    @Test("a body that running text calls with an article keeps it, and stands last")
    func definite() {
        let found = label([
            ("Pentagon and Nvidia settle", "On Monday the Pentagon met Nvidia in court. Later the Pentagon paid Nvidia."),
            ("Nvidia and Pentagon sign", "For years the Pentagon had bought from Nvidia. Now the Pentagon buys more from Nvidia."),
        ])
        #expect(found == "Nvidia and the Pentagon")
    }

    @Test("countries in the plural name no theme")
    func generic() {
        let found = label([
            ("Countries back Geneva pact", "Many countries signed in Geneva. The countries will meet again in Geneva."),
            ("Geneva: countries wait", "The countries wait. In Geneva the countries talk."),
        ])
        #expect(found?.lowercased().contains("countries") == false, "\(found ?? "")")
    }
}
