import BriefModel
import TextAnalysis

/// What a statement of a brief speaks of: its telling words, names, figures and days.
struct StatementReading {
    private var words: Set<String> = []
    private var names: Set<String> = []
    /// By what they count.
    private var figures: [String: Set<Double>] = [:]
    private var days: Set<CalendarDay> = []

    /// The share of the words of both that two statements on one matter have in common, figures left out (Jaccard's index). Set by reading: a sentence
    /// that only changed its figure has .8 and more, two sentences on one firm about .3.
    private static let alike = 0.6

    /// Of several, read as one text: names are told by how words are written across it.
    static func of(_ statements: [Statement], day: CalendarDay) -> [StatementReading] {
        var text = ""
        var blocks: [TextBlock] = []
        for statement in statements {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += statement.text
            blocks.append(TextBlock(kind: .paragraph, range: start..<text.utf8.count))
        }
        var readings = [StatementReading](repeating: StatementReading(), count: statements.count)
        for sentence in TextAnalyzer().sentences(in: text, blocks: blocks, day: day) where readings.indices.contains(sentence.block) {
            readings[sentence.block].add(sentence)
        }
        return readings
    }

    private mutating func add(_ sentence: Sentence) {
        for token in sentence.tokens where token.kind != .symbol && token.kind != .number && !token.isStopword { words.insert(token.stem) }
        for name in sentence.names { names.insert(name.key) }
        for quantity in sentence.quantities { if let unit = quantity.unit { figures[unit, default: []].insert(quantity.value) } }
        for date in sentence.dates where date.first == date.last { days.insert(date.first) }
    }

    /// Most words in common, and no name in one that the other puts another for.
    func tellsTheSameMatter(as other: StatementReading) -> Bool {
        let all = words.union(other.words).count
        guard all > 3, Double(words.intersection(other.words).count) >= Self.alike * Double(all) else { return false }
        return names.isSubset(of: other.names) || other.names.isSubset(of: names)
    }

    /// Another figure for the same unit, or another day, on both sides.
    func differsInFact(from other: StatementReading) -> Bool {
        for (unit, values) in figures {
            guard let others = other.figures[unit] else { continue }
            if !values.isSubset(of: others), !others.isSubset(of: values) { return true }
        }
        return !days.isSubset(of: other.days) && !other.days.isSubset(of: days)
    }
}
