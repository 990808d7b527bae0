import BriefModel

/// Words that make a number a bound or an estimate.
enum ComparatorWords {
    private static let lists: [(Quantity.Comparator, String)] = [
        (
            .atMost,
            """
            no more than,not more than,may not exceed,must not exceed,cannot exceed,not exceed,not exceeding,capped at,\
            limited to,as many as,as much as,up to,at most,a maximum of,hochstens,bis zu,au plus,jusqu a
            """
        ),
        (.atLeast, "no fewer than,no less than,not less than,at least,a minimum of,mindestens,au moins"),
        (
            .moreThan,
            """
            a little over,a little more than,slightly more than,just over,well over,more than,greater than,in excess of,\
            exceed,exceeds,exceeded,exceeding,over,above,mehr als,uber,plus de
            """
        ),
        (.lessThan, "fewer than,less than,just under,below,under,weniger als,moins de"),
        (
            .about,
            """
            close to,about,around,some,roughly,nearly,almost,approximately,circa,an estimated,estimated,rund,etwa,knapp,\
            fast,environ,quelque,pres de
            """
        ),
    ]

    /// By their last word; longest first, so that "no more than" is not read as "more than".
    private static let phrases: [String: [(words: [String], comparator: Quantity.Comparator)]] = {
        var table: [String: [(words: [String], comparator: Quantity.Comparator)]] = [:]
        for (comparator, list) in lists {
            for phrase in list.split(separator: ",") {
                let words = phrase.split(separator: " ").map(String.init)
                if let last = words.last { table[last, default: []].append((words, comparator)) }
            }
        }
        return table.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()

    static func before(_ line: TokenLine, index: Int) -> (Quantity.Comparator, Int)? {
        guard index > 0, line.isSpaced(after: index - 1), let candidates = phrases[line.word(index - 1)] else { return nil }
        for (words, comparator) in candidates where line.matches(words, at: index - words.count) { return (comparator, index - words.count) }
        return nil
    }

    static func after(_ line: TokenLine, index: Int) -> Quantity.Comparator? {
        if line.matches(["at", "most"], at: index) || line.matches(["au", "plus"], at: index) || line.matches(["or", "less"], at: index) {
            return .atMost
        }
        if line.matches(["or", "more"], at: index) || line.matches(["at", "least"], at: index) { return .atLeast }
        return nil
    }
}
