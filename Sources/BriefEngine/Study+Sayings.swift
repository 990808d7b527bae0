public import BriefModel

/// Who says what, and which figures are given, as far as articles that are no reprints tell.
public struct StudiedWords: Sendable {
    /// Newest first.
    public let sayings: [Saying]
    /// Newest first.
    public let figures: [GivenFigure]
    /// Those named in most articles first.
    public let profiles: [Profile]
}

extension Study {
    /// So many are kept at most, the newest.
    static let mostSayings = 4_000, mostFigures = 4_000

    public func words() -> StudiedWords {
        let named = NamedEntities(onTopic.filter { originOf[$0.article.id] == nil })
        let claimed = Dictionary(claims.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var sayings: [Saying] = []
        var figures: [GivenFigure] = []
        for article in onTopic.reversed() where originOf[article.article.id] == nil {
            for (place, sentence) in article.sentences.enumerated() {
                guard let claim = claimed[ClaimID("\(article.article.id)#\(place)")] else { continue }
                if sayings.count < Self.mostSayings, let saying = saying(sentence, claim, of: article, named: named) { sayings.append(saying) }
                guard figures.count < Self.mostFigures, let citation = citation(claim.passage) else { continue }
                figures += claim.quantities.filter { $0.unit != nil && $0.value.isFinite }.map {
                    GivenFigure(quantity: $0, claimant: claim.claimant, modality: claim.modality, citation: citation)
                }
            }
        }
        return StudiedWords(sayings: sayings, figures: figures, profiles: profiles(of: named, sayings: sayings))
    }

    /// Nil for the outlet's own word.
    private func saying(_ sentence: Sentence, _ claim: Claim, of article: AnalyzedArticle, named: NamedEntities) -> Saying? {
        let quotation = sentence.quotations.first { $0.speaker != nil && $0.text.utf8.count > 12 }
        guard let speaker = quotation?.speaker ?? sentence.attribution?.source, !speaker.isEmpty, let citation = citation(claim.passage) else {
            return nil
        }
        return Saying(
            speaker: speaker, profile: named.speaker(speaker, in: sentence, of: article.article.id), quotation: quotation?.text,
            modality: claim.modality, citation: citation)
    }
}
