import BriefModel

/// Whose word a German or French sentence is: "sagte X", "X teilte mit", "selon X". One a sentence; its content is what stands beside source and cue.
struct GermanFrenchAttribution {
    let line: TokenLine
    let language: String
    let names: [Name]
    /// Quotations with their marks: verbs inside belong to somebody else's sentence.
    let quoted: [Range<Int>]
    let memory: SpeakerMemory

    func attribution() -> Attribution? {
        preposition() ?? verb(in: ReportingVerbs.all)
    }

    private func isQuoted(_ index: Int) -> Bool {
        let start = line.tokens[index].range.lowerBound
        return quoted.contains { $0.contains(start) }
    }

    // MARK: according to X

    private static let prepositions: [[String]] = [
        "nach angaben", "nach aussage", "laut", "selon", "d apres",
    ].map { $0.split(separator: " ").map(String.init) }

    private func preposition() -> Attribution? {
        for index in 0..<line.count where line.isWord(index) && !isQuoted(index) {
            for words in Self.prepositions
            where line.matches(words, at: index) || words == ["d", "apres"] && line.word(index) == "d" && line.word(index + 1) == "apres" {
                let start = index + words.count
                guard start < line.count, let phrase = phrase(after: start) else { continue }
                return make(phrase, cue: index...(index + words.count - 1))
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
            if ["wurden", "wurde"].contains(line.word(end + 1)),
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

    private static let pronouns = Stopwords.set("er sie es il elle ils elles lui")
    private static let skippedBeforeVerb = Stopwords.set("hat haben hatte habe a ont avait avaient fait")

    private func verb(in verbs: Set<String>) -> Attribution? {
        for index in 0..<line.count
        where line.isWord(index) && verbs.contains(line.word(index)) && !isQuoted(index) && !line.tokens[index].isCapitalized {
            if let subject = invertedSubject(of: index) { return make(subject, cue: index...index) }
            if index > 0, let subject = subject(before: index) { return make(subject, cue: index...index) }
        }
        return nil
    }

    /// „…“, sagte Mechthild Oberlauf vom …
    private func invertedSubject(of index: Int) -> ClosedRange<Int>? {
        guard index + 1 < line.count, line.isSpaced(after: index), ReportingVerbs.speech.contains(line.word(index)) else { return nil }
        let next = line.tokens[index + 1]
        let startsName = names.contains { $0.range.lowerBound == next.range.lowerBound } || isTitleBeforeName(index + 1)
        let afterQuotation =
            index > 0
            && quoted.contains { $0.upperBound <= line.tokens[index].range.lowerBound && $0.upperBound >= line.tokens[index - 1].range.upperBound }
        let begins = index == 0
        guard afterQuotation || begins || (line.hasComma(after: index - 1) && startsName) else { return nil }
        guard startsName || ["der", "die", "ein", "eine", "le", "la", "l"].contains(next.folded) else { return nil }
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
            if Self.skippedBeforeVerb.contains(word) {
                end -= 1
            } else if end > 0, DateWords.weekday(word, language: language) != nil {
                end -= line.word(end - 1) == "am" ? 2 : 1
            } else {
                break
            }
        }
        guard end >= 0, !isQuoted(end) else { return nil }
        var start = segmentStart(endingAt: end)
        let isSetOff = (end..<verb).contains { line.hasComma(after: $0) }
        // "Humain, ein Unternehmen des Staates, sagte": the apposition stands between its noun and the verb.
        if isSetOff, start > 0, line.hasComma(after: start - 1), !startsWithPersonOrTitle(start, end) {
            end = start - 1
            start = segmentStart(endingAt: end)
        }
        return trimmed(start...end)
    }

    private func startsWithPersonOrTitle(_ start: Int, _ end: Int) -> Bool {
        let first = line.tokens[start]
        return first.isCapitalized
            && (names.contains { $0.range.lowerBound >= first.range.lowerBound && $0.range.upperBound == line.tokens[end].range.upperBound })
    }

    private static let clauseWords = Stopwords.set("dass weil wahrend que car mais quand")

    private func segmentStart(endingAt end: Int) -> Int {
        var start = end
        while start > 0, end - start < 16 {
            let gap = line.gap(after: start - 1)
            if Self.clauseWords.contains(line.word(start - 1)) { break }
            let isInitial = gap.first == 0x2E && line.tokens[start - 1].range.count <= 2
            guard line.isSpaced(after: start - 1) || line.isPossessive(start - 1) || isInitial else { break }
            if isQuoted(start - 1) { break }
            start -= 1
        }
        return start
    }

    /// Cuts what stands before the noun phrase proper: "Im Januar das Ministerium".
    private func trimmed(_ phrase: ClosedRange<Int>) -> ClosedRange<Int>? {
        let end = phrase.upperBound
        if Self.pronouns.contains(line.word(end)) { return end...end }
        guard ["in", "im", "am", "en", "dans"].contains(line.word(phrase.lowerBound)) else { return phrase }
        var after = phrase.lowerBound + 1
        while after < end, line.isNumber(after) || DateWords.isCalendarWord(line.word(after), language: language) { after += 1 }
        if after > phrase.lowerBound + 1, after <= end { return after...end }
        guard let name = names.last(where: { $0.range.upperBound == line.tokens[end].range.upperBound }),
            let first = line.tokens.firstIndex(where: { $0.range.lowerBound == name.range.lowerBound }), first > phrase.lowerBound
        else { return nil }
        return first...end
    }

    // MARK: the source

    private func make(_ phrase: ClosedRange<Int>, cue: ClosedRange<Int>) -> Attribution? {
        let source = SourcePhrase(line: line, names: names, memory: memory, phrase: phrase)
        guard let (text, isAnonymous) = source.resolved() else { return nil }
        let cueRange = line.bytes(from: cue.lowerBound, through: cue.upperBound)
        let beside = [0..<min(phrase.lowerBound, cue.lowerBound), (max(phrase.upperBound, cue.upperBound) + 1)..<line.count]
        return Attribution(
            source: text, cue: line.text.string(cueRange), cueRange: cueRange, isAnonymous: isAnonymous,
            sourceRange: line.bytes(from: phrase.lowerBound, through: phrase.upperBound),
            content: beside.filter { !$0.isEmpty }.map { line.bytes(from: $0.lowerBound, through: $0.upperBound - 1) })
    }
}
