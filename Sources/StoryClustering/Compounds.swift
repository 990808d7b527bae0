import BriefModel

/// Words run together ("seafloor", "SouthSudan" as a tag), told apart by the words that headlines were seen to use.
struct Compounds: Sendable {
    private var counts: [Int32: Int32] = [:]

    /// Shorter words are left whole: too many of them fall apart by chance.
    private static let leastLetters = 8
    private static let leastLettersOfPart = 3
    /// Headlines that must have used a part by itself.
    private static let leastUses: Int32 = 5
    /// Longer words are names of files and addresses.
    private static let mostLetters = 40
    private static let most = 200_000

    /// Counts the words of a headline.
    mutating func learn(_ article: AnalyzedArticle) {
        let headline = article.headlineBlock
        for sentence in article.sentences.prefix(while: { $0.block == headline }) {
            for token in sentence.tokens where ArticleTerms.carriesMeaning(token) && token.range.count >= Self.leastLettersOfPart {
                counts[Term.number(of: token.folded), default: 0] += 1
            }
        }
        if counts.count > Self.most { counts = counts.filter { $0.value >= Self.leastUses } }
    }

    /// The words it is made of, the most usual ones; none for a word that is no compound.
    func parts(of folded: String) -> [String] {
        let letters = Array(folded.utf8)
        guard !counts.isEmpty, (Self.leastLetters...Self.mostLetters).contains(letters.count), letters.allSatisfy({ (0x61...0x7A).contains($0) })
        else { return [] }
        var best: [(cost: Double, from: Int)?] = Array(repeating: nil, count: letters.count + 1)
        best[0] = (0, 0)
        for start in letters.indices {
            guard let before = best[start] else { continue }
            var hash = FNVHash()
            for end in start..<letters.count {
                hash.take(letters[end])
                let length = end + 1 - start
                guard length >= Self.leastLettersOfPart, length < letters.count else { continue }
                let uses = counts[hash.number, default: 0]
                guard uses >= Self.leastUses else { continue }
                let cost = before.cost + 10 - Logarithm.of(Double(uses) + 1) + (length == Self.leastLettersOfPart ? 2 : 0)
                if cost < (best[end + 1]?.cost ?? .infinity) { best[end + 1] = (cost, start) }
            }
        }
        guard best[letters.count] != nil else { return [] }
        var parts: [String] = []
        var end = letters.count
        while end > 0, let step = best[end] {
            parts.append(String(decoding: letters[step.from..<end], as: UTF8.self))
            end = step.from
        }
        return parts.reversed()
    }
}
