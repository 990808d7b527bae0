public import BriefModel
import TextAnalysis

extension SectionQuestion {
    /// Bytes and passages a statement may have.
    private static let longestText = 600, mostCitations = 6

    /// A proposal as a statement that can be verified, or what is wrong with its form.
    /// - Parameter id: unlike any other of the draft.
    public func statement(_ proposal: Proposal, id: StatementID) -> Result<Statement, ProposalFault> {
        guard proposal.text.utf8.count <= Self.longestText, proposal.numbers.count <= Self.mostCitations else { return .failure(.tooLong) }
        guard !proposal.text.isEmpty, proposal.text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            return .failure(.noSentence)
        }
        guard !proposal.numbers.isEmpty, proposal.numbers.allSatisfy({ (1...shown.count).contains($0) }) else { return .failure(.noSuchPassage) }
        let citations = proposal.numbers.map { shown[$0 - 1].citation }
        guard Self.quotations(in: proposal.text).allSatisfy({ words in citations.contains { Self.plain($0.passage.exact).contains(words) } }) else {
            return .failure(.quoteAltered)
        }
        if let fault = StandingAlone.fault(in: proposal.text) { return .failure(fault) }
        let behind = section.statements.filter { $0.citations.contains { one in citations.contains { $0.passage == one.passage } } }
        guard let corroboration = corroboration(of: citations, behind) else { return .failure(.needsAnother) }
        var told: Set<Passage> = []
        let dissent = behind.flatMap(\.dissent).filter { told.insert($0.citation.passage).inserted }
        return .success(
            Statement(
                id: id, text: proposal.text, citations: citations, corroboration: corroboration, dissent: dissent, story: behind.first?.story))
    }

    /// The outlets cited that count as witnesses. A sentence that joins two facts is borne out as far as the one with fewer: a chain holds as its weakest
    /// link. Nil where only outlets are cited that carry no statement alone.
    private func corroboration(of citations: [Citation], _ behind: [Statement]) -> Corroboration? {
        let cited = Set(citations.map { outlets.house(of: $0.outlet) })
        let counted = behind.map { $0.corroboration.outlets.filter { cited.contains(outlets.house(of: $0)) } }.filter { !$0.isEmpty }
        guard let fewest = counted.min(by: { $0.count < $1.count }) else { return nil }
        let origins = behind.map(\.corroboration.origins)
        var named: [String] = []
        if !origins.contains(where: \.isEmpty) { for origin in origins.joined() where !named.contains(origin) { named.append(origin) } }
        return Corroboration(outlets: fewest, origins: named)
    }

    /// What stands in quotation marks, plain; words of a single letter apart ("the “A” list") all of it counts.
    private static func quotations(in text: String) -> [String] {
        var found: [String] = []
        var open: String.Index?
        let text = plain(text)
        for place in text.indices where text[place] == "\"" {
            if let start = open {
                found.append(String(text[start..<place]))
                open = nil
            } else {
                open = text.index(after: place)
            }
        }
        // Marks that are not closed quote to the end.
        if let open { found.append(String(text[open...])) }
        return found.map { String($0.reversed().drop { ".,;:!? ".contains($0) }.reversed()) }.filter { !$0.isEmpty }
    }

    /// The same with straight marks and single spaces, so that typography decides nothing.
    private static func plain(_ text: String) -> String {
        let straight = text.map { character -> Character in
            switch character {
            case "“", "”", "„", "«", "»": "\""
            case "’", "‘": "'"
            default: character.isWhitespace ? " " : character
            }
        }
        return String(straight).split(separator: " ").joined(separator: " ")
    }
}

/// What is wrong with a proposal before it is even verified.
public enum ProposalFault: Error, Hashable, Sendable {
    case tooLong
    case noSentence
    case noSuchPassage
    case quoteAltered
    /// Only outlets are cited whose word needs another's.
    case needsAnother
    /// It leans on another sentence.
    case dangling
    /// It names a day that is another one tomorrow.
    case relativeDay

    public var reason: ReasonCode {
        switch self {
        case .tooLong: .tooLong
        case .noSentence, .needsAnother: .noEvidence
        case .noSuchPassage: .passage
        case .quoteAltered: .quoteAltered
        case .dangling: .omission
        case .relativeDay: .date
        }
    }

    /// A sentence for the model.
    public var words: String {
        switch self {
        case .tooLong: "It is too long, or cites more than six passages."
        case .noSentence: "It is no sentence on one line."
        case .noSuchPassage: "It cites no passage, or a number that is not there."
        case .quoteAltered: "Words in quotation marks do not stand exactly so in a passage it cites."
        case .needsAnother: "It cites only an outlet whose word needs that of another; cite a passage of another outlet that says so too."
        case .dangling: "It leans on another sentence; name who or what it speaks of instead of “it”, “they” or “the company”."
        case .relativeDay: "It names a day by its weekday, or as today or last week; write the date, as given under “days” of the passage."
        }
    }
}

extension Section {
    var statements: [Statement] { blocks.flatMap(\.statements) }
}
