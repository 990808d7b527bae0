import BriefModel
import TextAnalysis

/// A sentence of an article as the writer sees it: who publishes it, when, where it stands, and what it is made of.
struct SourceSentence: Sendable {
    /// Index in the pool.
    let id: Int
    let article: ArticleID
    /// Index among the article's sentences.
    let index: Int
    let sentence: Sentence
    /// Its words as written.
    let line: Line
    /// The body at its head, if it starts with one.
    let subject: Name?
    let outlet: Outlet
    let day: CalendarDay
    let published: Timestamp
    let language: String
    let isTitle: Bool
    /// 0 for the first sentence of the body; the title is -1.
    let position: Int
    let story: StoryID?
    let fitness: Fitness
    /// Interned stems of its content words, sorted.
    let stems: [Int]
    /// Interned keys of its names, sorted.
    let names: [Int]
    /// Without those that are part of a date.
    let quantities: [Quantity]
    let claim: Claim?
    /// A claim in it was corrected, overtaken or lost its caution: it may be shown as dissent, never as support.
    let isNotFollowed: Bool
    /// Its publisher corrects a report here.
    let isCorrection: Bool

    /// What a sentence may be used for.
    enum Fitness: Sendable { case statement, citation, never }

    /// The same sentence with only what the wording keeps of it.
    func keeping(_ wording: Wording, _ kept: [Int]) -> SourceSentence {
        SourceSentence(
            id: id, article: article, index: index, sentence: sentence, line: line, subject: subject, outlet: outlet, day: day, published: published,
            language: language,
            isTitle: isTitle, position: position, story: story, fitness: fitness, stems: kept, names: names,
            quantities: quantities.filter { wording.keeps($0.range) }, claim: claim, isNotFollowed: isNotFollowed, isCorrection: isCorrection)
    }

    var isNegated: Bool { sentence.cues.contains { $0.kind == .negation } || claim?.isAffirmed == false }
    var isHedged: Bool { sentence.cues.contains { $0.kind == .hedge } || claim?.modality == .hedged }
}

extension Outlet {
    /// How much its own word weighs when passages are put in order, 0 … 1.
    var weight: Double {
        switch kind {
        case .wireAgency, .nationalDaily: 1
        case .government, .tradePress: 0.95
        case .regional: 0.85
        case .thinkTank: 0.8
        case .unknown: 0.7
        case .blog: 0.65
        case .opinion: 0.3
        case .tabloid: 0.15
        case .contentFarm: 0.1
        }
    }
}
