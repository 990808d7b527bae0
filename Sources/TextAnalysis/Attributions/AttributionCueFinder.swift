import BriefModel

/// The cues of a sentence with their sources and where their content begins.
struct AttributionCueFinder {
    let line: ClauseLine
    let phrases: NounPhrases
    let complements: Complements

    init(line: ClauseLine) {
        self.line = line
        phrases = NounPhrases(line: line)
        complements = Complements(line: line)
    }

    func drafts() -> [AttributionDraft] {
        var drafts: [AttributionDraft] = []
        var index = 0
        while index < line.count {
            if line.isQuoted[index] {
                index += 1
                continue
            }
            let found =
                preposition(at: index) ?? verb(at: index, after: drafts) ?? adjective(at: index, after: drafts) ?? noun(at: index, after: drafts)
            if let found {
                drafts.append(found)
                index = max(index, found.cue.upperBound)
            }
            index += 1
        }
        return drafts
    }

    // MARK: verbs

    private func verb(at head: Int, after drafts: [AttributionDraft]) -> AttributionDraft? {
        let number = line.words[head].verb
        guard number >= 0, !isInName(head) else { return nil }
        let verb = AttributionCues.verbs[Int(number)].verb
        let group = VerbGroup(head: head, line: line, floor: floor(after: drafts))
        guard let group, let end = cueEnd(of: verb, at: head) else { return nil }
        let isInverted = verb.frames.contains(.quote) && group.first == head
        if isInverted, let draft = inverted(verb, head: head, cueEnd: end) { return draft }
        switch group.voice {
        case .passive: return passive(verb, group, cueEnd: end, after: drafts)
        case .gerund, .infinitive:
            guard let complement = complements.after(end, verb) else { return nil }
            let isLoose = group.first > 0 && line.joins(group.first - 1)
            if group.voice == .gerund, isLoose, !line.has([.preposition, .coordinator, .verbForm, .to], at: group.first - 1) {
                if Self.nounLike.contains(line.word(head)) { return nil }
                // "video showing", "a letter saying".
                if verb.kind == .statement, !verb.frames.contains(.quote),
                    let source = phrases.phrase(endingAt: group.first - 1, floor: floor(after: drafts))
                {
                    return AttributionDraft(
                        kind: verb.kind, head: head, cue: group.first...end, source: source, right: complement.start, reach: complement.reach)
                }
            }
            guard let shared = sharedSource(before: group.first, after: drafts) else { return nil }
            return AttributionDraft(
                kind: verb.kind, head: head, cue: group.first...end, source: shared, right: complement.start, reach: complement.reach,
                sharesSource: true)
        case .finite: return finite(verb, group, cueEnd: end, after: drafts)
        }
    }

    /// Forms in -ing that are nouns of their own.
    private static let nounLike = Stopwords.set("hearing finding feeling understanding ruling learning planning backing hoping meeting voting")

    private func isInName(_ index: Int) -> Bool {
        let token = line.line.tokens[index]
        return token.isCapitalized && line.names.contains { $0.range.overlaps(token.range) && $0.range != token.range }
    }

    private func floor(after drafts: [AttributionDraft]) -> Int { drafts.last.map { $0.cue.upperBound + 1 } ?? 0 }

    /// "calls for": the last word of the cue; nil where the verb lacks a particle it needs.
    private func cueEnd(of verb: AttributionVerbs.Verb, at head: Int) -> Int? {
        if line.joins(head), verb.particles.contains(line.word(head + 1)) {
            return line.word(head + 1) == "out" && line.word(head + 2) == "against" ? head + 2 : head + 1
        }
        return verb.frames.contains(.particle) ? nil : head
    }

    /// `…," said Ada Brook of the union.`
    private func inverted(_ verb: AttributionVerbs.Verb, head: Int, cueEnd: Int) -> AttributionDraft? {
        guard head > 0 || line.marks(after: -1).contains(.closesQuotation), line.has(.finite, at: head), cueEnd == head, line.joins(head) else {
            return nil
        }
        let before = line.marks(after: head - 1)
        let afterQuotation = before.contains(.closesQuotation)
        // "Brook, one of the traders, recalled Wren": what stands before has to be a clause of its own.
        guard afterQuotation || before.contains(.comma) && hasVerb(before: head) else { return nil }
        let next = head + 1
        guard !line.has(.time, at: next) else { return nil }
        let startsNoun =
            line.startsName(next) || line.isCapitalized(next)
            || line.has([.determiner, .possessive, .quantifier], at: next) && line.word(next) != "that"
        guard startsNoun || afterQuotation && line.has(.nominative, at: next), let source = phrases.phrase(startingAt: next, limit: line.count) else {
            return nil
        }
        let after = source.upperBound
        let ends =
            after + 1 >= line.count || !line.joins(after)
            || line.has([.preposition, .time, .adverb, .subordinator, .relative, .coordinator], at: after + 1)
            || line.word(after + 1) == "to"
        guard ends else { return nil }
        var draft = AttributionDraft(
            kind: verb.kind, head: head, cue: head...head, source: phrases.withApposition(source, limit: line.count), left: head - 1)
        draft.right = complements.resumption(after: draft.end, isQuotation: afterQuotation)
        return draft
    }

    private func hasVerb(before head: Int) -> Bool {
        (0..<head).contains { index in
            line.isQuoted[index] || line.has([.be, .have, .modal, .past, .third], at: index)
                || line.word(index).hasSuffix("ed") && !line.isCapitalized(index)
        }
    }

    private func finite(_ verb: AttributionVerbs.Verb, _ group: VerbGroup, cueEnd: Int, after drafts: [AttributionDraft]) -> AttributionDraft? {
        let cue = group.first...cueEnd
        let complement = complements.after(cueEnd, verb)
        guard let source = phrases.subject(before: group.first, floor: floor(after: drafts)), group.agrees(with: source, line),
            line.line.tokens[source.lowerBound].kind != .symbol
        else {
            // "…, and said", "… but insisted".
            guard let complement, group.first > 0, line.has(.coordinator, at: group.first - 1),
                line.words[group.head].classes.isDisjoint(with: .base) || group.first < group.head,
                !isInsideClause(group.first, of: drafts.last), let shared = sharedSource(before: group.first, after: drafts)
            else { return nil }
            return AttributionDraft(
                kind: verb.kind, head: group.head, cue: cue, source: shared, right: complement.start, reach: complement.reach, sharesSource: true)
        }
        if complement == nil, cueEnd == line.count - 1, line.marks(after: cueEnd).contains(.colon), verb.frames.contains(.quote) {
            var draft = AttributionDraft(kind: verb.kind, head: group.head, cue: cue, source: source)
            draft.opensNext = true
            return draft
        }
        if let follows = following(verb, group, cueEnd: cueEnd, source: source, complement: complement) { return follows }
        guard let complement, !isNaming(group, source: source, next: cueEnd + 1) else { return nil }
        var draft = AttributionDraft(kind: verb.kind, head: group.head, cue: cue, source: source, right: complement.start, reach: complement.reach)
        if line.has(.relative, at: source.lowerBound) { draft.antecedent = phrases.antecedent(of: source.lowerBound, floor: 0) }
        return draft
    }

    /// "Brook said he had met her and told her": whose verb it is, is not to be told.
    private func isInsideClause(_ index: Int, of draft: AttributionDraft?) -> Bool {
        guard let draft, let right = draft.right, right < index - 1, draft.reach == .clause, line.joins(index - 1), line.joins(index - 2) else {
            return false
        }
        return (right..<(index - 1)).contains { line.has([.be, .have, .modal, .nominative], at: $0) || line.word($0).hasSuffix("ed") }
    }

    /// "…, Brook said": source and cue after the content, or in the midst of it.
    private func following(
        _ verb: AttributionVerbs.Verb, _ group: VerbGroup, cueEnd: Int, source: ClosedRange<Int>, complement: Complements.Complement?
    ) -> AttributionDraft? {
        let before = line.marks(after: source.lowerBound - 1)
        let afterQuotation = before.contains(.closesQuotation)
        guard
            afterQuotation
                || !verb.frames.isDisjoint(with: [.quote, .clause])
                    && (source.lowerBound >= 4 || source.lowerBound >= 1 && line.marks(after: cueEnd).contains(.comma))
                    && !before.isDisjoint(with: [.comma, .dash]),
            !line.has(.relative, at: source.lowerBound)
        else { return nil }
        if let complement {
            guard !line.joins(complement.start - 1), !line.marks(after: complement.start - 1).contains(.colon), line.isQuoted[complement.start],
                afterQuotation || !line.has([.preposition, .subordinator], at: 0)
            else { return nil }
        }
        var draft = AttributionDraft(kind: verb.kind, head: group.head, cue: group.first...cueEnd, source: source, left: source.lowerBound - 1)
        draft.right = complement?.start ?? complements.resumption(after: cueEnd, isQuotation: afterQuotation)
        return draft
    }

    /// "a group called Red Dawn", "the programme, dubbed EB-5": a name is given, nothing said.
    private func isNaming(_ group: VerbGroup, source: ClosedRange<Int>, next: Int) -> Bool {
        guard ["called", "dubbed", "labeled", "labelled", "known"].contains(line.word(group.head)), group.first == group.head, next == group.head + 1
        else { return false }
        return line.marks(after: group.first - 1).contains(.comma) && line.isCapitalized(next)
            && !line.marks(after: source.lowerBound - 1).contains(.comma) && source.upperBound == group.first - 1
            || ["a", "an"].contains(line.word(source.lowerBound)) && line.isCapitalized(next)
    }

    /// "has been called a quack by doctors"; "is expected to".
    private func passive(_ verb: AttributionVerbs.Verb, _ group: VerbGroup, cueEnd: Int, after drafts: [AttributionDraft]) -> AttributionDraft? {
        guard let patient = phrases.subject(before: group.first, floor: floor(after: drafts)) else { return nil }
        var draft = AttributionDraft(kind: verb.kind, head: group.head, cue: group.first...cueEnd, patient: patient)
        var next = cueEnd + 1
        while next < min(line.count, cueEnd + 12), line.joins(next - 1), !line.isQuoted[next] {
            if line.word(next) == "by", let source = phrases.phrase(startingAt: next + 1, limit: line.count) {
                draft.source = source
                if next > cueEnd + 1 { draft.right = cueEnd + 1 }
                draft.reach = .phrase
                return draft
            }
            next += 1
        }
        let takesClause = !verb.frames.isDisjoint(with: [.clause, .infinitive, .addressee])
        guard takesClause, ["to", "that"].contains(line.word(cueEnd + 1)), line.joins(cueEnd) else { return nil }
        draft.right = cueEnd + 1
        if line.word(cueEnd + 1) == "that" { draft.patient = nil }
        return draft
    }

    /// The source of the attribution before, or the subject the sentence begins with.
    private func sharedSource(before index: Int, after drafts: [AttributionDraft]) -> ClosedRange<Int>? {
        if let last = drafts.last {
            // "Brook said Wren had lied, adding that": Brook added it.
            let after = index > 0 && line.marks(after: index - 1).contains(.comma) ? drafts.first : last
            return after?.source ?? last.source
        }
        return phrases.subjectAtStart(limit: index)
    }

    // MARK: other cues

    /// "By Acme's count the loss was small."
    private func count(at index: Int) -> AttributionDraft? {
        guard line.word(index) == "by", let owner = (index + 1..<min(line.count, index + 5)).first(where: { line.line.isPossessive($0) }),
            owner + 2 < line.count,
            ["count", "account", "reckoning", "estimate", "estimates", "telling", "tally", "admission"].contains(line.word(owner + 1))
        else { return nil }
        var draft = AttributionDraft(kind: .statement, head: index, cue: index...index, source: (index + 1)...owner)
        if index == 0 { draft.right = owner + 2 } else { draft.left = index - 1 }
        return draft
    }

    private func preposition(at index: Int) -> AttributionDraft? {
        guard line.has(.preposition, at: index) || line.word(index) == "according" else { return nil }
        if let count = count(at: index) { return count }
        for words in AttributionCues.prepositions where line.line.matches(words, at: index) {
            let end = index + words.count - 1
            guard var source = phrases.phrase(startingAt: end + 1, limit: line.count) else { continue }
            let isLeading = index == 0 || line.marks(after: index - 1).contains(.colon)
            if !isLeading { source = phrases.withApposition(source, limit: line.count) }
            var draft = AttributionDraft(kind: words[0] == "according" ? .statement : .belief, head: index, cue: index...end, source: source)
            if isLeading {
                guard
                    let start = complements.resumption(after: source.upperBound, isQuotation: false)
                        ?? (source.upperBound + 1 < line.count ? source.upperBound + 1 : nil)
                else { return nil }
                draft.right = start
            } else {
                draft.left = index - 1
                draft.right = complements.resumption(after: draft.end, isQuotation: false)
            }
            return draft
        }
        return nil
    }

    /// "is confident that", "were worried about".
    private func adjective(at index: Int, after drafts: [AttributionDraft]) -> AttributionDraft? {
        let number = line.words[index].adjective
        guard number >= 0, let group = VerbGroup(head: index, line: line, floor: floor(after: drafts)), group.voice == .passive,
            let source = phrases.subject(before: group.first, floor: floor(after: drafts)), line.joins(index)
        else { return nil }
        let adjective = AttributionCues.adjectives[Int(number)]
        let next = index + 1
        if line.word(next) == "that" || line.has(.nominative, at: next) || adjective.takesInfinitive && line.word(next) == "to"
            || ["this", "there"].contains(line.word(next))
        {
            return AttributionDraft(kind: adjective.kind, head: index, cue: group.first...index, source: source, right: next)
        }
        guard ["about", "of", "with", "by", "for", "at"].contains(line.word(next)), next + 1 < line.count else { return nil }
        return AttributionDraft(kind: adjective.kind, head: index, cue: group.first...next, source: source, right: next + 1, reach: .phrase)
    }

    /// "Brook's claim that", "his plan to", "warnings from the union that".
    private func noun(at index: Int, after drafts: [AttributionDraft]) -> AttributionDraft? {
        let number = line.words[index].noun
        guard number >= 0, !isInName(index) else { return nil }
        let noun = AttributionCues.nouns[Int(number)]
        var first = index
        while first > 0, line.joins(first - 1),
            !line.has([.determiner, .possessive, .preposition, .coordinator, .be, .have, .modal, .nominative, .to], at: first - 1),
            !line.line.isPossessive(first - 1), line.words[first - 1].verb < 0, index - first < 2
        { first -= 1 }
        var source: ClosedRange<Int>?
        if first > 0, line.line.isPossessive(first - 1), line.joins(first - 1) {
            source = phrases.name(endingAt: first - 1) ?? phrases.phrase(endingAt: first - 1, floor: floor(after: drafts))
        } else if line.has(.possessive, at: first - 1), line.word(first - 1) != "whose" {
            source = (first - 1)...(first - 1)
        } else {
            first = index
        }
        var next = index + 1
        if source == nil, ["by", "from"].contains(line.word(next)), let phrase = phrases.phrase(startingAt: next + 1, limit: line.count) {
            source = phrase
            next = phrase.upperBound + 1
        }
        guard next < line.count, line.joins(next - 1) else { return nil }
        guard
            line.word(next) == "that" && line.words[next + 1 < line.count ? next + 1 : next].verb < 0
                || noun.takesInfinitive && line.word(next) == "to" && source != nil
        else { return nil }
        return AttributionDraft(kind: noun.kind, head: index, cue: first...index, source: source, right: next)
    }
}
