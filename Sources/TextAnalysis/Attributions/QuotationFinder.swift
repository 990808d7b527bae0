import BriefModel

/// Quotations of a sentence with their speakers.
struct QuotationFinder {
    let text: TextBytes

    /// `attribution` is the sentence's own; where it has none and the sentence is all quotation, the one who spoke before goes on speaking.
    func quotations(_ pairs: [QuotationScanner.Pair], in sentence: Range<Int>, block: Int, attribution: Attribution?, memory: SpeakerMemory)
        -> [Quotation]
    {
        let inside = pairs.filter { $0.outer.lowerBound >= sentence.lowerBound && $0.outer.upperBound <= sentence.upperBound && !$0.inner.isEmpty }
        guard !inside.isEmpty else { return [] }
        let quoted = inside.reduce(0) { $0 + $1.outer.count }
        let isAllQuotation = quoted * 10 >= sentence.count * 9
        return inside.map { pair in
            var speaker = attribution.flatMap { pair.outer.contains($0.cueRange.lowerBound) ? nil : $0.source }
            if speaker == nil, isAllQuotation, let last = memory.speaker, last.block == block { speaker = last.source }
            return Quotation(range: pair.inner, text: text.string(pair.inner), speaker: speaker)
        }
    }
}
