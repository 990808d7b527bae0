import BriefModel
import TextAnalysis

/// Stories in the sections that a user named: by words first, then by likeness to what came so.
struct NamedSections {
    private let phrases: [TopicPhrases]

    /// Of a story's articles, the least share that speaks clearly of a section: in the headline or the lead, or again and again.
    private static let leastShare = 0.5

    init(_ sections: [TopicSection]) {
        phrases = sections.map { TopicPhrases($0.words.isEmpty ? Self.parts(of: $0.title) : $0.words) }
    }

    /// "Chips and export rules" speaks of chips, and of export rules.
    private static func parts(of title: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in title.split(whereSeparator: { " ,;/".contains($0) }) {
            if ["and", "or", "&"].contains(word.lowercased()) { parts.append([]) } else { parts[parts.count - 1].append(word) }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// Of each story the section, or nil.
    /// - Parameters:
    ///   - voices: of each story the articles that say something of their own.
    ///   - centres: of each story what it says on average.
    ///   - likeness: the least mean likeness to the stories of a section.
    func places(voices: [[AnalyzedArticle]], centres: [TermVector], likeness: Float) -> [Int?] {
        guard !phrases.isEmpty else { return voices.map { _ in nil } }
        var scanner = TermScanner()
        let byWords = voices.map { articles in section(of: articles.map { TopicSigns($0, scanner: &scanner) }) }
        let members = phrases.indices.map { section in byWords.indices.filter { byWords[$0] == section } }
        return zip(byWords, centres).map { named, centre in named ?? Self.nearest(to: centre, members, centres, likeness) }
    }

    private func section(of articles: [TopicSigns]) -> Int? {
        guard !articles.isEmpty else { return nil }
        let shares = phrases.map { phrases in Double(articles.count { !phrases.clearHits(in: $0).isEmpty }) / Double(articles.count) }
        guard let most = shares.max(), most >= Self.leastShare else { return nil }
        return shares.firstIndex(of: most)
    }

    private static func nearest(to centre: TermVector, _ members: [[Int]], _ centres: [TermVector], _ likeness: Float) -> Int? {
        var best: (section: Int, likeness: Float)?
        for (section, stories) in members.enumerated() where !stories.isEmpty {
            let mean = stories.reduce(Float(0)) { $0 + centre.dot(centres[$1]) } / Float(stories.count)
            if mean >= likeness, mean > (best?.likeness ?? 0) { best = (section, mean) }
        }
        return best?.section
    }
}
