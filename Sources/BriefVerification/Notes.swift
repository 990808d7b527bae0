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
        case .notAClaim, .notChecked: ""
        }
    }

    private func supported(_ judgement: Judgement) -> String {
        let names = outlets(judgement.witnesses.filter { $0.stance == .supports })
        return names.isEmpty ? "The passages bear it out." : "\(listed(names)) \(names.count == 1 ? "bears" : "bear") it out."
    }

    private func contradicted(_ text: String, _ judgement: Judgement) -> String {
        if let telling = judgement.telling { return telling }
        guard let against = judgement.witnesses.first(where: { $0.stance == .contradicts }) else { return "The passages say otherwise." }
        let who = outlet(against) ?? "A passage"
        let ours = judgement.span.flatMap { text.slice(utf8: $0) }.map { "; this line says \($0)" } ?? ""
        switch judgement.reasons.first {
        case .number, .date, .entityConflation, .name:
            guard let instead = judgement.instead else { fallthrough }
            return (judgement.reasons.contains(.outdated) ? "Corrected since: \(within(against) ?? "a passage")" : who) + " says \(instead)\(ours)."
        case .quoteAltered:
            guard let instead = judgement.instead else { fallthrough }
            return "\(who) has the words as “\(instead)”; this line alters them."
        default:
            return "\(who) says “\(clause(against))”; this line says the opposite."
        }
    }

    private func partly(_ text: String, _ judgement: Judgement) -> String {
        if judgement.reasons.contains(.misattribution), let telling = judgement.telling { return telling }
        let words = judgement.span.flatMap { text.slice(utf8: $0) }.map { "“\(String($0))”" }
        switch judgement.reasons.first {
        case .misattribution: return "The words are found, but said by \(judgement.instead ?? "someone else")."
        case .hedgeLost: return "The passages say it with a caution or as a plan; this line drops that."
        case .planAsFact: return "The passages tell of a plan; this line tells it as done."
        case .causalLeap: return "The passages state both; none of them links them as \(words ?? "this line") does."
        case .number, .date, .name:
            return "Borne out in part; no passage found gives \(words ?? "the particulars")."
        case .negation, .noEvidence:
            if let against = judgement.witnesses.first(where: { $0.stance == .contradicts }) {
                return "Borne out in part; \(within(against) ?? "a passage") says “\(clause(against))”."
            }
            return "Borne out in part; \(words ?? "the rest") is in none of the passages found."
        default: return words.map { "Borne out in part; nothing found says \($0)." } ?? "The passages found say less than this line."
        }
    }

    private func unsupported(_ judgement: Judgement) -> String {
        guard let first = judgement.witnesses.first else { return "No passage found that says this." }
        if index.doubts.contains(first.entry) {
            return "No passage found that says this; the nearest says what is not known."
        }
        return "No passage found that says this; the nearest is shown."
    }

    /// The sentence of a witness without its last full stop; of a long one, the clause with the deciding words.
    private func clause(_ witness: Judgement.Witness) -> String {
        let sentence = index.entries[witness.entry].reading.sentence
        let words = sentence.tokens.count { $0.kind != .symbol }
        guard words > Self.longest, let marked = witness.marked else { return Self.unstopped(sentence.text) }
        let breaks = sentence.tokens.indices.dropFirst().filter { index in
            let gap = sentence.bytes(sentence.tokens[index - 1].range.upperBound..<sentence.tokens[index].range.lowerBound)
            return gap.contains(",") || gap.contains(";") || gap.contains("—") || gap.contains(": ")
        }
        let start = breaks.last { sentence.tokens[$0].range.lowerBound <= marked.lowerBound }.map { sentence.tokens[$0].range.lowerBound }
        let end = breaks.first { sentence.tokens[$0].range.lowerBound >= marked.upperBound }.map { sentence.tokens[$0 - 1].range.upperBound }
        return Self.unstopped(sentence.bytes((start ?? sentence.range.lowerBound)..<(end ?? sentence.range.upperBound)))
    }

    /// A sentence of up to about two lines is quoted whole.
    private static let longest = 30

    private static func unstopped(_ text: String) -> String { text.hasSuffix(".") ? String(text.dropLast()) : text }

    private func outlet(_ witness: Judgement.Witness) -> String? {
        let shelf = index.shelves[index.entries[witness.entry].article]
        return shelf.outlet?.name ?? shelf.article.outlet.rawValue
    }

    /// The same inside a sentence.
    private func within(_ witness: Judgement.Witness) -> String? {
        let shelf = index.shelves[index.entries[witness.entry].article]
        return shelf.outlet?.nameWithin ?? shelf.article.outlet.rawValue
    }

    /// Each once, the first as a sentence begins with it.
    private func outlets(_ witnesses: [Judgement.Witness]) -> [String] {
        var names: [String] = []
        for name in witnesses.compactMap(within) where !names.contains(name) { names.append(name) }
        return (witnesses.first.flatMap(outlet).map { [$0] } ?? []) + names.dropFirst()
    }

    private func listed(_ names: [String]) -> String {
        names.count < 3 ? names.joined(separator: " and ") : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}
