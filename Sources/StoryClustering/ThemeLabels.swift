import BriefModel
import TextAnalysis

/// Short noun phrases for groups of stories: the one or two names that its headlines and reports share, or the plain noun they share.
struct ThemeLabels {
    private let stories: [Story]
    /// What the articles of each story could be called after, one set an article: in the report, and in its headline.
    private let offers: [[(body: Set<String>, title: Set<String>)]]
    private let forms: LabelForms
    /// Of each story the stems of its articles, one set an article: all, and those of the headline.
    private let stems: [[(all: Set<String>, title: Set<String>)]]

    init(stories: [Story], articles: [ArticleID: AnalyzedArticle], topic: Topic) {
        self.stories = stories
        var forms = LabelForms(topic: topic)
        offers = stories.map { story in
            story.voices.compactMap { articles[$0] }.filter { $0.article.language == "en" }.map { forms.learn($0) }
        }
        self.forms = forms
        stems = stories.map { story in
            story.voices.compactMap { articles[$0] }.map { article in
                let title = article.sentences.filter { $0.block == 0 }
                return (Set(article.sentences.flatMap(\.tokens).map(\.stem)), Set(title.flatMap(\.tokens).map(\.stem)))
            }
        }
    }

    /// Whether a label from before still says what the group is about: each of its words stands in a headline, and in a quarter of the articles.
    func fits(_ label: String, _ group: [Int]) -> Bool {
        let articles = group.flatMap { stems[$0] }
        let words = TextAnalyzer().sentences(in: label).flatMap(\.tokens).filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem)
        return words.allSatisfy { word in
            articles.contains { $0.title.contains(word) } && articles.count { $0.all.contains(word) } * 4 >= articles.count
        }
    }

    /// One label a group, all different.
    /// - Parameters:
    ///   - kept: labels that groups have from before.
    ///   - taken: labels that no other may have.
    func labels(for groups: [[Int]], kept: [String?], taken: Set<String>) -> [String] {
        var taken = taken.union(kept.compactMap(\.self))
        return zip(groups, kept).map { group, kept in
            let label = kept ?? self.label(for: group, taken: taken)
            taken.insert(label)
            return label
        }
    }

    private func label(for group: [Int], taken: Set<String>) -> String {
        let ranked = ranked(group)
        let seconds = seconds(ranked, group)
        for (place, first) in ranked.enumerated() {
            if let compound = ranked[(place + 1)...].lazy.compactMap({ forms.compound(first.key, $0.key) }).first {
                let label = label(of: compound, among: ranked, from: first)
                if !taken.contains(label) { return label }
            }
            for second in ranked[(place + 1)...]
            where seconds.contains(second.key) && second.score >= first.score * leastShare(first.key, second.key) && !overlap(first.key, second.key) {
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

    /// What may stand second: a body or a person only where two headlines of more than a few articles name it.
    private func seconds(_ ranked: [(key: String, score: Double)], _ group: [Int]) -> Set<String> {
        let articles = group.flatMap { offers[$0] }
        return Set(
            ranked.map(\.key).filter { key in
                articles.count < 5 || !forms.isName(key) || forms.isPlace(key) || articles.count { $0.title.contains(key) } > 1
            })
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
