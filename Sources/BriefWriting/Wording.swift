import BriefModel

/// What a sentence says when it stands alone.
struct Wording: Sendable {
    var line: Line
    /// Earlier sentences of the article that are cited because a name was taken from them.
    var antecedents: [Int]
    /// Stems the statement before must have introduced; empty when it stands anywhere.
    var needs: Set<Int>

    var text: String { line.text }

    /// Whether a stretch of the article is still among the words.
    func keeps(_ range: Range<Int>) -> Bool { line.words.contains { $0.range?.overlaps(range) == true } }
}

/// Words a source sentence as a statement, by deletion only. Nil when it cannot stand outside its article.
struct Wordsmith: Sendable {
    let pool: SentencePool
    /// In words; a sentence that cannot be brought below `longest` is left out. Read aloud, 30 words are about twelve seconds.
    var wanted = 28
    var longest = 33

    func word(_ source: SourceSentence) -> Wording? {
        var line = source.line
        Shortening.dropDateline(&line)
        Shortening.dropConnectives(&line)
        Shortening.dropParentheses(&line)
        guard line.count > 3, isWhole(line) else { return nil }
        guard RelativeDays.resolve(&line, in: source, asOf: pool.material.asOf.day) else { return nil }
        Shortening.dropTail(&line)
        guard var outcome = settle(&line, source) else { return nil }
        Shortening.dropLateClauses(&line, of: source, limit: wanted)
        guard line.length >= 5, line.length <= longest else { return nil }
        // "… also took part": in what, the sentence before said.
        if line.length < 10, line.words.contains(where: { $0.core == "also" }) { return nil }
        outcome.antecedents = outcome.antecedents.filter { $0 != source.id }
        return Wording(line: line, antecedents: outcome.antecedents, needs: outcome.needs)
    }

    /// What cannot be understood may stand in a late clause that can be spared.
    private func settle(_ line: inout Line, _ source: SourceSentence) -> Referents.Outcome? {
        let referents = Referents(pool: pool)
        for _ in 0..<3 {
            var attempt = line
            if let outcome = referents.settle(&attempt, of: source) {
                line = attempt
                return outcome
            }
            guard Shortening.dropOneLateClause(&line, of: source) else { return nil }
        }
        return nil
    }

    /// One sentence with its quotation marks closed, ending as a sentence does.
    private func isWhole(_ line: Line) -> Bool {
        let text = line.words.map(\.text).joined(separator: " ")
        guard let last = text.last, ".”\"»!".contains(last) else { return false }
        let straight = text.count { $0 == "\"" }
        guard straight.isMultiple(of: 2), text.count(where: { $0 == "“" }) == text.count(where: { $0 == "”" }) else { return false }
        return !text.contains("?") && !text.hasSuffix(":")
    }
}
