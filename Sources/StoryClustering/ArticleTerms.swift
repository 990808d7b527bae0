import BriefModel

/// What an article is about, as counted terms: stems, the parts of names once more, and figures by value, so that reports in different languages meet
/// in names, acronyms and numbers.
struct ArticleTerms: Sendable {
    /// Term → how much of it there is.
    let counts: [(term: Int32, count: Float)]

    init(_ article: AnalyzedArticle, configuration: ClusteringConfiguration, index: inout TermIndex) {
        var counts: [Int32: Float] = [:]
        var sentencesLeftInLead = 2
        for sentence in article.sentences {
            var weight = sentence.block == 0 ? configuration.titleWeight : 1
            if sentence.block > 0, sentencesLeftInLead > 0 {
                weight = configuration.leadWeight
                sentencesLeftInLead -= 1
            }
            for token in sentence.tokens where Self.carriesMeaning(token) {
                counts[index.place(of: token.stem), default: 0] += weight
            }
            for part in sentence.names.flatMap({ Self.parts(of: $0) }) {
                counts[index.place(of: part), default: 0] += weight * configuration.nameWeight
            }
            for quantity in sentence.quantities {
                if let figure = Self.figure(quantity) { counts[index.place(of: figure), default: 0] += 1 }
            }
        }
        self.counts = counts.map { (term: $0.key, count: $0.value) }.sorted { $0.term < $1.term }
    }

    var terms: [Int32] { counts.map(\.term) }

    /// TF-IDF with damped counts, of length 1.
    func vector(_ index: TermIndex) -> TermVector {
        TermVector(unit: counts.map { ($0.term, ($0.count > 1 ? 1 + Float(Logarithm.of(Double($0.count))) : $0.count) * index.weight(of: $0.term)) })
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
