import BriefModel
import TextAnalysis

/// The same said by somebody else: "X said that it fell" where the sentence has "Y said that it fell". Only who says what is said counts: a sentence that
/// two speak in has a speaker for each of its contents, and what the writer says there is nobody's.
struct Speakers {
    let assertion: Assertion
    let index: EvidenceIndex

    /// How much of what is said the sentence must say, and in how many words at least that carry meaning.
    private static let likeness = 0.5
    private static let words = 2
    /// Words that name nobody in particular.
    private static let general = ClaimWords.set(
        """
        he she they it his her their who official officials spokesman spokeswoman spokesperson people person source sources statement report
        company firm government ministry minister president director chief head executive authorities the a an of for one some
        """)
    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "dr", "sir", "lord", "lady", "prof", "rev"]

    func objections(_ comparisons: [Comparison]) -> [Objection] {
        guard let attribution = assertion.reading.sentence.attribution, let span = span(of: attribution) else { return [] }
        let claimed = attribution.source
        let ours = Self.words(claimed)
        guard !ours.isEmpty else { return [] }
        let saying = comparisons.compactMap { comparison -> (comparison: Comparison, voices: [Attribution])? in
            said(attribution, in: comparison).map { (comparison, voices(of: $0, in: comparison)) }
        }
        // Somewhere it is put down to the one we name.
        if saying.contains(where: { $0.voices.contains { !ours.isDisjoint(with: Self.words($0.source)) } }) { return [] }
        // Of the sentence that says most of it, the last in a chain of speakers.
        guard let (comparison, voices) = saying.first, let voice = voices.last(where: { $0.kind == .statement }) else { return [] }
        let theirs = Self.words(voice.source)
        guard !theirs.isEmpty, !isKnownAs(ours, theirs, in: comparison), areAlike(claimed, voice, comparison) else { return [] }
        return [
            Objection(
                reason: .misattribution, alsoReason: nil, entry: comparison.entry, span: span, marked: voice.cueRange,
                strength: comparison.coverage, isCentral: true, certainty: 0.7, instead: voice.source,
                telling: "The words are found, but said by \(voice.source), not \(claimed).")
        ]
    }

    private static func words(_ source: String) -> Set<String> {
        Set(Folding.fold(source).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)).subtracting(general)
    }

    private func span(of attribution: Attribution) -> Range<Int>? {
        let offset = assertion.reading.sentence.range.lowerBound
        if let range = attribution.sourceRange, range.lowerBound >= offset, range.upperBound <= assertion.reading.sentence.range.upperBound {
            return (range.lowerBound - offset)..<(range.upperBound - offset)
        }
        guard let found = assertion.text.utf8.firstRange(of: attribution.source.utf8) else { return nil }
        let start = assertion.text.utf8.distance(from: assertion.text.startIndex, to: found.lowerBound)
        return start..<(start + attribution.source.utf8.count)
    }

    // MARK: What is said, and by whom there

    /// Where the sentence has the words of what is attributed; nil where it says too little of it.
    private func said(_ attribution: Attribution, in comparison: Comparison) -> [Range<Int>]? {
        let content = comparison.ours.indices.filter { place in
            attribution.content.contains { $0.overlaps(comparison.ours[place].range) }
        }
        guard !content.isEmpty, comparison.share(of: content) >= Self.likeness else { return nil }
        let telling = content.filter { place in comparison.ours[place].term.map { !assertion.parts[$0].isLight } == true }
        let found = telling.compactMap { place in comparison.met[place].map { comparison.theirs[$0].range } }
        return found.count >= Self.words ? found : nil
    }

    /// Those whose word most of these places are, outermost first: by attributions of the sentence, or of one beside it whose content goes on in it.
    private func voices(of places: [Range<Int>], in comparison: Comparison) -> [Attribution] {
        let sentences = index.shelves[index.entries[comparison.entry].article].sentences
        let near = [comparison.entry, comparison.entry - 1, comparison.entry + 1].filter { sentences.contains($0) }
        return near.flatMap { index.entries[$0].reading.sentence.attributions }.filter { attribution in
            guard !attribution.source.isEmpty else { return false }
            let inside = places.count { place in attribution.content.contains { $0.overlaps(place) } }
            return 2 * inside > places.count
        }.sorted { $0.depth < $1.depth }
    }

    // MARK: Whether they are two

    /// Two people, or two bodies: "the press secretary" may be Mr Earnest. Of two that are not named, ours must speak elsewhere in the article.
    private func areAlike(_ claimed: String, _ voice: Attribution, _ comparison: Comparison) -> Bool {
        let actual = voice.source
        let ours = assertion.reading.sentence.names.first { claimed.contains($0.text) && $0.kind != .nationality }
        let theirs = comparison.reading.sentence.names.first { actual.contains($0.text) && $0.kind != .nationality }
        switch (ours, theirs) {
        case (let ours?, let theirs?): return ours.kind == theirs.kind
        case (nil, nil):
            // In text without capitals a title is what shows a name.
            guard Self.isTitled(claimed) == Self.isTitled(actual), comparison.reading.sentence.attribution?.source == actual else { return false }
            let words = Self.words(claimed)
            return index.shelves[index.entries[comparison.entry].article].sentences.contains { number in
                let attribution = index.entries[number].reading.sentence.attribution
                return number != comparison.entry && attribution.map { !words.isDisjoint(with: Self.words($0.source)) } == true
            }
        default: return false
        }
    }

    private static func isTitled(_ source: String) -> Bool {
        Folding.fold(source).split { !$0.isLetter }.contains { titles.contains(String($0)) }
    }

    /// Ours stands in the sentence itself, or another one of the article has both: "Ada Brook, the mill's director". Not where each says something.
    private func isKnownAs(_ ours: Set<String>, _ theirs: Set<String>, in comparison: Comparison) -> Bool {
        index.shelves[index.entries[comparison.entry].article].sentences.contains { number in
            let sentence = index.entries[number].reading.sentence
            let sources = sentence.attributions.compactMap(\.sourceRange)
            func words(_ isIn: (Token) -> Bool) -> Set<String> { Set(sentence.tokens.filter(isIn).map(\.folded)) }
            let isOne = sources.contains { range in
                let words = words { range.overlaps($0.range) }
                return !words.isDisjoint(with: ours) && !words.isDisjoint(with: theirs)
            }
            let all = words { _ in true }
            let free = words { token in !sources.contains { $0.overlaps(token.range) } }
            return isOne || !free.isDisjoint(with: ours) && (number == comparison.entry || !all.isDisjoint(with: theirs))
                || number != comparison.entry && !free.isDisjoint(with: theirs) && !all.isDisjoint(with: ours)
        }
    }
}
