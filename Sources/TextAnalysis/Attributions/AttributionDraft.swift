import BriefModel

/// An attribution by the words of its sentence, before it is known how far its content goes.
struct AttributionDraft {
    enum Reach {
        /// To the end of the sentence, or to where the next one begins.
        case clause
        /// To the end of the phrase.
        case phrase
    }

    let kind: Attribution.Kind
    let head: Int
    var cue: ClosedRange<Int>
    var source: ClosedRange<Int>?
    /// What the source takes up: in "Brook, who said", Brook.
    var antecedent: ClosedRange<Int>?
    /// The content's first word after the cue.
    var right: Int?
    var reach = Reach.clause
    /// The content's last word before source and cue: "…, he said".
    var left: Int?
    /// What a passive says it of: "the deal is expected to".
    var patient: ClosedRange<Int>?
    /// Its content is what the next block holds: "Brook added:".
    var opensNext = false
    /// Takes its source from an attribution before it: "…, adding that".
    var sharesSource = false

    /// The first word that belongs to source or cue.
    var start: Int {
        source.map { !sharesSource && $0.lowerBound < cue.lowerBound ? $0.lowerBound : cue.lowerBound } ?? patient.map {
            min($0.lowerBound, cue.lowerBound)
        } ?? cue.lowerBound
    }
    /// The last word that belongs to source or cue.
    var end: Int { source.map { !sharesSource ? max($0.upperBound, cue.upperBound) : cue.upperBound } ?? cue.upperBound }
}
