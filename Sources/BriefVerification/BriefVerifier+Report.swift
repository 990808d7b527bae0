public import BriefModel
import TextAnalysis

extension BriefVerifier {
    /// Judges every statement of a draft against the passages it cites, re-read from the articles; never by retrieval alone. The rest of the library
    /// is searched only for corrections that overtake it; by the strict setting, for all that speaks to it.
    public func report(on draft: Draft) -> VerificationReport {
        let library = isStrict ? LibraryCheck(index: index, disputes: draft.disputes) : nil
        var findings: [StatementID: Finding] = [:]
        for read in sentences(of: draft) {
            findings[read.statement.id] = finding(on: read.statement, sentences: read.sentences, offset: read.offset, library: library)
        }
        return VerificationReport(findings: findings)
    }

    /// Citations of further articles that do not bear their statement out when read alone, not even in part. The article that a statement was worded from
    /// is not among them: if that does not bear it out, the statement falls.
    public func unfounded(in draft: Draft) -> [StatementID: Set<ArticleID>] {
        var alone = LoneShelves(index)
        var unfounded: [StatementID: Set<ArticleID>] = [:]
        for read in sentences(of: draft) {
            let own = read.statement.citations.first?.passage.article
            for citation in read.statement.citations where citation.passage.article != own {
                guard let shelf = index.shelves.firstIndex(where: { $0.article.id == citation.passage.article }), index.shelves[shelf].isCompared,
                    !read.sentences.contains(where: { [.supported, .partly].contains(alone.judgement(of: [shelf], on: $0).verdict) })
                else { continue }
                unfounded[read.statement.id, default: []].insert(citation.passage.article)
            }
        }
        return unfounded
    }

    /// Names are told by how words are written across a text, so the draft is read as one.
    private func sentences(of draft: Draft) -> [(statement: Statement, sentences: [Sentence], offset: Int)] {
        var text = ""
        var blocks: [TextBlock] = []
        for statement in draft.statements {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += statement.text
            blocks.append(TextBlock(kind: .paragraph, range: start..<text.utf8.count))
        }
        let sentences = Dictionary(grouping: TextAnalyzer().sentences(in: text, blocks: blocks, day: asOf.day), by: \.block)
        return draft.statements.enumerated().map { ($1, sentences[$0] ?? [], blocks[$0].range.lowerBound) }
    }

    private func finding(on statement: Statement, sentences: [Sentence], offset: Int, library: LibraryCheck?) -> Finding {
        var cited: [Int] = []
        for citation in statement.citations {
            guard let shelf = index.shelf(of: citation.passage), citation.passage.holds(in: shelf.article) else {
                return Finding(
                    text: statement.text, verdict: .unsupported, reasons: [.passage],
                    note: "A passage cited does not stand where it is said to stand.", evidence: [])
            }
            cited += shelf.sentences.filter { index.entries[$0].reading.sentence.range.overlaps(citation.passage.range) }
        }
        guard !cited.isEmpty, !sentences.isEmpty else {
            return Finding(text: statement.text, verdict: .unsupported, reasons: [.noEvidence], note: "It cites no passage.", evidence: [])
        }
        let fidelity = Fidelity(index: index, cited: cited)
        for sentence in sentences {
            let assertion = Assertion(sentence, index: index)
            if let fault = fidelity.fault(in: assertion) ?? overtaken(assertion, cited: cited) {
                let span = fault.span.map {
                    ($0.lowerBound + sentence.range.lowerBound - offset)..<($0.upperBound + sentence.range.lowerBound - offset)
                }
                let witness = Judgement.Witness(entry: fault.entry ?? cited[0], stance: .contradicts, marked: fault.marked, score: 0.5)
                return finding(
                    statement.text,
                    Judgement(verdict: fault.verdict, reasons: [fault.reason], span: span, witnesses: [witness], score: 0.2, instead: fault.instead))
            }
        }
        for sentence in sentences {
            guard var judgement = library?.fault(in: sentence, of: statement) else { continue }
            let shift = sentence.range.lowerBound - offset
            judgement.span = judgement.span.map { ($0.lowerBound + shift)..<($0.upperBound + shift) }
            return finding(statement.text, judgement)
        }
        let witnesses = cited.map { Judgement.Witness(entry: $0, stance: .supports, marked: nil, score: 1) }
        return finding(statement.text, Judgement(verdict: .supported, reasons: [.ok], span: nil, witnesses: witnesses, score: 1))
    }

    /// A correction elsewhere in the library that replaces a figure of this statement.
    private func overtaken(_ assertion: Assertion, cited: [Int]) -> Fidelity.Fault? {
        guard !assertion.numbers.isEmpty, index.shelves.contains(where: \.corrects) else { return nil }
        let near = index.nearest(to: assertion.parts.filter { !$0.isLight }.map(\.key), limit: Judge.candidates)
        let correcting = near.filter { index.shelves[index.entries[$0].article].corrects && !cited.contains($0) }
        guard !correcting.isEmpty, !cited.contains(where: { index.shelves[index.entries[$0].article].corrects }) else { return nil }
        let alignments = correcting.map { Alignment(assertion, entry: $0, index: index) }
        guard let objection = Figures(assertion: assertion, index: index).objections(alignments).first(where: { $0.alsoReason == .outdated }) else {
            return nil
        }
        return Fidelity.Fault(
            verdict: .contradicted, reason: .outdated, span: objection.span, entry: objection.entry, marked: objection.marked,
            instead: objection.instead
        )
    }
}

extension EvidenceIndex {
    func shelf(of passage: Passage) -> Shelf? {
        shelves.first { $0.article.id == passage.article && $0.article.version == passage.version }
    }
}
