import BriefModel

/// A line of the brief at left, marked by its verdict; at right the reason, the passages, what it cites, and what would settle it.
struct AuditRow {
    let finding: Finding
    let number: Int
    let references: References
    let filters: AuditFilters
    let frame: PageFrame

    func write(to html: inout HTMLWriter) {
        let heading = finding.reasons.contains(.heading) ? " head" : ""
        html.element("article", .class("row " + Self.name(finding.verdict) + heading + filters.classes(of: finding)), .id("l\(number)")) { html in
            html.element("p", .class("said"), .directionOfText) { said(to: &$0) }
            html.element("div") { html in
                html.element("p", .class("reason")) { html in
                    Self.sign(finding.verdict, to: &html)
                    html.text(" ")
                    html.element("span", .class("why"), say: Wording.reasons(finding.reasons))
                }
                if !finding.note.isEmpty { html.element("p", .class("reason"), .language("en"), text: finding.note) }
                for evidence in finding.evidence {
                    guard let view = PassageView(evidence.passage, marked: evidence.marked, in: references, isNumbered: false) else { continue }
                    view.write(frame: frame, stance: evidence.stance, to: &html)
                }
                if !finding.alsoSaying.isEmpty {
                    let names = Phrase.list(finding.alsoSaying.map(\.nameWithin))
                    html.element(
                        "p", .class("rep"),
                        say: finding.verdict == .partly
                            ? Phrase("Said with caution by {names}, too.", ["names": names]) : Phrase("Also said by {names}.", ["names": names]))
                }
                citations(to: &html)
                if let settling = finding.settling { settle(settling, to: &html) }
                if let credibility = references.credibility(finding) {
                    html.element("p", .class("cred")) { html in
                        html.say(
                            .sentences([CredibilityWording.line(credibility), CredibilityWording.likelihood(of: finding.text)].compactMap { $0 }))
                        html.text(" ")
                        html.element("a", .href(.fragment("credibility")), say: "What this means")
                    }
                }
            }
        }
        html.newline()
    }

    private func citations(to html: inout HTMLWriter) {
        guard !finding.citations.isEmpty else { return }
        html.element("ul", .class("cites"), .label("What the line cites")) { html in
            for check in finding.citations {
                html.element("li", .class(check.outcome.isFault ? "no" : "")) { html in
                    html.element("b", text: check.mark)
                    html.text(" ")
                    html.say(Wording.outcome(check.outcome))
                    if let target = check.target, target != check.mark {
                        html.colon()
                        if let link = Link(address: target) {
                            html.element("a", .href(link), .outward, .class("addr"), text: target)
                        } else {
                            html.element("span", .class("addr"), text: target)
                        }
                    }
                }
            }
        }
    }

    private func settle(_ settling: String, to html: inout HTMLWriter) {
        html.element("p", .class("settle")) { html in
            html.element("b", say: "Would settle it:")
            html.text(" ")
            html.text(settling, in: "en")
        }
    }

    /// The line; where the words at fault are known only they carry the verdict's line style.
    private func said(to html: inout HTMLWriter) {
        guard let span = finding.span, !span.isEmpty, let fault = finding.text.slice(utf8: span) else {
            html.element("span", text: finding.text)
            return
        }
        html.text(finding.text[..<fault.startIndex])
        html.element("span", text: fault)
        html.text(finding.text[fault.endIndex...])
    }

    static func sign(_ verdict: Verdict, to html: inout HTMLWriter) {
        let name = name(verdict)
        html.element("span", .class("vd " + name)) { html in
            html.element("svg", .svg("viewBox", "0 0 14 14"), .unspoken) { $0.void("use", .sign("v-" + name), closed: true) }
            html.say(Wording.verdict(verdict))
        }
    }

    static func name(_ verdict: Verdict) -> String {
        switch verdict {
        case .notAClaim: "notclaim"
        case .notChecked: "notchecked"
        default: verdict.rawValue
        }
    }
}
