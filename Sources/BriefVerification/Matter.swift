import BriefModel
import TextAnalysis

/// Whether a sentence speaks of what a statement speaks of, told by the sentence's own words. A sentence that was searched for shares words with the
/// statement by design, so sharing some is no sign of it.
struct Matter {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Share of the rest of the statement that a sentence must have itself for what it says otherwise to be said of the same: about half.
    static let same = 0.5

    /// What is found in a sentence that was searched for counts where it can be relied on, says most of the rest itself, and speaks of the subject.
    func bears(_ objection: Objection, _ alignment: Alignment) -> Bool {
        index.shelves[index.entries[objection.entry].article].outlet?.kind.needsCorroboration != true
            && share(of: objection.entry, without: objection.span) >= Self.same && speaksOfSubject(alignment) && !isAboutAnother(objection.entry)
    }

    /// Weighted share of the statement that a sentence has in its own words, those within a stretch left out.
    func share(of entry: Int, without span: Range<Int>? = nil) -> Double {
        let aside = Set(assertion.parts.indices.filter { part in span.map { assertion.parts[part].range.overlaps($0) } == true })
        let own = assertion.parts.indices.map { Alignment.match(assertion, $0, in: index.entries[entry]) }
        return Alignment.coverage(own, of: assertion, excluding: aside)
    }

    /// One at least of the names in what is mainly said stands in the sentence, beside it or in its title.
    private func speaksOfSubject(_ alignment: Alignment) -> Bool {
        let names = assertion.mainClause.filter { isName(assertion.parts[$0].kind) }
        return names.isEmpty || names.contains { alignment.matches[$0] >= 0.5 }
    }

    /// It names somebody, or a country, whom the statement does not name, and none of those whom the statement names.
    func isAboutAnother(_ entry: Int) -> Bool {
        let theirs = index.entries[entry].reading.terms
        func keys(_ kind: Term.Kind) -> Set<String> { Set(assertion.parts.filter { $0.kind == kind && !$0.isLabel }.map(\.key)) }
        let names = keys(.name)
        let countries = keys(.country)
        guard !theirs.contains(where: { names.contains($0.key) || countries.contains($0.key) }) else { return false }
        // In a library the title and the sentences beside it say whom a sentence speaks of.
        let titled = index.shelves[index.entries[entry].article].titleTerms
        let isNear =
            index.isSearched
            && names.union(countries).contains { key in
                index.identifier(key).map { titled.holds($0) } == true || index.isNamedBeside(key, entry: entry)
            }
        guard !isNear else { return false }
        return !names.isEmpty && theirs.contains { $0.kind == .name } || !countries.isEmpty && theirs.contains { $0.kind == .country }
    }

    private func isName(_ kind: Term.Kind) -> Bool { kind == .name || kind == .country }
}

extension Assertion {
    /// "All", "throughout", "not one": words that leave nobody out, and not one that counts or picks ("both", "several").
    func saysAll(_ span: Range<Int>) -> Bool {
        let offset = reading.sentence.range.lowerBound
        return !reading.sentence.tokens.contains { span.contains($0.range.lowerBound - offset) && Self.picking.contains($0.folded) }
    }

    /// It opens with a word that stands for somebody named elsewhere.
    var isOfPronoun: Bool { reading.sentence.tokens.first.map { Self.pronouns.contains($0.folded) } == true }

    private static let pronouns: Set<String> = ["he", "she", "it", "they", "we", "i", "this", "these", "those", "his", "her", "its", "their"]
    private static let picking: Set<String> = ["both", "each", "either", "several", "some", "most", "few", "half", "only", "any"]
}

extension EvidenceIndex {
    /// The figure is half of one that white space or the end of a sentence cuts in two, as texts taken apart for corpora have it: "235, 000", "$ 1." and
    /// "7 million". What it counts is not known.
    func isTorn(_ figure: Quantity, in entry: Int) -> Bool {
        func neighbour(_ number: Int) -> [UInt8] {
            guard entries.indices.contains(number), entries[number].article == entries[entry].article else { return [] }
            return Array(entries[number].reading.sentence.text.utf8)
        }
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } == true }
        let sentence = entries[entry].reading.sentence
        let before = sentence.bytes(sentence.range.lowerBound..<figure.range.lowerBound).utf8
        let after = sentence.bytes(figure.range.upperBound..<sentence.range.upperBound).utf8
        if before.allSatisfy({ $0 == 0x20 || $0 == 0x24 }), neighbour(entry - 1).last == 0x2E, isDigit(neighbour(entry - 1).dropLast().last) {
            return true
        }
        if after.elementsEqual([0x2E]), isDigit(neighbour(entry + 1).first) { return true }
        // ", " between digits, three of them after it.
        let tail = Array(after.prefix(6))
        if tail.count >= 5, tail[0] == 0x2C, tail[1] == 0x20, tail[2..<5].allSatisfy({ isDigit($0) }), tail.count == 5 || !isDigit(tail[5]) {
            return true
        }
        let head = before.suffix(3)
        return head.count == 3 && head.elementsEqual([head.first ?? 0, 0x2C, 0x20]) && isDigit(head.first)
    }
}
