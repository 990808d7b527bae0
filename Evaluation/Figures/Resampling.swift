/// How far a figure would move with other documents of the same kind.
public enum Resampling {
    /// 95% interval: whole groups (the claims on one source document) are drawn again, with replacement, 200 times. The draws are the same every time.
    public static func interval<Item>(_ groups: [[Item]], _ measure: ([Item]) -> Double) -> ClosedRange<Double> {
        guard !groups.isEmpty else { return 0...0 }
        var seed: UInt64 = 7
        let values = (0..<200).map { _ in
            measure(
                groups.indices.flatMap { _ in
                    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                    return groups[Int((seed >> 33) % UInt64(groups.count))]
                })
        }.sorted()
        return values[5]...values[194]
    }

    /// In what share of 1,000 redraws of pairs the mean difference is not above 0: the chance that one method only looks better (paired bootstrap, Koehn 2004).
    public static func notBetter(_ differences: [Double]) -> Double {
        guard !differences.isEmpty else { return 1 }
        var seed: UInt64 = 11
        let lost = (0..<1000).count { _ in
            differences.indices.reduce(0.0) { sum, _ in
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return sum + differences[Int((seed >> 33) % UInt64(differences.count))]
            } <= 0
        }
        return Double(lost) / 1000
    }

    /// Items with the same key together, in the order the keys came.
    public static func groups<Item>(_ items: [Item], by key: (Item) -> String) -> [[Item]] {
        var places: [String: Int] = [:]
        var groups: [[Item]] = []
        for item in items {
            let place = places[key(item), default: groups.count]
            places[key(item)] = place
            if place == groups.count { groups.append([item]) } else { groups[place].append(item) }
        }
        return groups
    }
}
