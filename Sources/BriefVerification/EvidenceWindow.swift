import TextAnalysis

/// Which sentences of a source a claim is read beside: the one that holds most of what the claim asks, whichever adds most to it, and neighbours.
/// The model that reads them was trained on windows chosen by the same steps (`Training/entailment/window.py`).
struct EvidenceWindow {
    /// Terms of each sentence, as numbers.
    private let terms: [Set<Int>]
    private let costs: [Int]
    private let numbers: [Substring: Int]
    private let frequencies: [Int]

    /// About as many tokens as the model reads beside a claim: a sentence costs a quarter of its bytes, at most 120.
    static let budget = 160

    init(_ sentences: [String]) {
        var numbers: [Substring: Int] = [:]
        var frequencies: [Int] = []
        terms = sentences.map { sentence in
            var all: Set<Int> = []
            for term in Self.terms(of: sentence) {
                let number = numbers[term] ?? frequencies.count
                if number == frequencies.count {
                    numbers[term] = number
                    frequencies.append(0)
                }
                if all.insert(number).inserted { frequencies[number] += 1 }
            }
            return all
        }
        self.numbers = numbers
        self.frequencies = frequencies
        costs = sentences.map { min(120, ($0.utf8.count + 3) / 4) }
    }

    /// Places of the sentences, in their order.
    func sentences(for claim: String) -> [Int] {
        guard !terms.isEmpty else { return [] }
        let asked = Set(Self.terms(of: claim).compactMap { numbers[$0] }).sorted()
        let count = Double(terms.count)
        let weights = asked.map { logarithm(1 + count / Double(1 + frequencies[$0])) + 0.2 }
        var open = weights
        var chosen: [Int] = []
        var spent = 0
        var left = Array(terms.indices)
        func gain(_ sentence: Int) -> Double {
            var full = 0.0
            var new = 0.0
            for (at, term) in asked.enumerated() where terms[sentence].contains(term) {
                full += weights[at]
                new += open[at]
            }
            return (new + 0.25 * full) / (1 + 0.004 * Double(min(costs[sentence], 100)))
        }
        while let (best, worth) = left.map({ ($0, gain($0)) }).max(by: { ($0.1, $1.0) < ($1.1, $0.0) }) {
            if !chosen.isEmpty, worth <= 0 { break }
            left.removeAll { $0 == best }
            if !chosen.isEmpty, spent + costs[best] > Self.budget { continue }
            chosen.append(best)
            spent += costs[best]
            for (at, term) in asked.enumerated() where terms[best].contains(term) { open[at] = 0 }
            if spent >= Self.budget { break }
        }
        for near in [chosen[0] - 1, chosen[0] + 1]
        where terms.indices.contains(near) && !chosen.contains(near) && spent + costs[near] <= Self.budget {
            chosen.append(near)
            spent += costs[near]
        }
        return chosen.sorted()
    }

    // MARK: Terms

    private static let stopwords: Set<Substring> = [
        "the", "a", "an", "of", "to", "in", "on", "for", "and", "or", "but", "is", "are", "was", "were", "be", "been", "being", "it", "its", "this",
        "that", "these", "those", "as", "at", "by", "with", "from", "he", "she", "they", "his", "her", "their", "them", "him", "i", "we", "you",
        "our", "your", "who", "which", "what", "when", "where", "will", "would", "has", "have", "had", "do", "does", "did", "no", "not", "s", "t",
        "than", "then", "so", "if", "into", "about", "after", "before", "also", "there", "can", "could", "may", "might", "over", "under", "out",
        "up", "more", "most",
    ]
    private static let endings = [
        "ingly", "edly", "ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "ly", "s",
    ]

    /// Runs of letters, and numbers with their decimals and without commas between thousands; small, without marks and without an ending.
    static func terms(of text: String) -> [Substring] {
        let characters = Array(Folding.fold(text).unicodeScalars)
        var terms: [Substring] = []
        var at = 0
        while at < characters.count {
            let from = at
            if isDigit(characters[at]) {
                var word = ""
                while at < characters.count {
                    if isDigit(characters[at]) {
                        word.unicodeScalars.append(characters[at])
                    } else if characters[at] == ".", at + 1 < characters.count, isDigit(characters[at + 1]), !word.contains(".") {
                        word.append(".")
                    } else if let skipped = commaBetweenThousands(characters, at) {
                        at += skipped
                        continue
                    } else {
                        break
                    }
                    at += 1
                }
                terms.append(word[...])
            } else if characters[at].properties.isAlphabetic {
                while at < characters.count, characters[at].properties.isAlphabetic, !isDigit(characters[at]) { at += 1 }
                var word = ""
                word.unicodeScalars.append(contentsOf: characters[from..<at])
                if !stopwords.contains(word[...]) { terms.append(stem(word[...])) }
            } else {
                at += 1
            }
        }
        return terms
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }

    /// "1,000", and "1, 000" as detokenised text has it: how many characters to pass over.
    private static func commaBetweenThousands(_ characters: [Unicode.Scalar], _ at: Int) -> Int? {
        guard characters[at] == "," else { return nil }
        let digits = at + 1 < characters.count && characters[at + 1] == " " ? at + 2 : at + 1
        guard digits + 2 < characters.count, characters[digits...digits + 2].allSatisfy(isDigit),
            digits + 3 >= characters.count || !(isDigit(characters[digits + 3]) || characters[digits + 3].properties.isAlphabetic)
        else { return nil }
        return digits - at
    }

    private static func stem(_ word: Substring) -> Substring {
        let count = word.unicodeScalars.count
        for ending in endings where count - ending.utf8.count >= 3 && word.hasSuffix(ending) { return word.dropLast(ending.utf8.count) }
        return word
    }
}
