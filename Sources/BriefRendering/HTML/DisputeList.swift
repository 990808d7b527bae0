import BriefModel

/// Where sources differ: which is followed and why, both passages side by side, and the figures on a true scale.
struct DisputeList {
    let brief: Brief
    let references: References
    let frame: PageFrame

    static func title(_ brief: Brief) -> Phrase {
        brief.draft.disputes.allSatisfy { Strip($0) != nil } ? "Disputed figures" : "Disputed and corrected"
    }

    func write(to html: inout HTMLWriter) {
        guard !brief.draft.disputes.isEmpty else { return }
        html.element("section", .id("disputes"), .class("wide"), .labelledBy("h-disputes")) { html in
            html.element("h2", .id("h-disputes"), say: DisputeList.title(brief))
            html.element("ul", .class("disp")) { html in
                for group in brief.disputeGroups { html.element("li") { item(group, to: &$0) } }
            }
        }
        html.newline()
    }

    private func item(_ group: DisputeGroup, to html: inout HTMLWriter) {
        html.element("h3", .language("en"), .directionOfText, text: group.title.capitalizedFirst)
        html.element("div", .class("disp-l")) { html in
            if let first = group.disputes.first, let strip = Strip(first, others: group.disputes.dropFirst()) {
                strip.write(references: references, to: &html)
            }
            var said: [String] = []
            for dispute in group.disputes where !said.contains(dispute.why) {
                said.append(dispute.why)
                let told = Wording.explanation(dispute)
                html.element("p") { html in
                    if let label = told.label {
                        html.element("b", say: label)
                        html.text(" ")
                    }
                    html.text(told.why, in: "en")
                }
            }
            if let statement = references.statement(citing: group.followed.passage) {
                let number = references.number(of: statement)
                html.element("p") { $0.element("a", .href(.fragment("s\(number)")), say: "Statement {number}", ["number": number]) }
            }
        }
        html.element("div", .class("disp-r")) { html in
            passage(group.followed, label: "Followed", isFollowed: true, to: &html)
            for dispute in group.disputes { passage(dispute.notFollowed, label: "Not followed", isFollowed: false, to: &html) }
        }
    }

    private func passage(_ claim: Claim, label: Phrase, isFollowed: Bool, to html: inout HTMLWriter) {
        guard let view = PassageView(claim.passage, marked: nil, in: references) else { return }
        html.element("div", .class(isFollowed ? "side" : "side no")) { html in
            html.element("p", .class("st")) { html in
                if !isFollowed { Mark.writeOtherwise(to: &html) }
                html.say(label)
            }
            view.write(frame: frame, to: &html)
        }
    }
}
