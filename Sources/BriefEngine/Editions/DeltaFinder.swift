import BriefModel

/// Two editions compared, statement by statement.
///
/// A statement of the new edition tells what one of the last told when it rests on a passage of it, has its very words, or most of its telling words and
/// names. What it tells differs when the engine found a dispute between the passages of the two (0026), or when both give a figure or a day for the same
/// unit and the figures differ.
struct DeltaFinder {
    private let later: Study
    private let since: Timestamp
    private let fresh: Set<ArticleID>
    private let texts: [ArticleID: Article]
    /// The last edition, each sentence once.
    private let earlier: [Line]

    /// - Parameters:
    ///   - earlier: the statements of the last edition, in its order.
    ///   - fresh: articles that were not known then.
    ///   - cited: what the articles that the last edition cites say now, on the topic or not.
    init(earlier: [Statement], later: Study, since: Timestamp, fresh: Set<ArticleID>, cited: [Article]) {
        self.later = later
        self.since = since
        self.fresh = fresh
        texts = Dictionary(cited.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        let distinct = earlier.filter { seen.insert($0.text).inserted }
        self.earlier = StatementReading.of(distinct, day: since.day).enumerated().map { Line(statement: distinct[$0.offset], reading: $0.element) }
    }

    private struct Line {
        let statement: Statement
        let reading: StatementReading
    }

    func delta(of draft: Draft) -> Delta {
        var seen: Set<StatementID> = []
        let statements = draft.statements.filter { seen.insert($0.id).inserted }
        let readings = StatementReading.of(statements, day: later.asOf.day)
        var changes: [StatementID: Delta.Change] = [:]
        var told: Set<Int> = []
        for (statement, reading) in zip(statements, readings) {
            let now = Line(statement: statement, reading: reading)
            let before = earlier.indices.filter { isSame(earlier[$0], now) }
            told.formUnion(before)
            changes[statement.id] = change(of: now, before: before.map { earlier[$0] })
        }
        let gone = earlier.indices.filter { !told.contains($0) }.map { earlier[$0].statement }
        let withdrawn = gone.compactMap(withdrawal)
        return Delta(since: since, changes: changes, withdrawn: withdrawn, leftOut: gone.count - withdrawn.count)
    }

    // MARK: the same matter

    private func isSame(_ before: Line, _ now: Line) -> Bool {
        before.statement.text == now.statement.text || now.statement.shares(passagesOf: before.statement) || replaces(now, before)
            || now.reading.tellsTheSameMatter(as: before.reading)
    }

    /// A dispute says that a passage of the one is followed instead of a passage of the other.
    private func replaces(_ now: Line, _ before: Line) -> Bool {
        later.disputes.contains { dispute in
            dispute.kind != .hedgeDropped && now.statement.cites(dispute.followed.passage) && before.statement.cites(dispute.notFollowed.passage)
        }
    }

    // MARK: what became of it

    private func change(of now: Line, before: [Line]) -> Delta.Change {
        guard !before.isEmpty else {
            return now.statement.citations.contains { fresh.contains($0.passage.article) } ? .new : .toldNow
        }
        // The very sentence cannot have revised anything.
        if let same = before.first(where: { $0.statement.text == now.statement.text }) { return standing(of: now.statement, before: same.statement) }
        if let other = before.first(where: { replaces(now, $0) || revises(now, $0) }) {
            return .revised(before: other.statement.text)
        }
        return standing(of: now.statement, before: before[0].statement)
    }

    /// Two halves of one passage say different things without revising each other.
    private func revises(_ now: Line, _ before: Line) -> Bool {
        now.reading.tellsTheSameMatter(as: before.reading) && now.reading.differsInFact(from: before.reading)
            && !now.statement.shares(passagesOf: before.statement)
    }

    private func standing(of now: Statement, before: Statement) -> Delta.Change {
        if !now.dissent.isEmpty, before.dissent.isEmpty { return .disputed }
        let (then, today) = (before.corroboration.outlets.count, now.corroboration.outlets.count)
        return today > then ? .strengthened(from: then, to: today) : .unchanged
    }

    /// Nil for what still holds.
    private func withdrawal(of statement: Statement) -> Delta.Withdrawal? {
        let against = later.disputes.filter { $0.kind != .hedgeDropped && statement.cites($0.notFollowed.passage) }
        if let correction = against.first(where: { $0.kind == .corrected }) {
            return Delta.Withdrawal(text: statement.text, reason: .corrected, now: correction.followed.passage)
        }
        if let other = against.first(where: { fresh.contains($0.followed.passage.article) }) {
            return Delta.Withdrawal(text: statement.text, reason: .contradicted, now: other.followed.passage)
        }
        let isGone = statement.citations.contains { citation in
            guard let article = texts[citation.passage.article] else { return false }
            return article.version > citation.passage.version && article.text.firstRange(of: citation.passage.exact) == nil
        }
        return isGone ? Delta.Withdrawal(text: statement.text, reason: .passageGone, now: nil) : nil
    }
}

extension Statement {
    /// Whether it rests on this passage or one that overlaps it.
    fileprivate func cites(_ passage: Passage) -> Bool { citations.contains { $0.passage.meets(passage) } }

    fileprivate func shares(passagesOf other: Statement) -> Bool { citations.contains { other.cites($0.passage) } }
}

extension Passage {
    /// The same words of the same article, whichever version it is quoted from.
    fileprivate func meets(_ other: Passage) -> Bool {
        article == other.article && (version == other.version ? range.overlaps(other.range) : exact == other.exact)
    }
}
