import BriefModel
import TextAnalysis

/// The second check of the strict setting: what the whole library says of a statement that its own passages bear out.
struct LibraryCheck {
    let index: EvidenceIndex
    /// Passages that the brief shows as saying otherwise, in its disputes.
    private let disputed: [Passage]

    init(index: EvidenceIndex, disputes: [Dispute]) {
        self.index = index
        disputed = disputes.flatMap { [$0.followed.passage, $0.notFollowed.passage] }
    }

    /// Why a sentence of it does not hold; nil where the library bears it out, where it asserts nothing, and where whoever says otherwise is shown.
    func fault(in sentence: Sentence, of statement: Statement) -> Judgement? {
        let line = BriefText.Line(text: sentence.text, kind: .paragraph, paragraph: 0, label: nil, sentence: sentence, marks: [])
        guard Claimhood.exemption(line, isFirst: false) == nil else { return nil }
        let judgement = Judge(index: index).judge(Assertion(sentence, index: index))
        guard judgement.verdict != .supported else { return nil }
        let against = judgement.witnesses.filter { $0.stance == .contradicts }.map { index.passage(of: $0.entry) }
        let shown = disputed + statement.dissent.map(\.citation.passage)
        let isShown = !against.isEmpty && against.allSatisfy { passage in shown.contains { isSame($0, passage) } }
        return isShown ? nil : judgement
    }

    /// The same words, in the article itself or in a copy of it.
    private func isSame(_ shown: Passage, _ found: Passage) -> Bool {
        shown.article == found.article ? shown.range.overlaps(found.range) : shown.exact == found.exact
    }
}
