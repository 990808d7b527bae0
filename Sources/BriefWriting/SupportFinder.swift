import BriefModel

/// Finds the passages of other articles that say the same. Precise before complete: a citation that does not hold is worse than one too few.
struct SupportFinder: Sendable {
    let pool: SentencePool

    static func maySupport(_ source: SourceSentence) -> Bool {
        source.fitness != .never && !source.isNotFollowed && !source.isTitle && source.outlet.kind != .contentFarm
    }

    /// The best passage of each other article that says what `base` says, strongest first.
    func support(for base: SourceSentence, among candidates: [Int]) -> [SourceSentence] {
        var best: [ArticleID: (score: Double, id: Int)] = [:]
        for id in candidates {
            let other = pool.sentences[id]
            guard other.article != base.article else { continue }
            guard let score = agreement(base, other), score > best[other.article]?.score ?? 0 else { continue }
            best[other.article] = (score, id)
        }
        return best.values.sorted { ($0.score, $1.id) > ($1.score, $0.id) }.map { pool.sentences[$0.id] }
    }

    /// 0 … 1, or nil where the two do not say the same.
    func agreement(_ base: SourceSentence, _ other: SourceSentence) -> Double? {
        guard base.isNegated == other.isNegated else { return nil }
        // Caution dropped is not agreement.
        if base.isHedged, !other.isHedged, other.outlet.kind.needsCorroboration { return nil }
        let numbers = sharedNumbers(base, other)
        guard !numbers.conflict else { return nil }
        return base.language == other.language ? sameLanguage(base, other, numbers.shared) : acrossLanguages(base, other, numbers.shared)
    }

    private func sameLanguage(_ base: SourceSentence, _ other: SourceSentence, _ shared: Int) -> Double? {
        let common = intersection(base.stems, other.stems)
        let weight = pool.weight(of: common)
        let smaller = min(pool.weight(of: base.stems), pool.weight(of: other.stems))
        let coverage = weight / max(0.001, pool.weight(of: base.stems))
        let overlap = weight / max(0.001, smaller)
        let names = intersection(base.names, other.names).count
        if shared >= 2, names >= 1, coverage > 0.2 { return 0.5 + coverage / 2 }
        if shared >= 1, names >= 1 || overlap > 0.6, coverage > 0.3 { return 0.4 + coverage / 2 }
        if overlap > 0.55, coverage > 0.42, common.count >= 4, base.quantities.isEmpty || shared > 0 || coverage > 0.7 { return coverage }
        // The other says the core of it in fewer words.
        if overlap > 0.55, names >= 3, common.count >= 6, base.quantities.isEmpty || shared > 0 { return overlap / 2 }
        if overlap > 0.68, names >= 2, common.count >= 5, base.quantities.isEmpty || shared > 0 { return overlap / 2 }
        return nil
    }

    private func acrossLanguages(_ base: SourceSentence, _ other: SourceSentence, _ shared: Int) -> Double? {
        let names = intersection(base.names, other.names).count
        let days = base.days.intersection(other.days).count
        // Two large counts that are the same are no chance, even where the name is a pronoun.
        let large = base.quantities.count { one in one.value >= 1000 && other.quantities.contains { $0.value == one.value } }
        if shared >= 2, names >= 1 || large >= 2 { return 0.6 }
        if shared >= 1, names >= 2 { return 0.5 }
        if names >= 2, days >= 1, abs(base.day.daysSince1970 - other.day.daysSince1970) <= 10 { return 0.45 }
        if names >= 3, abs(base.day.daysSince1970 - other.day.daysSince1970) <= 3 { return 0.4 }
        return nil
    }

    /// How many numbers both give, and whether they give different numbers for the same thing.
    private func sharedNumbers(_ base: SourceSentence, _ other: SourceSentence) -> (shared: Int, conflict: Bool) {
        var shared = 0
        var conflict = false
        for quantity in base.quantities where quantity.value >= 3 || quantity.unit != nil {
            // What is counted has another word in another language, and large exact counts are rarely met twice by chance.
            let isLoose = base.language != other.language || quantity.value >= 1000
            let same = other.quantities.filter { isLoose || $0.unit == quantity.unit || $0.unit == nil || quantity.unit == nil }
            if same.contains(where: { $0.value == quantity.value && ($0.upper == quantity.upper) }) {
                shared += 1
            } else if other.quantities.contains(where: { $0.unit != nil && $0.unit == quantity.unit }) {
                conflict = true
            }
        }
        return (shared, conflict && shared == 0)
    }
}

extension SourceSentence {

    /// Single days it speaks of.
    var days: Set<CalendarDay> { Set(sentence.dates.filter { $0.first == $0.last }.map(\.first)) }
}

/// Of two sorted lists.
func intersection(_ left: [Int], _ right: [Int]) -> [Int] {
    var result: [Int] = []
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
        if left[i] == right[j] {
            result.append(left[i])
            i += 1
            j += 1
        } else if left[i] < right[j] {
            i += 1
        } else {
            j += 1
        }
    }
    return result
}
