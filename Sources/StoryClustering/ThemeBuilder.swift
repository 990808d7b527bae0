public import BriefModel
import TextAnalysis

/// Stories to the sections of a brief.
public struct ThemeBuilder: Sendable {
    /// Sections of a brief, the last one included.
    private static let most = 7
    /// Least cosine between story centres that stand in one section, and the least when there would be too many sections.
    private static let likeness: Float = 0.18
    private static let leastLikeness: Float = 0.10
    /// The least to come into a section that a user named without its words: a stranger there is worse than a section more.
    private static let namedLikeness: Float = 0.3
    /// Articles that make a section of their own: two groups of that size must be twice as alike to be one.
    private static let standsAlone: Float = 8
    static let remainder = "Also reported"

    public init() {}

    /// Three to seven sections where the stories allow: first those that the user named, then others, the weightiest first. Small stories that belong
    /// nowhere come last, as "Also reported". A section with a pinned story goes before all.
    /// - Parameter earlier: the sections of the edition before; what stayed keeps its title and its place among those that stayed.
    public func themes(
        of stories: [Story], articles: [ArticleID: AnalyzedArticle], topic: Topic, earlier: [EarlierSection] = []
    ) -> [Theme] {
        let told = stories.filter { story in story.articles.contains { articles[$0] != nil } }
        guard !told.isEmpty else { return [] }
        let weights = StoryWeights(stories: told, articles: articles)
        let centres = centres(of: told, articles: articles)
        let places = NamedSections(topic.sections).places(
            voices: told.map { $0.voices.compactMap { articles[$0] } }, centres: centres, likeness: Self.namedLikeness)
        let named = topic.sections.indices.map { section in told.indices.filter { places[$0] == section } }
        let own = named.count { !$0.isEmpty }

        var (groups, rest) = others(told.indices.filter { places[$0] == nil }, told, centres, weights, beside: own)
        groups.sort { (weights.weight(of: $1), told[$0[0]].id) < (weights.weight(of: $0), told[$1[0]].id) }
        let room = max(0, (rest.isEmpty && groups.count + own <= Self.most ? Self.most : Self.most - 1) - own)
        rest += groups.dropFirst(room).flatMap { $0 }
        groups = Array(groups.prefix(room))

        let taken = Set(topic.sections.map(\.title))
        let labels = ThemeLabels(stories: told, articles: articles, topic: topic)
        let before = EarlierSections(earlier)
        var kept = before.titles(of: groups.map { group in Set(group.flatMap { told[$0].articles }) }, taken: taken) { labels.fits($0, groups[$1]) }
        let order = before.order(of: kept)
        (groups, kept) = (order.map { groups[$0] }, order.map { kept[$0] })
        let titled = zip(topic.sections.map(\.title) + labels.labels(for: groups, kept: kept, taken: taken), named + groups).filter { !$1.isEmpty }
        var themes = titled.filter { $1.contains { told[$0].isPinned } } + titled.filter { !$1.contains { told[$0].isPinned } }
        if !rest.isEmpty { themes.append((Self.remainder, rest)) }
        return themes.map { Theme(title: $0, stories: weights.ordered($1).map { told[$0].id }) }
    }

    /// Stories that the user's sections leave, grouped by what they say, and those too small for a section of their own.
    private func others(
        _ left: [Int], _ told: [Story], _ centres: [TermVector], _ weights: StoryWeights, beside own: Int
    ) -> (groups: [[Int]], rest: [Int]) {
        let groups = grouped(left, told, centres, most: max(1, Self.most - own))
        let isSmall = { (group: [Int]) in group.count == 1 && weights.outlets(of: group) < 2 && !told[group[0]].isPinned }
        let rest = groups.filter(isSmall).flatMap { $0 }
        // Small ones alone are no remainder of anything.
        guard rest.count < groups.count || own > 0 else { return (groups, []) }
        return (groups.filter { !isSmall($0) }, rest)
    }

    private func grouped(_ places: [Int], _ stories: [Story], _ centres: [TermVector], most: Int) -> [[Int]] {
        func linked(_ threshold: Float, least: Int = 1) -> [[Int]] {
            // Two groups that could each stand alone are harder to make one.
            AverageLink(
                places.map { LinkVector(centres[$0]) },
                clusters: places.map { (stories: 1, bulk: Float(stories[$0].voices.count) / Self.standsAlone) }, threshold: threshold,
                worth: { sum, left, right in sum / Float(left.stories * right.stories) / (1 + min(left.bulk, right.bulk)) },
                merge: { _, left, right in (left.stories + right.stories, left.bulk + right.bulk) }
            ).merged(least: least).map { $0.map { places[$0] } }
        }
        let natural = linked(Self.likeness)
        return natural.count <= most ? natural : linked(Self.leastLikeness, least: most)
    }

    /// Unit vectors: what the articles of a story say on average.
    private func centres(of stories: [Story], articles: [ArticleID: AnalyzedArticle]) -> [TermVector] {
        // Rarity among stories, not articles: what half of the stories speak of (a country, "company") ties no two of them.
        var index = TermIndex()
        index.unseen = 0
        var scanner = TermScanner()
        let terms = stories.map { story in
            let own = story.voices.compactMap { articles[$0]?.article }.map {
                ArticleTerms(ScannedArticle($0, scanner: &scanner), configuration: .sections)
            }
            index.count(own.reduce(into: Set<Int32>()) { $0.formUnion($1.counts.map(\.term)) }.sorted(), outlet: "")
            return own
        }
        index.leastCount = 2
        return terms.map { own in
            TermVector.sum(of: own.map { $0.vector(index) }).scaledToUnit()
        }
    }
}

extension Story {
    /// The articles that say something of their own.
    var voices: [ArticleID] { updates.isEmpty ? articles : updates.map(\.article) }
}

/// How much a reader would want a story early: many independent outlets, news of the last days.
struct StoryWeights {
    private let outlets: [Set<OutletID>]
    private let weights: [Double]
    private let ids: [StoryID]

    init(stories: [Story], articles: [ArticleID: AnalyzedArticle]) {
        let newest = stories.flatMap(\.articles).compactMap { articles[$0]?.article.day.daysSince1970 }.max() ?? 0
        ids = stories.map(\.id)
        outlets = stories.map { story in Set(story.voices.compactMap { articles[$0]?.article.outlet }) }
        let own = zip(stories, outlets).map { story, outlets in
            let last = story.articles.compactMap { articles[$0]?.article.day.daysSince1970 }.max() ?? newest
            // Halved after two weeks of silence.
            return (Double(outlets.count) + 0.25 * Double(story.voices.count)) / (1 + Double(newest - last) / 14)
        }
        // A pinned story weighs more than all others together.
        let all = own.reduce(0, +)
        weights = zip(stories, own).map { $0.isPinned ? $1 + all : $1 }
    }

    func outlets(of group: [Int]) -> Int { group.reduce(into: Set<OutletID>()) { $0.formUnion(outlets[$1]) }.count }

    func weight(of group: [Int]) -> Double { group.reduce(0) { $0 + weights[$1] } }

    func ordered(_ group: [Int]) -> [Int] { group.sorted { (weights[$1], ids[$0]) < (weights[$0], ids[$1]) } }
}

extension ClusteringConfiguration {
    /// A section is a subject: what its stories share are words. Names set stories apart, and one of them (a country, a ministry) ties unlike ones.
    fileprivate static let sections = {
        var configuration = ClusteringConfiguration.standard
        configuration.nameWeight = 0
        return configuration
    }()
}
