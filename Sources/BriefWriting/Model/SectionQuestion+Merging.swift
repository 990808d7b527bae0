public import BriefModel
import TextAnalysis

extension SectionQuestion {
    /// Content words of a statement that must be said again before another wording may stand for it, as a share. Half of them can be kept by a sentence that
    /// tells another part of the same passage; a sentence shortened to less than three fifths has left something out that was chosen.
    private static let leastSaid = 0.6

    /// The section with the model's wording where it tells what was chosen, and with the words it was drafted in where it does not: no fact is lost, none
    /// is told that was not chosen, and the order stays.
    /// - Parameter worded: verified statements made of proposals to this question.
    /// - Returns: the section, and which of the statements given do not stand in it because they leave out too much.
    public func section(wordedBy worded: [Statement]) -> (section: Section, leftOut: [StatementID]) {
        var texts: Set<String> = []
        let worded = worded.filter { texts.insert($0.text).inserted }
        let words = Dictionary(worded.map { ($0.id, Self.words($0.text)) }, uniquingKeysWith: { first, _ in first })

        // Which of them stand for each chosen statement.
        var places: [StatementID: (block: Int, place: Int)] = [:]
        var isTold: Set<StatementID> = []
        for (number, block) in section.blocks.enumerated() {
            for (place, chosen) in block.statements.enumerated() {
                let passages = Set(chosen.citations.map(\.passage))
                let near = worded.filter { one in one.citations.contains { passages.contains($0.passage) } }
                let wanted = Self.words(chosen.text)
                let said = near.reduce(into: Set<String>()) { $0.formUnion(words[$1.id] ?? []) }
                guard !wanted.isEmpty, Double(wanted.intersection(said).count) >= Self.leastSaid * Double(wanted.count) else { continue }
                let telling = near.filter { !(words[$0.id] ?? []).isDisjoint(with: wanted) }
                isTold.insert(chosen.id)
                for one in telling where places[one.id] == nil { places[one.id] = (number, place) }
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
        return (result, worded.map(\.id).filter { places[$0] == nil })
    }

    /// Stems of the words that carry meaning.
    private static func words(_ text: String) -> Set<String> {
        Set(TextAnalyzer().tokens(in: text).filter { !$0.isStopword && $0.kind != .symbol }.map(\.stem))
    }
}
