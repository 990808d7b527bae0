import BriefModel

/// Whose word a sentence is: "X said", "said X", "according to X", "by X's count".
struct AttributionFinder {
    let line: TokenLine
    let language: String
    let names: [Name]
    /// Quotations with their marks: verbs inside belong to somebody else's sentence.
    let quoted: [Range<Int>]
    let memory: SpeakerMemory

    func attribution() -> Attribution? {
        if line.tokens.contains(where: { $0.kind == .ideographs }), language == "zh" {
            return ChineseAttribution(line: line, quoted: quoted, memory: memory).attribution()
        }
        return preposition() ?? verb(in: ReportingVerbs.all)
    }

    private func isQuoted(_ index: Int) -> Bool {
        let start = line.tokens[index].range.lowerBound
        return quoted.contains { $0.contains(start) }
    }

    // MARK: according to X

    private static let prepositions: [[String]] = [
        "according to", "in the view of", "in the words of", "in the opinion of", "nach angaben", "nach aussage", "laut", "selon", "d apres",
    ].map { $0.split(separator: " ").map(String.init) }

    private func preposition() -> Attribution? {
        for index in 0..<line.count where line.isWord(index) && !isQuoted(index) {
            for words in Self.prepositions
            where line.matches(words, at: index) || words == ["d", "apres"] && line.word(index) == "d" && line.word(index + 1) == "apres" {
                let start = index + words.count
                guard start < line.count, let phrase = phrase(after: start) else { continue }
                return make(phrase, cue: index...(index + words.count - 1))
            }
            // "By Anthropic's count"
            if line.word(index) == "by", let owner = (index + 1..<min(line.count, index + 5)).first(where: { line.isPossessive($0) }),
                ["count", "account", "reckoning", "estimate", "telling", "tally"].contains(line.word(owner + 1))
            {
                return make((index + 1)...owner, cue: index...(owner + 1))
            }
        }
        return nil
    }

    /// The noun phrase that begins here, up to a comma, a verb of its own, or the end.
    private func phrase(after start: Int) -> ClosedRange<Int>? {
        if Self.pronouns.contains(line.word(start)) { return start...start }
        var end = start
        while end + 1 < line.count, end - start < 14 {
            let gap = line.gap(after: end)
            let isInitial = gap.first == 0x2E && line.tokens[end].range.count <= 2
            guard line.isSpaced(after: end) || line.isPossessive(end) || isInitial || isElision(end) else { break }
            if ["who", "which", "that", "but", "while", "because", "are", "is", "was", "has", "have", "wurden", "wurde"].contains(line.word(end + 1)),
                end > start
            {
                break
            }
            end += 1
        }
        return start...end
    }

    private func isElision(_ index: Int) -> Bool { (language == "fr" || language == "it") && line.isPossessive(index) }

    // MARK: X said

    private static let pronouns = Stopwords.set("he she it they him her them him er sie es il elle ils elles lui we i one")
    private static let skippedBeforeVerb = Stopwords.set(
        """
        has have had also later then now again repeatedly first already recently publicly once hat haben hatte habe a ont avait avaient fait will would
        still however meanwhile reportedly flatly simply only
        """)
    /// Also nouns: a verb only where a statement follows.
    private static let ambiguous = Stopwords.set(
        """
        state states report reports claim claims count counts note notes answer answers reply replies estimate estimates forecast call calls ask asks
        hint hints promise promises show shows caution cautions warning warn observe explain found expect believed reported estimated described expected
        disputed suggested attributed alleged welcomed called find write accuse demande annonce showed observed
        """)

    private static let statementStarts = Stopwords.set(
        "that the a an it its he she they their his her no how why whether there this these such some any what all itself themselves qu que")

    private func verb(in verbs: Set<String>) -> Attribution? {
        for index in 0..<line.count
        where line.isWord(index) && verbs.contains(line.word(index)) && !isQuoted(index) && !line.tokens[index].isCapitalized {
            if let subject = invertedSubject(of: index) { return make(subject, cue: index...index) }
            guard !isNounOrPassive(index) else { continue }
            if let subject = subject(before: index) { return make(subject, cue: index...index) }
        }
        return nil
    }

    private func isNounOrPassive(_ index: Int) -> Bool {
        guard index > 0 else { return true }
        // "is said to be", "reported to have": a hedge, nobody's words.
        if ["said", "believed", "reported", "thought", "expected"].contains(line.word(index)), line.word(index + 1) == "to" { return true }
        if line.hasComma(after: index - 1),
            ["called", "described", "reported", "observed", "estimated", "suggested", "attributed"].contains(line.word(index))
        {
            return true
        }
        // "a stake, announced on 18 February": a participle.
        if line.hasComma(after: index - 1), !["said", "says", "told", "say"].contains(line.word(index)),
            ["on", "in", "by", "at", "last", "earlier", "during"].contains(line.word(index + 1))
        {
            return true
        }
        if ["should", "must", "may", "can", "could", "might", "cannot"].contains(line.word(index - 1)) { return true }
        var before = line.word(index - 1)
        if ["widely", "also", "now", "officially", "still", "already", "once", "long", "not", "never"].contains(before), index > 1 {
            before = line.word(index - 2)
        }
        if ReportingVerbs.passiveAuxiliaries.contains(before) && language == "en" { return true }
        if ["to", "not", "never", "nobody", "n't"].contains(line.word(index - 1)) || line.word(index - 1).hasSuffix("n't") { return true }
        guard Self.ambiguous.contains(line.word(index)) else { return false }
        if line.isNumber(index - 1) { return true }
        if [
            "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "of", "no", "any", "in", "by", "for", "with", "as",
            "and", "or",
        ].contains(before) {
            return true
        }
        let next = line.word(index + 1)
        let follows = Self.statementStarts.contains(next)
        return
            !(follows || line.hasComma(after: index)
            || ["called", "described", "welcomed", "accuse", "annonce", "observe", "demande"].contains(line.word(index)))
    }

    /// `" said Jory Thistlewood of …`
    private func invertedSubject(of index: Int) -> ClosedRange<Int>? {
        guard index + 1 < line.count, line.isSpaced(after: index), ReportingVerbs.speech.contains(line.word(index)) else { return nil }
        let next = line.tokens[index + 1]
        let startsName = names.contains { $0.range.lowerBound == next.range.lowerBound } || isTitleBeforeName(index + 1)
        let afterQuotation =
            index > 0
            && quoted.contains { $0.upperBound <= line.tokens[index].range.lowerBound && $0.upperBound >= line.tokens[index - 1].range.upperBound }
        let begins = index == 0
        guard afterQuotation || begins || (line.hasComma(after: index - 1) && startsName) else { return nil }
        guard startsName || ["the", "a", "an", "one", "der", "die", "ein", "eine", "le", "la", "l"].contains(next.folded) else { return nil }
        return phrase(after: index + 1)
    }

    private func isTitleBeforeName(_ index: Int) -> Bool {
        NameWords.titles.contains(line.word(index)) && line.tokens[index].isCapitalized
    }

    /// The noun phrase that ends before the verb.
    private func subject(before verb: Int) -> ClosedRange<Int>? {
        var end = verb - 1
        if end >= 0, line.hasDash(after: end) { return nil }
        while end >= 0 {
            let word = line.word(end)
            if Self.skippedBeforeVerb.contains(word) || word.hasSuffix("ly") && !line.tokens[end].isCapitalized {
                end -= 1
            } else if end > 0, DateWords.weekday(word, language: language) != nil || ["week", "month", "year", "night", "morning"].contains(word) {
                end -= ["on", "last", "this", "late", "early", "am"].contains(line.word(end - 1)) ? 2 : 1
            } else {
                break
            }
        }
        guard end >= 0, !isQuoted(end), !["not", "nor", "who", "which", "that"].contains(line.word(end)) else { return nil }
        // "X booked revenue … and told investors": the subject stands at the start of the sentence.
        if line.word(end) == "and" { return nameAtStart() }
        var start = segmentStart(endingAt: end)
        let isSetOff = (end..<verb).contains { line.hasComma(after: $0) }
        // "Humain, a state-backed company, said": the apposition stands between its noun and the verb.
        if isSetOff, start > 0, line.hasComma(after: start - 1), !startsWithPersonOrTitle(start, end) {
            end = start - 1
            start = segmentStart(endingAt: end)
        }
        return trimmed(start...end)
    }

    private func nameAtStart() -> ClosedRange<Int>? {
        guard let name = names.first, let first = line.tokens.firstIndex(where: { $0.range.lowerBound == name.range.lowerBound }),
            first == 0 || line.hasDash(after: first - 1),
            let last = line.tokens.lastIndex(where: { $0.range.upperBound <= name.range.upperBound })
        else { return nil }
        return first...last
    }

    private func startsWithPersonOrTitle(_ start: Int, _ end: Int) -> Bool {
        let first = line.tokens[start]
        return first.isCapitalized
            && (names.contains { $0.range.lowerBound >= first.range.lowerBound && $0.range.upperBound == line.tokens[end].range.upperBound })
    }

    private static let clauseWords = Stopwords.set(
        "that but while because which whether if when as after before since although though and so than where dass weil wahrend que car mais quand")

    private func segmentStart(endingAt end: Int) -> Int {
        var start = end
        while start > 0, end - start < 16 {
            let gap = line.gap(after: start - 1)
            if Self.clauseWords.contains(line.word(start - 1)) && !(line.word(start - 1) == "and" && joinsNames(start - 1)) { break }
            let isInitial = gap.first == 0x2E && line.tokens[start - 1].range.count <= 2
            guard line.isSpaced(after: start - 1) || line.isPossessive(start - 1) || isInitial else { break }
            if isQuoted(start - 1) { break }
            start -= 1
        }
        return start
    }

    private func joinsNames(_ index: Int) -> Bool {
        index > 0 && index + 1 < line.count && line.tokens[index - 1].isCapitalized && line.tokens[index + 1].isCapitalized
    }

    /// Cuts what stands before the noun phrase proper: adverbs, "In a statement he".
    private func trimmed(_ phrase: ClosedRange<Int>) -> ClosedRange<Int>? {
        let end = phrase.upperBound
        if Self.pronouns.contains(line.word(end)) { return end...end }
        var start = phrase.lowerBound
        while start < end,
            ["but", "and", "yet", "still", "then", "now", "so", "later", "meanwhile", "instead", "today", "however", "also"].contains(
                line.word(start))
        { start += 1 }
        let leading = [
            "in", "on", "at", "by", "after", "under", "for", "since", "from", "during", "with", "last", "this", "early", "late", "im", "am", "en",
            "dans",
        ]
        if leading.contains(line.word(start)) {
            // "In late January people familiar with the matter said"
            var after = start + 1
            while after < end, isTimeWord(after) { after += 1 }
            if after > start + 1, after <= end { return after...end }
            if let name = names.last(where: { $0.range.upperBound == line.tokens[end].range.upperBound }),
                let first = line.tokens.firstIndex(where: { $0.range.lowerBound == name.range.lowerBound }), first > start
            {
                return first...end
            }
            guard
                let determiner = (start + 1...max(start + 1, end)).last(where: {
                    $0 <= end && ["the", "a", "an", "its", "their", "some", "many", "most"].contains(line.word($0))
                })
            else { return isPlainPlural(end) ? end...end : nil }
            start = determiner
        }
        if ["neither", "no", "nobody", "nothing", "none", "few", "there", "what", "how", "why", "whether", "if"].contains(line.word(start)) {
            return nil
        }
        return start <= end ? start...end : nil
    }

    private func isTimeWord(_ index: Int) -> Bool {
        line.isNumber(index) || DateWords.isCalendarWord(line.word(index), language: language) && line.tokens[index].isCapitalized
            || [
                "late", "early", "mid", "last", "this", "the", "past", "recent", "same", "next", "week", "weeks", "month", "months", "year", "years",
                "day", "days",
            ].contains(
                line.word(index))
    }

    private func isPlainPlural(_ index: Int) -> Bool { line.word(index).hasSuffix("s") }

    // MARK: the source

    private func make(_ phrase: ClosedRange<Int>, cue: ClosedRange<Int>) -> Attribution? {
        let source = SourcePhrase(line: line, names: names, memory: memory, phrase: phrase)
        guard let (text, isAnonymous) = source.resolved() else { return nil }
        let cueRange = line.bytes(from: cue.lowerBound, through: cue.upperBound)
        return Attribution(source: text, cue: line.text.string(cueRange), cueRange: cueRange, isAnonymous: isAnonymous)
    }
}
