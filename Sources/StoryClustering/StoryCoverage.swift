public import BriefModel

/// Who told of each story on which day, and which stories rise or have gone quiet.
///
/// A story's reports are held against those of the other stories in the same days, so that neither a weekend nor a week in which little was read
/// makes a story quiet; the only story is held against its own pace. How likely a number of reports is, the Poisson distribution tells.
public struct StoryCoverage: Sendable {
    /// The days before `asOf`, that one included, that are looked at for what is new.
    private let window: Int
    private let asOf: CalendarDay

    /// Less likely than this is no chance. The customary one in twenty.
    private static let leastLikely = 0.05
    /// A burst takes more than one outlet's word; a silence, something to fall silent from.
    private static let leastOutlets = 2, leastReports = 3

    /// - Parameter days: how many days count as now; at least 1.
    public init(asOf: CalendarDay, days: Int = 7) {
        self.asOf = asOf
        window = max(1, days)
    }

    /// Rising stories first, the strongest rise first; then new, steady, quiet ones; within these the last told of first.
    public func coverage(
        of stories: [Story], articles: [ArticleID: Article], outlets: [OutletID: Outlet], reprints: [ReprintGroup]
    ) -> [Coverage] {
        let copies = Set(reprints.flatMap(\.copies))
        let told = stories.map { story in
            days(of: story.articles.filter { !copies.contains($0) }.compactMap { articles[$0] }, outlets)
        }
        var all: [Int: Int] = [:]
        for day in told.joined() { all[day.day.daysSince1970, default: 0] += day.outlets.count }
        let found = zip(stories, told).map { Coverage(story: $0.id, title: $0.title, days: $1, trend: trend(of: $1, among: all)) }
        return found.sorted { a, b in
            let (left, right) = (Self.rank(a), Self.rank(b))
            return left != right ? left < right : a.story < b.story
        }
    }

    private func days(of articles: [Article], _ outlets: [OutletID: Outlet]) -> [Coverage.Day] {
        Dictionary(grouping: articles) { min($0.day, asOf) }.sorted { $0.key < $1.key }.map { day, articles in
            var houses: [String: OutletID] = [:]
            for article in articles.sorted(by: { $0.outlet < $1.outlet }) {
                let house = outlets.house(of: article.outlet)
                houses[house] = houses[house] ?? article.outlet
            }
            return Coverage.Day(day: day, outlets: houses.values.sorted())
        }
    }

    // MARK: what a series shows

    private func trend(of days: [Coverage.Day], among all: [Int: Int]) -> Coverage.Trend {
        guard let first = days.first?.day, let last = days.last?.day else { return .steady }
        let start = asOf.adding(days: 1 - window)
        if first >= start { return .new }
        func reports(_ span: Range<CalendarDay>) -> Int { days.reduce(0) { $0 + (span.contains($1.day) ? $1.outlets.count : 0) } }
        func expected(in span: Range<CalendarDay>, knowing before: Range<CalendarDay>) -> Double {
            let own = Double(reports(before)), others = Double(Self.sum(all, before)) - own
            guard others > 0 else { return own / Double(before.count) * Double(span.count) }
            return own / others * Double(Self.sum(all, span) - reports(span))
        }
        // A story of three busy days is no story of daily reports: what came before is looked at over four times as long as now, at least.
        func before(_ day: CalendarDay) -> Range<CalendarDay> { min(first, day.adding(days: -4 * window))..<day }
        let now = start..<asOf.adding(days: 1)
        let found = reports(now)
        if found > 0 {
            let outlets = Set(days.filter { now.contains($0.day) }.flatMap(\.outlets)).count
            let likely = expected(in: now, knowing: before(start))
            guard outlets >= Self.leastOutlets, Poisson.atLeast(found, mean: likely) < Self.leastLikely else { return .steady }
            return .rising(found: found, expected: likely)
        }
        let likely = expected(in: last.adding(days: 1)..<asOf.adding(days: 1), knowing: before(last.adding(days: 1)))
        guard reports(first..<start) >= Self.leastReports, Poisson.none(mean: likely) < Self.leastLikely else { return .steady }
        return .quiet(since: last, expected: likely)
    }

    private static func sum(_ all: [Int: Int], _ span: Range<CalendarDay>) -> Int {
        all.reduce(0) { $0 + ((span.lowerBound.daysSince1970..<span.upperBound.daysSince1970).contains($1.key) ? $1.value : 0) }
    }

    /// To be sorted by.
    private static func rank(_ coverage: Coverage) -> [Double] {
        let last = -Double(coverage.days.last?.day.daysSince1970 ?? 0)
        return switch coverage.trend {
        case .rising(let found, let expected): [0, -Double(found) / max(expected, 0.1), last]
        case .new: [1, -Double(coverage.outlets), last]
        case .steady: [2, last, 0]
        case .quiet: [3, last, 0]
        }
    }
}

/// The distribution of how often something happens that happens so often on average.
enum Poisson {
    static func none(mean: Double) -> Double { 1 / Self.exponential(max(0, mean)) }

    /// The chance of so many or more.
    static func atLeast(_ count: Int, mean: Double) -> Double {
        guard count > 0 else { return 1 }
        var term = none(mean: mean)
        var below = term
        for i in 1..<max(1, count) {
            term *= mean / Double(i)
            below += term
        }
        return max(0, 1 - below)
    }

    /// eˣ of a number that is not negative: e to its whole part, the rest by Taylor's series.
    private static func exponential(_ x: Double) -> Double {
        let whole = min(x.rounded(.down), 700)
        var result = 1.0
        for _ in 0..<Int(whole) { result *= 2.718281828459045 }
        var term = 1.0, sum = 1.0
        let rest = min(x - whole, 1)
        for i in 1..<20 {
            term *= rest / Double(i)
            sum += term
        }
        return result * sum
    }
}

extension [Double] {
    fileprivate static func < (a: [Double], b: [Double]) -> Bool { a.lexicographicallyPrecedes(b) }
}

extension Range<CalendarDay> {
    fileprivate var count: Int { upperBound.daysSince1970 - lowerBound.daysSince1970 }
}
