import BriefModel

/// The noun phrase of a source to the words a reader is shown.
struct SourcePhrase {
    let line: TokenLine
    let names: [Name]
    let memory: SpeakerMemory
    let phrase: ClosedRange<Int>

    func resolved() -> (text: String, isAnonymous: Bool)? {
        var start = phrase.lowerBound
        let end = phrase.upperBound
        let words = phrase.map { line.word($0) }
        if words.allSatisfy({ Stopwords.contains($0, language: "en") }), memory.referent(of: words) == nil, words.count == 1 { return nil }
        if let referent = memory.referent(of: words) { return (referent.source, referent.isAnonymous) }
        while start < end, Self.determiners.contains(line.word(start)) { start += 1 }
        let range = line.bytes(from: start, through: end)
        let inside = names.filter { $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound }
        // "US Defense Secretary Pete Hegseth", "Tobin Achterveld of the firm …": the person is the source.
        if let person = inside.first(where: {
            $0.kind == .person && ($0.range.upperBound == range.upperBound || $0.range.lowerBound == range.lowerBound)
        }) {
            return (memory.full(person), false)
        }
        // "Acme, a state-backed firm": what it is called is enough.
        if let comma = (phrase.lowerBound..<end).first(where: { line.hasComma(after: $0) || line.hasDash(after: $0) }) {
            return SourcePhrase(line: line, names: names, memory: memory, phrase: phrase.lowerBound...comma).resolved()
        }
        if let name = inside.first(where: { $0.range.lowerBound == range.lowerBound }), name.range.upperBound < range.upperBound,
            let next = (start...end).first(where: { line.tokens[$0].range.lowerBound >= name.range.upperBound }),
            ["of", "vom", "von", "du", "de"].contains(line.word(next))
        {
            return (name.text, false)
        }
        // "Der amerikanische Anbieter Anthropic": a common noun with its name.
        if let name = inside.last, name.range.upperBound == range.upperBound, name.kind == .organisation || name.kind == .other,
            line.tokens[start].range.lowerBound < name.range.lowerBound, !line.tokens[start].isCapitalized,
            !(start...end).contains(where: { ["of", "by", "at", "in", "for", "with", "from", "on"].contains(line.word($0)) })
        {
            return (name.text, false)
        }
        if isAnonymous(from: start, to: end, names: inside) { return (line.text.string(range), true) }
        // "strategy memo signed on 9 January": what follows the noun is not needed to know it.
        if let cut = (start...end).first(where: { Self.modifiers.contains(line.word($0)) }), cut > start {
            return (line.text.string(line.bytes(from: start, through: cut - 1)), false)
        }
        return (line.text.string(range), false)
    }

    /// People without a name: the phrase's head is a common noun for persons, or it says outright that they are unnamed.
    private func isAnonymous(from start: Int, to end: Int, names: [Name]) -> Bool {
        for index in start...end where Self.unnamed.contains(line.word(index)) {
            let token = line.tokens[index]
            if !names.contains(where: { $0.range.overlaps(token.range) }) { return true }
        }
        // "officials who asked not to be named", "a person who spoke on condition of anonymity"
        return (start...end).contains { index in Self.namelessness.contains { index + $0.count - 1 <= end && line.matches($0, at: index) } }
    }

    private static let namelessness = [["not", "to", "be", "named"], ["condition", "of", "anonymity"], ["who", "asked"]]
    private static let modifiers = Stopwords.set("signed published made aired dated released seen obtained issued who which whose")
    private static let determiners = Stopwords.set("the a an der die das den dem des ein eine le la les l un une")
    private static let unnamed = Stopwords.set(
        """
        people person source sources insider insiders unnamed anonymous reports aide aides employees employee personne personnes sources insidern kreisen quellen boffins
        """)
}
