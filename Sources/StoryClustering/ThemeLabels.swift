import BriefModel

/// Short noun phrases for groups of stories: the one or two names that its headlines and reports share, or the plain noun they share.
struct ThemeLabels {
    private let stories: [Story]
    /// What the articles of each story could be called after, one set an article: in the report, and in its headline.
    private let offers: [[(body: Set<String>, title: Set<String>)]]
    private let forms: LabelForms

    init(stories: [Story], articles: [ArticleID: AnalyzedArticle], topic: Topic) {
        self.stories = stories
        var forms = LabelForms(topic: topic)
        offers = stories.map { story in
            story.voices.compactMap { articles[$0] }.filter { $0.article.language == "en" }.map { forms.learn($0) }
        }
        self.forms = forms
    }

    /// One label a group, all different.
    func labels(for groups: [[Int]]) -> [String] {
        var taken: Set<String> = []
        return groups.map { group in
            let label = label(for: group, taken: taken)
            taken.insert(label)
            return label
        }
    }

    private func label(for group: [Int], taken: Set<String>) -> String {
        let ranked = ranked(group)
        for (place, first) in ranked.enumerated() {
            if let compound = ranked[(place + 1)...].lazy.compactMap({ forms.compound(first.key, $0.key) }).first {
                let label = label(of: compound, among: ranked, from: first)
                if !taken.contains(label) { return label }
            }
            for second in ranked[(place + 1)...]
            where second.score >= first.score * leastShare(first.key, second.key) && !overlap(first.key, second.key) {
                let label = joined(first.key, second.key)
                if !taken.contains(label) { return label }
            }
            let alone = forms.shown(first.key).capitalizedFirst
            if !taken.contains(alone) { return alone }
        }
        // Nothing sets the group apart: its own headline is better than a number.
        let title = stories[group[0]].title
        return taken.contains(title) ? "\(title) (\(stories[group[0]].id))" : title
    }

    /// "Drone swarms and China": the pair, and the next thing beside it.
    private func label(
        of compound: (key: String, shown: String), among ranked: [(key: String, score: Double)], from first: (key: String, score: Double)
    ) -> String {
        let next = ranked.first { $0.key != first.key && $0.score >= first.score * 0.25 && !overlap(compound.key, $0.key) }
        return (next.map { "\(compound.shown) and \(forms.shown($0.key))" } ?? compound.shown).capitalizedFirst
    }

    /// A plain word beside a name must say much; one place beside another says nothing new.
    private func leastShare(_ first: String, _ second: String) -> Double {
        if forms.isPlace(first), forms.isPlace(second) { return .infinity }
        return forms.isName(first) && !forms.isName(second) ? 0.6 : 0.33
    }

    /// What most reports of the group speak of, above all in their headlines, and few others do.
    private func ranked(_ group: [Int]) -> [(key: String, score: Double)] {
        let (bodies, titles) = shares(group)
        let (outside, _) = shares(stories.indices.filter { !group.contains($0) })
        let scored = bodies.compactMap { key, body -> (key: String, score: Double)? in
            let title = titles[key] ?? 0
            guard forms.isWorthy(key, inTitle: title > 0) else { return nil }
            let apart = body - (outside[key] ?? 0)
            let score = (0.4 * body + title) * apart / max(body, 0.001) * forms.standing(key)
            return score > 0 ? (key, score) : nil
        }
        return Array(scored.sorted { ($1.score, $0.key) < ($0.score, $1.key) }.prefix(8))
    }

    /// Of the articles of these stories, how many offer each key.
    private func shares(_ group: [Int]) -> (bodies: [String: Double], titles: [String: Double]) {
        let articles = group.flatMap { offers[$0] }
        let share = 1 / Double(max(1, articles.count))
        var bodies: [String: Double] = [:]
        var titles: [String: Double] = [:]
        for article in articles {
            for key in article.body { bodies[key, default: 0] += share }
            for key in article.title { titles[key, default: 0] += share }
        }
        return (bodies, titles)
    }

    private func overlap(_ left: String, _ right: String) -> Bool {
        let words = Set(left.split(separator: " ").map(String.init).map(LabelForms.root))
        return right.split(separator: " ").contains { words.contains(LabelForms.root(String($0))) }
    }

    /// A place stands last, and so does what "the" stands before: "Drone swarms and China", "Anthropic and the Pentagon". A product stands with its maker: "Nvidia's H200".
    private func joined(_ first: String, _ second: String) -> String {
        if let owned = forms.owned(first, second) { return owned }
        let order = forms.standsLast(first) && !forms.standsLast(second) ? [second, first] : [first, second]
        return order.map(forms.shown).joined(separator: " and ").capitalizedFirst
    }
}

extension String {
    fileprivate var capitalizedFirst: String {
        guard let first = utf8.first, (0x61...0x7A).contains(first), !dropFirst().prefix(while: { $0 != " " }).contains(where: \.isUppercase) else {
            return self
        }
        return prefix(1).uppercased() + dropFirst()
    }
}
