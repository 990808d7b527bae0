import BriefModel
import TextAnalysis

/// "Self-sufficient in chips", "reduces reliance on foreign hardware": that something is not, or hardly, depended on. A passage that says of the same
/// matter that it is needed, or that there is too little of it, says otherwise, though hardly a word is the same.
struct Dependence {
    let assertion: Assertion
    let index: EvidenceIndex
    /// What the heading above the line is about, by terms: a line of a list leaves its subject to it.
    let topic: Set<String>

    /// What stands against it in a library. It is looked for by words of need: the statement's own are in few of the sentences that speak of it.
    func objections() -> [Objection] {
        guard !assertion.isHedged, !isAimed, let claim = freedom() else { return [] }
        let names = assertion.parts.filter { $0.kind == .name || $0.kind == .country }.map(\.key)
        let keys =
            names + topic.sorted() + claim.things.sorted() + Self.kinds.filter { claim.things.contains($0.kind) }.flatMap(\.things) + Self.needingKeys
        for entry in index.nearest(to: keys, limit: Self.candidates) {
            let alignment = Alignment(assertion, entry: entry, index: index)
            guard isOfSame(alignment, claim) else { continue }
            let reading = index.entries[alignment.entry].reading
            guard let need = Self.need(in: reading), speaks(of: claim.things, reading) else { continue }
            let words = reading.text(reading.sentence.range)
            return [
                Objection(
                    reason: .relation, alsoReason: .overgeneralisation, entry: alignment.entry, span: claim.span, marked: need, strength: 0.7,
                    isCentral: true, certainty: 0.7, instead: reading.text(need),
                    telling: "\(index.teller(of: alignment.entry)) says “\(words.hasSuffix(".") ? String(words.dropLast()) : words)”; "
                        + "this line says that it can do without.")
            ]
        }
        return []
    }

    private static let candidates = 80

    // MARK: What the statement says

    private struct Freedom {
        /// In the statement's text.
        let span: Range<Int>
        /// Keys of what is not depended on.
        let things: Set<String>
    }

    private static let free: Set<String> = ["self-sufficient", "self-reliant", "self-sustaining", "autarkic"]
    private static let lessening = ClaimWords.set(
        """
        reduce reduces reduced reducing cut cuts cutting lessen lessens lessened lessening lower lowers lowered lowering end ends ended ending eliminate
        eliminates eliminated eliminating remove removes removed removing ease eases eased easing shed sheds shedding overcome overcomes break breaks
        breaking broke minimise minimises minimize minimizes
        """)
    private static let reliance: Set<String> = ["reliance", "dependence", "dependency", "dependencies", "need"]

    /// Words the thing is only described by.
    private static let describing = ClaimWords.set("foreign western imported overseas external outside own domestic local")

    private func freedom() -> Freedom? {
        let tokens = assertion.reading.sentence.tokens
        for (place, token) in tokens.enumerated() {
            if Self.free.contains(token.folded) {
                // "Self-sufficient in chips", "its self-sufficient chip industry".
                let isIn = place + 1 < tokens.count && tokens[place + 1].folded == "in"
                return freedom(from: place, to: place, things: (place + (isIn ? 2 : 1))..<min(tokens.count, place + 5))
            }
            let next = place + 1 < tokens.count ? tokens[place + 1].folded : ""
            guard Self.reliance.contains(token.folded), ["on", "upon", "for"].contains(next),
                let verb = tokens[..<place].indices.suffix(4).last(where: { Self.lessening.contains(tokens[$0].folded) })
            else { continue }
            return freedom(from: verb, to: place, things: (place + 2)..<min(tokens.count, place + 7))
        }
        return nil
    }

    private func freedom(from first: Int, to last: Int, things: Range<Int>) -> Freedom? {
        let reading = assertion.reading
        let tokens = reading.sentence.tokens
        let offset = reading.sentence.range.lowerBound
        // "To reduce reliance": not said to have come about.
        guard first == 0 || tokens[first - 1].folded != "to" else { return nil }
        guard !(first...last).contains(where: { place in reading.termOfToken[place].map { reading.isDenied($0) } == true }) else { return nil }
        let keys = things.compactMap { place -> String? in
            guard let term = reading.termOfToken[place], reading.terms[term].kind == .word, !assertion.parts[term].isLight,
                !Self.describing.contains(tokens[place].folded)
            else { return nil }
            return reading.terms[term].key
        }
        guard !keys.isEmpty else { return nil }
        return Freedom(span: (tokens[first].range.lowerBound - offset)..<(tokens[last].range.upperBound - offset), things: Set(keys))
    }

    private var isAimed: Bool {
        assertion.reading.sentence.tokens.contains { ["aim", "aims", "aimed", "seek", "seeks", "hopes"].contains($0.folded) }
    }

    // MARK: What a sentence says

    private static let needing: [[String]] = [
        ["need"], ["needs"], ["require"], ["requires"], ["depend", "on"], ["depends", "on"], ["rely", "on"], ["relies", "on"], ["dependent", "on"],
        ["reliant", "on"], ["short", "supply"], ["shortage"], ["shortages"], ["scarce"], ["bottleneck"], ["bottlenecks"], ["is", "tight"],
        ["are", "tight"], ["remains", "tight"], ["remain", "tight"], ["cannot", "meet"], ["cannot", "make", "enough"], ["lack"], ["lacks"],
    ]

    /// Where it says that something is needed or scarce, outright and now.
    private static func need(in reading: Reading) -> Range<Int>? {
        let tokens = reading.sentence.tokens
        guard !reading.sentence.cues.contains(where: { $0.kind == .hedge || $0.kind == .plan }) else { return nil }
        for (place, token) in tokens.enumerated() {
            // "Need to": must.
            let next = place + 1 < tokens.count ? tokens[place + 1].folded : ""
            guard token.kind == .word, next != "to", !reading.negations.contains(where: { $0.cue.upperBound <= token.range.lowerBound }),
                let words = needing.first(where: { words in
                    place + words.count <= tokens.count && words.indices.allSatisfy { tokens[place + $0].folded == words[$0] }
                })
            else { continue }
            return token.range.lowerBound..<tokens[place + words.count - 1].range.upperBound
        }
        return nil
    }

    private static let needingKeys: [String] = needing.flatMap(\.self).filter { $0.utf8.count > 3 }.flatMap { keys($0) }

    private static func keys(_ words: String) -> [String] {
        TextAnalyzer().sentences(in: words).flatMap(\.tokens).map { Concepts.english.concept(of: $0) }
    }

    /// Kinds of things, and things of the kind: who needs processors needs hardware.
    private static let kinds: [(kind: String, things: [String])] = [
        "hardware chip memory server equipment accelerator computer", "energy power electricity gas oil coal fuel",
        "food grain wheat rice maize corn meat fertiliser fertilizer", "metal copper lithium cobalt nickel steel ore",
        "weapon ammunition shell missile", "money fund capital loan credit",
    ].compactMap { row in
        let words = keys(row)
        return words.first.map { (kind: $0, things: Array(words.dropFirst())) }
    }

    private func speaks(of things: Set<String>, _ reading: Reading) -> Bool {
        let theirs = Set(reading.terms.map(\.key))
        return !theirs.isDisjoint(with: things) || Self.kinds.contains { things.contains($0.kind) && !theirs.isDisjoint(with: $0.things) }
    }

    // MARK: Whether it is of the same

    /// Words of the statement, outside what is depended on, that the article must have where no name tells.
    private static let shared = 3

    /// The statement's own names, in the sentence or its title; where it has none, the topic in the title and more of the statement in the article.
    private func isOfSame(_ alignment: Alignment, _ claim: Freedom) -> Bool {
        let shelf = index.shelves[index.entries[alignment.entry].article]
        guard shelf.outlet?.kind.needsCorroboration != true else { return false }
        let names = assertion.parts.indices.filter { assertion.parts[$0].kind == .name || assertion.parts[$0].kind == .country }
        if !names.isEmpty { return names.contains { alignment.matches[$0] >= 0.9 } }
        let own = assertion.parts.filter { !$0.isLight && !claim.things.contains($0.key) && !$0.range.overlaps(claim.span) }
        let subjects = topic.union(own.map(\.key)).compactMap { index.identifier($0) }
        let isTitled = subjects.contains { shelf.titleTerms.holds($0) && index.rarity($0) >= Self.telling }
        return isTitled && own.count { part in part.identifier.map { shelf.terms.holds($0) } == true } >= Self.shared
    }

    /// Rarity from which a word says what an article is about.
    private static let telling = 0.3
}
