public import BriefModel
import TextAnalysis

/// Judges statements against a library: those of a brief by anyone, and those of our own drafts.
public struct BriefVerifier: Sendable {
    let index: EvidenceIndex
    let asOf: Timestamp

    public init(index: EvidenceIndex, asOf: Timestamp) {
        self.index = index
        self.asOf = asOf
    }

    /// Every line of a Markdown or plain text brief (its first 1 MiB), in order, each once.
    public func audit(_ text: String) -> Audit {
        let brief = BriefText(text, day: asOf.day)
        var findings: [Finding] = []
        var setting = Setting()
        for (number, line) in brief.lines.enumerated() {
            let exemption = Claimhood.exemption(line, isFirst: number == 0)
            if let exemption {
                findings.append(Finding(text: line.text, verdict: .notAClaim, reasons: [exemption], note: Notes.exempt(exemption), evidence: []))
            } else {
                findings.append(finding(on: line, setting: setting))
            }
            setting.read(line)
        }
        let days = index.shelves.map(\.article.day)
        return Audit(
            title: brief.lines.first?.text ?? "", findings: findings, articlesSearched: index.shelves.count, firstDay: days.min(), lastDay: days.max()
        )
    }

    private func finding(on line: BriefText.Line, setting: Setting) -> Finding {
        let assertion = Assertion(line.sentence, label: line.label, index: index)
        let judgement = Judge(index: index).judge(assertion, setting: setting.country(for: line))
        return finding(line.text, judgement)
    }

    func finding(_ text: String, _ judgement: Judgement) -> Finding {
        let evidence = judgement.witnesses.map { witness -> Evidence in
            let passage = index.passage(of: witness.entry)
            let marked = witness.marked.map { ($0.lowerBound - passage.range.lowerBound)..<($0.upperBound - passage.range.lowerBound) }
            return Evidence(passage: passage, stance: witness.stance, marked: marked, score: witness.score)
        }
        return Finding(
            text: text, verdict: judgement.verdict, reasons: judgement.reasons, span: judgement.span,
            note: Notes(index: index).note(text, judgement), evidence: evidence)
    }
}
