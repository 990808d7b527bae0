public import BriefModel

/// Text to sentences with their tokens, names, quantities, dates, quotations, attribution and cues.
public struct TextAnalyzer: Sendable {
    public init() {}

    /// Marks up an article; dates are resolved against its publication day.
    public func analyze(_ article: Article) -> AnalyzedArticle {
        AnalyzedArticle(
            article: article, sentences: sentences(in: article.text, blocks: article.blocks, language: article.language, day: article.day))
    }

    /// The tokens alone, for texts of which no more is needed. Ranges are UTF-8 byte offsets into `text`.
    public func tokens(in text: String, language: String = "en") -> [Token] {
        let bytes = TextBytes(text)
        return Tokenizer(text: bytes, language: language, stemmer: Stemmer(language: language)).tokens(in: 0..<bytes.count)
    }

    /// The tokens of each text; cheaper than one by one, since words met again are not stemmed again.
    public func tokens(in texts: [String], language: String) -> [[Token]] {
        let stemmer = Stemmer(language: language)
        return texts.map { text in
            let bytes = TextBytes(text)
            return Tokenizer(text: bytes, language: language, stemmer: stemmer).tokens(in: 0..<bytes.count)
        }
    }

    /// Marks up any text: one block where none are given. Ranges are UTF-8 byte offsets into `text`.
    public func sentences(in text: String, blocks: [TextBlock] = [], language: String = "en", day: CalendarDay? = nil) -> [Sentence] {
        Markup(text: TextBytes(text), blocks: blocks, language: language, day: day).sentences()
    }
}

/// One text on its way through the finders: what later sentences mean depends on earlier ones.
private struct Markup {
    let text: TextBytes
    let blocks: [TextBlock]
    let language: String
    let day: CalendarDay?

    private struct Line {
        let line: TokenLine
        let block: Int
        let isHeadline: Bool
        let pairs: [QuotationScanner.Pair]
        /// Quotations with their marks that stand in the sentence or reach into it.
        let quoted: [Range<Int>]
        /// The block, where the sentence is the first of it.
        let beginning: Range<Int>?
    }

    func sentences() -> [Sentence] {
        let lines = lines()
        let evidence = NameEvidence(lines.map { ($0.line, $0.isHeadline) })
        let nameFinder = NameFinder(evidence: evidence, language: language)
        let names = lines.map { nameFinder.names(in: $0.line, isHeadline: $0.isHeadline) }
        let resolver = resolver(of: lines, names: names)
        var memory = SpeakerMemory(names: names)
        var result: [Sentence] = []
        result.reserveCapacity(lines.count)
        for (entry, names) in zip(lines, names) { result.append(markUp(entry, names: resolver.resolve(names), memory: &memory)) }
        ContinuedQuotations.join(&result)
        return result
    }

    private func lines() -> [Line] {
        let splitter = SentenceSplitter(text: text, language: language)
        let scanner = QuotationScanner(text: text, language: language)
        let tokenizer = Tokenizer(text: text, language: language, stemmer: Stemmer(language: language))
        let stretches = blocks.isEmpty ? [TextBlock(kind: .paragraph, range: 0..<text.count)] : blocks
        var lines: [Line] = []
        for (block, stretch) in stretches.enumerated()
        where stretch.kind != .code && stretch.range.lowerBound >= 0 && stretch.range.upperBound <= text.count {
            let pairs = scanner.pairs(in: stretch.range)
            var nextPair = 0
            var firstOpen = 0
            var isFirst = true
            for range in splitter.ranges(in: stretch.range, quotations: pairs) {
                while nextPair < pairs.count, pairs[nextPair].outer.lowerBound < range.lowerBound { nextPair += 1 }
                while firstOpen < pairs.count, pairs[firstOpen].outer.upperBound <= range.lowerBound { firstOpen += 1 }
                var end = nextPair
                while end < pairs.count, pairs[end].outer.upperBound <= range.upperBound { end += 1 }
                lines.append(
                    Line(
                        line: TokenLine(text: text, range: range, tokens: tokenizer.tokens(in: range)), block: block,
                        isHeadline: stretch.kind == .title || stretch.kind == .heading, pairs: Array(pairs[nextPair..<end]),
                        quoted: pairs[firstOpen...].prefix { $0.outer.lowerBound < range.upperBound }.map(\.outer),
                        beginning: isFirst ? text.trimmed(stretch.range) : nil))
                isFirst = false
                nextPair = end
            }
        }
        return lines
    }

    /// Knows the full names of the whole text, so that a headline's "Hegseth" meets the "Pete Hegseth" below it.
    private func resolver(of lines: [Line], names: [[Name]]) -> NameResolver {
        var kinds = NameKinds(language: language)
        for (entry, names) in zip(lines, names) { kinds.take(names, in: entry.line) }
        var resolver = NameResolver(kinds: kinds.decide())
        for (entry, names) in zip(lines, names) { resolver.learn(names, in: entry.line) }
        return resolver
    }

    private func markUp(_ entry: Line, names: [Name], memory: inout SpeakerMemory) -> Sentence {
        let line = entry.line
        let dates = DateFinder(line: line, language: language, day: day).dates()
        let taken = dates.map(\.range) + names.filter { $0.kind == .product }.map(\.range)
        let quantities = QuantityFinder(line: line, language: language, taken: taken).quantities()
        let (attributions, attribution) = attributions(in: entry, names: names, memory: memory)
        let quotations = QuotationFinder(text: text).quotations(
            entry.pairs, in: line.range, block: entry.block, attribution: attribution, memory: memory)
        if !entry.isHeadline { memory.note(attribution, names: names, line: line, block: entry.block) }
        return Sentence(
            range: line.range, block: entry.block, text: text.string(line.range), tokens: line.tokens, names: names, quantities: quantities,
            dates: dates,
            quotations: quotations, attribution: attribution, attributions: attributions, cues: CueFinder(line: line, language: language).cues())
    }

    /// All attributions, and the one whose word the sentence is.
    private func attributions(in entry: Line, names: [Name], memory: SpeakerMemory) -> ([Attribution], Attribution?) {
        if language == "en" {
            let found = EnglishAttributions(
                line: entry.line, names: names, quoted: entry.quoted, beginning: entry.beginning, isHeadline: entry.isHeadline, memory: memory)
            return (found.attributions, found.main)
        }
        let quoted = entry.pairs.map(\.outer)
        let found =
            language == "zh"
            ? ChineseAttribution(line: entry.line, quoted: quoted, memory: memory).attribution()
            : GermanFrenchAttribution(line: entry.line, language: language, names: names, quoted: quoted, memory: memory).attribution()
        return ([found].compactMap { $0 }, found)
    }
}
