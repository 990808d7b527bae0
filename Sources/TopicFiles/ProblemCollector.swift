import Yams

/// Goes through a file that a person wrote and collects what is wrong instead of stopping at the first.
protocol ProblemCollector {
    var problems: [TopicProblem] { get set }
}

// Values and their types.
extension ProblemCollector {
    mutating func fields(of mapping: Node.Mapping, allowed: [String], in place: String) -> [String: Node] {
        var fields: [String: Node] = [:]
        for (key, value) in mapping {
            guard let name = key.string, allowed.contains(name) else {
                problems.append(
                    TopicProblem(
                        key,
                        "`\(key.string ?? "?")` is no key of \(place)\(Self.suggestion(key.string, allowed)); allowed are \(Self.quoted(allowed))."))
                continue
            }
            fields[name] = value
        }
        return fields
    }

    mutating func text(_ node: Node, of key: String) -> String? {
        if case .scalar(let scalar) = node {
            if scalar.string.isEmpty { return nil }
            return scalar.string
        }
        problems.append(TopicProblem(node, "`\(key)` is one line of text."))
        return nil
    }

    mutating func list(_ node: Node, of key: String) -> [Node] {
        if case .sequence(let sequence) = node { return Array(sequence) }
        if case .scalar(let scalar) = node, scalar.string.isEmpty { return [] }
        problems.append(TopicProblem(node, "`\(key)` is a list; each item begins with `- ` on a line of its own."))
        return []
    }

    mutating func words(_ node: Node?, of key: String) -> [String] {
        guard let node else { return [] }
        return list(node, of: key).compactMap { text($0, of: key) }
    }

    mutating func flag(_ node: Node?, of key: String) -> Bool {
        guard let node else { return false }
        if let flag = node.bool { return flag }
        problems.append(TopicProblem(node, "`\(key)` is true or false."))
        return false
    }

    static func isAddress(_ text: String) -> Bool { text.contains("://") }

    static func quoted(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

    /// "; did you mean …?" for a word that is one or two letters off.
    static func suggestion(_ word: String?, _ allowed: [String]) -> String {
        guard let word, let near = allowed.map({ ($0, distance(word, $0)) }).min(by: { $0.1 < $1.1 }), near.1 <= 2 else { return "" }
        return "; did you mean `\(near.0)`?"
    }

    /// Levenshtein distance; the words are short.
    private static func distance(_ first: String, _ second: String) -> Int {
        let second = Array(second.utf8)
        var row = Array(0...second.count)
        for (index, letter) in first.utf8.prefix(64).enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in second.indices {
                let cost = min(row[column + 1] + 1, row[column] + 1, diagonal + (letter == second[column] ? 0 : 1))
                diagonal = row[column + 1]
                row[column + 1] = cost
            }
        }
        return row[second.count]
    }
}
