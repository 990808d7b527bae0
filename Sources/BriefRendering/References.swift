import BriefModel

/// A brief with everything that its pages look up: numbers of statements, sources and outlets by identifier.
struct References {
    /// Each statement once, in reading order; its number is its place from 1.
    let statements: [Statement]
    private let numbers: [StatementID: Int]
    private let sources: [ArticleID: BriefSource]
    private let outlets: [OutletID: Outlet]
    /// Passages that a correction or a later report has replaced.
    private var settled: Set<Passage> = []

    init(_ brief: Brief) {
        var statements: [Statement] = []
        var numbers: [StatementID: Int] = [:]
        for statement in brief.draft.statements where numbers[statement.id] == nil {
            statements.append(statement)
            numbers[statement.id] = statements.count
        }
        self.init(statements: statements, numbers: numbers, sources: brief.sources, outlets: brief.outlets)
        settled = Set(brief.draft.disputes.filter { $0.kind.isRevision }.map(\.notFollowed.passage))
    }

    init(statements: [Statement] = [], numbers: [StatementID: Int] = [:], sources: [BriefSource], outlets: [Outlet] = []) {
        self.statements = statements
        self.numbers = numbers
        self.sources = Dictionary(sources.map { ($0.article, $0) }, uniquingKeysWith: { first, _ in first })
        self.outlets = Dictionary((outlets + sources.map(\.outlet)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func number(of statement: Statement) -> Int { numbers[statement.id] ?? 0 }

    func source(_ article: ArticleID) -> BriefSource? { sources[article] }

    func outlet(_ id: OutletID) -> Outlet { outlets[id] ?? Outlet(id: id, name: id.rawValue) }

    /// How many outlets and origins. An outlet that is its own origin is not named twice.
    func corroboration(_ statement: Statement, names: Bool = true) -> Phrase {
        var shown = statement.corroboration
        if shown.outlets.count == 1, shown.origins.count == 1, shown.origins[0] == outlet(shown.outlets[0]).name {
            shown = Corroboration(outlets: shown.outlets, origins: [])
        }
        return Wording.corroboration(shown, names: names)
    }

    /// How far a statement can be believed.
    func credibility(_ statement: Statement) -> Credibility { statement.credibility(outlet: outlet, settled: settled) }

    /// How far a line of an audit can be believed; nil for one that was not judged.
    func credibility(_ finding: Finding) -> Credibility? { finding.credibility { sources[$0]?.outlet } }

    /// The numbers of the sources behind a statement, in order, each once.
    func sourceNumbers(_ statement: Statement) -> [Int] {
        Set(statement.citations.compactMap { sources[$0.passage.article]?.number }).sorted()
    }

    /// The first statement that rests on this very passage, or else on one of the same article that overlaps it.
    func statement(citing passage: Passage) -> Statement? {
        statements.first { statement in
            (statement.citations + statement.dissent.map(\.citation)).contains {
                $0.passage.article == passage.article && $0.passage.version == passage.version && $0.passage.range.overlaps(passage.range)
            }
        }
    }
}
