import BriefModel
import TextAnalysis

/// Who says what a statement puts into somebody's mouth, by the sentence given that says most of it, whatever its order and wording.
struct Voices {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words of what is said from which a sentence says the same.
    private static let about = 0.5
    /// By how much less of it a sentence may say in which ours speaks, to answer for it.
    private static let margin = 0.15
    /// Own words of what is said from which one of ours tells of the same.
    private static let touching = 0.2

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let sentence = assertion.reading.sentence
        guard let attribution = sentence.attribution, attribution.kind == .statement, let range = attribution.sourceRange else { return [] }
        let ours = Self.words(sentence.bytes(range))
        guard !ours.isEmpty else { return [] }
        let voice = Set(
            assertion.parts.indices.filter {
                let place = assertion.reading.terms[$0].range
                return place.overlaps(range) || place.overlaps(attribution.cueRange)
            })
        guard voice.count < assertion.parts.count else { return [] }
        let said = alignments.map { ($0, $0.ownRest(assertion, without: voice)) }.filter { $0.1 >= Self.about }
        guard let (best, rest) = said.max(by: { ($0.1, $1.0.entry) < ($1.1, $0.0.entry) }) else { return [] }
        for (alignment, other) in said where alignment.entry != best.entry && other >= rest - Self.margin && names(ours, alignment.entry) {
            return []
        }
        let reading = index.entries[best.entry].reading
        guard let speaker = speaker(in: reading, of: Set(assertion.parts.indices.filter { !voice.contains($0) && best.own[$0] >= 1 })) else {
            return []
        }
        // "Witnesses say they were thrown": ours tells of it too, in other words.
        let tells = alignments.contains { $0.entry != best.entry && $0.ownRest(assertion, without: voice) >= Self.touching && speaks(ours, $0.entry) }
        let theirs = Self.words(speaker)
        guard !theirs.isEmpty, ours.isDisjoint(with: theirs), areAlike(range, speaker, ours, best.entry, unless: tells), !isKnownAs(ours, theirs)
        else { return [] }
        let offset = sentence.range.lowerBound
        return [
            Objection(
                reason: .misattribution, alsoReason: nil, entry: best.entry, span: (range.lowerBound - offset)..<(range.upperBound - offset),
                marked: reading.sentence.attribution?.cueRange, strength: rest, isCentral: false,
                certainty: 0.45 + 0.4 * rest, instead: speaker,
                telling: "The words are found, but said by \(speaker), not \(sentence.bytes(range)).")
        ]
    }

    /// Two people or two bodies; of one that is only described the sentences may give the name, unless it speaks elsewhere among them.
    private func areAlike(_ range: Range<Int>, _ speaker: String, _ ours: Set<String>, _ entry: Int, unless tells: Bool) -> Bool {
        func isNamed(_ name: Name) -> Bool { name.kind != .nationality }
        let mine = assertion.reading.sentence.names.first { isNamed($0) && $0.range.overlaps(range) }
        let other = index.entries[entry].reading.sentence.names.first { isNamed($0) && speaker.contains($0.text) }
        switch (mine, other) {
        case (let mine?, let other?): return mine.kind == other.kind
        case (nil, nil):
            // In text without capitals a title shows a name: "mr jones" may be the first minister.
            guard !tells, Self.isTitled(assertion.reading.sentence.bytes(range)) == Self.isTitled(speaker),
                index.entries[entry].reading.sentence.attribution?.source == speaker
            else { return false }
            return index.entries.indices.contains { $0 != entry && speaks(ours, $0) }
        default: return false
        }
    }

    private func speaks(_ ours: Set<String>, _ entry: Int) -> Bool {
        index.entries[entry].reading.sentence.attributions.contains { !Self.words($0.source).isDisjoint(with: ours) }
    }

    /// The sentence has one of the words for ours.
    private func names(_ ours: Set<String>, _ entry: Int) -> Bool {
        index.entries[entry].reading.sentence.tokens.contains { ours.contains($0.folded) }
    }

    /// Of those who speak in a sentence, the one in whose words most of ours stand.
    private func speaker(in reading: Reading, of parts: Set<Int>) -> String? {
        let keys = Set(parts.map { assertion.parts[$0].key })
        func shared(_ content: [Range<Int>]) -> Int {
            reading.terms.count { term in keys.contains(term.key) && content.contains { $0.overlaps(term.range) } }
        }
        let told = reading.sentence.attributions.filter { !$0.source.isEmpty }.map { ($0.source, shared($0.content), $0.depth) }
        let quoted = reading.sentence.quotations.compactMap { quotation in quotation.speaker.map { ($0, shared([quotation.range]), 0) } }
        // Words that stand in nobody's content are the writer's.
        let held = reading.terms.count { keys.contains($0.key) }
        guard let most = (told + quoted).max(by: { ($0.1, $0.2) < ($1.1, $1.2) }), 2 * most.1 > held else { return nil }
        return most.0
    }

    /// The one stands beside the other: "Ada Brook, the mill's director".
    private func isKnownAs(_ ours: Set<String>, _ theirs: Set<String>) -> Bool {
        index.entries.contains { entry in
            let tokens = entry.reading.sentence.tokens
            let mine = tokens.indices.filter { ours.contains(tokens[$0].folded) }
            let others = mine.isEmpty ? [] : tokens.indices.filter { theirs.contains(tokens[$0].folded) }
            return mine.contains { one in
                others.contains { other in
                    let between = tokens[min(one, other)...max(one, other)]
                    return between.count <= Self.beside && !between.contains { Self.parting.contains($0.folded) }
                }
            }
        }
    }

    /// Tokens within which two words name one and the same.
    private static let beside = 7
    private static let parting: Set<String> = ["and", "but", "said", "says", "called", "told", "while", "or"]

    private static let hollow = ClaimWords.set(
        """
        he she they it his her their its who we i the a an of for in at one some mr mrs ms dr sir lady official officials spokesman spokeswoman people
        q a person source sources author authors researcher researchers study report paper article text leaflet page
        """)

    private static func isTitled(_ source: String) -> Bool {
        Folding.fold(source).split { !$0.isLetter }.contains { ["mr", "mrs", "ms", "dr", "sir", "lord", "lady"].contains(String($0)) }
    }

    private static func words(_ source: String) -> Set<String> {
        Set(Folding.fold(source).split { !($0.isLetter || $0.isNumber) }.map(String.init)).subtracting(hollow)
    }
}
