import BriefModel

/// Says whose word it is, where the sentence does not say so itself and only one outlet stands behind it.
struct Attributing: Sendable {
    let asOf: CalendarDay

    /// - Parameter told: the outlet the statement before was already attributed to; it is not named twice running.
    func text(of candidate: Candidate, outlets: Int, told: OutletID?) -> (text: String, names: Bool) {
        let text = candidate.wording.text
        let source = candidate.source
        // "Lattice Ledger found no announcement": until when it looked, the day of its report says.
        if text.hasPrefix(source.outlet.name), source.isNegated, text.hasSuffix("."), candidate.wording.line.length <= 28 {
            return (text.dropLast() + ", it \(verb(of: source.outlet)) on \(source.day.inBrief(asOf)).", true)
        }
        guard needsName(candidate, outlets: outlets), told != source.outlet.id, text.hasSuffix("."), !text.contains("\"") || !text.hasSuffix("\".")
        else {
            return (text, false)
        }
        guard candidate.wording.line.length <= 28 else { return (text, false) }
        return (text.dropLast() + ", \(source.outlet.name) \(verb(of: source.outlet)) on \(source.day.inBrief(asOf)).", true)
    }

    private func verb(of outlet: Outlet) -> String {
        outlet.kind == .thinkTank || outlet.kind == .blog || outlet.kind == .opinion ? "wrote" : "reported"
    }

    private func needsName(_ candidate: Candidate, outlets: Int) -> Bool {
        guard outlets == 1, candidate.source.sentence.attribution == nil, candidate.source.outlet.name != Outlet.ownFile else { return false }
        // "Lattice Ledger found…" names it already.
        let name = candidate.source.outlet.name.split(separator: " ").filter { $0.utf8.count > 4 }
        guard !name.contains(where: { candidate.wording.text.contains($0) }) else { return false }
        switch candidate.source.outlet.kind {
        case .wireAgency, .government: return false
        // A plain fact of a newsroom needs no reminder of who printed it: the sources stand beside it.
        case .nationalDaily, .regional, .tradePress: return candidate.source.isHedged || !candidate.substance.isEvent && !candidate.isFigure
        default: return true
        }
    }
}
