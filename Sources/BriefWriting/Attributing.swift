import BriefModel

/// Says whose word it is, where the sentence does not say so itself and only one outlet stands behind it.
struct Attributing: Sendable {
    let asOf: CalendarDay

    /// - Parameter told: the outlet the statement before was already attributed to; it is not named twice running.
    func text(of candidate: Candidate, outlets: Int, told: OutletID?) -> (text: String, names: Bool) {
        let text = candidate.wording.text
        let source = candidate.source
        guard needsName(candidate, outlets: outlets), told != source.outlet.id, text.hasSuffix("."), !text.contains("\"") || !text.hasSuffix("\".")
        else {
            return (text, false)
        }
        guard candidate.wording.line.length <= 28 else { return (text, false) }
        let verb = source.outlet.kind == .thinkTank || source.outlet.kind == .blog || source.outlet.kind == .opinion ? "wrote" : "reported"
        return (text.dropLast() + ", \(source.outlet.name) \(verb) on \(source.day.inBrief(asOf)).", true)
    }

    private func needsName(_ candidate: Candidate, outlets: Int) -> Bool {
        guard outlets == 1, candidate.source.sentence.attribution == nil else { return false }
        let kind = candidate.source.outlet.kind
        guard kind != .wireAgency, kind != .government else { return false }
        // "The Tribune found…" names it already.
        let name = candidate.source.outlet.name.split(separator: " ").filter { $0.utf8.count > 4 }
        return !name.contains { candidate.wording.text.contains($0) }
    }
}
