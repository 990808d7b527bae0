import BriefModel
import TextAnalysis

/// The same is said to have been done, but by another, or the other way round.
struct Agents {
    let assertion: Assertion
    let index: EvidenceIndex

    /// Own words of the rest of the statement from which the same is spoken of.
    private static let about = 0.4
    /// Certainty from which it is a contradiction.
    private static let sure = 0.75
    /// Telling words beside the name that both must have.
    private static let company = 3
    /// Done by either of two to the other.
    private static let mutual = ClaimWords.set(
        "marry meet met merge agree talk play draw divorce separate border cooperate resemble differ equal match face join compete share compare discuss negotiate"
    )

    func objections(_ alignments: [Alignment]) -> [Objection] {
        let ours = assertion.reading.frames(about: names).filter { assertion.parts.indices.contains($0.verb) && !assertion.parts[$0.verb].isLight }
        guard !ours.isEmpty else { return [] }
        let near = alignments.filter { $0.ownCoverage >= Self.about / 2 }
        return ours.compactMap { frame in
            let same = near.flatMap { alignment in
                let reading = index.entries[alignment.entry].reading
                return reading.frames(about: known(in: reading)).filter { isSame(frame.verb, $0.verb, alignment) }.map { (alignment, $0) }
            }
            return same.lazy.compactMap { reversal(frame, $0.1, $0.0) }.first ?? otherAgent(frame, same)
        }
    }

    private var names: [Name] { assertion.reading.sentence.names }

    /// The names of a sentence, its first word too where the statement has it as a name: there a capital does not tell.
    private func known(in reading: Reading) -> [Name] {
        let names = reading.sentence.names
        guard let first = reading.sentence.tokens.first, !names.contains(where: { $0.range.overlaps(first.range) }),
            let same = self.names.first(where: { Folding.fold($0.text) == first.folded })
        else { return names }
        return [Name(range: first.range, text: same.text, key: same.key, kind: same.kind)] + names
    }

    private func isSame(_ ours: Int, _ theirs: Int, _ alignment: Alignment) -> Bool {
        let reading = index.entries[alignment.entry].reading
        return assertion.parts[ours].key == reading.terms[theirs].key && assertion.parts[ours].isDenied == reading.isDenied(theirs)
    }

    // MARK: The other way round

    private func reversal(_ ours: Frame, _ theirs: Frame, _ alignment: Alignment) -> Objection? {
        let reading = index.entries[alignment.entry].reading
        if isTurnedAbout(ours, theirs, reading), let before = ours.before {
            let start = names[before].range.lowerBound
            let end = assertion.reading.terms[assertion.parts.indices.last ?? ours.verb].range.upperBound
            return objection(.relation, alignment, start..<end, marked: reading.terms[theirs.verb].range, without: [], certainty: 0.8)
        }
        guard let agent = ours.agent, let other = theirs.agent, !Self.mutual.contains(assertion.parts[ours.verb].key),
            !isSame(agent, other, reading), theirs.others.contains(where: { isSame(agent, $0, reading) }),
            let patient = ours.others.first(where: { isSame($0, other, reading) }),
            // "Ranked fifth by A and seventh by B": a list, and nobody's doing to another.
            ours.before == agent || ours.before == patient
        else { return nil }
        let start = min(names[agent].range.lowerBound, names[patient].range.lowerBound)
        let end = max(names[agent].range.upperBound, names[patient].range.upperBound)
        return objection(.relation, alignment, start..<end, marked: reading.terms[theirs.verb].range, without: [], certainty: 0.85)
    }

    /// "A is supplied by the mill", where A supplies the mill.
    private func isTurnedAbout(_ ours: Frame, _ theirs: Frame, _ reading: Reading) -> Bool {
        guard ours.isTurned != theirs.isTurned, let before = ours.before, let other = theirs.before, isSame(before, other, reading),
            !assertion.reading.isPassive(of: ours) || !reading.isPassive(of: theirs)
        else { return false }
        let after = Set(reading.terms[(theirs.verb + 1)...].prefix(Self.object).map(\.key))
        return assertion.parts[(ours.verb + 1)...].prefix(Self.object).contains { !$0.isLight && after.contains($0.key) }
    }

    /// Terms after a verb among which the one it is done to, or by, stands.
    private static let object = 3

    // MARK: Another one

    private func otherAgent(_ ours: Frame, _ same: [(alignment: Alignment, frame: Frame)]) -> Objection? {
        guard let agent = ours.agent else { return nil }
        let sentence = assertion.reading.sentence
        let name = names[agent]
        let parts = Set(assertion.parts.indices.filter { assertion.reading.terms[$0].range.overlaps(name.range) })
        let isDone = same.contains { alignment, _ in parts.contains { alignment.own[$0] >= 1 } }
        guard !isDone, let best = same.max(by: { rest($0.alignment, parts) < rest($1.alignment, parts) }),
            rest(best.alignment, parts) >= Self.about, best.alignment.shared(assertion, without: parts) >= Self.company, let other = best.frame.agent
        else { return nil }
        let reading = index.entries[best.alignment.entry].reading
        let theirs = known(in: reading)[other]
        guard theirs.kind == name.kind, name.kind != .other, !isKnownAs(name, theirs), !stands(theirs, in: sentence) else { return nil }
        return objection(
            .entityConflation, best.alignment, name.range, marked: theirs.range, without: parts, certainty: 0.45 + 0.4 * rest(best.alignment, parts))
    }

    private func rest(_ alignment: Alignment, _ parts: Set<Int>) -> Double { alignment.ownRest(assertion, without: parts) }

    /// Some sentence names both: the one may be short for the other or belong to it.
    private func isKnownAs(_ ours: Name, _ theirs: Name) -> Bool {
        index.entries.contains { stands(ours, in: $0.reading.sentence) && stands(theirs, in: $0.reading.sentence) }
    }

    private func stands(_ name: Name, in sentence: Sentence) -> Bool {
        let words = Self.words(name)
        return sentence.tokens.contains { words.contains($0.folded) } || sentence.runsTogether([Folding.fold(name.text)])
    }

    private func isSame(_ ours: Int, _ theirs: Int, _ reading: Reading) -> Bool {
        !Self.words(names[ours]).isDisjoint(with: Self.words(known(in: reading)[theirs]))
    }

    private static let titles: Set<String> = ["the", "of", "mr", "mrs", "ms", "dr", "and", "city", "united", "new"]

    private static func words(_ name: Name) -> Set<String> {
        Set(Folding.fold(name.text).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)).subtracting(titles)
    }

    private func objection(
        _ reason: ReasonCode, _ alignment: Alignment, _ range: Range<Int>, marked: Range<Int>, without parts: Set<Int>, certainty: Double
    ) -> Objection {
        let offset = assertion.reading.sentence.range.lowerBound
        return Objection(
            reason: reason, alsoReason: nil, entry: alignment.entry, span: (range.lowerBound - offset)..<(range.upperBound - offset), marked: marked,
            strength: alignment.ownRest(assertion, without: parts), isCentral: certainty >= Self.sure, certainty: certainty,
            instead: index.entries[alignment.entry].reading.text(marked))
    }
}
