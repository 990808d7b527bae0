import BriefModel

/// Which lines are shown: by verdict and by reason, with radio buttons and sibling selectors, so that no script is needed. The reasons of a page are
/// numbered, the most frequent first, as the style sheet cannot know which there will be.
struct AuditFilters {
    private let audit: Audit
    /// What can be filtered by, the most frequent first.
    private let reasons: [(label: Phrase, count: Int, holds: (Finding) -> Bool)]

    /// As many as the style sheet has rules for.
    private static let most = 12

    init(_ audit: Audit) {
        self.audit = audit
        let codes = ReasonCode.allCases.compactMap { code in Wording.reason(code).map { (code, $0) } }.filter {
            ![.heading, .metadata].contains($0.0)
        }
        var reasons = codes.map { code, words in
            (label: words, count: audit.findings.count { $0.reasons.contains(code) }, holds: { (finding: Finding) in finding.reasons.contains(code) })
        }
        let faulty = { (finding: Finding) in finding.citations.contains { $0.outcome.isFault } }
        reasons.append((label: "a citation does not hold", count: audit.findings.count(where: faulty), holds: faulty))
        self.reasons = Array(
            reasons.filter { $0.count > 0 }.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
                .prefix(Self.most))
    }

    /// The classes by which a line is shown or hidden.
    func classes(of finding: Finding) -> String {
        reasons.indices.filter { reasons[$0].holds(finding) }.map { " w\($0 + 1)" }.joined()
    }

    func write(to html: inout HTMLWriter) {
        buttons("f", labels: ["All lines"] as [Phrase] + Verdict.allCases.map(Wording.verdict), to: &html)
        if !reasons.isEmpty { buttons("w", labels: ["Any reason"] as [Phrase] + reasons.map(\.label), to: &html) }
        html.element("div", .class("picks"), .role("group"), .label("Show by verdict")) { html in
            html.element("label", .for("f0"), say: "All lines shown")
            for (place, verdict) in Verdict.allCases.enumerated() where verdict != .notChecked || audit.count(verdict) > 0 {
                html.element("label", .for("f\(place + 1)")) { html in
                    AuditRow.sign(verdict, to: &html)
                    html.text(" ")
                    html.element("span", .class("num"), text: String(audit.count(verdict)))
                }
            }
        }
        if !reasons.isEmpty {
            html.element("details", .class("whys")) { html in
                html.element("summary", say: "By reason")
                html.element("div", .class("picks"), .role("group"), .label("Show by reason")) { html in
                    html.element("label", .for("w0"), say: "Any reason")
                    for (place, reason) in reasons.enumerated() {
                        html.element("label", .for("w\(place + 1)")) { html in
                            html.say(reason.label.capitalized)
                            html.text(" ")
                            html.element("span", .class("num"), text: String(reason.count))
                        }
                    }
                }
            }
        }
        html.newline()
    }

    private func buttons(_ group: StaticString, labels: [Phrase], to html: inout HTMLWriter) {
        for (place, label) in labels.enumerated() {
            if place == 0 {
                html.void("input", .class("pick"), .type("radio"), .name(group), .id("\(group)\(place)"), .checked, .label(label))
            } else {
                html.void("input", .class("pick"), .type("radio"), .name(group), .id("\(group)\(place)"), .label(label))
            }
        }
    }
}
