import BriefModel
import StoryClustering
import Testing

@Suite("Themes")
struct ThemeTests {
    private func study() throws -> (stories: [Story], articles: [ArticleID: AnalyzedArticle], themes: [Theme]) {
        let topic = Topic(title: "", sources: [])
        let all = try SampleShelf.articles()
        let relevance = TopicRelevance(topic: topic, articles: all)
        let articles = all.filter { relevance.judgement(of: $0).isOnTopic }
        var clusterer = StoryClusterer()
        for article in articles { _ = clusterer.place(article) }
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
    func few() {
        #expect(ThemeBuilder().themes(of: [], articles: [:], topic: Topic(title: "", sources: [])).isEmpty)
        var clusterer = StoryClusterer()
        let only = article("a", title: "Tern bridge closed", "Engineers closed the Tern bridge on Monday.")
        _ = clusterer.place(only)
        let themes = ThemeBuilder().themes(of: clusterer.stories(reprints: []), articles: ["a": only], topic: Topic(title: "", sources: []))
        #expect(themes.map(\.stories) == [["a"]])
    }
}
