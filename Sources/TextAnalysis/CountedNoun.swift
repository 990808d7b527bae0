import BriefModel

/// Which noun a number counts.
struct CountedNoun {
    let line: TokenLine
    let language: String

    /// The head of the noun phrase after the number: "24,000 fraudulent accounts" → account.
    func head(after last: Int, value: Double) -> (unit: String, index: Int)? {
        var index = last + 1
        guard line.isSpaced(after: last) else { return nil }
        // "600,000 of its Ascend 910C processors"
        if ["of", "von"].contains(line.word(index)), line.isSpaced(after: index) {
            index += 1
            while index < line.count, line.tokens[index].isStopword, line.isSpaced(after: index), index - last < 4 { index += 1 }
        }
        let start = index
        var phrase: [Int] = []
        while index < line.count, index - start < 7, line.isWord(index), !line.tokens[index].isStopword, index == start || !endsPhrase(index) {
            phrase.append(index)
            guard line.isSpaced(after: index) || line.isPossessive(index) else { break }
            index += 1
        }
        guard !phrase.isEmpty else { return nil }
        let chosen =
            language == "de"
            ? phrase.first { line.tokens[$0].isCapitalized }
            : value == 1 ? single(phrase) : phrase.first(where: isPlural) ?? (value == 0 || value.rounded() != value ? single(phrase) : nil)
        if chosen == nil, value > 1, language == "en" || Self.verbs.contains(line.word(phrase[0])) { return nil }
        return (unit(chosen ?? phrase[0]), chosen ?? phrase[0])
    }

    /// "one soldier appears": the first noun; a longer compound cannot be told from its verb.
    private func single(_ phrase: [Int]) -> Int? {
        phrase.first { !isModifier($0) }
    }

    /// "The number of countries … is 35": the noun said before.
    func announced(before first: Int) -> String? {
        var index = first - 1
        while index >= 2 {
            if line.word(index - 2) == "number" || line.word(index - 2) == "count", line.word(index - 1) == "of", line.isWord(index) {
                var noun = index
                while noun + 1 < first, line.isSpaced(after: noun), line.isWord(noun + 1), !line.tokens[noun + 1].isStopword, !isPlural(noun) {
                    noun += 1
                }
                return unit(noun)
            }
            index -= 1
        }
        return nil
    }

    private func unit(_ index: Int) -> String { Singular.of(line.word(index), language: language, stem: line.tokens[index].stem) }

    private func endsPhrase(_ index: Int) -> Bool {
        let word = line.word(index)
        return ReportingVerbs.speech.contains(word) || word == "ago" || word == "earlier" || word == "later"
    }

    private func isPlural(_ index: Int) -> Bool {
        if line.isPossessive(index) || Self.verbs.contains(line.word(index)) { return false }
        let word = line.word(index)
        if Singular.irregular[word] != nil || word == "staff" || word == "police" || word == "troops" { return true }
        if language == "fr" { return word.hasSuffix("s") || word.hasSuffix("x") }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && !word.hasSuffix("us") && word.utf8.count > 3 && !line.tokens[index].isCapitalized
    }

    private static let verbs = Stopwords.set(
        "comes needs makes goes takes gets means says seems remains gives keeps shows works runs stands begins starts ends leaves lies plays helps wants turns"
    )

    private func isModifier(_ index: Int) -> Bool {
        let word = line.word(index)
        return line.tokens[index].isCapitalized
            || ["al", "ive", "ous", "ic", "able", "ible", "ed", "ing", "ary", "ful", "less", "est", "ish", "ian", "-scale"].contains {
                word.hasSuffix($0)
            }
            || [
                "large", "small", "single", "new", "old", "big", "great", "other", "more", "further", "main", "common", "fellow", "senior", "top",
                "outside", "public",
                "known", "independent", "clear", "formal", "further", "recent", "early", "late", "full",
            ].contains(word)
    }
}

/// The singular of an English noun; the stem elsewhere.
enum Singular {
    static let irregular = [
        "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot", "data": "data", "series": "series",
        "criteria": "criterion", "dice": "die", "mice": "mouse", "wives": "wife", "halves": "half", "shelves": "shelf", "aircraft": "aircraft",
        "spacecraft": "spacecraft",
    ]

    static func of(_ folded: String, language: String, stem: String) -> String {
        guard language == "en" else { return stem }
        if let singular = irregular[folded] { return singular }
        if folded.hasSuffix("ies"), folded.utf8.count > 4 { return String(folded.dropLast(3)) + "y" }
        for ending in ["sses", "shes", "ches", "xes", "zzes"] where folded.hasSuffix(ending) { return String(folded.dropLast(2)) }
        if folded.hasSuffix("s"), !folded.hasSuffix("ss"), !folded.hasSuffix("us"), !folded.hasSuffix("is"), folded.utf8.count > 3 {
            return String(folded.dropLast())
        }
        return folded
    }
}
