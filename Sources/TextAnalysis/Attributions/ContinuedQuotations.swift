import BriefModel

/// `"It is over," Brook said. "We are leaving."`: quotations that go on after the sentence that says whose they are.
enum ContinuedQuotations {
    /// Adds them to the content of the attribution before, where all of a sentence is quoted and nobody else is named.
    static func join(_ sentences: inout [Sentence]) {
        fillOpen(&sentences)
        var speaking: (sentence: Int, attribution: Int)?
        for index in sentences.indices {
            let sentence = sentences[index]
            if let open = speaking, sentences[open.sentence].block != sentence.block { speaking = nil }
            if let open = speaking, !isCovered(sentence, by: sentences[open.sentence].attributions[open.attribution]),
                let quoted = leadingQuotation(of: sentence), sentence.attributions.allSatisfy({ !$0.content.contains { $0.overlaps(quoted) } })
            {
                sentences[open.sentence].extend(open.attribution, by: quoted)
            }
            if let last = sentence.attributions.lastIndex(where: { attribution in
                attribution.kind == .statement && attribution.sourceRange != nil
                    && sentence.quotations.contains { quotation in attribution.content.contains { $0.overlaps(quotation.range) } }
            }) {
                speaking = (index, last)
            } else if !sentence.attributions.isEmpty || sentence.quotations.isEmpty {
                if let open = speaking, !isCovered(sentence, by: sentences[open.sentence].attributions[open.attribution]) { speaking = nil }
            }
        }
    }

    /// "Brook added:" and a block after it, which is what was added.
    private static func fillOpen(_ sentences: inout [Sentence]) {
        for index in sentences.indices where sentences[index].attributions.contains(where: \.content.isEmpty) {
            let next = sentences[(index + 1)...].prefix { $0.block == sentences[index].block + 1 }
            guard let first = next.first, let last = next.last, sentences[index].attributions.last?.content.isEmpty == true else {
                sentences[index].attributions.removeAll(where: \.content.isEmpty)
                if sentences[index].attribution?.content.isEmpty == true { sentences[index].attribution = sentences[index].attributions.first }
                continue
            }
            let place = sentences[index].attributions.count - 1
            sentences[index].extend(place, by: first.range.lowerBound..<last.range.upperBound)
        }
    }

    private static func isCovered(_ sentence: Sentence, by attribution: Attribution) -> Bool {
        attribution.content.contains { $0.lowerBound <= sentence.range.lowerBound && $0.upperBound >= sentence.range.upperBound }
    }

    /// The quotation, with its marks, that a sentence consists of.
    private static func leadingQuotation(of sentence: Sentence) -> Range<Int>? {
        guard let quotation = sentence.quotations.first, let first = sentence.tokens.first, let last = sentence.tokens.last,
            quotation.range.contains(first.range.lowerBound), quotation.range.contains(last.range.lowerBound)
        else { return nil }
        return sentence.range
    }
}

extension Sentence {
    /// Adds to the content of an attribution, also where that one says the sentence.
    fileprivate mutating func extend(_ place: Int, by range: Range<Int>) {
        attributions[place].content.append(range)
        if attribution?.cueRange == attributions[place].cueRange { attribution = attributions[place] }
    }
}
