import BriefModel

/// Short noun phrases for groups of stories, from the names and word pairs that set each group apart.
struct ThemeLabels {
    private let stories: [Story]
    /// What each story could be called after, with the share of its articles that say it.
    private let shares: [[String: Double]]
    private let forms: LabelForms

    init(stories: [Story], articles: [ArticleID: AnalyzedArticle]) {
        self.stories = stories
        var forms = LabelForms()
        shares = stories.map { story in
            let voices = story.voices.compactMap { articles[$0] }
            var counts: [String: Double] = [:]
            for article in voices { for key in forms.learn(article) { counts[key, default: 0] += 1 } }
            return counts.mapValues { $0 / Double(max(1, voices.count)) }
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
            for second in ranked[(place + 1)...] where second.score >= first.score * 0.35 && !overlap(first.key, second.key) {
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

    /// What most stories of the group speak of and few others do.
    private func ranked(_ group: [Int]) -> [(key: String, score: Double)] {
        let inside = group.reduce(into: [String: Double]()) { sums, story in for (key, share) in shares[story] { sums[key, default: 0] += share } }
        let others = stories.indices.filter { !group.contains($0) }
        let scored = inside.compactMap { key, sum -> (key: String, score: Double)? in
            guard forms.isWorthy(key) else { return nil }
            let share = sum / Double(group.count)
            let outside = others.reduce(0.0) { $0 + (shares[$1][key] ?? 0) } / Double(max(1, others.count))
            let score = share * (share - outside) * forms.standing(key)
            return score > 0 ? (key, score) : nil
        }
        return Array(scored.sorted { ($1.score, $0.key) < ($0.score, $1.key) }.prefix(8))
    }

    private func overlap(_ left: String, _ right: String) -> Bool {
        let words = Set(left.split(separator: " ").map(Self.root))
        return right.split(separator: " ").contains { words.contains(Self.root($0)) }
    }

    /// "drones" and "drone" are one word.
    private static func root(_ word: Substring) -> Substring { word.hasSuffix("s") && word.utf8.count > 3 ? word.dropLast() : word }

    /// A country stands last: "H200 sales and China".
    private func joined(_ first: String, _ second: String) -> String {
        let order = forms.isPlace(first) && !forms.isPlace(second) ? [second, first] : [first, second]
        return order.map(forms.shown).joined(separator: " and ").capitalizedFirst
    }
}

extension String {
    fileprivate var capitalizedFirst: String {
        guard let first = utf8.first, (0x61...0x7A).contains(first) else { return self }
        return prefix(1).uppercased() + dropFirst()
    }
}

/// How the names and word pairs of a library are written, and which may stand in a label.
struct LabelForms {
    private var written: [String: [String: Int]] = [:]
    private var kinds: [String: [Name.Kind: Int]] = [:]
    private var outlets: [String: Set<OutletID>] = [:]
    private var allOutlets: Set<OutletID> = []
    private var nouns: Set<String> = []

    /// The keys an article offers, each once.
    mutating func learn(_ article: AnalyzedArticle) -> Set<String> {
        guard article.article.language == "en" else { return [] }
        allOutlets.insert(article.article.outlet)
        var keys: Set<String> = []
        for sentence in article.sentences where sentence.block > 0 {
            for name in sentence.names {
                keys.insert(name.key)
                kinds[name.key, default: [:]][name.kind, default: 0] += 1
                if name.kind != .nationality { written[name.key, default: [:]][name.text, default: 0] += 1 }
            }
            for noun in Self.pairs(in: sentence) + plurals(in: sentence) {
                keys.insert(noun)
                written[noun, default: [:]][noun, default: 0] += 1
            }
        }
        for key in keys { outlets[key, default: []].insert(article.article.outlet) }
        return keys
    }

    /// Two plain words side by side; told from names by having no kind.
    private static func pairs(in sentence: Sentence) -> [String] {
        zip(sentence.tokens, sentence.tokens.dropFirst()).compactMap { left, right in
            guard isPlain(left), isPlain(right), right.range.lowerBound == left.range.upperBound + 1 else { return nil }
            return left.folded + " " + right.folded
        }
    }

    /// Plain plurals, if anywhere in the library a determiner stood before them: "the satellites".
    private mutating func plurals(in sentence: Sentence) -> [String] {
        var found: [String] = []
        for (before, token) in zip(sentence.tokens, sentence.tokens.dropFirst()) where Self.isPlain(token) && token.folded.hasSuffix("s") {
            if Self.determiners.contains(before.folded) { nouns.insert(token.folded) }
            if token.range.count > 4 { found.append(token.folded) }
        }
        return found
    }

    private static let determiners: Set<String> = ["the", "these", "those", "their", "its", "his", "our", "of", "many", "two", "three", "several", "more"]
    private static let sayings: Set<String> = ["said", "says", "say", "told", "according", "reported"]

    private static func isPlain(_ token: Token) -> Bool {
        token.kind == .word && !token.isStopword && !token.isCapitalized && token.range.count > 2 && !sayings.contains(token.folded)
            && !token.folded.hasSuffix("ly") && !token.folded.hasSuffix("ed")
    }

    /// One outlet's own words, and what has no written form, name no theme.
    func isWorthy(_ key: String) -> Bool {
        written[key] != nil && (kinds[key] != nil || key.utf8.contains(0x20) || nouns.contains(key)) && (allOutlets.count < 3 || outlets[key, default: []].count > 1)
    }

    func isPlace(_ key: String) -> Bool { kind(of: key) == .place }

    private func kind(of key: String) -> Name.Kind? {
        kinds[key]?.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }?.key
    }

    /// Bodies and products name a theme better than people, places or plain words.
    func standing(_ key: String) -> Double {
        switch kind(of: key) {
        case .organisation, .product: 1
        case .other: 0.95
        case .place, .nationality: 0.3
        case .person: 0.6
        case nil: key.utf8.contains(0x20) ? 0.8 : 0.45
        }
    }

    func shown(_ key: String) -> String {
        written[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
    }
}
