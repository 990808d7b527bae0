import BriefModel
import TextAnalysis

/// What a sentence that says nearly the same has in place of words of the statement: another name, another day, the opposite, a denial.
struct Differences {
    let assertion: Assertion
    let index: EvidenceIndex

    /// How much of the rest the sentence must say, in order, before other words count as put in place of ours.
    private static let likeness = 0.6
    /// Coverage from which a sentence says the statement itself, and by how much less another must say of it to be about something else.
    private static let said = 0.8
    private static let margin = 0.15
    /// The same for words that are no name, figure or opposite: they may be another way to say it.
    private static let nearCopy = 0.75

    func objections(_ comparisons: [Comparison]) -> [Objection] {
        let best = comparisons.map(\.coverage).max() ?? 0
        return comparisons.flatMap { comparison -> [Objection] in
            // Where another sentence says it, this one speaks of something else.
            let isAnswered = best >= Self.said && comparison.coverage < best - Self.margin
            guard comparison.tellingMatches(assertion) >= 2, !isAnswered else { return [] }
            return comparison.differences.flatMap { difference -> [Objection] in
                let rest = comparison.rest(without: difference.ours)
                guard rest >= Self.likeness, !difference.ours.isEmpty else { return [] }
                return [
                    otherDay(difference, comparison, rest), otherName(difference, comparison, rest, comparisons),
                    opposite(difference, comparison, rest),
                    otherWord(difference, comparison, rest, comparisons),
                ].compactMap { $0 }
            } + [polarity(comparison), reversal(comparison)].compactMap { $0 }
        }
    }

    // MARK: Another value

    private func otherDay(_ difference: Comparison.Difference, _ comparison: Comparison, _ rest: Double) -> Objection? {
        guard let ours = terms(difference.ours, comparison).first(where: { assertion.parts[$0].kind == .date }),
            let theirs = others(difference.theirs, comparison).first(where: { comparison.reading.terms[$0].kind == .date }),
            let mine = date(assertion.reading.terms[ours].range, assertion.reading.sentence),
            let other = date(comparison.reading.terms[theirs].range, comparison.reading.sentence),
            !comparison.reading.sentence.isDateline(other), mine.last < other.first || other.last < mine.first,
            isAsExact(mine, other, comparison), !isWrittenAlike(mine, other, comparison),
            rest >= Self.nearCopy - 0.05, terms(difference.ours, comparison).count <= 2,
            others(difference.theirs, comparison).count <= 3
        else { return nil }
        return objection(.date, ours, by: theirs, comparison, rest)
    }

    /// A year goes with a year, a day with a day; a day of the week only where both days are known.
    private func isAsExact(_ ours: DateMention, _ theirs: DateMention, _ comparison: Comparison) -> Bool {
        func digits(_ text: String) -> Int { text.utf8.count { (0x30...0x39).contains($0) } / 3 }
        let isDay = ours.first == ours.last
        let isOtherDay = theirs.first == theirs.last
        guard isDay == isOtherDay else { return false }
        let ours = assertion.reading.text(ours.range)
        let theirs = comparison.reading.text(theirs.range)
        return digits(ours) == digits(theirs)
            && ours.utf8.contains { (0x30...0x39).contains($0) } == theirs.utf8.contains { (0x30...0x39).contains($0) }
    }

    /// "Wednesday" in an article of another week: the same word is no other day.
    private func isWrittenAlike(_ ours: DateMention, _ theirs: DateMention, _ comparison: Comparison) -> Bool {
        Folding.fold(assertion.reading.text(ours.range)) == Folding.fold(comparison.reading.text(theirs.range))
    }

    private func date(_ range: Range<Int>, _ sentence: Sentence) -> DateMention? { sentence.dates.first { $0.range == range } }

    private func otherName(
        _ difference: Comparison.Difference, _ comparison: Comparison, _ rest: Double, _ comparisons: [Comparison]
    ) -> Objection? {
        let mine = terms(difference.ours, comparison).filter { !assertion.parts[$0].isLight }
        let theirs = others(difference.theirs, comparison).filter { !Concepts.english.isLight(comparison.reading.terms[$0].key) }
        guard rest >= Self.nearCopy - 0.05, mine.count <= Self.longestName, theirs.count <= Self.longestName else { return nil }
        for ours in mine where isName(assertion.parts[ours].kind) {
            let whole = wholeName(assertion.reading.terms[ours].range, assertion.reading.sentence)
            guard !stands(whole, in: comparison.reading.sentence), !isSpokenOf(ours, comparison), !isQuoted(ours), !isAdverb(whole.words),
                !comparisons.contains(where: { tellsOf(ours, $0) })
            else { continue }
            for other in theirs where isName(comparison.reading.terms[other], in: comparison.reading) {
                let name = wholeName(comparison.reading.terms[other].range, comparison.reading.sentence)
                guard !stands(name, in: assertion.reading.sentence), areAlike(whole.kind, name.kind), !isNickname(whole, name),
                    !comparison.reading.isDescription(comparison.reading.terms[other].range),
                    !comparison.reading.isSource(comparison.reading.terms[other].range)
                else { continue }
                let isNationality = whole.kind == .nationality && name.kind == .nationality
                return objection(isNationality ? .attribute : .entityConflation, ours, by: other, comparison, rest)
            }
        }
        return nil
    }

    /// Content words to either side beyond which more than a name is exchanged.
    private static let longestName = 4

    /// A sentence beside it, or one that says more of the statement, has our name: it may be that one's "he".
    private func isSpokenOf(_ part: Int, _ comparison: Comparison) -> Bool {
        index.isNamedBeside(assertion.parts[part].key, entry: comparison.entry)
    }

    /// Another of the nearest sentences says it of our name, in other words.
    private func tellsOf(_ part: Int, _ comparison: Comparison) -> Bool {
        guard let predicate = assertion.predicate.first, predicate != part else { return false }
        return [part, predicate].allSatisfy { Alignment.match(assertion, $0, in: index.entries[comparison.entry]) >= 1 }
    }

    /// "Furthermore": a capital at the start makes no name.
    private func isAdverb(_ words: [String]) -> Bool { words.count == 1 && words.allSatisfy { Roles.adverbs.contains($0) || $0.hasSuffix("ly") } }

    private func isQuoted(_ part: Int) -> Bool {
        assertion.reading.isInMarks(assertion.reading.terms[part].range)
    }

    private func isName(_ kind: Term.Kind) -> Bool { kind == .name || kind == .country }

    /// At the start of a sentence a capital does not tell: there what is a name in the statement is one.
    private func isName(_ term: Term, in reading: Reading) -> Bool {
        term.kind == .country || index.isName(term, in: reading) || assertion.parts.contains { $0.kind == .name && $0.key == term.key }
    }

    private func wholeName(_ range: Range<Int>, _ sentence: Sentence) -> (words: [String], kind: Name.Kind) {
        guard let name = sentence.names.first(where: { $0.range.overlaps(range) }) else { return ([sentence.bytes(range)], .other) }
        return (name.text.split(separator: " ").map { Folding.fold(String($0)) }, name.kind)
    }

    private func stands(_ name: (words: [String], kind: Name.Kind), in sentence: Sentence) -> Bool {
        let isWritten = sentence.tokens.contains { token in name.words.contains { $0 == token.folded || $0 == token.folded + "s" } }
        return isWritten || sentence.runsTogether(name.words)
    }

    private func areAlike(_ left: Name.Kind, _ right: Name.Kind) -> Bool {
        left == right || left == .nationality && right == .place || left == .place && right == .nationality
    }

    /// "The Frenchman" says of whom it speaks; "EU" is short for "European Union".
    private func isNickname(_ ours: (words: [String], kind: Name.Kind), _ theirs: (words: [String], kind: Name.Kind)) -> Bool {
        if ours.kind == .nationality, let word = ours.words.last, word.hasSuffix("man") || word.hasSuffix("men") || word.hasSuffix("woman") {
            return true
        }
        // "Soc Lib", "Social Liberal".
        func isShort(_ left: [String], of right: [String]) -> Bool {
            left.count == right.count && zip(left, right).allSatisfy { $0.utf8.count >= 3 && $1.hasPrefix($0) }
        }
        if isShort(ours.words, of: theirs.words) || isShort(theirs.words, of: ours.words) { return true }
        func initials(_ words: [String]) -> String { String(words.compactMap(\.first)) }
        return ours.words.joined() == initials(theirs.words) || theirs.words.joined() == initials(ours.words)
    }

    // MARK: Another word

    private func opposite(_ difference: Comparison.Difference, _ comparison: Comparison, _ rest: Double) -> Objection? {
        for ours in terms(difference.ours, comparison) where assertion.parts[ours].kind == .word {
            let key = assertion.parts[ours].key
            guard
                let theirs = others(difference.theirs, comparison).first(where: {
                    Concepts.english.areOpposite(key, comparison.reading.terms[$0].key)
                }),
                comparison.reading.isDenied(theirs) == assertion.parts[ours].isDenied,
                !comparison.reading.terms.contains(where: { $0.key == assertion.parts[ours].key }),
                isOfSame(ours, theirs, comparison), isOfSameObject(ours, comparison), isOfSamePredicate(ours, comparison)
            else { continue }
            return objection(.relation, ours, by: theirs, comparison, rest)
        }
        return nil
    }

    /// "City won", "United lost": no quarrel, since it is said of two.
    private func isOfSame(_ ours: Int, _ theirs: Int, _ comparison: Comparison) -> Bool {
        let mine = assertion.parts[..<ours].last { isName($0.kind) }?.key
        let other = comparison.reading.terms[..<theirs].last { isName($0, in: comparison.reading) }?.key
        return mine == nil || other == nil || mine == other
    }

    /// "Imports remained", "exports were revised": of a thing said otherwise the same must be said.
    private func isOfSamePredicate(_ part: Int, _ comparison: Comparison) -> Bool {
        assertion.predicate.isEmpty
            || assertion.predicate.contains {
                $0 == part || assertion.parts[$0].isLight || Alignment.match(assertion, $0, in: index.entries[comparison.entry]) >= 1
            }
    }

    /// "Won the last three lawsuits", "lost a second case in nine": of what follows the word, most must stand there too.
    private func isOfSameObject(_ part: Int, _ comparison: Comparison) -> Bool {
        let after = assertion.parts.indices.filter { $0 > part && !assertion.parts[$0].isLight }
        let keys = Set(comparison.reading.terms.map(\.key))
        return 2 * after.count { keys.contains(assertion.parts[$0].key) || Alignment.match(assertion, $0, in: index.entries[comparison.entry]) >= 1 }
            >= after.count
    }

    /// One or two words exchanged in what is otherwise the same sentence: not borne out, though it may be said in other words.
    private func otherWord(
        _ difference: Comparison.Difference, _ comparison: Comparison, _ rest: Double, _ comparisons: [Comparison]
    ) -> Objection? {
        let ours = terms(difference.ours, comparison).filter { !assertion.parts[$0].isLight }
        guard let first = ours.first, let last = ours.last, ours.count <= 3, ours.allSatisfy({ assertion.parts[$0].kind == .word }),
            rest >= Self.nearCopy, comparison.tellingMatches(assertion) >= 3,
            ours.contains(where: { isNowhere($0) })
        else { return nil }
        let theirs = others(difference.theirs, comparison).filter { !Concepts.english.isLight(comparison.reading.terms[$0].key) }
        guard theirs.count <= 3 else { return nil }
        let range = assertion.parts[first].range.lowerBound..<assertion.parts[last].range.upperBound
        return Objection(
            reason: theirs.isEmpty ? .noEvidence : ours.contains { assertion.predicate.contains($0) } ? .relation : .attribute, alsoReason: nil,
            entry: comparison.entry, span: range, marked: theirs.first.map { comparison.reading.terms[$0].range }, strength: rest,
            isCentral: false, certainty: 0.4 * rest, instead: theirs.first.map { comparison.reading.text(comparison.reading.terms[$0].range) })
    }

    /// The word stands in none of the sentences.
    private func isNowhere(_ part: Int) -> Bool { assertion.parts[part].identifier == nil }

    // MARK: Yes and no, who and whom

    /// The same word, said in one and denied in the other.
    private func polarity(_ comparison: Comparison) -> Objection? {
        // Denied on both sides, or turned round in other words: single words do not tell.
        if assertion.reading.isTurned, comparison.reading.isTurned { return nil }
        // "Can win if they win the last ten": what only might be is not denied by what never was.
        if assertion.reading.isConditional, !comparison.reading.isConditional { return nil }
        for (place, other) in comparison.met.enumerated() {
            guard let other, let ours = comparison.ours[place].term, let theirs = comparison.theirs[other].term,
                assertion.parts[ours].kind == .word, assertion.parts[ours].isDenied != comparison.reading.isDenied(theirs),
                !isSaidBothWays(assertion.parts[ours].key, comparison)
            else { continue }
            let rest = max(comparison.rest(without: place..<(place + 1)), denied(place, theirs, comparison))
            guard rest >= Self.likeness else { continue }
            let offset = assertion.reading.sentence.range.lowerBound
            if assertion.parts[ours].isDenied {
                guard let negation = assertion.reading.negations.first(where: { $0.core.contains(ours) }), !isOpposed(comparison) else { continue }
                return Objection(
                    reason: .negation, alsoReason: nil, entry: comparison.entry,
                    span: (negation.cue.lowerBound - offset)..<(negation.cue.upperBound - offset), marked: comparison.reading.terms[theirs].range,
                    strength: rest, isCentral: isSure(0.8 * rest), certainty: 0.8 * rest,
                    instead: comparison.reading.text(comparison.reading.terms[theirs].range))
            }
            guard let negation = comparison.reading.negations.first(where: { $0.core.contains(theirs) }), !isOpposed(comparison),
                assertion.reading.isOfFuture || !comparison.reading.isOfFuture(negation)
            else { continue }
            let marked = negation.cue.lowerBound..<max(negation.cue.upperBound, comparison.reading.terms[theirs].range.upperBound)
            return Objection(
                reason: .negation, alsoReason: nil, entry: comparison.entry, span: assertion.verbPhrase(ours), marked: marked, strength: rest,
                isCentral: isSure(0.8 * rest), certainty: 0.8 * rest, instead: comparison.reading.text(marked))
        }
        return nil
    }

    /// Sentences given share words because they are on one matter; those searched for are asked more of elsewhere (`Matter`).
    private func isSure(_ certainty: Double) -> Bool { index.isSearched || certainty >= Ruling.firm }

    /// "They do not cover angling but cover it when you use nets": the word stands denied and undenied.
    private func isSaidBothWays(_ key: String, _ comparison: Comparison) -> Bool {
        let reading = comparison.reading
        let places = reading.terms.indices.filter { reading.terms[$0].key == key }
        return places.contains { reading.isDenied($0) } && places.contains { !reading.isDenied($0) }
    }

    /// Share of what the sentence denies, its subject with it, that the statement speaks of; 0 where the statement is the one that denies.
    private func denied(_ place: Int, _ theirs: Int, _ comparison: Comparison) -> Double {
        guard let negation = comparison.reading.negations.first(where: { $0.core.contains(theirs) }) else { return 0 }
        let terms = Set(negation.subject).union(negation.scope).filter { !Concepts.english.isLight(comparison.reading.terms[$0].key) }
        guard terms.count >= 3 else { return 0 }
        let ours = Set(assertion.parts.map(\.key))
        return Double(terms.count { ours.contains(comparison.reading.terms[$0].key) }) / Double(terms.count)
    }

    /// Elsewhere in it an opposite word or a second denial turns the sense back: "failed to win" and "did not win".
    private func isOpposed(_ comparison: Comparison) -> Bool {
        comparison.differences.contains { difference in
            let theirs = Set(others(difference.theirs, comparison).map { comparison.reading.terms[$0].key })
            return terms(difference.ours, comparison).contains { ours in
                theirs.contains { Concepts.english.areOpposite(assertion.parts[ours].key, $0) }
            }
        }
    }

    /// The same two names about the same verb, changed over: "A sued B", "B sued A".
    private func reversal(_ comparison: Comparison) -> Objection? {
        guard let predicate = assertion.predicate.first, assertion.parts[predicate].kind == .word,
            let verb = comparison.reading.terms.firstIndex(where: { $0.key == assertion.parts[predicate].key }),
            let ours = sides(of: assertion.reading, about: predicate), let theirs = sides(of: comparison.reading, about: verb),
            ours.before != ours.after
        else { return nil }
        let isOursPassive = isPassive(assertion.reading, predicate)
        let isTurned =
            isOursPassive ? isActive(comparison.reading, verb) : isPassive(comparison.reading, verb) && isActive(assertion.reading, predicate)
        let isCrossed = ours.before == theirs.after && ours.after == theirs.before
        guard isCrossed && !isTurned || isTurned && ours.before == theirs.before && ours.after == theirs.after else { return nil }
        let before = assertion.parts.firstIndex { $0.key == ours.before } ?? predicate
        let after = assertion.parts.lastIndex { $0.key == ours.after } ?? predicate
        guard before < after else { return nil }
        return Objection(
            reason: .relation, alsoReason: nil, entry: comparison.entry,
            span: assertion.parts[before].range.lowerBound..<assertion.parts[after].range.upperBound,
            marked: comparison.reading.terms[verb].range, strength: 0.8, isCentral: true, certainty: 0.8,
            instead: comparison.reading.sentence.text)
    }

    /// The last name before a verb and the first one after it.
    private func sides(of reading: Reading, about verb: Int) -> (before: String, after: String)? {
        guard verb > 0, let before = reading.terms[..<verb].last(where: { isName($0, in: reading) }),
            let after = reading.terms[(verb + 1)...].first(where: { isName($0, in: reading) }),
            !reading.hasBreak(between: reading.terms[verb].range.upperBound, and: after.range.lowerBound)
        else { return nil }
        return (before.key, after.key)
    }

    /// "A sued B": no form of "be" before the verb, the name right after it.
    private func isActive(_ reading: Reading, _ verb: Int) -> Bool {
        let tokens = reading.sentence.tokens
        guard let place = reading.termOfToken.firstIndex(where: { $0 == verb }), place > 0, !isPassive(reading, verb) else { return false }
        let isAfterBeing = tokens[..<place].suffix(2).contains { ["is", "are", "was", "were", "be", "been", "being"].contains($0.folded) }
        return !isAfterBeing && reading.terms[(verb + 1)...].prefix(2).contains { isName($0, in: reading) }
    }

    private func isPassive(_ reading: Reading, _ verb: Int) -> Bool {
        let tokens = reading.sentence.tokens
        guard let place = reading.termOfToken.firstIndex(where: { $0 == verb }), place + 1 < tokens.count else { return false }
        return tokens[(place + 1)...].prefix(4).contains { $0.folded == "by" }
    }

    // MARK: Terms of a difference

    private func terms(_ words: Range<Int>, _ comparison: Comparison) -> [Int] { words.compactMap { comparison.ours[$0].term } }

    private func others(_ words: Range<Int>, _ comparison: Comparison) -> [Int] { words.compactMap { comparison.theirs[$0].term } }

    private func objection(_ reason: ReasonCode, _ ours: Int, by theirs: Int, _ comparison: Comparison, _ rest: Double) -> Objection {
        Objection(
            reason: reason, alsoReason: nil, entry: comparison.entry, span: assertion.whole(assertion.parts[ours].range),
            marked: comparison.reading.terms[theirs].range, strength: rest, isCentral: true, certainty: 0.9 * rest,
            instead: comparison.reading.text(comparison.reading.sentence.whole(comparison.reading.terms[theirs].range)))
    }
}
