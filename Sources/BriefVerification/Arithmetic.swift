import BriefModel

extension Quantity {
    /// Whether figures of the passages come to this one together: a sum or difference, so many times so much, a part of a whole as its share or the
    /// other way round, what is left of a hundred per cent.
    func isDerived(from figures: [Quantity]) -> Bool {
        let known = figures.prefix(Self.mostFigures)
        for (place, left) in known.enumerated() {
            if isShare, left.isShare, comes(to: (100 - left.percent) / (unit == "share" ? 100 : 1)) { return true }
            if isLike(left), Self.periods.contains(where: { comes(to: left.value * $0) || comes(to: left.value / $0) }) { return true }
            for (other, right) in known.enumerated() where other != place && comes(from: left, right, isFirst: place < other) { return true }
        }
        return false
    }

    private func comes(from left: Quantity, _ right: Quantity, isFirst: Bool) -> Bool {
        if isShare, !left.isShare, !right.isShare, left.isLike(right), right.value > left.value {
            let share = 100 * left.value / right.value / (unit == "share" ? 100 : 1)
            let left = (unit == "share" ? 1 : 100) - share
            return comes(to: share) || comes(to: share.rounded()) || comes(to: left) || comes(to: left.rounded())
        }
        if isFirst, left.isLike(right), isLike(left) || isLike(right) {
            return comes(to: left.value + right.value) || comes(to: abs(left.value - right.value))
        }
        // 15 million a week for four weeks; 140 tractors at 95 euros.
        let isPerPeriod = right.unit.map { ["hour", "day", "week", "month", "quarter", "year"].contains($0) } == true
        if unit != nil || isPerPeriod, unit == left.unit, right.unit != left.unit, !right.isShare, right.value > 1,
            comes(to: left.value * right.value)
        {
            return true
        }
        // 20% of 45 patients, and back: a third of them are 15.
        guard left.isShare, !right.isShare, isLike(right), left.percent > 0 else { return false }
        let part = left.percent / 100 * right.value
        return comes(to: part) || comes(to: part.rounded()) || comes(to: right.value * 100 / left.percent)
    }

    private func comes(to result: Double) -> Bool {
        guard result != 0 else { return value == 0 }
        let difference = abs(result - value) / max(abs(result), abs(value))
        return comparator == .equal ? difference <= 0.000_5 || value != value.rounded() && difference <= 0.01 : difference <= 0.06
    }

    private var isShare: Bool { unit == "percent" || unit == "share" }
    private var percent: Double { unit == "share" ? 100 * value : value }
    private func isLike(_ other: Quantity) -> Bool { !other.isShare && !isShare && (unit == nil || other.unit == nil || isComparable(to: other)) }

    /// Months and weeks of a year, days of a week, twice.
    private static let periods: [Double] = [2, 7, 12, 52]
    /// With more figures than this something always comes to anything.
    private static let mostFigures = 14
}
