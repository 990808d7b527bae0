import BriefModel

/// One sentence for a reader on each finding: what the evidence shows.
struct Notes {
    let index: EvidenceIndex

    static func exempt(_ reason: ReasonCode) -> String {
        switch reason {
        case .heading: "A heading: nothing to check."
        case .metadata: "About the brief itself: nothing to check."
        case .forecast: "A guess at what may come: nothing to check yet."
        default: "A view or a recommendation: nothing to check."
        }
    }

    func note(_ text: String, _ judgement: Judgement) -> String {
        switch judgement.verdict {
        case .supported: supported(judgement)
        case .contradicted: contradicted(text, judgement)
        case .partly: partly(text, judgement)
        case .unsupported: unsupported(judgement)
        case .notAClaim: ""
        }
    }

    private func supported(_ judgement: Judgement) -> String {
        let names = outlets(judgement.witnesses.filter { $0.stance == .supports })
        return names.isEmpty ? "The passages bear it out." : "\(listed(names)) \(names.count == 1 ? "bears" : "bear") it out."
    }

    private func contradicted(_ text: String, _ judgement: Judgement) -> String {
        let against = judgement.witnesses.first { $0.stance == .contradicts }
        let who = against.flatMap { outlet($0) } ?? "A passage"
        let theirs = judgement.instead.map { "“\(shortened($0))”" } ?? "otherwise"
        let ours = judgement.span.flatMap { text.slice(utf8: $0) }.map { "; this line says “\(shortened(String($0)))”" } ?? ""
        if judgement.reasons.contains(.stale) { return "Corrected since: \(who) says \(theirs)\(ours)." }
        return "\(who) says \(theirs)\(ours)."
    }

    private func partly(_ text: String, _ judgement: Judgement) -> String {
        let words = judgement.span.flatMap { text.slice(utf8: $0) }.map { "“\(shortened(String($0)))”" }
        switch judgement.reasons.first {
        case .misattribution: return "The words are found, but said by \(judgement.instead.map(shortened) ?? "someone else")."
        case .hedgeLost: return "The passages say it with a caution or as a plan; this line drops that."
        case .number, .date, .name:
            return "Borne out in part; no passage found gives \(words ?? "the particulars")."
        case .negation, .noEvidence:
            if let instead = judgement.instead { return "Borne out in part; on \(words ?? "the rest") a passage says “\(shortened(instead))”." }
            return "Borne out in part; \(words ?? "the rest") is in none of the passages found."
        default: return words.map { "Borne out in part; nothing found says \($0)." } ?? "The passages found say less than this line."
        }
    }

    private func unsupported(_ judgement: Judgement) -> String {
        judgement.witnesses.isEmpty ? "No passage found." : "No passage found that says this; the nearest is shown."
    }

    private func outlet(_ witness: Judgement.Witness) -> String? {
        let shelf = index.shelves[index.entries[witness.entry].article]
        return shelf.outlet?.name ?? shelf.article.outlet.rawValue
    }

    private func outlets(_ witnesses: [Judgement.Witness]) -> [String] {
        var seen: [String] = []
        for name in witnesses.compactMap(outlet) where !seen.contains(name) { seen.append(name) }
        return seen
    }

    private func listed(_ names: [String]) -> String {
        names.count < 3 ? names.joined(separator: " and ") : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    /// At most about fifteen words of a passage.
    private func shortened(_ text: String) -> String {
        let words = text.split(separator: " ")
        return words.count <= 16 ? text : words.prefix(15).joined(separator: " ") + " …"
    }
}
