import BriefModel

extension Draft {
    /// The draft without the statements that verification turned away; nil when no headline or no section is left.
    /// A headline that fails is replaced by the first supported statement of the draft: a brief needs one, and it must be true.
    func keepingSupported(_ report: VerificationReport) -> Draft? {
        func holds(_ statement: Statement) -> Bool { report.findings[statement.id]?.verdict == .supported && !statement.citations.isEmpty }
        var kept = self
        kept.deck = deck.filter(holds)
        kept.timeline = timeline.filter { holds($0.statement) }
        kept.sections = sections.compactMap { section in
            var section = section
            section.blocks = section.blocks.compactMap { block in
                var block = block
                block.statements = block.statements.filter(holds)
                return block.statements.isEmpty ? nil : block
            }
            return section.blocks.isEmpty ? nil : section
        }
        guard let first = kept.sections.first?.blocks.first?.statements.first else { return nil }
        if !holds(headline) { kept.headline = first }
        return kept
    }

    /// The draft without citations that verification found to bear nothing out, and without their outlets among those that corroborate.
    func striking(_ unfounded: [StatementID: Set<ArticleID>]) -> Draft {
        guard !unfounded.isEmpty else { return self }
        var kept = self
        kept.headline = headline.striking(unfounded)
        kept.deck = deck.map { $0.striking(unfounded) }
        kept.timeline = timeline.map { DatedStatement(day: $0.day, statement: $0.statement.striking(unfounded)) }
        for section in kept.sections.indices {
            for block in kept.sections[section].blocks.indices {
                kept.sections[section].blocks[block].statements = sections[section].blocks[block].statements.map { $0.striking(unfounded) }
            }
        }
        return kept
    }

    /// The cited articles, numbered in the order of their first citation.
    func sources(articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]) -> [BriefSource] {
        let fromStatements = statements.flatMap { $0.citations + $0.dissent.map(\.citation) }.map(\.passage.article)
        let fromDisputes = disputes.flatMap { [$0.followed.passage.article, $0.notFollowed.passage.article] }
        return BriefSource.numbered(fromStatements + fromDisputes, articles: articles, outlets: outlets, reprints: reprints)
    }
}

extension Statement {
    fileprivate func striking(_ unfounded: [StatementID: Set<ArticleID>]) -> Statement {
        guard let articles = unfounded[id] else { return self }
        let kept = citations.filter { !articles.contains($0.passage.article) }
        let gone = Set(citations.map(\.outlet)).subtracting(kept.map(\.outlet))
        return Statement(
            id: id, text: text, citations: kept,
            corroboration: Corroboration(outlets: corroboration.outlets.filter { !gone.contains($0) }, origins: corroboration.origins),
            dissent: dissent, story: story)
    }
}

extension Audit {
    func sources(articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]) -> [ArticleID: BriefSource] {
        let cited = findings.flatMap { $0.evidence.map(\.passage.article) }
        let numbered = BriefSource.numbered(cited, articles: articles, outlets: outlets, reprints: reprints)
        return Dictionary(uniqueKeysWithValues: numbered.map { ($0.article, $0) })
    }
}

extension BriefSource {
    /// Each article once, numbered from 1 in the order given.
    static func numbered(
        _ cited: [ArticleID], articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]
    ) -> [BriefSource] {
        let copies = Dictionary(reprints.map { ($0.origin, $0.copies) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<ArticleID> = []
        var sources: [BriefSource] = []
        for id in cited where seen.insert(id).inserted {
            guard let article = articles[id] else { continue }
            let reprinting = Set(copies[id, default: []].compactMap { articles[$0]?.outlet }).subtracting([article.outlet])
            sources.append(
                BriefSource(
                    number: sources.count + 1, article: id,
                    outlet: outlets[article.outlet] ?? Outlet(id: article.outlet, name: article.outlet.rawValue),
                    title: article.title, authors: article.authors, address: article.address, day: article.day, language: article.language,
                    reprintedBy: reprinting.sorted(), wishes: article.wishes.flatMap { $0.isEmpty ? nil : $0 }))
        }
        return sources
    }
}
