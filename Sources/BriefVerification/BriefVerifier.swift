public import BriefModel
import TextAnalysis

/// Judges statements against a library: those of a brief by anyone, and those of our own drafts.
public struct BriefVerifier: Sendable {
    let index: EvidenceIndex
    let asOf: Timestamp
    /// Of a draft only that holds which all articles together bear out as well.
    let isStrict: Bool

    public init(index: EvidenceIndex, asOf: Timestamp, isStrict: Bool = false) {
        self.index = index
        self.asOf = asOf
        self.isStrict = isStrict
    }

    /// Every line of a Markdown or plain text brief (its first 1 MiB), in order, each once.
    public func audit(_ text: String) -> Audit { audit(BriefText(text, day: asOf.day)) }

    /// Every line of a brief, in order, each once, and whether what it cites bears it out.
    /// - Parameter progress: called after every line with how many are done, and of how many.
    public func audit(_ brief: BriefText, progress: (Int, Int) -> Void = { _, _ in }) -> Audit {
        var sources = CitedSources(brief.references, index: index)
        let unread = Unchecked(brief)
        var findings: [Finding] = []
        var setting = Setting()
        for (number, line) in brief.lines.enumerated() {
            findings.append(finding(on: line, isFirst: number == 0, setting: setting, sources: &sources, unread: unread))
            setting.read(line)
            progress(number + 1, brief.lines.count)
        }
        let days = index.shelves.map(\.article.day)
        return Audit(
            title: brief.lines.first?.text ?? "", findings: findings, articlesSearched: index.shelves.count, firstDay: days.min(),
            lastDay: days.max(), asOf: asOf,
            remarks: brief.isCut ? ["Only the first \(BriefText.limit >> 20) MiB of the text was read; what follows was not checked."] : [])
    }

    private func finding(on line: BriefText.Line, isFirst: Bool, setting: Setting, sources: inout CitedSources, unread: Unchecked) -> Finding {
        if let why = unread.reason(for: line) {
            return Finding(
                text: line.text, verdict: .notChecked, reasons: [why], note: unread.note(for: line, why), evidence: [],
                citations: sources.unchecked(line.marks), settling: Settling.unchecked(why))
        }
        if let exemption = Claimhood.exemption(line, isFirst: isFirst) {
            return Finding(
                text: line.text, verdict: .notAClaim, reasons: [exemption], note: Notes.exempt(exemption), evidence: [],
                citations: sources.unchecked(line.marks))
        }
        let assertion = Assertion(line.sentence, label: line.label, index: index)
        let country = setting.country(for: line)
        let judgement = Judge(index: index).judge(assertion, setting: country)
        var found = finding(line.text, judgement)
        found.alsoSaying = Corroborating(index: index).outlets(for: assertion, beside: judgement)
        found.settling = Settling(index: index).settling(judgement, of: assertion)
        found.citations = sources.checks(of: line, setting: country, beside: found)
        return found
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
