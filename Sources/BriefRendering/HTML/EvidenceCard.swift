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
        html.element("div", .class("ev"), .id("e\(number)"), .role("note"), .label(Phrase("Evidence for statement {number}", ["number": number]))) {
            html in
            head(to: &html)
            let passages = statement.citations.map { PassageView($0, in: references) }
            for passage in passages.prefix(EvidenceCard.shownAtOnce) { passage.write(frame: frame, to: &html) }
            let more = passages.dropFirst(EvidenceCard.shownAtOnce)
            if !more.isEmpty {
                html.element("details") { html in
                    html.element("summary", say: "{count} more passages", ["count": more.count])
                    for passage in more { passage.write(frame: frame, to: &html) }
                }
            }
            if !statement.dissent.isEmpty { dissent(to: &html) }
            credibility(to: &html)
            people(to: &html)
            if let history = frame.history {
                html.element("p", .class("ev-n")) { $0.element("a", .href(history(number)), say: "How earlier editions said it") }
            }
            steps(to: &html)
        }
        html.newline()
    }

    private func head(to html: inout HTMLWriter) {
        html.element("p", .class("ev-h")) { html in
            html.element("span", .class("print"), text: String(number))
            Mark(statement).write(to: &html)
            html.element("span", say: references.corroboration(statement))
            html.element("a", .href(.fragment("s\(number)")), say: "Close")
        }
        if statement.corroboration.sharesOneOrigin {
            html.element("p", .class("ev-n"), say: "Every outlet here passes on the word of one origin.")
        }
        if let delta, let change = delta.change(of: statement.id).sentence(since: delta.since.day) {
            html.element("p", .class("ev-n"), .directionOfText, say: change)
        }
    }

    private func credibility(to html: inout HTMLWriter) {
        html.element("p", .class("ev-n cred")) { html in
            let credibility = references.credibility(statement)
            let told = [
                CredibilityWording.line(credibility), CredibilityWording.uncounted(statement, credibility),
                CredibilityWording.likelihood(of: statement.text),
            ]
            html.say(.sentences(told.compactMap { $0 }))
            html.text(" ")
            html.element("a", .href(.fragment("credibility")), say: "What this means")
        }
    }

    private func dissent(to html: inout HTMLWriter) {
        html.element("div", .class("dis")) { html in
            html.element("p") { html in
                Mark.writeOtherwise(to: &html)
                html.say("Says otherwise")
            }
            for dissent in statement.dissent {
                PassageView(dissent.citation, in: references).write(frame: frame, to: &html)
                html.element("p", .class("why"), .language("en"), text: dissent.notFollowed)
            }
        }
    }

    /// Not in the statement itself, which is to be read and not followed.
    private func people(to html: inout HTMLWriter) {
        let people = frame.people?(statement.text) ?? []
        guard !people.isEmpty else { return }
        html.element("p", .class("ev-n")) { html in
            html.say(
                "Named: {names}",
                [
                    "names": { html in
                        for (place, person) in people.enumerated() {
                            if place > 0 { html.comma() }
                            html.element("a", .href(person.link), .directionOfText, text: person.name.shown(upTo: 80))
                        }
                    }
                ])
        }
    }

    private func steps(to html: inout HTMLWriter) {
        html.element("p", .class("step")) { html in
            if number > 1 {
                html.element("a", .href(.fragment("e\(number - 1)")), say: "Previous")
            } else {
                html.element("span") { _ in }
            }
            html.element("span", say: "Statement {number} of {total}", ["number": number, "total": total])
            if number < total {
                html.element("a", .href(.fragment("e\(number + 1)")), say: "Next")
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
