import BriefModel

/// What stands behind one statement: how many outlets and origins, the passages, and who says otherwise and why that is not followed.
struct EvidenceCard {
    let statement: Statement
    let number: Int
    let total: Int
    let references: References
    let frame: PageFrame
    let delta: Delta?

    /// More passages than this are folded away.
    private static let shownAtOnce = 3

    func write(to html: inout HTMLWriter) {
        html.element("div", .class("ev"), .id("e\(number)"), .role("note"), .label("Evidence for statement \(number)")) { html in
            head(to: &html)
            let passages = statement.citations.map { PassageView($0, in: references) }
            for passage in passages.prefix(EvidenceCard.shownAtOnce) { passage.write(frame: frame, to: &html) }
            let more = passages.dropFirst(EvidenceCard.shownAtOnce)
            if !more.isEmpty {
                html.element("details") { html in
                    html.element("summary", text: Wording.counted(more.count, "more passage"))
                    for passage in more { passage.write(frame: frame, to: &html) }
                }
            }
            if !statement.dissent.isEmpty { dissent(to: &html) }
            credibility(to: &html)
            if let history = frame.history {
                html.element("p", .class("ev-n")) { $0.element("a", .href(history(number)), text: "How earlier editions said it") }
            }
            steps(to: &html)
        }
        html.newline()
    }

    private func head(to html: inout HTMLWriter) {
        html.element("p", .class("ev-h")) { html in
            html.element("span", .class("print"), text: String(number))
            Mark(statement).write(to: &html)
            html.element("span", text: references.corroboration(statement))
            html.element("a", .href(.fragment("s\(number)")), text: "Close")
        }
        if statement.corroboration.sharesOneOrigin {
            html.element("p", .class("ev-n"), text: "Every outlet here passes on the word of one origin.")
        }
        if let delta, let change = delta.change(of: statement.id).sentence(since: delta.since.day) {
            html.element("p", .class("ev-n"), .directionOfText, text: change)
        }
    }

    private func credibility(to html: inout HTMLWriter) {
        html.element("p", .class("ev-n cred")) { html in
            let credibility = references.credibility(statement)
            html.text(CredibilityWording.line(credibility) + " ")
            if let uncounted = CredibilityWording.uncounted(statement, credibility) { html.text(uncounted + " ") }
            if let likelihood = CredibilityWording.likelihood(of: statement.text) { html.text(likelihood + " ") }
            html.element("a", .href(.fragment("credibility")), text: "What this means")
        }
    }

    private func dissent(to html: inout HTMLWriter) {
        html.element("div", .class("dis")) { html in
            html.element("p") { html in
                Mark.writeOtherwise(to: &html)
                html.text("Says otherwise")
            }
            for dissent in statement.dissent {
                PassageView(dissent.citation, in: references).write(frame: frame, to: &html)
                html.element("p", .class("why"), text: dissent.notFollowed)
            }
        }
    }

    private func steps(to html: inout HTMLWriter) {
        html.element("p", .class("step")) { html in
            if number > 1 {
                html.element("a", .href(.fragment("e\(number - 1)")), text: "Previous")
            } else {
                html.element("span") { _ in }
            }
            html.element("span", text: "Statement \(number) of \(total)")
            if number < total {
                html.element("a", .href(.fragment("e\(number + 1)")), text: "Next")
            } else {
                html.element("span") { _ in }
            }
        }
    }
}

extension Dissent {
    /// "Not followed: earlier, and sourced to nobody."
    var notFollowed: String { why.lowercased().hasPrefix("not followed") ? why : "Not followed: " + why.closed }
}

extension String {
    /// Ends as a sentence does.
    var closed: String { isEmpty || ".!?…”\"".contains(where: { hasSuffix(String($0)) }) ? self : self + "." }
}
