import BriefModel

/// What a reader is told of a language model's part in a brief, the same in every format.
struct ModelWordingNote {
    private let wording: ModelWording
    private let references: References

    /// Nil for a brief that no model was asked to word.
    init?(_ brief: Brief, references: References) {
        guard let wording = brief.wording else { return nil }
        self.wording = wording
        self.references = references
    }

    /// Who worded it, how much was turned away, and why it could not be used where it could not.
    var line: String {
        var sentences: [String] = []
        if wording.admitted > 0 {
            let total = references.statements.count
            sentences.append(
                "\(wording.admitted) of \(Wording.counted(total, "statement")) \(wording.admitted == 1 ? "is" : "are") in the words of \(wording.model), each held to the passages it cites."
            )
        }
        if !wording.dropped.isEmpty {
            let were = wording.dropped.count == 1 ? "was" : "were"
            sentences.append(
                "\(Wording.counted(wording.dropped.count, "sentence")) it proposed \(were) left out because the passages did not bear \(wording.dropped.count == 1 ? "it" : "them") out."
            )
        }
        if let failure = wording.failure {
            let place =
                wording.sectionsFailed == wording.sectionsAsked
                ? "The model \(wording.model) could not be used, so this brief is worded without it."
                : "In \(Wording.counted(wording.sectionsFailed, "section")) of \(wording.sectionsAsked) the model could not be used; they are worded without it."
            sentences.append(place + " " + failure.closed)
        } else if wording.admitted == 0 {
            sentences.append("Nothing the model \(wording.model) proposed was taken, so this brief is worded without it.")
        }
        return sentences.joined(separator: " ")
    }

    static let title = "What the model did"

    /// The same in figures: why sentences were turned away, where, and what was kept from it.
    var details: [String] {
        var lines: [String] = []
        for (reason, count) in counted(wording.dropped.map { $0.reasons.first ?? .noEvidence }) {
            let places = counted(wording.dropped.filter { ($0.reasons.first ?? .noEvidence) == reason }.map(\.section))
            let sections = places.map { $0.count == 1 ? $0.item : "\($0.item) (\($0.count))" }
            lines.append("Left out, \(Wording.reason(reason) ?? "not verified"): \(count), in \(Wording.list(sections)).")
        }
        if wording.repaired > 0 {
            lines.append(
                "\(Wording.counted(wording.repaired, "statement")) stand\(wording.repaired == 1 ? "s" : "") in words it corrected when it was told what was wrong."
            )
        }
        let numbers = wording.addressingMachines.compactMap { references.source($0)?.number }.sorted()
        if !numbers.isEmpty {
            lines.append(
                "\(Wording.counted(numbers.count, "source")) \(numbers.count == 1 ? "carries" : "carry") text addressed to machines, which the model was not shown: \(Wording.list(numbers.map(String.init)))."
            )
        }
        lines.append(
            "It saw numbered passages only, and chose none of them. \(Wording.counted(wording.requests, "request")), \(Wording.counted(wording.inputTokens, "token")) in, \(Wording.grouped(wording.outputTokens)) out."
        )
        return lines
    }

    /// Each once with its number, the most frequent first, then as they came.
    private func counted<Item: Hashable>(_ items: [Item]) -> [(item: Item, count: Int)] {
        var order: [Item] = []
        var counts: [Item: Int] = [:]
        for item in items {
            if counts[item] == nil { order.append(item) }
            counts[item, default: 0] += 1
        }
        return order.enumerated().sorted { (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset) }.map {
            ($0.element, counts[$0.element] ?? 0)
        }
    }
}
