import BriefModel
import Figures

extension SampleRun {
    /// How much of its words a brief takes from its sources, what it repeats, and how many outlets it rests on.
    func wordingFigures() -> [Figure] {
        let statements = brief.draft.statements
        let runs = statements.map { statement in statement.citations.map { Self.longestRun(of: statement.text, in: $0.passage) }.max() ?? 0 }
        var taken: [ArticleID: Int] = [:]
        var told: Set<String> = []
        for (statement, run) in zip(statements, runs) where told.insert(statement.text).inserted {
            // The article that was worded is the one with the longest run.
            let source = statement.citations.first { Self.longestRun(of: statement.text, in: $0.passage) == run }?.passage.article
            if let source { taken[source, default: 0] += Self.words(statement.text).count }
        }
        let words = statements.map { Set(Self.words($0.text)) }
        let repeated = words.indices.count { place in words[..<place].contains { Self.overlap($0, words[place]) > 0.8 } }
        return [
            .init("brief.copied-run", Double(runs.reduce(0, +)) / Double(max(1, runs.count))),
            .init("brief.copied-run-longest", Double(runs.max() ?? 0)),
            .init("brief.copied-of-an-article", Double(taken.values.max() ?? 0)),
            .init("brief.repeated", share: repeated, of: statements.count),
            .init("brief.outlets-effective", Self.effectiveNumber(statements.flatMap(\.citations).map(\.outlet))),
        ]
    }

    private static func words(_ text: String) -> [String] { text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }

    /// The most words in a row that both have.
    private static func longestRun(of text: String, in passage: Passage) -> Int {
        let (ours, theirs) = (words(text), words(passage.exact))
        var longest = 0
        var before = [Int](repeating: 0, count: theirs.count + 1)
        for word in ours {
            var now = [Int](repeating: 0, count: theirs.count + 1)
            for (place, other) in theirs.enumerated() where other == word {
                now[place + 1] = before[place] + 1
                longest = max(longest, now[place + 1])
            }
            before = now
        }
        return longest
    }

    /// How much of the shorter one is in the other.
    private static func overlap(_ left: Set<String>, _ right: Set<String>) -> Double {
        Double(left.intersection(right).count) / Double(max(1, min(left.count, right.count)))
    }

    /// How many outlets of equal weight would be as diverse: the inverse of Simpson's index.
    private static func effectiveNumber(_ outlets: [OutletID]) -> Double {
        let counts = Dictionary(grouping: outlets) { $0 }.values.map { Double($0.count) }
        let squares = counts.reduce(0) { $0 + $1 * $1 }
        return squares > 0 ? Double(outlets.count) * Double(outlets.count) / squares : 0
    }
}
