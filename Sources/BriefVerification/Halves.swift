import BriefModel
import TextAnalysis

extension Assertion {
    /// The things said one after another, each with a verb of its own: "X rose and Y fell". One where it says one thing.
    var halves: [(words: Range<Int>, parts: [Int])] {
        let sentence = reading.sentence
        let tokens = sentence.tokens
        let offset = sentence.range.lowerBound
        var cuts: [Int] = []
        for (index, token) in tokens.enumerated() where Self.joints.contains(token.folded) && index > 1 && index + 2 < tokens.count {
            let start = cuts.last ?? 0
            let isQuoted = sentence.quotations.contains { $0.range.contains(token.range.lowerBound) }
            if !isQuoted, hasVerb(start..<index), hasVerb((index + 1)..<tokens.count, within: Self.reach) { cuts.append(index) }
        }
        let bounds = [0] + cuts + [tokens.count]
        return zip(bounds, bounds.dropFirst()).compactMap { from, to in
            guard from < to else { return nil }
            let words = (tokens[from].range.lowerBound - offset)..<(tokens[to - 1].range.upperBound - offset)
            let inside = parts.indices.filter { words.contains(parts[$0].range.lowerBound) }
            return inside.isEmpty ? nil : (words, inside)
        }
    }

    private static let joints: Set<String> = ["and", "but", "while", "whereas", "though", "although", "which", "who"]
    /// Words after a joint among which its verb stands, subject and all.
    private static let reach = 6

    private func hasVerb(_ range: Range<Int>, within reach: Int = .max) -> Bool {
        let tokens = reading.sentence.tokens
        return range.prefix(reach).contains { index in
            let word = tokens[index].folded
            return ClaimWords.auxiliaries.contains(word) || ClaimWords.isFiniteForm(word)
                || !tokens[index].isCapitalized && word.hasSuffix("ed") && word.utf8.count > 4
                || ClaimWords.pastForms.contains(word)
        }
    }
}
