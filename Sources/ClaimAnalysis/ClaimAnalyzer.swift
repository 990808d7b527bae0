public import BriefModel

/// Sentences to claims: what each asserts, on whose word, and how firmly.
public struct ClaimAnalyzer: Sendable {
    public init() {}

    /// One claim for every declarative sentence of the body, in order; titles only where there is no body.
    /// `outletName` is the claimant where the sentence names nobody.
    public func claims(in article: AnalyzedArticle, story: StoryID?, outletName: String) -> [Claim] {
        let declarative = article.sentences.enumerated().filter { Self.isDeclarative($0.element) }
        let body = declarative.filter { Self.isBody(article.article.blocks, block: $0.element.block) }
        return (body.isEmpty ? declarative : body).map { index, sentence in
            claim(from: sentence, number: index, of: article, story: story, outletName: outletName)
        }
    }

    private static func isBody(_ blocks: [TextBlock], block: Int) -> Bool {
        guard blocks.indices.contains(block) else { return true }
        return blocks[block].kind != .title && blocks[block].kind != .heading
    }

    /// Questions and fragments assert nothing.
    private static func isDeclarative(_ sentence: Sentence) -> Bool {
        let marks: Set<Character> = ["?", "？"]
        guard let last = sentence.text.last(where: { !"\"'”’»」』)）".contains($0) }), !marks.contains(last) else { return false }
        return sentence.tokens.count >= 3
    }

    private func claim(from sentence: Sentence, number: Int, of article: AnalyzedArticle, story: StoryID?, outletName: String) -> Claim {
        let source = Claimant(of: sentence, outletName: outletName)
        let reading = ClaimReading(sentence: sentence, claimant: source)
        return Claim(
            id: ClaimID("\(article.article.id)#\(number)"), passage: article.passage(sentence), claimant: source.name,
            claimantIsAnonymous: source.isAnonymous, modality: reading.modality, isAffirmed: reading.isAffirmed, names: sentence.names,
            quantities: sentence.quantities, dates: sentence.dates, cues: reading.cues, story: story)
    }
}

/// Whose word a sentence is.
struct Claimant {
    let name: String
    let isAnonymous: Bool
    /// Somebody other than the outlet.
    let isNamed: Bool

    init(of sentence: Sentence, outletName: String) {
        if let attribution = sentence.attribution {
            name = attribution.source
            isAnonymous = attribution.isAnonymous
            isNamed = true
        } else if let quotation = sentence.quotations.first(where: { $0.range.count * 10 >= sentence.range.count * 8 }),
            let speaker = quotation.speaker
        {
            name = speaker
            isAnonymous = false
            isNamed = true
        } else {
            name = outletName
            isAnonymous = false
            isNamed = false
        }
    }
}
