import BriefModel

/// Whether an attribution makes a whole sentence its source's word.
struct MainAttribution {
    private let draft: AttributionDraft
    private let line: ClauseLine

    init(_ draft: AttributionDraft, _ line: ClauseLine) {
        self.draft = draft
        self.line = line
    }

    /// Somebody says, thinks or expects it outright: not "has not said", "should note", "who said", "wants to".
    var saysTheSentence: Bool {
        guard let source = draft.source, draft.patient == nil, draft.antecedent == nil, !line.has(.relative, at: source.lowerBound) else {
            return false
        }
        if draft.cue.contains(where: { Self.unreal.contains(line.word($0)) || line.word($0).hasSuffix("n't") }) { return false }
        if Self.nobody.contains(line.word(source.lowerBound)) { return false }
        let number = line.words[draft.head].verb
        guard number >= 0 else { return line.has(.preposition, at: draft.head) || line.word(draft.head) == "according" }
        let verb = AttributionCues.verbs[Int(number)]
        if line.has(.gerund, at: draft.head), draft.cue.count == 1 { return false }
        guard let right = draft.right else { return draft.left != nil || draft.opensNext }
        // "plans to close" is no statement; "told investors to expect" is.
        let next = draft.cue.upperBound + 1
        if right == next, line.word(right) == "to" || line.word(right) != "that" && line.joins(right) && line.word(right + 1) == "to" { return false }
        if draft.reach == .phrase { return Self.judging.contains(verb.lemma) && (Self.outright.contains(verb.lemma) || startsStatement(right)) }
        if Self.plain.contains(verb.lemma) || !line.joins(draft.cue.upperBound) { return true }
        return (verb.verb.kind == .statement || Self.opining.contains(verb.lemma)) && (right > next || startsStatement(right))
    }

    /// A statement begins here, not a thing: "expect the law to pass" and not "expect argument".
    private func startsStatement(_ index: Int) -> Bool {
        line.has([.determiner, .possessive, .nominative, .objective, .question], at: index) || line.isCapitalized(index) || line.isQuoted[index]
            || line.line.isNumber(index) || line.word(index) == "that" || line.line.tokens[index].kind == .symbol
    }

    private static let plain = Stopwords.set("say tell add argue warn insist")
    private static let unreal = Stopwords.set("not never cannot should must may can could might would")
    private static let nobody = Stopwords.set("nobody no neither none nothing few")
    /// What they say of a thing, they say of what the sentence is about.
    private static let judging = Stopwords.set(
        """
        accuse deny call describe reject dispute criticise criticize welcome confirm claim announce report predict estimate forecast suggest point complain
        """)
    private static let outright = Stopwords.set("accuse deny describe reject dispute criticise criticize welcome point complain")
    private static let opining = Stopwords.set("believe expect reckon suspect think conclude find fear doubt hope")
}
