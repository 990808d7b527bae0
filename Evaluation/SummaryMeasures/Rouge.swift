import Figures

/// ROUGE (Lin 2004) as the package `rouge_score` counts it with its stemmer on: lower case, split at all but letters and digits, words of more than three
/// letters stemmed by Porter's first algorithm, no list of common words. Values are F1.
struct Rouge {
    let one: Double
    let two: Double
    /// By longest common subsequences, sentence by sentence, matched words joined over the summary (summary level).
    let longest: Double

    /// - Parameters: words, sentence by sentence.
    init(_ summary: [[String]], against reference: [[String]]) {
        let (made, wanted) = (summary.flatMap(\.self), reference.flatMap(\.self))
        one = Self.overlap(Self.counts(made, of: 1), Self.counts(wanted, of: 1))
        two = Self.overlap(Self.counts(made, of: 2), Self.counts(wanted, of: 2))
        longest = Self.summaryLevel(summary, reference, made, wanted)
    }

    static func f1(_ shared: Int, _ made: Int, _ wanted: Int) -> Double { shared == 0 ? 0 : 2 * Double(shared) / Double(made + wanted) }

    private static func overlap(_ made: [String: Int], _ wanted: [String: Int]) -> Double {
        let shared = made.reduce(0) { $0 + min($1.value, wanted[$1.key] ?? 0) }
        return f1(shared, made.values.reduce(0, +), wanted.values.reduce(0, +))
    }

    private static func counts(_ words: [String], of length: Int) -> [String: Int] {
        guard words.count >= length else { return [:] }
        return (0...(words.count - length)).reduce(into: [:]) { $0[words[$1..<($1 + length)].joined(separator: " "), default: 0] += 1 }
    }

    private static func summaryLevel(_ summary: [[String]], _ reference: [[String]], _ made: [String], _ wanted: [String]) -> Double {
        var left = counts(made, of: 1)
        var open = counts(wanted, of: 1)
        var shared = 0
        for sentence in reference {
            for place in Set(summary.flatMap { common(sentence, $0) }).sorted() {
                let word = sentence[place]
                guard left[word, default: 0] > 0, open[word, default: 0] > 0 else { continue }
                left[word, default: 0] -= 1
                open[word, default: 0] -= 1
                shared += 1
            }
        }
        return f1(shared, made.count, wanted.count)
    }

    /// Places in `reference` of a longest common subsequence.
    private static func common(_ reference: [String], _ made: [String]) -> [Int] {
        guard !reference.isEmpty, !made.isEmpty else { return [] }
        var lengths = [[Int]](repeating: [Int](repeating: 0, count: made.count + 1), count: reference.count + 1)
        for (row, word) in reference.enumerated() {
            for (column, other) in made.enumerated() {
                lengths[row + 1][column + 1] = word == other ? lengths[row][column] + 1 : max(lengths[row][column + 1], lengths[row + 1][column])
            }
        }
        var (row, column) = (reference.count, made.count)
        var places: [Int] = []
        while row > 0, column > 0 {
            if reference[row - 1] == made[column - 1] {
                places.append(row - 1)
                (row, column) = (row - 1, column - 1)
            } else if lengths[row][column - 1] > lengths[row - 1][column] {
                column -= 1
            } else {
                row -= 1
            }
        }
        return places
    }
}

/// Words as ROUGE counts them; remembers stems.
final class RougeStems {
    private let stems = PorterStems()
    private var known: [Substring: String] = [:]

    func words(of text: String) -> [String] {
        text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.map { word in
            if let stem = known[word] { return stem }
            let stem = stems.stem(String(word))
            known[word] = stem
            return stem
        }
    }
}
