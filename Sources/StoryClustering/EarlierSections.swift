public import BriefModel

/// A section of the edition before, as far as it is known which articles it told of.
public struct EarlierSection: Hashable, Sendable {
    public let title: String
    /// Those it cited.
    public let articles: Set<ArticleID>

    public init(title: String, articles: Set<ArticleID>) {
        self.title = title
        self.articles = articles
    }
}

/// The titles that sections keep from the edition before.
struct EarlierSections {
    private let sections: [EarlierSection]

    init(_ sections: [EarlierSection]) { self.sections = sections.filter { $0.title != ThemeBuilder.remainder && !$0.articles.isEmpty } }

    /// Of each group its old title, or nil where its content moved: half of what the old section cited must be in the group, and half of what the group
    /// has of the old edition must come from that section. A title goes to the group that shares most with it.
    /// - Parameters:
    ///   - groups: the articles of each.
    ///   - taken: titles that none may have.
    ///   - fits: whether a title still says what the group is about.
    func titles(of groups: [Set<ArticleID>], taken: Set<String>, fits: (_ title: String, _ group: Int) -> Bool) -> [String?] {
        let here = groups.reduce(into: Set<ArticleID>()) { $0.formUnion($1) }
        var offers: [(group: Int, section: Int, shared: Int)] = []
        for (group, articles) in groups.enumerated() {
            let shared = sections.map { $0.articles.intersection(articles).count }
            let cited = articles.count { article in sections.contains { $0.articles.contains(article) } }
            for (section, shared) in shared.enumerated() where shared > 0 {
                guard shared * 2 >= sections[section].articles.intersection(here).count, shared * 2 >= cited else { continue }
                guard fits(sections[section].title, group) else { continue }
                offers.append((group, section, shared))
            }
        }
        var titles = [String?](repeating: nil, count: groups.count)
        var given = taken
        for offer in offers.sorted(by: { ($1.shared, $0.group, $0.section) < ($0.shared, $1.group, $1.section) }) where titles[offer.group] == nil {
            if given.insert(sections[offer.section].title).inserted { titles[offer.group] = sections[offer.section].title }
        }
        return titles
    }

    /// The order of groups in which those that kept a title stand as they stood before. A new one stays behind the last of those that came before it.
    /// - Parameter titles: the title each group kept, nil for a new one; the groups in the order they would have without an edition before.
    func order(of titles: [String?]) -> [Int] {
        let place = { (group: Int) in titles[group].flatMap { title in sections.firstIndex { $0.title == title } } }
        let kept = titles.indices.filter { place($0) != nil }
        var standing = kept.sorted { (place($0) ?? 0, $0) < (place($1) ?? 0, $1) }
        for group in titles.indices where place(group) == nil {
            standing.insert(group, at: standing.lastIndex { $0 < group }.map { $0 + 1 } ?? 0)
        }
        return standing
    }
}
