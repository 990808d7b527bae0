import BriefModel
import TextAnalysis

/// What an article is about, as counted terms: stems, the parts of names once more, and figures by value, so that reports in different languages meet
/// in names, acronyms and numbers.
struct ArticleTerms: Sendable {
    /// Term → how much of it there is.
    let counts: [(term: Int32, count: Float)]

    /// - Parameter compounds: words written as one in a headline, to be counted as their parts.
    init(_ article: AnalyzedArticle, configuration: ClusteringConfiguration, compounds: Compounds = Compounds()) {
        var counts: [Int32: Float] = [:]
        var sentencesLeftInLead = 2
        for sentence in article.sentences {
            var weight = sentence.block == 0 ? configuration.titleWeight : 1
            if sentence.block > 0, sentencesLeftInLead > 0 {
                weight = configuration.leadWeight
                sentencesLeftInLead -= 1
            }
            for token in sentence.tokens where Self.carriesMeaning(token) {
                let parts = sentence.block == article.headlineBlock ? compounds.parts(of: token.folded) : []
                if parts.isEmpty { counts[Term.number(of: token.stem), default: 0] += weight }
                for part in parts { counts[Term.number(of: Stemming.stem(part)), default: 0] += weight }
            }
            for part in sentence.names.flatMap({ Self.parts(of: $0) }) {
                counts[Term.number(of: part), default: 0] += weight * configuration.nameWeight
            }
            for quantity in sentence.quantities {
                if let figure = Self.figure(quantity) { counts[Term.number(of: figure), default: 0] += 1 }
            }
        }
        self.counts = counts.map { (term: $0.key, count: $0.value) }.sorted { $0.term < $1.term }
    }

    var terms: [Int32] { counts.map(\.term) }

    /// TF-IDF with damped counts, of length 1.
    /// - Parameter steepness: the power of a term's rarity.
    func vector(_ index: TermIndex, steepness: Float = 1) -> TermVector {
        TermVector(
            unit: counts.map { term, count in
                (term, (count > 1 ? 1 + Float(Logarithm.of(Double(count))) : count) * Self.power(index.weight(of: term), steepness))
            })
    }

    /// By halves: square roots are the same on every machine.
    private static func power(_ base: Float, _ exponent: Float) -> Float {
        let whole = exponent.rounded(.down)
        var result = exponent - whole >= 0.5 ? base.squareRoot() : 1
        for _ in 0..<Int(whole) { result *= base }
        return result
    }

    static func carriesMeaning(_ token: Token) -> Bool {
        switch token.kind {
        case .word: !token.isStopword && token.range.count > 1
        case .ideographs: true
        case .number, .symbol: false
        }
    }

    /// "@sam", "@altman": marked, so that they count beside the plain stems.
    static func parts(of name: Name) -> [String] { name.key.split(separator: " ").filter { $0.utf8.count > 1 }.map { "@" + $0 } }

    /// Large or odd figures tell stories apart; small counts and years do not.
    private static func figure(_ quantity: Quantity) -> String? {
        let value = quantity.value
        guard value > 12, value.isFinite, !(1900...2100).contains(value) || quantity.unit != nil else { return nil }
        return "#\(value)"
    }
}

extension AnalyzedArticle {
    /// The block that stands as headline: the title, or the first block of what has none.
    var headlineBlock: Int { sentences.first?.block ?? 0 }
}
