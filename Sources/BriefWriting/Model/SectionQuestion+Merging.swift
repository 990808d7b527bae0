public import BriefModel
import TextAnalysis

extension SectionQuestion {
    /// Content words of a statement that must be said again before another wording may stand for it, as a share. Half of them can be kept by a sentence that
    /// tells another part of the same passage; a sentence shortened to less than three fifths has left something out that was chosen.
    private static let leastSaid = 0.6

    /// What a further sentence must add to a chosen statement that others tell already, as a share of its words; one that adds less says it twice.
    private static let leastAdded = 0.2

    /// The section with the model's wording where it tells what was chosen, and with the words it was drafted in where it does not: no fact is lost, none
    /// is told that was not chosen, and the order stays.
    /// - Parameter worded: verified statements made of proposals to this question.
    /// - Returns: the section, and which of the statements given do not stand in it because they leave out too much. What only says again what another says is
    ///   in neither.
    public func section(wordedBy worded: [Statement]) -> (section: Section, leftOut: [StatementID]) {
        var texts: Set<String> = []
        let worded = worded.filter { texts.insert($0.text).inserted }
        let words = Dictionary(worded.map { ($0.id, Self.words($0.text)) }, uniquingKeysWith: { first, _ in first })

        // Which of them stand for each chosen statement.
        var places: [StatementID: (block: Int, place: Int)] = [:]
        var isTold: Set<StatementID> = []
        var repeating: Set<StatementID> = []
        for (number, block) in section.blocks.enumerated() {
            for (place, chosen) in block.statements.enumerated() {
                let passages = Set(chosen.citations.map(\.passage))
                let near = worded.filter { one in one.citations.contains { passages.contains($0.passage) } }
                let wanted = Self.words(chosen.text)
                let telling = Self.telling(wanted, near.map { ($0.id, words[$0.id] ?? []) })
                let said = telling.reduce(into: Set<String>()) { $0.formUnion(words[$1] ?? []) }
                guard !wanted.isEmpty, Double(wanted.intersection(said).count) >= Self.leastSaid * Double(wanted.count) else { continue }
                isTold.insert(chosen.id)
                repeating.formUnion(near.map(\.id))
                for one in telling where places[one] == nil { places[one] = (number, place) }
            }
        }

        var result = section
        for (number, block) in section.blocks.enumerated() {
            var statements: [Statement] = []
            for (place, chosen) in block.statements.enumerated() {
                statements += worded.filter { places[$0.id]?.block == number && places[$0.id]?.place == place }
                if !isTold.contains(chosen.id) { statements.append(chosen) }
            }
            result.blocks[number].statements = statements
        }
        // What was chosen for one block may be told in a sentence of another.
        result.blocks.removeAll(where: \.statements.isEmpty)
        return (result, worded.map(\.id).filter { places[$0] == nil && !repeating.contains($0) })
    }

    /// Those that tell most of what is wanted, one after the other, while each adds something.
    private static func telling(_ wanted: Set<String>, _ near: [(id: StatementID, words: Set<String>)]) -> [StatementID] {
        var chosen: [StatementID] = []
        var missing = wanted
        while let best = near.filter({ !chosen.contains($0.id) }).max(by: {
            missing.intersection($0.words).count < missing.intersection($1.words).count
        }) {
            let added = missing.intersection(best.words).count
            guard added > 0, chosen.isEmpty || Double(added) >= leastAdded * Double(wanted.count) else { break }
            chosen.append(best.id)
            missing.subtract(best.words)
        }
        return chosen
    }

    /// Stems of the words that carry meaning.
    private static func words(_ text: String) -> Set<String> {
        Set(TextAnalyzer().tokens(in: text).filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem))
    }
}
