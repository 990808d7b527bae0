import BriefModel
import TextAnalysis

/// Words in quotation marks: whether they stand in the library, and in whose mouth.
struct Quotes {
    let assertion: Assertion
    let index: EvidenceIndex

    func objections(_ alignments: [Alignment]) -> [Objection] {
        assertion.reading.sentence.quotations.compactMap { quotation in
            let words = Self.words(quotation.text)
            guard words.count >= 2 else { return nil }
            let found = alignments.compactMap { alignment in
                Self.find(words, in: index.entries[alignment.entry].reading.sentence).map { (alignment, $0) }
            }
            // A sentence that says who spoke is worth more than a title.
            let voiced = found.first { alignment, range in speaker(of: range, in: index.entries[alignment.entry].reading) != nil }
            if let (alignment, range) = voiced ?? found.first {
                return misattribution(quotation, range, alignment, index.entries[alignment.entry].reading)
            }
            return alteration(quotation, words, alignments)
        }
    }

    /// A quotation of the library in which most, but not all, of these words stand in this order.
    private func alteration(_ quotation: Quotation, _ words: [String], _ alignments: [Alignment]) -> Objection? {
        for alignment in alignments {
            let reading = index.entries[alignment.entry].reading
            for original in reading.sentence.quotations {
                let theirs = Self.words(original.text)
                let common = Self.commonInOrder(words, theirs)
                // A short one is the same where the rest of the sentence is.
                let isEnough =
                    words.count >= 4 && Double(common) >= Self.likeness * Double(words.count)
                    || alignment.ownCoverage >= Self.context && Double(common) >= Self.likenessInContext * Double(words.count)
                // The subtitle alone is a part of a title, and not another.
                guard isEnough, common > 0, common < words.count, !words.holds(theirs) else { continue }
                return Objection(
                    reason: .quoteAltered, alsoReason: nil, entry: alignment.entry, span: altered(quotation, theirs), marked: original.range,
                    strength: 0.8, isCentral: true, certainty: 0.9, instead: original.text)
            }
        }
        return nil
    }

    /// Share of a quotation's words that must stand in another in order for it to be the same one, altered.
    private static let likeness = 0.7
    private static let likenessInContext = 0.45
    /// Own words of the statement from which two quotations are of one occasion.
    private static let context = 0.45

    /// From the first to the last word of a quotation that is not in the original, in the statement's text.
    private func altered(_ quotation: Quotation, _ original: [String]) -> Range<Int> {
        let sentence = assertion.reading.sentence
        let tokens = sentence.tokens.filter { quotation.range.contains($0.range.lowerBound) && $0.kind != .symbol }
        let head = zip(tokens.filter { !Self.noise.contains($0.folded) }, original).prefix { $0.0.folded == $0.1 }.count
        let tail = zip(tokens.filter { !Self.noise.contains($0.folded) }.reversed(), original.reversed()).prefix { $0.0.folded == $0.1 }.count
        let telling = tokens.filter { !Self.noise.contains($0.folded) }
        let changed = telling.dropFirst(head).dropLast(min(tail, max(0, telling.count - head)))
        let whole = quotation.range
        let range = changed.first.flatMap { first in changed.last.map { first.range.lowerBound..<$0.range.upperBound } } ?? whole
        return (range.lowerBound - sentence.range.lowerBound)..<(range.upperBound - sentence.range.lowerBound)
    }

    /// Length of the longest common subsequence.
    private static func commonInOrder(_ left: [String], _ right: [String]) -> Int {
        var row = [Int](repeating: 0, count: right.count + 1)
        for word in left {
            var diagonal = 0
            for (column, other) in right.enumerated() {
                let above = row[column + 1]
                row[column + 1] = word == other ? diagonal + 1 : max(above, row[column])
                diagonal = above
            }
        }
        return row[right.count]
    }

    private func misattribution(_ quotation: Quotation, _ found: Range<Int>, _ alignment: Alignment, _ reading: Reading) -> Objection? {
        let offset = assertion.reading.sentence.range.lowerBound
        let span = (quotation.range.lowerBound - offset)..<(quotation.range.upperBound - offset)
        guard let claimed = quotation.speaker ?? assertion.reading.sentence.attribution?.source else { return nil }
        let shelf = index.shelves[index.entries[alignment.entry].article]
        let speaker = speaker(of: found, in: reading)
        let actual = speaker ?? shelf.article.authors.joined(separator: " ")
        let claimedWords = Set(Self.words(claimed))
        let actualWords = Set(Self.words(actual))
        if !actualWords.isEmpty, !claimedWords.isDisjoint(with: actualWords), !isBodyForPerson(claimed, reading, speaker) { return nil }
        // Among sentences given, only two that are named are told apart: "the founder" may be she.
        if !index.isSearched, !isNamed(claimed, assertion.reading) || !isNamed(actual, reading) { return nil }
        if speaker == nil, shelf.outlet?.kind.needsCorroboration != true, actualWords.isEmpty { return nil }
        return Objection(
            reason: .misattribution, alsoReason: nil, entry: alignment.entry, span: span, marked: found, strength: alignment.coverage,
            isCentral: false,
            instead: actual.isEmpty ? shelf.outlet?.nameWithin : actual,
            telling: telling(claimed, speaker: speaker, author: speaker == nil ? actual : "", shelf: shelf, reading))
    }

    private func isNamed(_ source: String, _ reading: Reading) -> Bool {
        reading.sentence.names.contains { source.contains($0.text) && $0.kind != .nationality && $0.kind != .place }
    }

    private func speaker(of found: Range<Int>, in reading: Reading) -> String? {
        nearestSpeaker(of: found, in: reading) ?? reading.sentence.quotations.first { $0.range.overlaps(found) }?.speaker
            ?? reading.sentence.attribution?.source
    }

    /// "X called them one thing; Y called them another": where a semicolon parts two speakers, the last person named before the words.
    private func nearestSpeaker(of found: Range<Int>, in reading: Reading) -> String? {
        let sentence = reading.sentence
        let before = sentence.bytes(sentence.range.lowerBound..<max(sentence.range.lowerBound, found.lowerBound))
        let after = sentence.bytes(found.upperBound..<max(found.upperBound, sentence.range.upperBound))
        guard before.contains(";") || after.contains(";") else { return nil }
        let cut = before.utf8.lastIndex(of: 0x3B).map { before.utf8.distance(from: before.startIndex, to: $0) } ?? 0
        return sentence.names.last {
            $0.kind == .person && $0.range.lowerBound >= sentence.range.lowerBound + cut && $0.range.upperBound <= found.lowerBound
        }?.text
    }

    /// "The words are found, but said by Emil Michael, not the Pentagon."
    private func telling(_ claimed: String, speaker: String?, author: String, shelf: EvidenceIndex.Shelf, _ reading: Reading) -> String {
        let outlet = shelf.outlet?.nameWithin ?? shelf.article.outlet.rawValue
        if let speaker {
            let person = reading.sentence.names.first { $0.kind == .person && speaker.contains($0.text) }
            return "The words are found, but said by \(person?.text ?? speaker), not \(inRunningText(claimed))."
        }
        if shelf.outlet?.kind == .opinion {
            return "The words are from an opinion column in \(outlet), not \(inRunningText(claimed))’s."
        }
        return "The words are \(author.isEmpty ? outlet : author)’s own in \(outlet), not \(inRunningText(claimed))’s."
    }

    /// "The Pentagon" → "the Pentagon"; "one analyst" → "an analyst".
    private func inRunningText(_ source: String) -> String {
        if assertion.text.contains("The " + source) || assertion.text.contains("the " + source) { return "the " + source }
        if source.hasPrefix("The ") { return "the " + source.dropFirst(4) }
        for opening in ["One ", "one "] where source.hasPrefix(opening) {
            let rest = source.dropFirst(4)
            return (rest.first.map { "aeiouAEIOU".contains($0) } == true ? "an " : "a ") + rest
        }
        return source
    }

    /// A person's words given to the body they work for.
    private func isBodyForPerson(_ claimed: String, _ reading: Reading, _ speaker: String?) -> Bool {
        guard let speaker else { return false }
        let isPerson = reading.sentence.names.contains { name in
            name.kind == .person && speaker.contains(name.text) && Set(Self.words(name.text)).isDisjoint(with: Self.words(claimed))
        }
        let claimsPerson = assertion.reading.sentence.names.contains { $0.kind == .person && claimed.contains($0.text) }
        return isPerson && !claimsPerson
    }

    private static let noise: Set<String> = ["the", "a", "an", "of", "for", "s"]

    private static func words(_ text: String) -> [String] {
        Folding.fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init).filter { !noise.contains($0) }
    }

    /// The words in order, marks aside.
    private static func find(_ words: [String], in sentence: Sentence) -> Range<Int>? {
        let tokens = sentence.tokens.filter { $0.kind != .symbol && !noise.contains($0.folded) }
        guard tokens.count >= words.count else { return nil }
        for start in 0...(tokens.count - words.count) where tokens[start].folded == words[0] {
            if words.indices.allSatisfy({ tokens[start + $0].folded == words[$0] }) {
                return tokens[start].range.lowerBound..<tokens[start + words.count - 1].range.upperBound
            }
        }
        return nil
    }
}

extension [String] {
    /// These words stand in it one after another.
    fileprivate func holds(_ run: [String]) -> Bool {
        guard !run.isEmpty, run.count <= count else { return false }
        return (0...(count - run.count)).contains { start in self[start..<(start + run.count)].elementsEqual(run) }
    }
}
