import BriefModel

extension Trends {
    /// The kinds in the order they are shown, each with what its stories are called together.
    enum Kind: String, CaseIterable {
        case rising = "Rising"
        case new = "New"
        case steady = "Going on"
        case quiet = "Gone quiet"

        init(_ trend: Coverage.Trend) {
            self =
                switch trend {
                case .rising: .rising
                case .new: .new
                case .steady: .steady
                case .quiet: .quiet
                }
        }

        var phrase: Phrase {
            switch self {
            case .rising: Phrase("Rising", context: "stories")
            case .new: Phrase("New", context: "stories")
            case .steady: Phrase("Going on", context: "stories")
            case .quiet: Phrase("Gone quiet", context: "stories")
            }
        }
    }

    func stories(_ kind: Kind) -> [Coverage] { stories.filter { Kind($0.trend) == kind } }

    /// "1 rises, 2 are new, 9 go on, 1 has gone quiet".
    var countLine: String {
        let words: [(Kind, one: String, more: String)] = [
            (.rising, "rises", "rise"), (.new, "is new", "are new"), (.steady, "goes on", "go on"), (.quiet, "has gone quiet", "have gone quiet"),
        ]
        let parts = words.compactMap { kind, one, more in
            let count = stories(kind).count
            return count == 0 ? nil : "\(count) \(count == 1 ? one : more)"
        }
        return parts.isEmpty ? "No story." : "Of \(Wording.counted(stories.count, "story", plural: "stories")), \(Wording.list(parts))."
    }

    /// How it is told what a story does.
    var method: String {
        """
        A report is an outlet that tells of a story on a day; reprints are left out and outlets of one owner count once. A story rises, or has gone quiet, \
        when its reports of the last \(Wording.counted(window, "day")) would be less likely than one in twenty, going by its share of all reports before.
        """
    }

    /// What a story's numbers are.
    func sentence(_ coverage: Coverage) -> Phrase {
        let outlets = coverage.outlets
        return switch coverage.trend {
        case .rising(let found, let expected):
            Phrase(
                "{reports} reports in {days} days, where {expected} were to be expected; {outlets} outlets.",
                ["reports": found, "days": window, "expected": Tenths(expected), "outlets": outlets])
        case .new: Phrase("First told of on {day}; {outlets} outlets.", ["day": coverage.days.first?.day ?? asOf, "outlets": outlets])
        case .steady: Phrase("Last told of on {day}; {outlets} outlets.", ["day": coverage.days.last?.day ?? asOf, "outlets": outlets])
        case .quiet(let since, let expected):
            Phrase(
                "Not told of since {day}, though {expected} reports were to be expected; {outlets} outlets.",
                ["day": since, "expected": Tenths(expected), "outlets": outlets])
        }
    }

    func name(_ outlet: OutletID) -> String { outlets[outlet]?.name ?? outlet.rawValue }

    /// Who told of it, the most often first.
    func names(_ coverage: Coverage) -> [String] {
        let counts = coverage.days.flatMap(\.outlets).reduce(into: [OutletID: Int]()) { $0[$1, default: 0] += 1 }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { name($0.key) }
    }

    /// All series on one scale: from the first day any story was told of, in as many steps of whole days as fit.
    func series(most: Int) -> TrendSeries { TrendSeries(self, most: most) }
}

/// Reports a step of so many days, for each story, from one first day on.
struct TrendSeries {
    let first: CalendarDay
    /// Days a step; the last step ends on the day looked at.
    let step: Int
    let steps: Int
    let highest: Int

    init(_ trends: Trends, most: Int) {
        let earliest = trends.stories.flatMap(\.days).map(\.day).min() ?? trends.asOf
        let days = trends.asOf.daysSince1970 - earliest.daysSince1970 + 1
        let step = max(1, (days + most - 1) / most)
        let steps = (days + step - 1) / step
        let first = trends.asOf.adding(days: 1 - steps * step)
        self.step = step
        self.steps = steps
        self.first = first
        highest = trends.stories.reduce(0) { max($0, Self.counts($1, from: first, step: step, steps: steps).max() ?? 0) }
    }

    func counts(_ coverage: Coverage) -> [Int] { Self.counts(coverage, from: first, step: step, steps: steps) }

    private static func counts(_ coverage: Coverage, from first: CalendarDay, step: Int, steps: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: steps)
        for day in coverage.days { counts[(day.day.daysSince1970 - first.daysSince1970) / step] += day.outlets.count }
        return counts
    }

    /// "a day", "in 3 days".
    var unit: String { step == 1 ? "a day" : "in \(step) days" }
}
