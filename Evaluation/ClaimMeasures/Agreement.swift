/// How well answers agree with what was wanted.
public enum Agreement {
    /// Mean of the shares answered rightly in each class that occurs: 0.5 is what a coin gets, whatever the classes' sizes.
    public static func balancedAccuracy(wanted: [Bool], given: [Bool]) -> Double {
        var right = [0, 0]
        var all = [0, 0]
        for (wanted, given) in zip(wanted, given) {
            all[wanted ? 1 : 0] += 1
            if wanted == given { right[wanted ? 1 : 0] += 1 }
        }
        let shares = zip(right, all).filter { $0.1 > 0 }.map { Double($0.0) / Double($0.1) }
        return shares.isEmpty ? 1 : shares.reduce(0, +) / Double(shares.count)
    }

    /// Mean F1 over the classes that were wanted anywhere, each counting the same. An answer outside of them is a miss, and no class of its own.
    public static func macroF1(wanted: [String], given: [String]) -> Double {
        let classes = Set(wanted).sorted()
        guard !classes.isEmpty else { return 1 }
        return classes.reduce(0) { $0 + f1(of: $1, wanted: wanted, given: given) } / Double(classes.count)
    }

    /// F1 of one class.
    public static func f1(of label: String, wanted: [String], given: [String]) -> Double {
        let both = zip(wanted, given).count { $0.0 == label && $0.1 == label }
        return f1(both: both, wanted: wanted.count { $0 == label }, given: given.count { $0 == label })
    }

    /// F1 of two sets from how many each holds and how many they share; 1 where both are empty.
    public static func f1(both: Int, wanted: Int, given: Int) -> Double {
        wanted + given == 0 ? 1 : 2 * Double(both) / Double(wanted + given)
    }

    /// F1 of two stretches of text by what they share.
    public static func f1(_ wanted: Range<Int>, _ given: Range<Int>) -> Double {
        f1(both: wanted.clamped(to: given).count, wanted: wanted.count, given: given.count)
    }

    /// How often what holds scores above what does not, ties half: the area under the curve of all thresholds.
    public static func ranking(wanted: [Bool], scores: [Double]) -> Double {
        let holding = zip(wanted, scores).filter(\.0).map(\.1).sorted()
        let failing = zip(wanted, scores).filter { !$0.0 }.map(\.1).sorted()
        guard !holding.isEmpty, !failing.isEmpty else { return 1 }
        var below = 0
        var upTo = 0
        var sum = 0
        for score in holding {
            while below < failing.count, failing[below] < score { below += 1 }
            while upTo < failing.count, failing[upTo] <= score { upTo += 1 }
            sum += below + upTo
        }
        return Double(sum) / 2 / Double(holding.count * failing.count)
    }
}
