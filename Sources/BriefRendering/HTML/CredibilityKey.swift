import BriefModel

/// The grid of reliability and credibility, with the rules behind it and the words of likelihood. Statements are counted where they fall.
struct CredibilityKey {
    let found: [Credibility]

    func write(to html: inout HTMLWriter) {
        html.element("section", .id("credibility"), .class("wide"), .labelledBy("h-credibility")) { html in
            html.element("h2", .id("h-credibility"), text: "Reliability and credibility")
            html.element("p", .class("lab"), text: CredibilityWording.introduction)
            html.element("div", .class("tbl")) { html in html.element("table", .class("grid")) { grid(to: &$0) } }
            html.element("h3", text: "The rules")
            html.element("dl", .class("rules")) { html in
                for rule in Credibility.Rule.allCases {
                    html.element("dt", text: "\(rule.grade.rawValue), \(CredibilityWording.grade(rule.grade))")
                    html.element("dd", text: CredibilityWording.rule(rule).capitalizedFirst + ".")
                }
            }
            html.element("h3", text: "Confidence and likelihood")
            html.element("p", .class("lab"), text: CredibilityWording.apart)
            html.element("dl", .class("rules")) { html in
                for term in Likelihood.Term.allCases {
                    html.element("dt", text: term == .possible ? "may, might, could" : term.rawValue)
                    html.element("dd", text: term.percent.map { "\($0.lowerBound) to \($0.upperBound)%" } ?? "Possible; no figure.")
                }
            }
        }
        html.newline()
    }

    private func grid(to html: inout HTMLWriter) {
        html.element("caption", text: "Lines by the best reliability of the outlets that say so, and by credibility")
        html.element("thead") { html in
            html.element("tr") { html in
                html.element("th", .scope("col"), text: "Your grade")
                for grade in Credibility.Grade.allCases {
                    html.element("th", .scope("col"), .class("r")) { html in
                        html.text("\(grade.rawValue) ")
                        html.element("span", .class("hide-s"), text: CredibilityWording.grade(grade))
                    }
                }
            }
        }
        let isGraded = found.contains { $0.reliability != nil }
        let rows: [Reliability?] = (isGraded ? Reliability.allCases.map(Optional.some) : []) + [nil]
        html.element("tbody") { html in
            for row in rows {
                html.element("tr") { html in
                    html.element("th", .scope("row"), text: row.map { "\($0.rawValue), \(CredibilityWording.reliability($0))" } ?? "none given")
                    for grade in Credibility.Grade.allCases {
                        let number = found.count { $0.reliability == row && $0.grade == grade }
                        html.element("td", .class("r num"), text: number == 0 ? "" : String(number))
                    }
                }
            }
        }
    }
}
