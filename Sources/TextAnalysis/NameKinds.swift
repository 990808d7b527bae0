import BriefModel

/// What each name of a text is of, from all that the text shows of it: its shape, the words beside it, what it is listed with, and what free
/// lists know of the name. Each speaks with points for a kind; the most points win.
struct NameKinds {
    /// The words beside a name are read in English only.
    private let readsWords: Bool
    private var points: [String: [Name.Kind: Double]] = [:]
    /// Last words of people's names that stand alone behind a title: "Ms Odhiambo".
    private var surnames: Set<String> = []
    /// Names that are listed together.
    private var pairs: [(left: String, right: String, isCommaOnly: Bool)] = []

    init(language: String) { readsWords = language == "en" }

    /// Takes in the names of one sentence.
    mutating func take(_ names: [Name], in line: TokenLine) {
        var previous: (name: Name, run: Range<Int>)?
        for name in names where name.kind != .nationality {
            let run = line.run(of: name.range)
            add(Self.shape(of: name, words: run.count), to: name.key)
            if points[name.key]?[.other] == nil {
                points[name.key, default: [:]][.other] = 0
                add(Self.known(name, words: run.map { line.word($0) }), to: name.key)
            }
            if readsWords { readWords(beside: name, run, in: line) }
            if name.kind == .person, run.count == 1 { surnames.insert(name.key) }
            if let previous, Self.areListed(previous.run, run, in: line) {
                pairs.append((previous.name.key, name.key, previous.run.upperBound == run.lowerBound))
            }
            previous = (name, run)
        }
    }

    private mutating func readWords(beside name: Name, _ run: Range<Int>, in line: TokenLine) {
        add(KindCues(line: line).points(run), to: name.key)
        if name.kind == .place || KnownNames.senses(name.key).contains(.place), let team = Self.side(run, in: line) { add([team], to: name.key) }
        if Self.isShip(run, in: line) { add([(.product, name.kind == .place ? 6 : 1)], to: name.key) }
    }

    private mutating func add(_ more: [(Name.Kind, Double)], to key: String) {
        for (kind, count) in more { points[key, default: [:]][kind, default: 0] += count }
    }

    /// The kinds, once the whole text is taken in.
    mutating func decide() -> [String: Name.Kind] {
        for (key, sums) in points where sums.values.max() ?? 0 < 2 {
            if let last = key.split(separator: " ").last, last.utf8.count < key.utf8.count, surnames.contains(String(last)) {
                add([(.person, 2)], to: key)
            }
        }
        for pair in pairs + pairs.reversed() { share(pair.left, pair.right, isCommaOnly: pair.isCommaOnly) }
        return points.compactMapValues(Self.best)
    }

    /// What is listed beside something known is of its kind, unless the text says otherwise.
    /// Behind a person's name and a comma there may be anything: "the head of Norsonic, Aino Rautio".
    private mutating func share(_ left: String, _ right: String, isCommaOnly: Bool) {
        let (a, b) = (Self.lead(points[left] ?? [:]), Self.lead(points[right] ?? [:]))
        if let a, a.points >= 1.5, !(isCommaOnly && a.kind == .person), (b?.points ?? 0) < 1 { add([(a.kind, 1.2)], to: right) }
        if let b, b.points >= 1.5, !(isCommaOnly && b.kind == .person), (a?.points ?? 0) < 1 { add([(b.kind, 1.2)], to: left) }
    }

    private static func best(_ sums: [Name.Kind: Double]) -> Name.Kind? { lead(sums).flatMap { $0.points >= 1 ? $0.kind : nil } }

    /// The kind with most points; the order of kinds breaks a tie, so that the same text gives the same kinds.
    private static func lead(_ sums: [Name.Kind: Double]) -> (kind: Name.Kind, points: Double)? {
        let order: [Name.Kind] = [.organisation, .person, .place, .product]
        var best: (kind: Name.Kind, points: Double)?
        for kind in order { if let count = sums[kind], count > (best?.points ?? 0) { best = (kind, count) } }
        return best
    }

    // MARK: what speaks

    private static func shape(of name: Name, words: Int) -> [(Name.Kind, Double)] {
        switch name.kind {
        case .person: [(.person, 2.5)]
        case .organisation: [(.organisation, words > 1 ? 3 : name.text.utf8.allSatisfy { $0 < 0x61 } ? 1.5 : 1)]
        case .place: [(.place, 4)]
        case .product: [(.product, 4)]
        default: words == 1 && isCamelCase(name.text) ? [(.organisation, 1)] : []
        }
    }

    /// "SambaNova", "xAI": a capital inside is a brand's; but "McAllister", "DiMarco".
    private static func isCamelCase(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let inner = bytes.indices.dropFirst().first(where: { bytes[$0] >= 0x41 && bytes[$0] <= 0x5A && bytes[$0 - 1] >= 0x61 }) else {
            return false
        }
        return bytes.contains { $0 >= 0x61 && $0 <= 0x7A } && !bytes.contains(0x2D) && !bytes.contains(0x27)
            && !["mc", "mac", "di", "la", "le", "de", "du", "van", "fitz"].contains(Folding.fold(text).prefix(inner))
    }

    /// What free lists say; counted once a text.
    private static func known(_ name: Name, words: [String]) -> [(Name.Kind, Double)] {
        let senses = KnownNames.senses(words.joined(separator: " ")).union(KnownNames.senses(name.key))
        let isAlsoWord = senses.contains(.common) || words.count == 1 && senses.contains(.given)
        let trust = !isAlsoWord ? 1 : words.count == 1 && !senses.contains(.given) ? 0.7 : 0.5
        var result: [(Name.Kind, Double)] = []
        if senses.contains([.organisation, .product]) {
            result = [(.organisation, 1.6 * trust), (.product, 1.5 * trust)]
        } else if senses.contains(.organisation) {
            result = [(.organisation, 3 * trust)]
        } else if senses.contains(.product) {
            result = [(.product, 3 * trust)]
        }
        if words.count == 2, Gazetteer.country(ofRegion: words[1]) != nil, name.text.utf8.prefix(2).allSatisfy({ $0 < 0x61 }) {
            // "ETH Zurich"
            result.append((.organisation, 2))
        }
        if senses.contains(.place) { result.append((.place, 2.5 * trust)) }
        if words.count > 1, words.count < 5, !senses.contains(.organisation), let last = words.last {
            let (first, family) = (KnownNames.senses(words[0]), KnownNames.senses(last))
            if KindWords.endings.contains(last) || NameWords.bodies.contains(last) { return result }
            if first.contains(.given), !first.contains(.common) || family.contains(.family) {
                result.append((.person, 2))
            } else if family.contains(.family), !family.contains(.common), !first.contains(.common), first.isDisjoint(with: [.organisation, .place]) {
                result.append((.person, 1.2))
            }
        }
        return result
    }

    /// Nothing but commas, "and" and "or" between two names.
    private static func areListed(_ left: Range<Int>, _ right: Range<Int>, in line: TokenLine) -> Bool {
        guard left.upperBound <= right.lowerBound, !left.isEmpty else { return false }
        let gap = left.upperBound..<right.lowerBound
        if gap.isEmpty { return line.hasComma(after: left.upperBound - 1) }
        if gap.count == 2, line.word(gap.lowerBound) == "and", line.word(gap.lowerBound + 1) == line.word(left.lowerBound - 1) { return true }
        return gap.count == 1 && ["and", "or"].contains(line.word(gap.lowerBound)) && line.isSpaced(after: gap.lowerBound)
    }

    /// Who beats whom is a team, whatever town it is from.
    private static func side(_ run: Range<Int>, in line: TokenLine) -> (Name.Kind, Double)? {
        let verbs = ["beat", "drew", "defeated", "thrashed"]
        let isBeside =
            verbs.contains(line.word(run.upperBound)) || verbs.contains(line.word(run.lowerBound - 1))
            || line.word(run.upperBound) == "lost" && ["to", "at", "away"].contains(line.word(run.upperBound + 1))
            || ["to", "with"].contains(line.word(run.lowerBound - 1))
                && ["lost", "home", "drew", "draw", "away"].contains(line.word(run.lowerBound - 2))
        return isBeside ? (.organisation, 6) : nil
    }

    /// "The Fujian passed through": no town or province takes the article; a ship does.
    private static func isShip(_ run: Range<Int>, in line: TokenLine) -> Bool {
        guard run.count == 1, line.word(run.lowerBound - 1) == "the", line.isSpaced(after: run.lowerBound - 1), line.isSpaced(after: run.lowerBound),
            Countries.names[line.word(run.lowerBound)] == nil, !KindWords.endings.contains(line.word(run.lowerBound))
        else { return false }
        let next = line.word(run.upperBound)
        if ReportingVerbs.all.contains(next) || KindWords.deeds.contains(next) { return false }
        return ["is", "was", "has", "had", "can", "will", "aboard"].contains(next)
            || next.hasSuffix("ed") && !line.tokens[run.upperBound].isCapitalized
    }
}

extension TokenLine {
    /// The tokens within a range of bytes.
    func run(of range: Range<Int>) -> Range<Int> {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < tokens.count, tokens[end].range.lowerBound < range.upperBound { end += 1 }
        return low..<end
    }
}
