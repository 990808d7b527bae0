import BriefModel

extension JSONWriter {
    /// How far something can be believed: the grade with its words and its rule, never alone; and, apart from it, what the text says of likelihood.
    mutating func credibility(_ credibility: Credibility?, of text: String) {
        guard let credibility else {
            field("credibility", nil as String?)
            return field("likelihood", nil as String?)
        }
        field("credibility") { json in
            json.field("grade", credibility.grade.rawValue)
            json.field("words", CredibilityWording.grade(credibility.grade).english)
            json.field("rule", credibility.rule.rawValue)
            json.field("why", CredibilityWording.rule(credibility.rule).english)
            json.field("confidence", credibility.confidence.rawValue)
            json.field("reliability", credibility.reliability?.rawValue)
        }
        guard let likelihood = Likelihood(statedIn: text) else { return field("likelihood", nil as String?) }
        field("likelihood") { json in
            json.field("words", likelihood.words)
            json.field("term", likelihood.term.rawValue)
            json.field("percent", likelihood.term.percent.map { $0.lowerBound..<$0.upperBound })
        }
    }
}
