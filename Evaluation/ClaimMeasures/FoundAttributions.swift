import BriefModel
import ClaimAnalysis
import TextAnalysis

/// The attributions of a text as the claims of its analysis carry them. A claim names its claimant and its passage and no places inside of it: the source is
/// looked for where the claimant's words stand nearest the cue, and the content is what the passage holds besides both.
struct FoundAttributions {
    let attributions: [BratFile.Attribution]

    init(in text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true).filter { !$0.allSatisfy(\.isWhitespace) }
        // The text is read as it lies there, so that places in it stay what they are.
        var blocks: [TextBlock] = []
        for line in lines {
            let start = text.utf8.distance(from: text.startIndex, to: line.startIndex)
            blocks.append(TextBlock(kind: .paragraph, range: start..<(start + line.utf8.count)))
        }
        let epoch = CalendarDay(daysSince1970: 0)
        let article = Article(
            id: "given", address: "", outlet: "given", title: "", published: nil, fetched: Timestamp(day: epoch), language: "en", body: [])
        let sentences = TextAnalyzer().sentences(in: text, blocks: blocks, day: epoch)
        let claims = ClaimAnalyzer().claims(in: AnalyzedArticle(article: article, sentences: sentences), story: nil, outletName: "the outlet")
        let byStart = Dictionary(sentences.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
        attributions = claims.compactMap { claim in
            guard let sentence = byStart[claim.passage.range.lowerBound], let attribution = sentence.attribution else { return nil }
            return Self.places(of: claim.claimant, cue: attribution.cueRange, in: sentence)
        }
    }

    private static func places(of claimant: String, cue: Range<Int>, in sentence: Sentence) -> BratFile.Attribution {
        var places = BratFile.Attribution()
        places.cue = [cue]
        let start = sentence.range.lowerBound
        var from = 0
        var nearest: Range<Int>?
        while let found = sentence.text.slice(utf8: from..<sentence.text.utf8.count)?.utf8.firstRange(of: claimant.utf8), !claimant.isEmpty {
            let lower = sentence.text.utf8.distance(from: sentence.text.startIndex, to: found.lowerBound)
            let range = (start + lower)..<(start + lower + claimant.utf8.count)
            if nearest.map({ distance($0, cue) > distance(range, cue) }) ?? true { nearest = range }
            from = lower + claimant.utf8.count
        }
        if let nearest { places.source = [nearest] }
        let taken = min(nearest?.lowerBound ?? cue.lowerBound, cue.lowerBound)..<max(nearest?.upperBound ?? cue.upperBound, cue.upperBound)
        places.content = [sentence.range.lowerBound..<taken.lowerBound, taken.upperBound..<max(taken.upperBound, sentence.range.upperBound)]
            .compactMap { trimmed($0, in: sentence) }
        return places
    }

    private static func distance(_ one: Range<Int>, _ other: Range<Int>) -> Int {
        max(0, one.lowerBound - other.upperBound, other.lowerBound - one.upperBound)
    }

    /// Without the spaces and commas at its ends; nil when no word is left.
    private static func trimmed(_ range: Range<Int>, in sentence: Sentence) -> Range<Int>? {
        let bytes = Array(sentence.text.utf8)
        var lower = range.lowerBound - sentence.range.lowerBound
        var upper = range.upperBound - sentence.range.lowerBound
        let edges: Set<UInt8> = [0x20, 0x2C, 0x0A, 0x0D, 0x09]
        while lower < upper, edges.contains(bytes[lower]) { lower += 1 }
        while lower < upper, edges.contains(bytes[upper - 1]) { upper -= 1 }
        let kept = (lower + sentence.range.lowerBound)..<(upper + sentence.range.lowerBound)
        return sentence.tokens.contains { $0.kind != .symbol && kept.overlaps($0.range) } ? kept : nil
    }
}
