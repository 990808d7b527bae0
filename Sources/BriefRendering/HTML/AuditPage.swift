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
        Page.document(title: "Check of “\(audit.title)”", description: "A brief checked line by line", frame: frame) { html in
            html.element("header", .class("mast")) { masthead(to: &$0) }
            filters(to: &html)
            html.element("div", .class("rows")) { html in
                for (place, finding) in audit.findings.enumerated() { row(finding, number: place + 1, to: &html) }
            }
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        html.element("p", .class("kick"), text: audit.kickLine)
        html.element("h1", .class("page"), text: audit.headline)
        html.element("p", .class("deck"), text: "“\(audit.title)”, checked line by line.")
        html.element("div", .class("tally")) { html in
            bar(to: &html)
            html.element("p", .class("meta"), text: audit.countLine)
            html.element("p", .class("meta"), text: Audit.reminder)
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
                    "rect", .class(AuditPage.name(verdict)), .svg("x", decimal(x + 0.5)), .svg("y", "0.5"), .svg("width", decimal(length - 1)),
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

    /// Radio buttons and sibling selectors: filters that need no script.
    private func filters(to html: inout HTMLWriter) {
        for (place, verdict) in ([nil] + Verdict.allCases.map(Optional.some)).enumerated() {
            let label = verdict.map(Wording.verdict) ?? "All lines"
            if verdict == nil {
                html.void("input", .class("pick"), .type("radio"), .name("f"), .id("f\(place)"), .checked, .label(label))
            } else {
                html.void("input", .class("pick"), .type("radio"), .name("f"), .id("f\(place)"), .label(label))
            }
        }
        html.element("div", .class("picks"), .role("group"), .label("Show")) { html in
            html.element("label", .for("f0"), text: "All lines shown")
            for (place, verdict) in Verdict.allCases.enumerated() {
                html.element("label", .for("f\(place + 1)")) { html in
                    sign(verdict, to: &html)
                    html.text(" ")
                    html.element("span", .class("num"), text: String(audit.count(verdict)))
                }
            }
        }
        html.newline()
    }

    private func row(_ finding: Finding, number: Int, to html: inout HTMLWriter) {
        let heading = finding.reasons.contains(.heading) ? " head" : ""
        html.element("article", .class("row " + AuditPage.name(finding.verdict) + heading), .id("l\(number)")) { html in
            html.element("p", .class("said")) { said(finding, to: &$0) }
            html.element("div") { html in
                html.element("p", .class("reason")) { html in
                    sign(finding.verdict, to: &html)
                    html.text(" ")
                    html.element("span", .class("why"), text: Wording.reasons(finding.reasons))
                }
                if !finding.note.isEmpty { html.element("p", .class("reason"), text: finding.note) }
                for evidence in finding.evidence {
                    guard let view = PassageView(evidence.passage, marked: evidence.marked, in: references, isNumbered: false) else { continue }
                    view.write(frame: frame, stance: evidence.stance, to: &html)
                }
            }
        }
        html.newline()
    }

    /// The line; where the words at fault are known only they carry the verdict's line style.
    private func said(_ finding: Finding, to html: inout HTMLWriter) {
        guard let span = finding.span, !span.isEmpty, let fault = finding.text.slice(utf8: span) else {
            html.element("span", text: finding.text)
            return
        }
        html.text(finding.text[..<fault.startIndex])
        html.element("span", text: fault)
        html.text(finding.text[fault.endIndex...])
    }

    private func sign(_ verdict: Verdict, to html: inout HTMLWriter) {
        let name = AuditPage.name(verdict)
        html.element("span", .class("vd " + name)) { html in
            html.element("svg", .svg("viewBox", "0 0 14 14"), .unspoken) { $0.void("use", .sign("v-" + name), closed: true) }
            html.text(Wording.verdict(verdict))
        }
    }

    private static func name(_ verdict: Verdict) -> String { verdict == .notAClaim ? "notclaim" : verdict.rawValue }
}
