import BriefModel

/// An audit as one HTML document: each line beside its verdict, the reason and the passages. Verdict = word, sign and line style, never colour alone.
struct AuditPage {
    let audit: Audit
    let references: References
    let frame: PageFrame

    init(_ audit: Audit, sources: [ArticleID: BriefSource], frame: PageFrame) {
        self.audit = audit
        references = References(sources: sources.values.sorted { $0.number < $1.number })
        self.frame = frame
    }

    func document() -> [UInt8] {
        Page.document(title: Phrase("Check of “{title}”", ["title": audit.title]), description: "A brief checked line by line", frame: frame) {
            html in
            html.element("header", .class("mast")) { masthead(to: &$0) }
            let filters = AuditFilters(audit)
            filters.write(to: &html)
            html.element("div", .class("rows")) { html in
                for (place, finding) in audit.findings.enumerated() {
                    AuditRow(finding: finding, number: place + 1, references: references, filters: filters, frame: frame).write(to: &html)
                }
            }
            CredibilityKey(found: audit.findings.compactMap(references.credibility)).write(to: &html)
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        html.element("p", .class("kick"), say: audit.kickLine)
        html.element("h1", .class("page"), say: audit.headline)
        html.element("p", .class("deck"), say: "“{title}”, checked line by line.", ["title": audit.title])
        html.element("div", .class("tally")) { html in
            bar(to: &html)
            html.element("p", .class("meta"), say: audit.countLine)
            if let line = audit.citationLine { html.element("p", .class("meta"), say: line) }
            for remark in audit.remarks { html.element("p", .class("meta"), .language("en"), text: remark) }
            html.element("p", .class("meta"), say: Audit.reminder)
            rates(to: &html)
        }
    }

    /// How often the check itself is wrong.
    private func rates(to html: inout HTMLWriter) {
        html.element("details", .class("rates meta")) { html in
            html.element("summary", say: "How often this check is wrong")
            html.element("p", say: MeasuredRate.introduction)
            html.element("dl", .class("rules")) { html in
                for rate in MeasuredRate.all {
                    html.element("dt", say: rate.figure)
                    html.element("dd", say: "{sentence}.", ["sentence": rate.meaning.capitalized])
                }
            }
        }
    }

    /// The claims by verdict, to scale.
    private func bar(to html: inout HTMLWriter) {
        let verdicts: [Verdict] = [.supported, .partly, .unsupported, .contradicted]
        guard audit.claimCount > 0 else { return }
        let gap = 2.0, width = 736.0 - gap * 3
        html.element("svg", .class("bar"), .svg("viewBox", "0 0 736 14"), .svg("preserveAspectRatio", "none"), .unspoken) { html in
            html.element(
                "pattern", .id("hatch"), .svg("width", "6"), .svg("height", "6"), .svg("patternUnits", "userSpaceOnUse"),
                .svg("patternTransform", "rotate(45)")
            ) { $0.void("path", .svg("d", "M1.5 0V6"), .svg("stroke-width", "3"), closed: true) }
            var x = 0.0
            for verdict in verdicts where audit.count(verdict) > 0 {
                let length = max(4, width * Double(audit.count(verdict)) / Double(audit.claimCount))
                html.void(
                    "rect", .class(AuditRow.name(verdict)), .svg("x", decimal(x + 0.5)), .svg("y", "0.5"), .svg("width", decimal(length - 1)),
                    .svg("height", "13"), closed: true)
                if verdict == .partly {
                    html.void(
                        "rect", .class("half"), .svg("x", decimal(x)), .svg("y", "7"), .svg("width", decimal(length)), .svg("height", "7"),
                        closed: true)
                }
                x += length + gap
            }
        }
    }
}
