import TextAnalysis

/// Words run together ("seafloor", "SouthSudan" as a tag), told apart by the words that headlines were seen to use.
struct Compounds: Sendable {
    var counts = IntegerMap<Int32, Int32>(vacant: 0)

    /// Shorter words are left whole: too many of them fall apart by chance.
    private static let leastLetters = 8
    private static let leastLettersOfPart = 3
    /// Headlines that must have used a part by itself.
    private static let leastUses: Int32 = 5
    /// Longer words are names of files and addresses.
    private static let mostLetters = 40
    private static let most = 200_000

    /// Counts the words of a headline.
    mutating func learn(_ article: ScannedArticle) {
        for word in article.words[article.headline] where word.carriesMeaning && word.range.count >= Self.leastLettersOfPart {
            counts[word.known.folded] += 1
        }
        if counts.count > Self.most { forgetRare() }
    }

    private mutating func forgetRare() {
        var kept = IntegerMap<Int32, Int32>(vacant: 0)
        counts.forEach { word, uses in if uses >= Self.leastUses { kept[word] = uses } }
        counts = kept
    }

    /// The words it is made of, the most usual ones; none for a word that is no compound.
    /// - Parameter word: as written; only plain letters fall apart.
    func parts(of word: ArraySlice<UInt8>) -> [String] {
        guard (Self.leastLetters...Self.mostLetters).contains(word.count), word.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) else { return [] }
        let letters = word.map { $0 | 0x20 }
        var best: [(cost: Double, from: Int)?] = Array(repeating: nil, count: letters.count + 1)
        best[0] = (0, 0)
        for start in letters.indices {
            guard let before = best[start] else { continue }
            var hash = WordHash()
            for end in start..<letters.count {
                hash.take(letters[end])
                let length = end + 1 - start
                guard length >= Self.leastLettersOfPart, length < letters.count else { continue }
                let uses = counts[hash.number]
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
