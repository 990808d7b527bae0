import BriefEngine
import BriefModel

/// Stories and decisions on them, in lines for a terminal.
struct StoryWording {
    private let study: Study
    private let articles: [ArticleID: Article]

    init(_ study: Study) {
        self.study = study
        articles = Dictionary(study.onTopic.map { ($0.article.id, $0.article) }, uniquingKeysWith: { first, _ in first })
    }

    func line(of story: Story) -> String {
        let held = story.articles.compactMap { articles[$0] }
        let outlets = Set(held.map { study.outlets.house(of: $0.outlet) }).count
        let days = held.map(\.day)
        let from = days.min().map(\.description) ?? "?"
        let to = days.max().map(\.description) ?? "?"
        return
            "\(story.isPinned ? "[pinned] " : "")\(story.title)\n    \(count(story.articles.count, "article")), \(count(outlets, "outlet")), "
            + (from == to ? from : "\(from) to \(to)") + "  \(story.id)"
    }

    /// A story with its articles.
    func lines(of story: Story) -> [String] {
        [line(of: story)]
            + story.articles.compactMap { articles[$0] }.map { article in
                "  \(article.day)  \(study.outlets[article.outlet]?.name ?? article.outlet.rawValue): \(article.title)\n    \(article.id)"
            }
    }

    /// What was decided, in a sentence.
    func sentence(of ruling: StoryRuling) -> String {
        switch ruling {
        case .together(let ids): "One story: \(naming(ids))."
        case .apart(let ids, let others): "Not of one story: \(naming(ids)); and, on the other side, \(naming(others))."
        case .titled(let id, let title): "The story of \(naming([id])) is called “\(title)”."
        case .pinned(let id): "The story of \(naming([id])) stays first."
        }
    }

    func line(of decision: StoryDecision) -> String {
        "\(decision.number)  \(decision.made.description)  \(sentence(of: decision.ruling))\n    \(state(of: decision))"
    }

    private func state(of decision: StoryDecision) -> String {
        if let withdrawn = decision.withdrawn { return "Taken back \(withdrawn.description)." }
        let effect = study.effect(of: decision.ruling)
        if effect.absent.count == decision.ruling.articles.count {
            return "Changes nothing: none of its articles is in the library and on the topic."
        }
        let standing = effect.isObeyed ? "Stands." : "Not obeyed, for a later decision says otherwise."
        guard !effect.absent.isEmpty else { return standing }
        return standing + " Not in the library or not on the topic: \(list(effect.absent.map(\.rawValue)))."
    }

    /// The stories it changes as they will be, and how many others change with them.
    func outcome(of ruling: StoryRuling, stories: [Story]) -> [String] {
        let spoken = Set(ruling.articles)
        let touched = stories.filter { !spoken.isDisjoint(with: $0.articles) }
        let before = Set(study.stories.map(\.articles))
        let others = stories.filter { story in spoken.isDisjoint(with: story.articles) && !before.contains(story.articles) }
        return touched.inOrder.map(line) + (others.isEmpty ? [] : ["and, since what is alike is weighed anew, also:"] + others.inOrder.map(line))
    }

    private func naming(_ ids: [ArticleID]) -> String { list(ids.map { id in articles[id].map { "“\($0.title)” (\(id))" } ?? id.rawValue }) }

    /// The first three, and how many more.
    private func list(_ items: [String]) -> String {
        items.prefix(3).joined(separator: ", ") + (items.count > 3 ? " and \(items.count - 3) more" : "")
    }

    private func count(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }
}
