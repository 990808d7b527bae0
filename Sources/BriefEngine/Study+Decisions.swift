public import BriefModel
import Storage

extension Engine {
    /// What a user said of the topic's stories that stands at a moment. Sources without a topic have no stories to speak of.
    func decisions(on topic: Topic, asOf: Timestamp) async throws(EngineError) -> [StoryDecision] {
        guard !topic.title.isEmpty else { return [] }
        do throws(StorageError) {
            return try await store.storyDecisions(topic: topic.slug).filter { $0.stands(asOf: asOf) }
        } catch {
            throw .storage(error)
        }
    }

    /// The stories of a study as they would be with one more decision. Keeps nothing.
    public func stories(of study: Study, with ruling: StoryRuling) throws(EngineError) -> [Story] {
        let next = (study.decisions.last?.number ?? 0) + 1
        let tried = StoryDecision(number: next, topic: study.topic.slug, made: study.asOf, ruling: ruling)
        return try stories(of: study.onTopic, reprints: study.reprints, decisions: study.decisions + [tried])
    }
}

extension Study {
    /// The one story that a person means.
    /// - Parameter name: its identifier or that of an article of it, its title, or words of its title in any order.
    public func story(named name: String) throws(NamingError) -> Story {
        if let story = stories.first(where: { $0.id.rawValue == name }) { return story }
        if let story = stories.first(where: { $0.articles.contains(ArticleID(name)) }) { return story }
        let found = Self.meant(by: name, among: stories, title: \.title)
        guard let first = found.first else { throw .noStory(name) }
        guard found.count == 1 else { throw .stories(name, found) }
        return first
    }

    /// The one article of a story that a person means.
    /// - Parameter name: its identifier, its title, or words of its title in any order.
    public func article(named name: String, of story: Story) throws(NamingError) -> Article {
        let known = articles
        let own = story.articles.compactMap { known[$0]?.article }
        if let article = own.first(where: { $0.id.rawValue == name }) { return article }
        let found = Self.meant(by: name, among: own, title: \.title)
        guard let first = found.first else { throw .noArticle(name, story) }
        guard found.count == 1 else { throw .articles(name, found) }
        return first
    }

    private static func meant<Item>(by name: String, among items: [Item], title: (Item) -> String) -> [Item] {
        let whole = items.filter { title($0).lowercased() == name.lowercased() }
        if !whole.isEmpty { return whole }
        let words = name.lowercased().split(separator: " ")
        guard !words.isEmpty else { return [] }
        return items.filter { item in
            let title = title(item).lowercased()
            return words.allSatisfy { title.contains($0) }
        }
    }

    /// Parts articles of a story from its others. A reprint goes where its origin goes: nobody can part the two.
    /// - Throws: when nothing would be left on one side.
    public func parting(_ chosen: [Article], from story: Story) throws(NamingError) -> StoryRuling {
        var gone = Set(chosen.map(\.id))
        for group in reprints.map({ [$0.origin] + $0.copies }) where !gone.isDisjoint(with: group) { gone.formUnion(group) }
        let (left, right) = (story.articles.filter(gone.contains), story.articles.filter { !gone.contains($0) })
        guard !left.isEmpty, !right.isEmpty else { throw .nothingLeft(story) }
        return .apart(left, from: right)
    }

    /// What comes of a decision that stands.
    public func effect(of ruling: StoryRuling) -> DecisionEffect {
        var storyOf: [ArticleID: Story] = [:]
        for story in stories { for article in story.articles { storyOf[article] = story } }
        let ids = { (articles: [ArticleID]) in Set(articles.compactMap { storyOf[$0]?.id }) }
        let isObeyed =
            switch ruling {
            case .together(let articles): ids(articles).count < 2
            case .apart(let articles, let others): ids(articles).isDisjoint(with: ids(others))
            case .titled(let article, let title): storyOf[article].map { $0.title == title } ?? true
            case .pinned: true
            }
        return DecisionEffect(isObeyed: isObeyed, absent: ruling.articles.filter { storyOf[$0] == nil })
    }
}

/// Whether a decision is obeyed, and of what it speaks in vain.
public struct DecisionEffect: Hashable, Sendable {
    /// False where a later one says otherwise.
    public let isObeyed: Bool
    /// Articles that the library does not hold, or that are not on the topic now.
    public let absent: [ArticleID]
}

/// Why a name does not tell which story or article is meant.
public enum NamingError: Error, Hashable, Sendable {
    case noStory(String)
    case stories(String, [Story])
    case noArticle(String, Story)
    case articles(String, [Article])
    case nothingLeft(Story)
}

extension NamingError: CustomStringConvertible {
    /// Names the candidates, at most ten.
    public var description: String {
        switch self {
        case .noStory(let name): "No story of the topic is called '\(name)'."
        case .stories(let name, let found):
            "'\(name)' may be any of \(found.count) stories; say more words, or the identifier:"
                + found.prefix(10).map { "\n  \($0.id)  \($0.title)" }.joined()
        case .noArticle(let name, let story): "No article of '\(story.title)' is called '\(name)'."
        case .articles(let name, let found):
            "'\(name)' may be any of \(found.count) articles; say more words, or the identifier:"
                + found.prefix(10).map { "\n  \($0.id)  \($0.title)" }.joined()
        case .nothingLeft(let story):
            "Nothing of '\(story.title)' would be left on one of the two sides; a reprint stays with the article it copies."
        }
    }
}
