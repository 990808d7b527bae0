import BriefModel

/// The sentences that together come nearest to all that is said of a day: those that name it, and the openings of what was published then and the day
/// after. Greedy, after Rossiello et al., "Centroid-based Text Summarization" (2017).
struct DaySummary {
    private let pool: SentencePool
    private var told: Set<Int> = []

    /// What was published weighs more than what only names the day.
    private static let publishedWeight: Float = 3
    /// Sentences more alike than this say the same.
    private static let likeness: Float = 0.6
    /// Candidates looked at for one day; the nearest ones of more.
    private static let most = 4000

    init(pool: SentencePool) { self.pool = pool }

    /// Best first. What was chosen for one day is not said again of another.
    mutating func choose(for day: CalendarDay, limit: Int) -> [SentencePool.Candidate] {
        let naming = pool.naming[day] ?? []
        let opening = (pool.opening[day] ?? []) + (pool.opening[day.adding(days: 1)] ?? [])
        let centre = centre(naming, opening)
        var rest = distinct(naming + opening).map { (number: $0, near: dot($0, centre)) }
        if rest.count > Self.most { rest = Array(rest.sorted { ($1.near, $0.number) < ($0.near, $1.number) }.prefix(Self.most)) }
        var sum = [Float](repeating: 0, count: pool.termCount)
        var near: Float = 0
        var square: Float = 0
        var chosen: [Int] = []
        while chosen.count < limit, !rest.isEmpty {
            var best: (place: Int, score: Float)?
            for (place, candidate) in rest.enumerated() {
                let length = (square + 2 * dot(candidate.number, sum) + 1).squareRoot()
                let score = (near + candidate.near) / length
                if score > (best?.score ?? -1) { best = (place, score) }
            }
            guard let best else { break }
            let (number, nearness) = rest.remove(at: best.place)
            square += 2 * dot(number, sum) + 1
            near += nearness
            for (term, weight) in pool.candidates[number].terms { sum[term] += weight }
            chosen.append(number)
            let vector = dense([number])
            rest.removeAll { dot($0.number, vector) > Self.likeness }
        }
        for number in chosen { told.insert(pool.candidates[number].wording) }
        return chosen.map { pool.candidates[$0] }
    }

    private func distinct(_ numbers: [Int]) -> [Int] {
        var seen = told
        return numbers.sorted().filter { seen.insert(pool.candidates[$0].wording).inserted }
    }

    private func centre(_ naming: [Int], _ opening: [Int]) -> [Float] {
        let named = unit(dense(naming))
        let published = unit(dense(opening))
        return unit(zip(named, published).map { $0 + Self.publishedWeight * $1 })
    }

    private func dense(_ numbers: [Int]) -> [Float] {
        var sum = [Float](repeating: 0, count: pool.termCount)
        for number in numbers { for (term, weight) in pool.candidates[number].terms { sum[term] += weight } }
        return sum
    }

    private func unit(_ vector: [Float]) -> [Float] {
        let norm = vector.reduce(Float(0)) { $0 + $1 * $1 }.squareRoot()
        return norm > 0 ? vector.map { $0 / norm } : vector
    }

    private func dot(_ number: Int, _ vector: [Float]) -> Float {
        pool.candidates[number].terms.reduce(Float(0)) { $0 + $1.weight * vector[$1.term] }
    }
}
