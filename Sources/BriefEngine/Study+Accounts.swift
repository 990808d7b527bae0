public import BriefModel

extension Study {
    /// Days that count as now for what rises in a story.
    private static let trendDays = 7

    /// Every story told whole, what was last told of first.
    public func accounts() -> [StoryAccount] {
        let trends = trends(days: Self.trendDays)
        let coverage = Dictionary(trends.stories.map { ($0.story, $0) }, uniquingKeysWith: { first, _ in first })
        var themeOf: [StoryID: String] = [:]
        for theme in themes { for story in theme.stories { themeOf[story] = theme.title } }
        var copiesOf: [ArticleID: [ArticleID]] = [:]
        for group in reprints { copiesOf[group.origin] = group.copies }
        let accounts = stories.map { story in
            let members = Set(story.articles)
            return StoryAccount(
                story: story, theme: themeOf[story.id], timeline: timeline(of: story), pieces: pieces(of: story, copiesOf: copiesOf),
                differences: differences(in: members), coverage: coverage[story.id],
                decisions: decisions.filter { !members.isDisjoint(with: $0.ruling.articles) })
        }
        return accounts.sorted { a, b in
            let days = (a.lastDay?.daysSince1970 ?? 0, b.lastDay?.daysSince1970 ?? 0)
            return (b.story.isPinned ? 1 : 0, days.1, b.pieces.count, a.story.id) < (a.story.isPinned ? 1 : 0, days.0, a.pieces.count, b.story.id)
        }
    }

    private func pieces(of story: Story, copiesOf: [ArticleID: [ArticleID]]) -> [StoryAccount.Piece] {
        story.articles.reversed().compactMap { id in
            guard originOf[id] == nil, let article = articles[id]?.article else { return nil }
            let copies = (copiesOf[id] ?? []).compactMap { articles[$0]?.article.outlet }
            return StoryAccount.Piece(
                article: id, title: article.title, outlet: outlet(article.outlet), day: article.day, language: article.language,
                reprintedBy: copies.map { outlet($0).name })
        }
    }

    private func differences(in members: Set<ArticleID>) -> [StoryAccount.Difference] {
        disputes.compactMap { dispute in
            guard members.contains(dispute.followed.passage.article) || members.contains(dispute.notFollowed.passage.article),
                let followed = citation(dispute.followed.passage), let notFollowed = citation(dispute.notFollowed.passage)
            else { return nil }
            return StoryAccount.Difference(dispute: dispute, followed: followed, notFollowed: notFollowed)
        }
    }

    func outlet(_ id: OutletID) -> Outlet { outlets[id] ?? Outlet(id: id, name: id.rawValue) }
}
