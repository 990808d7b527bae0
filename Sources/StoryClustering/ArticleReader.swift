import BriefModel
import Inference
import TextAnalysis

/// Articles to what they are compared by. What a term weighs follows from the articles read so far.
struct ArticleReader: Sendable {
    private let configuration: ClusteringConfiguration
    private let encoder: any SentenceEncoder
    private var scanner = TermScanner()
    var compounds = Compounds()
    var index = TermIndex()

    init(encoder: any SentenceEncoder, configuration: ClusteringConfiguration) {
        self.encoder = encoder
        self.configuration = configuration
    }

    /// Reads articles in their order; those before weigh on those after, as if each had come alone.
    mutating func read(_ articles: [Article]) throws(InferenceError) -> [ReadArticle] {
        var openings: [String] = []
        var read: [ReadArticle] = []
        read.reserveCapacity(articles.count)
        for article in articles {
            var scanned = ScannedArticle(article, scanner: &scanner)
            compounds.learn(scanned)
            scanned.split(by: compounds)
            let terms = ArticleTerms(scanned, configuration: configuration)
            index.count(terms.counts.map(\.term), outlet: article.outlet.rawValue)
            openings.append(scanned.opening)
            let day = article.published == nil ? nil : article.day.daysSince1970
            read.append(
                ReadArticle(terms: terms, weighed: StoryVector.Terms(terms, index: index), meaning: [], span: Span(day: day, arrival: index.articles))
            )
        }
        for (place, meaning) in try encoder.encode(openings).enumerated() { read[place].meaning = meaning }
        return read
    }
}

/// What was read of an article.
struct ReadArticle: Sendable {
    let terms: ArticleTerms
    /// By what was known of them when it came.
    let weighed: StoryVector.Terms
    /// Of headline and lead; empty where nothing can be told.
    var meaning: [Float]
    let span: Span

    var vector: StoryVector { StoryVector(weighed, meaning: meaning) }
}
