import Figures

/// What an extract is like, whatever it says.
struct Extract {
    let sentences: Int
    /// Sentences that open with a word that leans on the one before, which is not there.
    let leaning: Int
    /// Sentences that share more than half of their words with an earlier one.
    let repeated: Int
    /// Words, all of them as some text has them.
    let copied: Int

    /// - Parameter words: of each sentence, as they are counted.
    init(_ made: [String], of texts: [String], words: [[String]]) {
        sentences = made.count
        leaning = made.indices.count { Self.leans(made[$0]) && !($0 > 0 && Self.follows(made[$0], made[$0 - 1], in: texts)) }
        repeated = words.indices.count { index in words[..<index].contains { Rouge([words[index]], against: [$0]).one > 0.5 } }
        copied = words.reduce(0) { $0 + $1.count }
    }

    static func figures(_ extracts: [Extract]) -> [Figure] {
        let all = extracts.reduce(0) { $0 + $1.sentences }
        return [
            Figure("leaning", share: extracts.reduce(0) { $0 + $1.leaning }, of: all),
            Figure("repeated", share: extracts.reduce(0) { $0 + $1.repeated }, of: all),
            Figure("copied-run", Double(extracts.reduce(0) { $0 + $1.copied }) / Double(max(1, all))),
        ]
    }

    /// Kept apart from the writer's own lists, so that a gap there shows here.
    private static func leans(_ sentence: String) -> Bool {
        sentence.split { !$0.isLetter }.first.map { pointing.contains($0.lowercased()) } ?? false
    }

    private static let pointing: Set<String> = [
        "he", "she", "it", "they", "him", "her", "his", "hers", "its", "their", "them", "this", "these", "those", "such", "but", "and", "so", "yet",
        "or",
        "however", "meanwhile", "also", "then", "instead", "moreover", "therefore", "nevertheless", "thus",
    ]

    private static func follows(_ sentence: String, _ before: String, in texts: [String]) -> Bool {
        texts.contains { text in
            text.ranges(of: before).contains { text[$0.upperBound...].drop { $0.isWhitespace }.hasPrefix(sentence) }
        }
    }
}
