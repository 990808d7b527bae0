import BriefModel
import TextAnalysis

/// What an article is about, as counted terms: stems, the words of names once more, and figures by value, so that reports in different languages meet
/// in names, acronyms and numbers.
struct ArticleTerms: Sendable {
    /// Term → how much of it there is; by term.
    let counts: [(term: Int32, count: Float)]

    /// As they were kept.
    init(counts: [(term: Int32, count: Float)]) { self.counts = counts }

    init(_ article: ScannedArticle, configuration: ClusteringConfiguration) {
        let capitals = Capitals(article)
        var counts = IntegerMap<Int32, Float>(vacant: 0)
        var compounds = article.compounds[...]
        for (place, word) in article.words.enumerated() {
            if let figure = Self.figure(at: place, in: article.words) { counts[figure] += 1 }
            guard word.carriesMeaning else { continue }
            let weight =
                article.headline.contains(place) ? configuration.titleWeight : article.lead.contains(place) ? configuration.leadWeight : 1
            if let compound = compounds.first, compound.place == place {
                for part in compound.parts { counts[WordHash.number(of: Stemming.stem(part))] += weight }
                compounds.removeFirst()
            } else {
                counts[word.known.stem] += weight
            }
            guard capitals.makeName(word) else { continue }
            let (first, second, third) = word.known.name
            for name in [first, second, third] where name != 0 { counts[name] += weight * configuration.nameWeight }
        }
        self.counts = counts.sortedKeys.map { (term: $0, count: counts[$0]) }
    }

    /// TF-IDF with damped counts, of length 1.
    /// - Parameter steepness: the power of a term's rarity.
    func vector(_ index: TermIndex, steepness: Float = 1) -> TermVector {
        TermVector(
            terms: counts.map(\.term),
            weights: counts.map { term, count in
                (count > 1 ? 1 + Float(Logarithm.of(Double(count))) : count) * Self.power(index.weight(of: term), steepness)
            }
        ).scaledToUnit()
    }

    /// By halves: square roots are the same on every machine.
    private static func power(_ base: Float, _ exponent: Float) -> Float {
        let whole = exponent.rounded(.down)
        var result = exponent - whole >= 0.5 ? base.squareRoot() : 1
        for _ in 0..<Int(whole) { result *= base }
        return result
    }

    /// Large or odd figures tell stories apart; small counts and years do not.
    private static func figure(at place: Int, in words: [TermMention]) -> Int32? {
        var value = words[place].known.value
        guard value.isFinite else { return nil }
        var next = place + 1
        while next < words.count, words[next].kind == .word, words[next].known.multiplier >= 100 {
            value = (value * words[next].known.multiplier * 1000).rounded() / 1000
            next += 1
        }
        guard value > 12, value.isFinite, !(1900...2100).contains(value) else { return nil }
        return WordHash.number(of: "#\(value)")
    }
}
