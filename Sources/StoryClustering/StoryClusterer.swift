public import BriefModel
public import Inference
import TextAnalysis

/// Puts articles into stories as they come, and joins stories that turn out to be one.
public struct StoryClusterer: Sendable {
    let configuration: ClusteringConfiguration
    private let encoder: any SentenceEncoder
    private var index = TermIndex()
    private var compounds = Compounds()
    private var stream: StoryStream
    private var held: [HeldArticle] = []
    private var places: [ArticleID: Int] = [:]

    /// - Parameter encoder: tells what headlines and leads mean.
    public init(encoder: any SentenceEncoder, configuration: ClusteringConfiguration = .standard) {
        self.encoder = encoder
        self.configuration = configuration
        stream = StoryStream(configuration: configuration)
    }

    /// The story the article belongs to as far as is known now. An article placed twice keeps its first place.
    /// - Throws: when the encoder cannot be used.
    public mutating func place(_ article: AnalyzedArticle) throws(InferenceError) -> StoryID {
        if let known = places[article.article.id] { return stream.story(ofStrand: held[known].strand) }
        compounds.learn(article)
        let terms = ArticleTerms(article, configuration: configuration, compounds: compounds)
        index.count(terms.terms, outlet: article.article.outlet.rawValue)
        let opening = Opening(article, compounds: compounds).text
        let meaning = try encoder.encode([opening]).first ?? []
        let vector = StoryVector(terms: terms, index: index, meaning: meaning)
        let day = article.article.published == nil ? nil : article.article.day.daysSince1970
        let span = Span(day: day, arrival: index.articles)
        let strand = stream.place(vector, span: span, named: StoryID(article.article.id.rawValue))
        places[article.article.id] = held.count
        held.append(HeldArticle(article: article, terms: terms, meaning: meaning, span: span, strand: strand))
        return stream.story(ofStrand: strand)
    }

    /// All stories, after those that are one were joined. Copies stand with their origin and add nothing of their own.
    /// - Parameter decisions: what a user said of them, in the order in which it was said; what speaks of articles that are not here is passed over.
    public func stories(reprints: [ReprintGroup], decisions: [StoryDecision] = []) -> [Story] {
        var originOf: [Int: Int] = [:]
        for group in reprints {
            guard let origin = places[group.origin] else { continue }
            for copy in group.copies { if let place = places[copy], place != origin { originOf[place] = origin } }
        }
        let joining = StoryJoining(
            held: held, strands: stream.strands, originOf: originOf, families: families(decisions, originOf: originOf), configuration: configuration)
        let stories = joining.groups().map { group in
            StoryTelling(
                members: group.map {
                    StoryTelling.Member(article: held[$0].article, isCopy: originOf[$0] != nil, vector: held[$0].terms.vector(joining.index))
                }
            ).story()
        }
        return stories.obeying(decisions).sorted { $0.id < $1.id }
    }

    /// What stands together and what does not: the last word first, so that no earlier one goes against it. A copy is spoken of as its origin.
    private func families(_ decisions: [StoryDecision], originOf: [Int: Int]) -> Families {
        var families = Families(count: held.count)
        func known(_ articles: [ArticleID]) -> [Int] { Set(articles.compactMap { places[$0] }.map { originOf[$0] ?? $0 }).sorted() }
        for decision in decisions.reversed() {
            switch decision.ruling {
            case .together(let articles): families.join(known(articles))
            case .apart(let articles, let others): families.part(known(articles), from: known(others), number: decision.number)
            case .titled, .pinned: break
            }
        }
        return families
    }
}

extension [Story] {
    /// With the titles and pins that a user gave.
    fileprivate func obeying(_ decisions: [StoryDecision]) -> [Story] {
        guard !decisions.isEmpty else { return self }
        var stories = self
        var placeOf: [ArticleID: Int] = [:]
        for (place, story) in stories.enumerated() { for article in story.articles { placeOf[article] = place } }
        for decision in decisions {
            switch decision.ruling {
            case .titled(let article, let title): if let place = placeOf[article] { stories[place].title = title }
            case .pinned(let article): if let place = placeOf[article] { stories[place].isPinned = true }
            case .together, .apart: break
            }
        }
        return stories
    }
}

/// An article the clusterer has placed.
struct HeldArticle: Sendable {
    let article: AnalyzedArticle
    let terms: ArticleTerms
    let meaning: [Float]
    let span: Span
    /// Where it was put when it came.
    let strand: Int
}

/// What is encoded of an article: its headline, and of a report also the lead, which together are as long as what encoders are made for.
struct Opening {
    private(set) var text: String

    /// Words of the lead that are read.
    private static let leadWords = 60

    init(_ article: AnalyzedArticle, compounds: Compounds) {
        let headline = article.headlineBlock
        text = ""
        var words = 0
        for sentence in article.sentences {
            if sentence.block == headline {
                append(Self.spelledOut(sentence, compounds: compounds))
            } else {
                guard words < Self.leadWords else { break }
                words += sentence.tokens.count
                append(sentence.text)
            }
        }
    }

    private mutating func append(_ sentence: String) { text += text.isEmpty ? sentence : " " + sentence }

    /// The sentence with words that were run together set apart.
    private static func spelledOut(_ sentence: Sentence, compounds: Compounds) -> String {
        var bytes: [UInt8] = []
        let own = Array(sentence.text.utf8)
        var done = 0
        for token in sentence.tokens where ArticleTerms.carriesMeaning(token) {
            let parts = compounds.parts(of: token.folded)
            let (start, end) = (token.range.lowerBound - sentence.range.lowerBound, token.range.upperBound - sentence.range.lowerBound)
            guard !parts.isEmpty, start >= done, end <= own.count else { continue }
            bytes += own[done..<start]
            bytes += Array(parts.joined(separator: " ").utf8)
            done = end
        }
        return done == 0 ? sentence.text : String(decoding: bytes + own[done...], as: UTF8.self)
    }
}
