import BriefModel

/// A statement that could be made: its passages were chosen, then it was worded. A value that is handed about all the time while a brief is written, and so
/// one that is shared instead of copied.
final class Candidate: Sendable {
    let source: SourceSentence
    let wording: Wording
    /// Other articles that say the same, best first.
    let support: [SourceSentence]
    let roles: Set<Role>
    let substance: Substance
    let salience: Double
    /// How much each number in it is.
    let figures: [Double]

    init(source: SourceSentence, wording: Wording, support: [SourceSentence], roles: Set<Role>, substance: Substance, salience: Double) {
        self.source = source
        self.wording = wording
        self.support = support
        self.roles = roles
        self.substance = substance
        self.salience = salience
        figures = source.quantities.map(\.value)
    }

    var id: Int { source.id }
    var story: StoryID? { source.story }
    var stems: [Int] { source.stems }

    /// A stated number or date that anybody could look up.
    var isFigure: Bool { substance.isConcrete && !source.quantities.isEmpty && source.sentence.cues.allSatisfy { $0.kind == .negation } }

    /// It names its own outlet and nobody else: "Lattice Ledger found no announcement of $40 billion" says of whom only beside other sentences.
    var namesOnlyItsOutlet: Bool {
        let names = source.sentence.names.filter { wording.keeps($0.range) }
        return (wording.text.hasPrefix(source.outlet.name) || !names.isEmpty) && names.allSatisfy { source.outlet.name.contains($0.text) }
    }

    /// Articles behind it.
    var breadth: Int { 1 + support.count }
}

/// What a sentence does in an argument, by the words it uses.
enum Role: Hashable, Sendable {
    /// Somebody named objects, answers or declines to.
    case otherSide
    /// Somebody named says what follows.
    case implication
    /// It says what is not confirmed, published or known.
    case notKnown
    /// It quotes a named speaker at length.
    case quote
}

enum Roles {
    static func roles(of source: SourceSentence, _ line: Line, _ substance: Substance) -> Set<Role> {
        let words = line.words.map(\.core)
        let set = Set(words)
        var roles: Set<Role> = []
        if deniesKnowledge(words) { roles.insert(.notKnown) }
        if !set.isDisjoint(with: RoleWords.opposition) && words.first.map({ !RoleWords.denials.contains($0) }) == true
            || joined(words, in: RoleWords.oppositionPairs)
        {
            roles.insert(.otherSide)
        }
        if draws(words, line, of: source), !substance.looksBack { roles.insert(.implication) }
        if source.sentence.attribution != nil,
            source.sentence.quotations.contains(where: { $0.speaker != nil && $0.text.utf8.count { $0 == 0x20 } >= 5 })
        {
            roles.insert(.quote)
        }
        return roles
    }

    /// Somebody with a name, or a research house in its own words, says what follows.
    private static func draws(_ words: [String], _ line: Line, of source: SourceSentence) -> Bool {
        guard words.contains(where: { RoleWords.consequence.contains($0) }) || joined(words, in: RoleWords.consequencePairs) else { return false }
        guard let attribution = source.sentence.attribution else { return source.outlet.kind == .thinkTank }
        // "It argued" was given its name.
        let isNamed = line.first?.range == nil && WordingWords.subjectPronouns.contains(Line.core(attribution.source))
        return isNamed
            || !attribution.isAnonymous && source.sentence.names.contains { $0.kind != .nationality && attribution.source.contains($0.text) }
    }

    private static func deniesKnowledge(_ words: [String]) -> Bool {
        words.indices.contains { index in
            RoleWords.denials.contains(words[index]) && words[index..<min(words.count, index + 7)].contains { RoleWords.knowledge.contains($0) }
        }
    }

    private static func joined(_ words: [String], in pairs: Set<String>) -> Bool {
        zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
    }
}

enum RoleWords {
    static let denials = OffLimits.set("no not none nobody never neither nothing cannot without unpublished unconfirmed unknown unclear")
    /// What a denial must concern within a few words to say that something is not known.
    static let knowledge = OffLimits.set(
        """
        confirm confirmed confirms verified verify evidence published publish known disclosed announced independently checked tested tabled
        measured unclear unknown unconfirmed unpublished settled settles settle spelled reply response answered commented announcement
        """)
    static let opposition = OffLimits.set(
        """
        critics critic opponents denies denied deny rejects rejected disputes disputed criticised criticized objected objects oppose opposes
        supporters welcomed defended insists insisted counters countered refuses refused pointless
        """)
    static let oppositionPairs: Set<String> = [
        "china says", "company says", "beijing says", "moscow says", "company argued", "firm argued", "it argued",
    ]
    static let consequence = OffLimits.set(
        """
        warns warned could would risk risks threatens strengthens weakens harder easier expects expected therefore
        """)
    static let consequencePairs: Set<String> = [
        "which means", "means that", "will make", "will have", "depends on", "leads to", "will be", "so that",
    ]
}
