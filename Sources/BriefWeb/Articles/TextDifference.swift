import Storage

/// Two versions of a text, compared paragraph by paragraph, and where paragraphs differ word by word. What it costs is bounded: of very long stretches that
/// differ it only says that they were replaced.
struct TextDifference {
    enum Kind: Hashable { case same, removed, added }

    struct Part: Hashable {
        let kind: Kind
        let text: String
    }

    /// Paragraphs that are the same, or that changed, in their order.
    enum Stretch: Hashable {
        case same([String])
        case changed([Part])
    }

    let stretches: [Stretch]

    /// Pairs that are compared at most; beyond that one side is taken for replaced by the other.
    private static let mostPairs = 1_000_000

    init(from old: String, to new: String) {
        let steps = Self.steps(Self.paragraphs(old), Self.paragraphs(new))
        var stretches: [Stretch] = []
        var place = 0
        while place < steps.count {
            let isSame = steps[place].kind == .same
            let run = steps[place...].prefix { ($0.kind == .same) == isSame }
            place = run.endIndex
            stretches.append(isSame ? .same(run.map(\.item)) : .changed(Self.words(of: run)))
        }
        self.stretches = stretches
    }

    /// Words that were taken out, and words that were put in.
    var counts: (removed: Int, added: Int) {
        var counts = (removed: 0, added: 0)
        for case .changed(let parts) in stretches {
            for part in parts {
                let words = part.text.split(whereSeparator: \.isWhitespace).count
                if part.kind == .removed { counts.removed += words }
                if part.kind == .added { counts.added += words }
            }
        }
        return counts
    }

    private static func paragraphs(_ text: String) -> [String] { text.split(separator: "\n\n").map(String.init) }

    private static func words(of run: ArraySlice<Step>) -> [Part] {
        let removed = run.filter { $0.kind == .removed }.map(\.item).joined(separator: "\n")
        let added = run.filter { $0.kind == .added }.map(\.item).joined(separator: "\n")
        var parts: [Part] = []
        for step in steps(pieces(removed), pieces(added)) {
            if let last = parts.last, last.kind == step.kind {
                parts[parts.count - 1] = Part(kind: last.kind, text: last.text + step.item)
            } else {
                parts.append(Part(kind: step.kind, text: step.item))
            }
        }
        return parts
    }

    /// Words and, apart from them, what stands between; ideographs each on its own.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var isWord = false
        for letter in text {
            let isLetter = (letter.isLetter || letter.isNumber) && !letter.isUnspacedLetter
            if isLetter, isWord { pieces[pieces.count - 1].append(letter) } else { pieces.append(String(letter)) }
            isWord = isLetter
        }
        return pieces
    }

    // MARK: the longest common subsequence

    private struct Step {
        let kind: Kind
        let item: String
    }

    private static func steps(_ old: [String], _ new: [String]) -> [Step] {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        let (before, after) = (Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
        return old.prefix(head).map { Step(kind: .same, item: $0) } + middle(before, after)
            + old.suffix(tail).map { Step(kind: .same, item: $0) }
    }

    private static func middle(_ old: [String], _ new: [String]) -> [Step] {
        guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else {
            return old.map { Step(kind: .removed, item: $0) } + new.map { Step(kind: .added, item: $0) }
        }
        let width = new.count + 1
        var common = [Int32](repeating: 0, count: (old.count + 1) * width)
        for i in stride(from: old.count - 1, through: 0, by: -1) {
            for j in stride(from: new.count - 1, through: 0, by: -1) {
                common[i * width + j] =
                    old[i] == new[j] ? common[(i + 1) * width + j + 1] + 1 : max(common[(i + 1) * width + j], common[i * width + j + 1])
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                steps.append(Step(kind: .same, item: old[i]))
                (i, j) = (i + 1, j + 1)
            } else if j == new.count || i < old.count && common[(i + 1) * width + j] >= common[i * width + j + 1] {
                steps.append(Step(kind: .removed, item: old[i]))
                i += 1
            } else {
                steps.append(Step(kind: .added, item: new[j]))
                j += 1
            }
        }
        return steps
    }
}
