import BriefModel

/// Where the words for a source begin and end.
struct NounPhrases {
    let line: ClauseLine

    private static let longest = 24

    /// The subject that ends before a verb: a noun phrase with its appositions ("Ada Brook, a trader in Leeds, said").
    /// - Parameters:
    ///   - verb: the first word of the verb with its auxiliaries.
    ///   - floor: the first word that may belong to it.
    func subject(before verb: Int, floor: Int) -> ClosedRange<Int>? {
        var end = verb - 1
        guard end >= floor, !line.isQuoted[end] || line.marks(after: end).isDisjoint(with: .closesQuotation) else { return nil }
        if line.marks(after: end).contains(.dash) { return between(dashEndingAt: end, floor: floor) }
        if line.marks(after: end).contains(.colon) || line.marks(after: end).contains(.stop) { return nil }
        // "a deal, announced in May": what follows a comma has its subject only before words that are set off.
        if line.marks(after: end).contains(.comma) { return setOff(endingAt: end, floor: floor) }
        end = withoutTimes(end, floor: floor)
        guard end >= floor else { return nil }
        if line.has(.relative, at: end) { return end > 0 && (line.joins(end - 1) || line.marks(after: end - 1).contains(.comma)) ? end...end : nil }
        return phrase(endingAt: end, floor: floor)
    }

    /// "Brook, a trader in Leeds, said": with what is set off where that says who it is, without where it says when or how.
    private func setOff(endingAt end: Int, floor: Int) -> ClosedRange<Int>? {
        var start = end
        while start > floor, !line.marks(after: start - 1).contains(.comma), end - start < Self.longest {
            if !line.marks(after: start - 1).isDisjoint(with: [.stop, .colon, .dash, .closesQuotation]) { return nil }
            start -= 1
        }
        guard start > floor, line.marks(after: start - 1).contains(.comma) else { return nil }
        // "Brook, a trader in Leeds, one of the towns that, said".
        let before = start - 1
        let named: ClosedRange<Int>?
        if isDescription(segmentStart(endingAt: before, floor: floor)), let outer = setOff(endingAt: before, floor: floor) {
            named = outer
        } else {
            named = phrase(endingAt: before, floor: floor)
        }
        guard let named, named.upperBound == before else { return nil }
        let tellsWhen =
            line.has([.preposition, .subordinator, .gerund, .time, .coordinator, .adverb], at: start) && !line.has(.determiner, at: start)
            || isParticiple(start)
        return tellsWhen ? named : named.lowerBound...end
    }

    /// "Brook — a trader in Leeds — said".
    private func between(dashEndingAt end: Int, floor: Int) -> ClosedRange<Int>? {
        guard let dash = (max(floor, end - Self.longest)..<max(floor, end)).last(where: { line.marks(after: $0).contains(.dash) }),
            let named = phrase(endingAt: dash, floor: floor), named.upperBound == dash
        else { return nil }
        return named.lowerBound...end
    }

    private func segmentStart(endingAt end: Int, floor: Int) -> Int {
        var start = end
        while start > floor, line.joins(start - 1) { start -= 1 }
        return start
    }

    /// "aired on Tuesday", "made public this week"
    private func isParticiple(_ index: Int) -> Bool {
        !line.isCapitalized(index) && (line.word(index).hasSuffix("ed") || Self.participles.contains(line.word(index)))
    }

    private static let participles = Stopwords.set("made held seen given known born led sent written built taken shown set put drawn begun")

    private func isDescription(_ start: Int) -> Bool {
        line.marks(after: start - 1).contains(.comma) && (line.has([.determiner, .relative, .quantifier], at: start) || line.line.isNumber(start))
    }

    /// "The company on Thursday said", "Brook last week told".
    private func withoutTimes(_ last: Int, floor: Int) -> Int {
        var end = last
        while end > floor, line.joins(end - 1), line.has(.time, at: end) || end > floor + 1 && line.line.isNumber(end) && line.word(end - 1) == "in" {
            end -= 1
            while end > floor, ["last", "this", "late", "early", "earlier", "later", "recent", "past", "the"].contains(line.word(end)) { end -= 1 }
            if end > floor, ["on", "in", "during", "over"].contains(line.word(end)) { end -= 1 }
        }
        return end
    }

    /// The phrase that ends at a word; nil where that word cannot end one.
    func phrase(endingAt end: Int, floor: Int) -> ClosedRange<Int>? {
        guard end >= floor, canEnd(end) else { return nil }
        if line.has(.nominative, at: end), !line.has(.quantifier, at: end) { return end...end }
        if let relative = relative(endingAt: end, floor: floor), let head = phrase(endingAt: relative - 1, floor: floor),
            head.upperBound == relative - 1
        {
            return head.lowerBound...end
        }
        var start = end
        while start > floor, end - start < Self.longest {
            let next = start - 1
            guard line.joins(next), line.isQuoted[next] == line.isQuoted[end] else { break }
            if line.has(.to, at: next), Self.relations.contains(line.word(next - 1)) {
                start = next
                continue
            }
            if line.marks(after: next).contains(.opensBracket), line.marks(after: end).isDisjoint(with: .closesBracket), !closes(from: start, to: end)
            {
                break
            }
            if line.has([.be, .have, .modal, .nominative, .relative, .to], at: next), !line.has(.determiner, at: next) { break }
            if line.has(.subordinator, at: next), !line.has(.preposition, at: next) { break }
            if line.has(.preposition, at: next), Self.adverbial.contains(line.word(next)) { break }
            if line.has(.coordinator, at: next), !joinsPhrases(next, end: end) { break }
            start = next
        }
        return trimmed(start...end)
    }

    /// Nouns whose "to" belongs to them.
    private static let relations = Stopwords.set(
        "adviser advisers advisor advisors aide aides close assistant ambassador envoy contributors donors response answer letter")

    /// The "who" of a clause that ends at a word: "a study that appeared in May".
    private func relative(endingAt end: Int, floor: Int) -> Int? {
        var index = end - 1
        while index > floor, end - index < Self.longest, line.joins(index), !line.isQuoted[index] {
            if line.has(.relative, at: index) {
                let next = index + 1
                let hasVerb = line.has([.be, .have, .modal, .past, .third], at: next) || line.word(next).hasSuffix("ed")
                return hasVerb && next < end && line.joins(index - 1) && line.words[index - 1].verb < 0 && canEnd(index - 1) ? index : nil
            }
            if line.has(.nominative, at: index) || line.has(.subordinator, at: index) && !line.has(.preposition, at: index) { return nil }
            index -= 1
        }
        return nil
    }

    /// Prepositions that seldom belong to the noun before them.
    private static let adverbial = Stopwords.set("after before during since until as than like despite through")

    /// What "who" and "which" take up.
    func antecedent(of relative: Int, floor: Int) -> ClosedRange<Int>? {
        guard relative > 0 else { return nil }
        return phrase(endingAt: relative - 1, floor: 0)
    }

    /// The subject that the sentence begins with, as far as its first verb shows where it ends.
    func subjectAtStart(limit: Int) -> ClosedRange<Int>? {
        var start = 0
        while start < limit, line.has([.adverb, .coordinator], at: start), !line.startsName(start) { start += 1 }
        guard start < limit, !line.isQuoted[start] else { return nil }
        if line.has(.nominative, at: start) { return start...start }
        if line.has([.preposition, .subordinator], at: start), !line.has(.determiner, at: start) {
            guard let comma = (start..<limit).first(where: { line.marks(after: $0).contains(.comma) }), comma + 1 < limit else { return nil }
            start = comma + 1
            if line.has(.nominative, at: start) { return start...start }
        }
        guard line.has([.determiner, .possessive, .quantifier], at: start) || line.isCapitalized(start) else { return nil }
        var end = start
        while end + 1 < limit, line.joins(end), !line.has([.be, .have, .modal, .relative, .verbForm, .adverb], at: end + 1),
            !line.word(end + 1).hasSuffix("ed") || line.isCapitalized(end + 1)
        {
            if let nameEnd = line.nameEnd(end + 1) {
                end = nameEnd
                if !line.has(.preposition, at: end + 1) { break }
            } else {
                end += 1
            }
        }
        return canEnd(end) ? start...end : nil
    }

    private func closes(from start: Int, to end: Int) -> Bool { (start...end).contains { line.marks(after: $0).contains(.closesBracket) } }

    private func canEnd(_ index: Int) -> Bool {
        if line.has([.quantifier, .nominative], at: index) { return true }
        guard line.line.isWord(index) || line.line.isNumber(index) else { return false }
        return !line.has(
            [.preposition, .determiner, .possessive, .coordinator, .subordinator, .be, .have, .modal, .relative, .adverb, .to, .objective], at: index)
            || line.isInName(index)
    }

    /// "Clinton and Trump", "the state and the company"; not "… sued and the company".
    private func joinsPhrases(_ index: Int, end: Int) -> Bool {
        guard line.word(index) == "and" || line.word(index) == "or", index > 0, index < end else { return false }
        if line.isCapitalized(index - 1), line.isCapitalized(index + 1) { return true }
        if line.has(.determiner, at: index + 1) { return line.nameEnds(index - 1) && index > 1 && line.has(.determiner, at: 0) }
        return !line.has([.verbForm], at: index - 1) && !line.isCapitalized(index + 1)
    }

    /// Without what stands before the phrase proper: "But", "In a statement the company".
    private func trimmed(_ phrase: ClosedRange<Int>) -> ClosedRange<Int>? {
        var start = phrase.lowerBound
        let end = phrase.upperBound
        while start < end, line.has([.adverb, .coordinator, .time], at: start), !line.has([.determiner], at: start), !line.startsName(start) {
            start += 1
        }
        if line.has([.preposition, .subordinator], at: start), !line.has(.determiner, at: start) {
            guard let inner = innerStart(start...end) else { return nil }
            start = inner
        }
        // "gasping on a pavement Brook said": what begins with such a word and no noun after it is no subject; "elected officials" is one.
        if start < end, !line.isCapitalized(start), !line.has([.determiner, .possessive, .quantifier], at: start), !line.line.isNumber(start),
            line.word(start).hasSuffix("ing") || line.word(start).hasSuffix("ed") || line.has(.verbForm, at: start),
            line.has([.preposition, .determiner, .possessive, .adverb, .to, .verbForm], at: start + 1) || line.word(start + 1).hasSuffix("ed")
        {
            guard let first = nameStart(endingAt: end, from: start) else { return nil }
            start = first
        }
        return start...end
    }

    /// A name with its titles.
    func name(endingAt end: Int) -> ClosedRange<Int>? { nameStart(endingAt: end, from: 0).map { $0...end } }

    private func nameStart(endingAt end: Int, from start: Int) -> Int? {
        guard let name = line.names.last(where: { $0.range.upperBound == line.line.tokens[end].range.upperBound }) else { return nil }
        var first = (start...end).first { line.line.tokens[$0].range.lowerBound >= name.range.lowerBound } ?? end
        while first > start, NameWords.titles.contains(line.word(first - 1)) { first -= 1 }
        return first
    }

    /// "In late January people familiar with the matter", "During the debate the senator".
    private func innerStart(_ phrase: ClosedRange<Int>) -> Int? {
        let end = phrase.upperBound
        var start = phrase.lowerBound + 1
        while start <= end,
            line.has([.time, .determiner, .adverb], at: start) || line.line.isNumber(start)
                || ["past", "early", "late", "recent"].contains(line.word(start))
        {
            start += 1
        }
        if start > phrase.lowerBound + 1, start <= end, line.has(.time, at: start - 1) || line.line.isNumber(start - 1) { return start }
        if let name = line.names.last(where: { $0.range.upperBound == line.line.tokens[end].range.upperBound }),
            let first = (phrase.lowerBound + 1...max(phrase.lowerBound + 1, end)).first(where: {
                line.line.tokens[min($0, end)].range.lowerBound == name.range.lowerBound
            }),
            first > phrase.lowerBound + 1
        {
            var first = first
            while first > phrase.lowerBound + 1, NameWords.titles.contains(line.word(first - 1)), line.isCapitalized(first - 1) { first -= 1 }
            return first
        }
        let later = (phrase.lowerBound + 2...max(phrase.lowerBound + 2, end)).last { $0 <= end && line.has([.determiner, .possessive], at: $0) }
        return later
    }

    /// The noun phrase after a verb or a preposition: "said Ada Brook, a trader", "according to a report by the agency".
    func phrase(startingAt start: Int, limit: Int) -> ClosedRange<Int>? {
        guard start < limit, !line.isQuoted[start] else { return nil }
        if line.has(.nominative, at: start) || line.has(.objective, at: start) { return start...start }
        guard !line.has([.be, .have, .modal, .coordinator, .relative, .to, .preposition], at: start) || line.has(.determiner, at: start) else {
            return nil
        }
        var end = start
        while end + 1 < limit, end - start < Self.longest, line.joins(end), !line.isQuoted[end + 1] {
            let next = end + 1
            if line.has([.be, .have, .modal, .nominative, .relative, .to], at: next) { break }
            if line.has(.subordinator, at: next), !line.has(.preposition, at: next) { break }
            if line.has(.preposition, at: next), !["of", "for", "from", "with", "at", "in", "by"].contains(line.word(next)) || isAdverbial(next) {
                break
            }
            if line.has(.coordinator, at: next), line.word(next) == "but" || line.has(.verbForm, at: next + 1) && !line.isCapitalized(next + 1) {
                break
            }
            if line.has(.time, at: next), !line.line.isPossessive(next) { break }
            if line.has([.adverb], at: next) { break }
            end = next
        }
        return start...end
    }

    /// "in a statement", "at a rally", "in an interview": how something was said, not who.
    private func isAdverbial(_ index: Int) -> Bool {
        guard ["in", "at", "for", "from", "with"].contains(line.word(index)) else { return false }
        let next = index + 1
        if line.line.isNumber(next) || line.has(.time, at: next) { return true }
        if line.word(index) == "in" || line.word(index) == "at" {
            return line.has([.determiner, .possessive], at: next) && line.word(index) == "in" || line.word(next) == "a" || line.word(next) == "an"
        }
        return false
    }

    /// Further words set off by commas that say who the phrase is: ", an associate professor at the university, …".
    func withApposition(_ phrase: ClosedRange<Int>, limit: Int) -> ClosedRange<Int> {
        var end = phrase.upperBound
        while end + 1 < limit, isNamed(phrase), line.marks(after: end).contains(.comma),
            line.marks(after: end).isDisjoint(with: [.opensQuotation, .closesQuotation]),
            !line.isQuoted[end + 1]
        {
            let next = end + 1
            let describes =
                line.word(next) == "who" || line.word(next) == "a" || line.word(next) == "an" || line.word(next) == "the"
                || line.has(.possessive, at: next)
                || line.line.isNumber(next)
                || (!line.has(
                    [.verbForm, .preposition, .subordinator, .coordinator, .relative, .nominative, .adverb, .be, .have, .modal, .time], at: next))
            guard describes else { break }
            var last = next
            while last + 1 < limit, line.joins(last), !line.isQuoted[last + 1] {
                if line.has(.nominative, at: last + 1) || line.has(.subordinator, at: last + 1) && !line.has(.preposition, at: last + 1) { break }
                last += 1
            }
            end = last
        }
        return phrase.lowerBound...end
    }

    /// Holds a name: what follows "people familiar with the plan, …" does not say who they are.
    private func isNamed(_ phrase: ClosedRange<Int>) -> Bool { phrase.contains { line.isInName($0) } }
}
