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
        guard words.count >= 4 else { return nil }
        for alignment in alignments {
            let reading = index.entries[alignment.entry].reading
            for original in reading.sentence.quotations {
                let theirs = Self.words(original.text)
                let common = Self.commonInOrder(words, theirs)
                guard Double(common) >= Self.likeness * Double(words.count), common < words.count else { continue }
                let offset = assertion.reading.sentence.range.lowerBound
                return Objection(
                    reason: .misattribution, alsoReason: nil, entry: alignment.entry,
                    span: (quotation.range.lowerBound - offset)..<(quotation.range.upperBound - offset), marked: original.range, strength: 0.8,
                    isCentral: true, instead: original.text)
            }
        }
        return nil
    }

    /// Share of a quotation's words that must stand in another in order for it to be the same one, altered.
    private static let likeness = 0.7

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
        if speaker == nil, shelf.outlet?.kind.needsCorroboration != true, actualWords.isEmpty { return nil }
        return Objection(
            reason: .misattribution, alsoReason: nil, entry: alignment.entry, span: span, marked: found, strength: alignment.coverage,
            isCentral: false,
            instead: actual.isEmpty ? shelf.outlet?.name : actual,
            telling: telling(claimed, speaker: speaker, author: speaker == nil ? actual : "", shelf: shelf, reading))
    }

    private func speaker(of found: Range<Int>, in reading: Reading) -> String? {
        reading.sentence.quotations.first { $0.range.overlaps(found) }?.speaker ?? reading.sentence.attribution?.source
    }

    /// "The words are found, but said by Emil Michael, not the Pentagon."
    private func telling(_ claimed: String, speaker: String?, author: String, shelf: EvidenceIndex.Shelf, _ reading: Reading) -> String {
        let outlet = shelf.outlet?.name ?? shelf.article.outlet.rawValue
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
        let isPerson = reading.sentence.names.contains { $0.kind == .person && speaker.contains($0.text) }
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
