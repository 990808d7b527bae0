import BriefModel
import TextAnalysis

/// A group of articles as a story: its title, its dated updates, its key terms.
struct StoryTelling {
    struct Member {
        let article: AnalyzedArticle
        /// It copies another article and adds nothing of its own.
        let isCopy: Bool
        let vector: TermVector
    }

    /// By date, then identifier.
    private let members: [Member]
    /// Those that say something of their own.
    private let voices: [Member]
    private let centre: TermVector

    private static let keyTerms = 12

    init(members: [Member]) {
        self.members = members.sorted { ($0.article.article.day, $0.article.article.id) < ($1.article.article.day, $1.article.article.id) }
        let originals = self.members.filter { !$0.isCopy }
        voices = originals.isEmpty ? self.members : originals
        centre = TermVector.sum(of: voices.map(\.vector))
    }

    func story() -> Story {
        let terms = keyTerms()
        return Story(
            id: StoryID(members.first?.article.article.id.rawValue ?? ""), title: title(), articles: members.map(\.article.article.id),
            updates: voices.compactMap { update($0.article, keyTerms: Set(terms)) }, keyTerms: terms)
    }

    /// The headline of the article nearest to all; shouting, corrections and other languages stand back.
    private func title() -> String {
        let weights = centre.byTerm
        var best: (title: String, score: Float)?
        for member in voices {
            let article = member.article.article
            let headline = Headline(article.title)
            guard !headline.text.isEmpty else { continue }
            var score = member.vector.dot(weights)
            if headline.shouts { score *= 0.5 }
            if headline.hadLabel || article.isCorrection { score *= 0.6 }
            if article.language != "en" { score *= 0.5 }
            if score > (best?.score ?? -1) { best = (headline.text, score) }
        }
        return best?.title ?? keyTerms().prefix(3).joined(separator: ", ")
    }

    /// Stems only: the marks of names and figures are for comparing.
    private func keyTerms() -> [String] {
        var words: [Int32: String] = [:]
        for token in voices.flatMap({ $0.article.sentences }).flatMap(\.tokens)
        where token.kind != .number && token.kind != .symbol && !token.isStopword {
            words[WordHash.number(of: token.stem)] = token.stem
        }
        return Array(centre.heaviest(Self.keyTerms * 4).compactMap { words[$0] }.prefix(Self.keyTerms))
    }

    /// What happened stands in the lead: the first sentence of the body that speaks of the story and is no rubric.
    private func update(_ article: AnalyzedArticle, keyTerms: Set<String>) -> Update? {
        let body = article.sentences.filter { $0.block > 0 && $0.tokens.count > 4 && !Headline(article.passage($0).withoutDateline.exact).shouts }
        let lead = body.prefix(3).first { sentence in !sentence.names.isEmpty || sentence.tokens.contains { keyTerms.contains($0.stem) } }
        guard let sentence = lead ?? body.first ?? article.sentences.first else { return nil }
        return Update(day: article.article.day, article: article.article.id, passage: article.passage(sentence))
    }
}

/// A headline without its label, and how it is set.
struct Headline {
    let text: String
    /// "CORRECTION:", "Factbox:", "Press notice 9/2026:" stood before it.
    let hadLabel: Bool
    /// Words in capitals or exclamation marks.
    let shouts: Bool

    /// What newsrooms and offices put before a headline.
    private static let labels: Set<String> = [
        "correction", "corrected", "clarification", "update", "updated", "factbox", "explainer", "analysis", "opinion", "comment", "exclusive",
        "breaking",
        "live", "watch", "video", "interview", "timeline", "notice", "press notice", "press release", "statement", "berichtigung", "korrektur",
        "analyse",
        "rectificatif", "更正",
    ]

    init(_ title: String) {
        var text = title[...]
        var hadLabel = false
        while let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) {
            let label = text[..<colon].lowercased().split(separator: " ").filter { !$0.utf8.contains { (0x30...0x39).contains($0) } }.joined(
                separator: " ")
            guard Self.labels.contains(label) else { break }
            hadLabel = true
            text = text[text.index(after: colon)...].drop { $0 == " " }
        }
        self.text = String(text)
        self.hadLabel = hadLabel
        shouts = Self.shouts(text)
    }

    /// A mark of exclamation, or two neighbouring words of four letters or more in capitals.
    private static func shouts(_ text: Substring) -> Bool {
        if text.utf8.contains(0x21) { return true }
        var run = 0
        for word in text.split(separator: " ") {
            let letters = word.utf8.filter { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
            run = letters.count >= 4 && letters.allSatisfy { $0 <= 0x5A } ? run + 1 : 0
            if run > 1 { return true }
        }
        return text.split(separator: " ").filter { word in word.utf8.count >= 5 && word.utf8.allSatisfy { (0x41...0x5A).contains($0) } }.count > 1
    }
}
