import BriefModel

/// An item of the set `reasons`: a claim, the articles it is read against, and what is wrong with it. `Evaluation/reasons/README.md` says how it was made.
struct ReasonItem: Decodable, Sendable {
    struct Source: Decodable, Sendable {
        let id, outlet, date: String
    }

    struct Line: Decodable, Sendable {
        let id, article, text: String
    }

    /// Offsets count Unicode scalars.
    struct Span: Decodable, Sendable {
        let start, end: Int
    }

    let id, set_id, claim: String
    let articles: [Source]
    let sentences: [Line]
    let verdict: String
    /// Other verdicts that can be defended.
    let also_ok: [String]
    let reason: String
    let span: Span?
    /// The sentences that decide.
    let evidence: [String]

    var range: Range<Int>? { span.map { $0.start..<max($0.start, $0.end) } }

    func lines(of article: Source) -> [Line] { sentences.filter { $0.article == article.id } }
}

extension ReasonCode {
    /// The code of the set that means the same.
    var inReasonSet: String {
        switch self {
        case .ok: "supported"
        case .name, .entityConflation: "entity"
        case .negation: "polarity"
        default: rawValue
        }
    }
}
