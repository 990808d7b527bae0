public import BriefModel

/// Stories to the sections of a brief.
public struct ThemeBuilder: Sendable {
    public init() {}

    public func themes(of stories: [Story], articles: [ArticleID: AnalyzedArticle], topic: Topic) -> [Theme] {
        stories.isEmpty ? [] : [Theme(title: "Also reported", stories: stories.map(\.id))]
    }
}
