import BriefModel
import StoryClustering
import Testing

@Suite("Relevance to a topic")
struct RelevanceTests {
    private static let include = [
        "model distillation", "Claude", "DeepSeek", "Anthropic", "OpenAI", "Pentagon AI", "H200", "AI chips", "Huawei Ascend", "drone swarm",
        "autonomous weapons", "aircraft carrier Fujian", "satellites", "military AI declaration", "AI investment",
    ]

    private func topic(_ include: [String], exclude: [String] = []) -> Topic {
        Topic(
            title: include.isEmpty ? "" : "Military AI, chips and model copying",
            question: include.isEmpty
                ? nil : "Who is ahead in military AI, and what do model distillation, chip supply and autonomous weapons change?",
            include: include, exclude: exclude, sources: [])
    }

    @Test("no article off the topic comes in, and no open on-topic article is lost", arguments: [Self.include, []])
    func sample(include: [String]) throws {
        let articles = try SampleShelf.articles()
        let relevance = TopicRelevance(topic: topic(include), articles: articles)
        let belongs = Set(articles.filter { relevance.judgement(of: $0).isOnTopic }.map(\.article.id.rawValue))
        for item in try SampleShelf.gold() { #expect(belongs.contains(item.id) == item.on_topic, "\(item.id)") }
    }

    @Test("with half of the terms most articles still come in and no homonym does", arguments: [0, 1])
    func halfOfTheTerms(remainder: Int) throws {
        let articles = try SampleShelf.articles()
        let half = Self.include.enumerated().filter { $0.offset % 2 == remainder }.map(\.element)
        let relevance = TopicRelevance(topic: topic(half), articles: articles)
        let gold = try SampleShelf.gold()
        let belongs = Set(articles.filter { relevance.judgement(of: $0).isOnTopic }.map(\.article.id.rawValue))
        #expect(gold.filter { !$0.on_topic }.allSatisfy { !belongs.contains($0.id) })
        #expect(gold.filter { $0.on_topic && belongs.contains($0.id) }.count * 10 >= gold.filter(\.on_topic).count * 8)
    }

    @Test("an excluded phrase that cannot be missed rules an article out")
    func exclude() throws {
        let articles = try SampleShelf.articles()
        let relevance = TopicRelevance(topic: topic(Self.include, exclude: ["Fujian"]), articles: articles)
        let ruledOut = articles.filter { relevance.judgement(of: $0).reasons == ["Fujian"] }
        #expect(ruledOut.count >= 3 && ruledOut.allSatisfy { !relevance.judgement(of: $0).isOnTopic })
    }

    @Test("the reasons name what spoke for an article")
    func reasons() throws {
        let relevance = TopicRelevance(topic: topic(["tram"]), articles: [])
        let judgement = relevance.judgement(of: article("a", title: "A new tram for Calder", "The tram runs from May."))
        #expect(judgement.isOnTopic && judgement.reasons == ["tram"] && judgement.score > 0.5)
    }

    @Test("ordinary mixed news, without a topic, is left whole")
    func mixedNews() {
        let news = [
            article("a", "Calder Rovers beat Tern United.", outlet: "one"), article("b", "Rain fell on Lower Tern.", outlet: "two"),
            article("c", "Parliament sat late in Port Averland.", outlet: "three"), article("d", "A cake recipe by Dot Maddock.", outlet: "four"),
        ]
        let relevance = TopicRelevance(topic: topic([]), articles: news)
        #expect(news.allSatisfy { relevance.judgement(of: $0).isOnTopic })
    }

    @Test("no articles, no trouble")
    func empty() {
        #expect(!TopicRelevance(topic: topic(["tram"]), articles: []).judgement(of: article("a", "")).isOnTopic)
        #expect(TopicRelevance(topic: topic([]), articles: []).judgement(of: article("a", "")).isOnTopic)
    }
}
