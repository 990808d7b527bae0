import BriefModel

extension Delta.Change {
    /// As it stands in a list of statements: "new: 3, 7"; nil for what is no news.
    fileprivate var label: String? {
        switch self {
        case .new: "new"
        case .strengthened: "told by more outlets"
        case .revised: "revised"
        case .disputed: "newly disputed"
        case .toldNow, .unchanged: nil
        }
    }

    /// A sentence about one statement; nil for one that stands as it stood.
    func sentence(since: CalendarDay) -> Phrase? {
        switch self {
        case .new: Phrase("New since {day}.", ["day": since])
        case .toldNow: Phrase("Not in the edition of {day}, though it was known then.", ["day": since])
        case .strengthened(let from, let to):
            Phrase("{count} independent outlets now, {before} in the edition of {day}.", ["count": to, "before": from, "day": since])
        case .revised(let before): Phrase("Revised. The edition of {day} said: “{before}”", ["day": since, "before": before])
        case .disputed: Phrase("Nobody said otherwise in the edition of {day}.", ["day": since])
        case .unchanged: nil
        }
    }
}

extension Delta.Withdrawal.Reason {
    var inWords: Phrase {
        switch self {
        case .corrected: "corrected since"
        case .contradicted: "a later report says otherwise"
        case .passageGone: "its publisher took the passage out"
        }
    }
}

/// What a brief says at its top of its own statements, beside what changed in the topic.
struct DeltaWording {
    private let delta: Delta
    private let references: References

    /// Nil where no earlier edition was compared.
    init?(_ brief: Brief, references: References) {
        guard let delta = brief.delta else { return nil }
        self.delta = delta
        self.references = references
    }

    /// "Statements new: 3, 7; told by more outlets: 5; revised: 9." by their numbers; a sentence where none is.
    var statementLine: String {
        var groups: [(label: String, numbers: [Int])] = []
        for statement in references.statements {
            guard let label = delta.change(of: statement.id).label else { continue }
            let number = references.number(of: statement)
            if let place = groups.firstIndex(where: { $0.label == label }) {
                groups[place].numbers.append(number)
            } else {
                groups.append((label, [number]))
            }
        }
        guard !groups.isEmpty else { return "Every statement stands as it stood." }
        return "Statements " + groups.map { "\($0.label): \($0.numbers.map(String.init).joined(separator: ", "))" }.joined(separator: "; ") + "."
    }

    /// "12 of 84 statements new or changed; of the edition before, 2 are withdrawn and 9 gave way to others."
    var countLine: Phrase {
        let news = references.statements.count { delta.change(of: $0.id).isNews }
        let values: KeyValuePairs<String, any Sayable> = [
            "news": news, "count": references.statements.count, "withdrawn": delta.withdrawn.count, "others": delta.leftOut,
        ]
        return switch (delta.withdrawn.isEmpty, delta.leftOut > 0) {
        case (true, false): Phrase("{news} of {count} statements new or changed.", values)
        case (false, false): Phrase("{news} of {count} statements new or changed; of the edition before, {withdrawn} are withdrawn.", values)
        case (true, true): Phrase("{news} of {count} statements new or changed; of the edition before, {others} gave way to others.", values)
        case (false, true):
            Phrase(
                "{news} of {count} statements new or changed; of the edition before, {withdrawn} are withdrawn and {others} gave way to others.",
                values)
        }
    }

    /// What the edition before said and no longer stands: the sentence, and why.
    var withdrawnLines: [String] { delta.withdrawn.map { "Withdrawn, \($0.reason.inWords.english): “\($0.text)”" } }
}
