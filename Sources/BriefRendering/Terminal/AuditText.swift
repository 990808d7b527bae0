import BriefModel

/// An audit for a terminal: each line with its verdict and reason, then the passages.
struct AuditText {
    let audit: Audit
    let references: References
    let style: TerminalStyle
    let notice: String?

    init(_ audit: Audit, sources: [ArticleID: BriefSource], style: TerminalStyle, notice: String?) {
        self.audit = audit
        references = References(sources: sources.values.sorted { $0.number < $1.number })
        self.style = style
        self.notice = notice
    }

    func document() -> [UInt8] {
        var out = TerminalWriter(style: style)
        out.paragraph(Run(audit.kickLine.english, .dim))
        out.newline()
        out.paragraph(Run(audit.headline.english, .strong))
        out.paragraph(Run("“\(audit.title)”"))
        out.newline()
        out.paragraph(Run(audit.countLine.english))
        if let line = audit.citationLine?.english { out.paragraph(Run(line)) }
        for remark in audit.remarks { out.paragraph(Run(remark)) }
        out.paragraph(Run(Audit.reminder.english, .dim))
        for finding in audit.findings { write(finding, to: &out) }
        if let notice {
            out.newline()
            out.paragraph(Run(notice, .dim))
        }
        return out.bytes
    }

    private func write(_ finding: Finding, to out: inout TerminalWriter) {
        let look = AuditText.look(finding.verdict)
        let reasons = Wording.reasons(finding.reasons).english
        out.newline()
        out.paragraph(said(finding), lead: Run(look.sign + " ", look.ink))
        out.paragraph(Run(Wording.verdict(finding.verdict).english, look.ink), Run(reasons.isEmpty ? "" : ": " + reasons), indent: 2)
        if !finding.note.isEmpty, finding.verdict != .notAClaim { out.paragraph(Run(finding.note), indent: 2) }
        for evidence in finding.evidence {
            guard let view = PassageView(evidence.passage, marked: evidence.marked, in: references) else { continue }
            let parts = view.parts
            let stance = Run(Wording.stance(evidence.stance).english + ": ", evidence.stance == .contradicts ? .bad : .dim)
            out.paragraph([stance, Run("“"), Run(parts.before), Run(parts.marked, .marked), Run(parts.after), Run("”")], indent: 4)
            let kind = Wording.kind(view.outlet, language: view.language)
            let page = view.page.map { ", " + $0 } ?? ""
            out.paragraph(Run("\(view.outlet.name)\(kind.isEmpty ? "" : ", " + kind), \(view.day.short)\(page)", .dim), indent: 6)
        }
        for check in finding.citations {
            out.paragraph(Run("Citation ", .dim), Run(Wording.citation(check), check.outcome.isFault ? .bad : .dim), indent: 4)
        }
        if let settling = finding.settling { out.paragraph(Run("Would settle it: ", .dim), Run(settling), indent: 4) }
    }

    private func said(_ finding: Finding) -> [Run] {
        guard let span = finding.span, !span.isEmpty, let fault = finding.text.slice(utf8: span) else { return [Run(finding.text)] }
        return [Run(finding.text[..<fault.startIndex]), Run(fault, .marked), Run(finding.text[fault.endIndex...])]
    }

    private static func look(_ verdict: Verdict) -> (sign: String, ink: Run.Ink) {
        switch verdict {
        case .supported: ("✓", .good)
        case .partly: ("◐", .doubtful)
        case .unsupported: ("◌", .unknown)
        case .contradicted: ("≠", .bad)
        case .notAClaim: ("–", .dim)
        case .notChecked: ("?", .unknown)
        }
    }
}
