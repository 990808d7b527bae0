import BriefModel

/// An audit as Markdown: each line a heading of its verdict, with the passages quoted below.
struct AuditMarkdown {
    let audit: Audit
    let references: References
    let notice: String?

    init(_ audit: Audit, sources: [ArticleID: BriefSource], notice: String?) {
        self.audit = audit
        references = References(sources: sources.values.sorted { $0.number < $1.number })
        self.notice = notice
    }

    func document() -> [UInt8] {
        var out = MarkdownWriter()
        out.text(audit.kickLine.english, startsLine: true)
        out.verbatim("\n\n# ")
        out.text(audit.headline.english)
        out.verbatim("\n\n“")
        out.text(audit.title)
        out.verbatim("”, checked line by line.\n\n")
        out.text(audit.countLine.english + " " + Audit.reminder.english, startsLine: true)
        out.newline()
        for line in [audit.citationLine?.english].compactMap(\.self) + audit.remarks {
            out.newline()
            out.text(line, startsLine: true)
            out.newline()
        }
        for (place, finding) in audit.findings.enumerated() { write(finding, number: place + 1, to: &out) }
        if let notice {
            out.verbatim("\n*")
            out.text(notice)
            out.verbatim("*\n")
        }
        return out.bytes
    }

    private func write(_ finding: Finding, number: Int, to out: inout MarkdownWriter) {
        let reasons = Wording.reasons(finding.reasons).english
        out.verbatim("\n## \(number). \(Wording.verdict(finding.verdict).english)\(reasons.isEmpty ? "" : ": " + reasons)\n\n")
        said(finding, to: &out)
        out.newline()
        if !finding.note.isEmpty, finding.verdict != .notAClaim {
            out.newline()
            out.text(finding.note, startsLine: true)
            out.newline()
        }
        for evidence in finding.evidence {
            guard let view = PassageView(evidence.passage, marked: evidence.marked, in: references, isNumbered: false) else { continue }
            out.verbatim("\n> \(Wording.stance(evidence.stance).english): ")
            view.write(to: &out)
            out.newline()
        }
        for line in finding.citations.map({ "Citation " + Wording.citation($0) })
            + [finding.settling.map { "Would settle it: " + $0 }].compactMap(\.self)
        {
            out.newline()
            out.text(line, startsLine: true)
            out.newline()
        }
    }

    private func said(_ finding: Finding, to out: inout MarkdownWriter) {
        guard let span = finding.span, !span.isEmpty, let fault = finding.text.slice(utf8: span) else {
            return out.text(finding.text, startsLine: true)
        }
        out.text(finding.text[..<fault.startIndex], startsLine: true)
        out.verbatim("**")
        out.text(fault)
        out.verbatim("**")
        out.text(finding.text[fault.endIndex...])
    }
}
