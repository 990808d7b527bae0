import BriefModel

/// The grid of reliability and credibility, with the rules behind it and the words of likelihood. Statements are counted where they fall.
struct CredibilityKey {
    let found: [Credibility]

    func write(to html: inout HTMLWriter) {
        html.element("section", .id("credibility"), .class("wide"), .labelledBy("h-credibility")) { html in
            html.element("h2", .id("h-credibility"), say: "Reliability and credibility")
            html.element("p", .class("lab"), say: CredibilityWording.introduction)
            html.element("div", .class("tbl"), .role("group"), .labelledBy("h-credibility"), .reachable) { html in
                html.element("table", .class("grid")) { grid(to: &$0) }
            }
            html.element("h3", say: "The rules")
            html.element("dl", .class("rules")) { html in
                for rule in Credibility.Rule.allCases {
                    html.element("dt", say: "{number}, {grade}", ["number": rule.grade.rawValue, "grade": CredibilityWording.grade(rule.grade)])
                    html.element("dd", say: "{sentence}.", ["sentence": CredibilityWording.rule(rule).capitalized])
                }
            }
            html.element("h3", say: "Confidence and likelihood")
            html.element("p", .class("lab"), say: CredibilityWording.apart)
            html.element("dl", .class("rules")) { html in
                for term in Likelihood.Term.allCases {
                    html.element("dt", .language("en"), text: term == .possible ? "may, might, could" : term.rawValue)
                    html.element(
                        "dd",
                        say: term.percent.map { Phrase("{least} to {most}%", ["least": $0.lowerBound, "most": $0.upperBound]) }
                            ?? "Possible; no figure.")
                }
            }
        }
        html.newline()
    }

    private func grid(to html: inout HTMLWriter) {
        html.element("caption", say: "Lines by the best reliability of the outlets that say so, and by credibility")
        html.element("thead") { html in
            html.element("tr") { html in
                html.element("th", .scope("col"), say: "Your grade")
                for grade in Credibility.Grade.allCases {
                    html.element("th", .scope("col"), .class("r")) { html in
                        html.text("\(grade.rawValue) ")
                        html.element("span", .class("hide-s"), say: CredibilityWording.grade(grade))
                    }
                }
            }
        }
        let isGraded = found.contains { $0.reliability != nil }
        let rows: [Reliability?] = (isGraded ? Reliability.allCases.map(Optional.some) : []) + [nil]
        html.element("tbody") { html in
            for row in rows {
                html.element("tr") { html in
                    html.element(
                        "th", .scope("row"),
                        say: row.map {
                            Phrase("{letter}, {reliability}", ["letter": $0.rawValue, "reliability": CredibilityWording.reliability($0)])
                        } ?? "none given")
                    for grade in Credibility.Grade.allCases {
                        let number = found.count { $0.reliability == row && $0.grade == grade }
                        html.element("td", .class("r num"), text: number == 0 ? "" : String(number))
                    }
                }
            }
        }
    }
}
