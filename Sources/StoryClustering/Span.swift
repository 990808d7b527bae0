/// When the articles of a group came: by their dates, or, where one has none, by how many came before it.
struct Span: Sendable {
    private(set) var days: ClosedRange<Int>?
    private(set) var arrivals: ClosedRange<Int>

    init(days: ClosedRange<Int>?, arrivals: ClosedRange<Int>) {
        self.days = days
        self.arrivals = arrivals
    }

    /// - Parameter day: nil for an article without a date.
    init(day: Int?, arrival: Int) {
        days = day.map { $0...$0 }
        arrivals = arrival...arrival
    }

    mutating func add(_ other: Span) {
        if let own = days, let others = other.days { days = Self.joined(own, others) } else { days = nil }
        arrivals = Self.joined(arrivals, other.arrivals)
    }

    /// 1 for no gap, so that a late article finds its story; ½ after the half-life.
    func freshness(beside other: Span, _ configuration: ClusteringConfiguration) -> Float {
        if let days, let others = other.days { return 1 / (1 + Float(Self.gap(days, others)) / configuration.halfLife) }
        return 1 / (1 + Float(Self.gap(arrivals, other.arrivals)) / configuration.halfLifeInArticles)
    }

    private static func joined(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> ClosedRange<Int> {
        min(left.lowerBound, right.lowerBound)...max(left.upperBound, right.upperBound)
    }

    private static func gap(_ left: ClosedRange<Int>, _ right: ClosedRange<Int>) -> Int {
        max(0, left.lowerBound - right.upperBound, right.lowerBound - left.upperBound)
    }
}
