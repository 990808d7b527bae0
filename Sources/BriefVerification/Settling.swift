import BriefModel

/// What would have to be found to settle an open line, as a sentence for whoever has to find it.
struct Settling {
    let index: EvidenceIndex

    static func unchecked(_ why: ReasonCode) -> String {
        why == .language ? "A check by somebody who reads the language." : "The same text cut into sentences."
    }

    /// Nil for a statement that is not open.
    func settling(_ judgement: Judgement, of assertion: Assertion) -> String? {
        switch judgement.verdict {
        case .unsupported: "A report that says so" + particulars(of: assertion) + "."
        case .partly: partly(judgement, of: assertion)
        case .contradicted: contradicted(judgement, of: assertion)
        case .supported, .notAClaim, .notChecked: nil
        }
    }

    private func partly(_ judgement: Judgement, of assertion: Assertion) -> String {
        let fault = judgement.span.flatMap { assertion.text.slice(utf8: $0) }.map { "“\($0)”" }
        switch judgement.reasons.first {
        case .hedgeLost: return "A report that says it without the caution; or the line with the caution put back."
        case .misattribution: return "A report in which the speaker named here says it; or the line with the right one."
        default:
            return fault.map { "A passage that says \($0); or the line without it." } ?? "A passage that says the rest; or a line that says less."
        }
    }

    private func contradicted(_ judgement: Judgement, of assertion: Assertion) -> String {
        guard let against = judgement.witnesses.first(where: { $0.stance == .contradicts }) else {
            return "A later report or a correction that says as much."
        }
        let shelf = index.shelves[index.entries[against.entry].article]
        let who = shelf.outlet?.nameWithin ?? shelf.article.outlet.rawValue
        let right = judgement.instead.map { "; or the line with “\($0)”" } ?? ""
        return "A correction of what \(who) said on \(shelf.article.day.inWords), or a later report that outweighs it\(right)."
    }

    /// ", naming MatX, with the figure 500 million": what such a report must hold.
    private func particulars(of assertion: Assertion) -> String {
        let names = distinct(assertion.reading.sentence.names.map(\.text)).prefix(2)
        let figures = distinct(assertion.reading.sentence.quantities.map { assertion.reading.figure($0) }).prefix(2)
        var words = ""
        if !names.isEmpty { words += ", naming " + names.joined(separator: " and ") }
        if !figures.isEmpty { words += ", with the figure\(figures.count == 1 ? "" : "s") " + figures.joined(separator: " and ") }
        return words
    }

    private func distinct(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0.lowercased()).inserted }
    }
}
