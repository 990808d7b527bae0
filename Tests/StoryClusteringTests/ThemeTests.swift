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

    @Test("a plain noun stands in the plural where it has one")
    func plural() {
        let found = label([
            ("Navy shows aircraft carrier", "The aircraft carrier sailed. Two aircraft carriers stayed."),
            ("Crew leaves aircraft carrier", "The aircraft carrier came back."),
        ])
        #expect(found?.lowercased().contains("aircraft carriers") == true, "\(found ?? "")")
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

@Suite("Sections that a user names")
struct NamedSectionTests {
    private static let texts: [(id: String, title: String, text: String)] = [
        ("rail-1", "Rail strike halts trains", "A rail strike halted trains in the north. Drivers ask for higher pay."),
        ("rail-2", "Rail strike enters second day", "The rail strike went on. Trains stood still and drivers stayed at home."),
        ("chip-1", "Norvik opens chip plant", "Norvik opened a chip plant in Averland. The plant makes chips for cars."),
        ("chip-2", "Chip plant of Norvik hires", "The chip plant in Averland hires. Norvik looks for two hundred workers."),
        ("cod-1", "Cod quota cut", "Ministers cut the cod quota by a tenth. Fishers on the coast protest."),
        ("cod-2", "Fishers protest against cod quota", "Fishers protested against the cod quota that ministers cut."),
    ]

    private func themes(_ sections: [TopicSection], pinned: StoryID? = nil, earlier: [EarlierSection] = []) -> [Theme] {
        let articles = Self.texts.enumerated().map { article($1.id, title: $1.title, $1.text, outlet: "o\($0)", day: 20_500 + $0 / 2) }
        let byID = Dictionary(uniqueKeysWithValues: articles.map { ($0.article.id, $0) })
        let stories = ["rail", "chip", "cod"].map { name in
            Story(
                id: StoryID(name), title: name, articles: articles.map(\.article.id).filter { $0.rawValue.hasPrefix(name) }, updates: [],
                keyTerms: [],
                isPinned: pinned == StoryID(name))
        }
        return ThemeBuilder().themes(of: stories, articles: byID, topic: Topic(title: "", sections: sections, sources: []), earlier: earlier)
    }

    @Test("stand in the user's order under the user's titles, before what belongs to none of them")
    func order() {
        let found = themes([TopicSection(title: "Fish", words: ["cod quota"]), TopicSection(title: "Strikes", words: ["rail strike", "walkout"])])
        #expect(found.prefix(2) == [Theme(title: "Fish", stories: ["cod"]), Theme(title: "Strikes", stories: ["rail"])])
        #expect(found.dropFirst(2).flatMap(\.stories) == ["chip"])
    }

    @Test("take their words from the title where none are given, and show only where something belongs to them")
    func byTitle() {
        let found = themes([TopicSection(title: "Chip plants and space travel"), TopicSection(title: "Weather", words: ["hurricane"])])
        #expect(found.first == Theme(title: "Chip plants and space travel", stories: ["chip"]))
        #expect(!found.map(\.title).contains("Weather") && found.flatMap(\.stories).sorted() == ["chip", "cod", "rail"])
    }

    @Test("give way to a section with a pinned story")
    func pinned() {
        #expect(themes([TopicSection(title: "Fish", words: ["cod quota"])], pinned: "chip").first?.stories == ["chip"])
    }

    @Test("a title of the edition before is kept while half of what it cited is there and it still fits")
    func kept() {
        let old = EarlierSection(title: "Trains and drivers", articles: ["rail-1", "gone"])
        #expect(themes([], earlier: [old]).first { $0.stories == ["rail"] }?.title != "Trains and drivers", "no headline says drivers")
        let fitting = EarlierSection(title: "The rail strike", articles: ["rail-1", "gone"])
        #expect(themes([], earlier: [fitting]).first { $0.stories == ["rail"] }?.title == "The rail strike")
        let moved = EarlierSection(title: "The rail strike", articles: ["rail-1", "chip-1", "cod-1"])
        #expect(!themes([], earlier: [moved]).map(\.title).contains("The rail strike"))
        #expect(
            themes([TopicSection(title: "The rail strike", words: ["cod quota"])], earlier: [fitting]).map(\.title).count { $0 == "The rail strike" }
                == 1)
    }
}
