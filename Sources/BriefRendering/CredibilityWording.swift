import BriefModel

/// The grades of credibility and the words of likelihood, explained wherever they are shown.
enum CredibilityWording {
    static func grade(_ grade: Credibility.Grade) -> Phrase {
        switch grade {
        case .confirmed: "confirmed by others"
        case .probablyTrue: "probably true"
        case .possiblyTrue: "possibly true"
        case .doubtful: "doubtful"
        case .improbable: "improbable"
        case .cannotBeJudged: "cannot be judged"
        }
    }

    /// The rule that led to the grade, as the reason a reader is given.
    static func rule(_ rule: Credibility.Rule) -> Phrase {
        switch rule {
        case .severalOrigins: "two outlets or more say so, no shared origin is known, and nobody here says otherwise"
        case .severalWeakOrigins: "several outlets say so, but all of a kind, or of your grade, whose word needs another's"
        case .reliableOutlet: "one origin, told by an outlet you grade A or B"
        case .singleOrigin: "one origin, however many pass it on"
        case .disputedBySome: "several say so, and somebody says otherwise"
        case .disputed: "one origin says so, and somebody says otherwise"
        case .weakOutlet: "one origin, of a kind, or of your grade, whose word needs another's"
        case .partly: "the sources bear out a part of it only"
        case .contradicted: "the sources say otherwise"
        case .nothingFound: "no source here speaks to it"
        }
    }

    static func confidence(_ confidence: Credibility.Confidence) -> Phrase {
        switch confidence {
        case .high: "high"
        case .moderate: "moderate"
        case .low: "low"
        }
    }

    static func reliability(_ reliability: Reliability) -> Phrase {
        switch reliability {
        case .a: "reliable"
        case .b: "usually reliable"
        case .c: "fairly reliable"
        case .d: "not usually reliable"
        case .e: "unreliable"
        case .f: "cannot be judged"
        }
    }

    /// "Credibility 3, possibly true: one origin, however many pass it on. Confidence in that: low."
    static func line(_ credibility: Credibility) -> Phrase {
        let line = Phrase(
            "Credibility {number}, {grade}: {rule}. Confidence: {confidence}.",
            [
                "number": credibility.grade.rawValue, "grade": grade(credibility.grade), "rule": rule(credibility.rule),
                "confidence": confidence(credibility.confidence),
            ])
        guard let given = credibility.reliability else { return line }
        return .sentences([
            line, Phrase("Best outlet: {letter}, {reliability}, by your grade.", ["letter": given.rawValue, "reliability": reliability(given)]),
        ])
    }

    /// Why what says otherwise did not lower the grade; nil where nothing does, or where it did.
    static func uncounted(_ statement: Statement, _ credibility: Credibility) -> Phrase? {
        guard !statement.dissent.isEmpty, ![.disputed, .disputedBySome].contains(credibility.rule) else { return nil }
        return "What says otherwise is not counted: it was corrected, replaced by a later report, or needs another's word."
    }

    /// "Likelihood, in its own words: “likely”, 55 to 80%."; nil where it states things without any.
    static func likelihood(of text: String) -> Phrase? {
        Likelihood(statedIn: text).map { found in
            let range =
                found.term.percent.map { Phrase("about {least} to {most}%", ["least": $0.lowerBound, "most": $0.upperBound]) }
                ?? "possible, and no figure"
            return Phrase("Likelihood, by its own words: “{words}” ({range}).", ["words": found.words, "range": range])
        }
    }

    static let introduction: Phrase = """
        Two things are kept apart. An outlet's reliability (A to F) is your own grade, given in the topic file; where you gave none, none is assumed. The \
        credibility of what is said (1 to 6) is proposed here by the rules below, after the Admiralty code, whoever said it.
        """

    static let apart: Phrase = """
        Confidence says how good the basis is; likelihood says how probable the thing itself is. Likelihood is never reckoned here: where a text uses a \
        word for it, the range that ICD 203 gives the word is shown beside it.
        """
}
