import BriefModel

/// How words are written across a text: what a capital at the start of a sentence is worth depends on it.
struct NameEvidence {
    /// Folded words seen with a capital inside a sentence.
    private(set) var capitalizedInside: Set<String> = []
    /// Folded words seen written small.
    private(set) var small: Set<String> = []
    /// How often a folded word stands with a capital.
    private(set) var counts: [String: Int] = [:]
    /// Seen right after an article or adjective (for German).
    private(set) var afterArticle: Set<String> = []

    init(_ lines: [(line: TokenLine, isHeadline: Bool)]) {
        for (line, isHeadline) in lines {
            let isLoud = isHeadline && isMostlyCapitals(line)
            for (index, token) in line.tokens.enumerated() where token.kind == .word {
                guard token.isCapitalized else {
                    small.insert(token.folded)
                    continue
                }
                counts[token.folded, default: 0] += 1
                if index > 0, GermanNouns.determiners.contains(line.word(index - 1)), line.isSpaced(after: index - 1) {
                    afterArticle.insert(token.folded)
                }
                if !isLoud, !(isHeadline && isShouted(token, in: line)), !line.beginsAnew(index) || isAtDateline(index, in: line) {
                    capitalizedInside.insert(token.folded)
                }
            }
        }
    }

    /// A headline in title case or capitals tells nothing of its words.
    func isMostlyCapitals(_ line: TokenLine) -> Bool {
        var capitals = 0
        var words = 0
        for token in line.tokens where token.kind == .word && !token.isStopword && token.range.count > 3 {
            words += 1
            if token.isCapitalized { capitals += 1 }
        }
        return words >= 4 && capitals * 10 >= words * 8
    }

    /// No small letter at all.
    func isShouted(_ line: TokenLine) -> Bool { line.count >= 3 && !line.text.bytes[line.range].contains { $0 >= 0x61 && $0 <= 0x7A } }

    /// Some long word is in capitals.
    func shouts(_ line: TokenLine) -> Bool {
        line.tokens.contains { $0.kind == .word && isShouted($0, in: line) && !Countries.names.keys.contains($0.folded) }
    }

    /// A long word in capitals inside a headline is loudness, not a name.
    private func isShouted(_ token: Token, in line: TokenLine) -> Bool {
        token.range.count > 3 && line.text.bytes[token.range].allSatisfy { !($0 >= 0x61 && $0 <= 0x7A) }
    }

    /// "WASHINGTON, 14 January —" names its place.
    private func isAtDateline(_ index: Int, in line: TokenLine) -> Bool {
        index == 0 && line.hasComma(after: index) && (line.isNumber(index + 1) || line.isNumber(index + 2)) && isShouted(line.tokens[index], in: line)
    }
}

/// The key under which mentions of one thing meet.
enum NameKey {
    /// Folded words; the last word of a company's name is left out ("Moonshot AI" and "Moonshot" are one).
    static func make(_ words: [String]) -> String {
        var words = words
        if let first = words.first, first == "the", words.count > 1 { words.removeFirst() }
        if words.count == 2, NameWords.companySuffixes.contains(words[1]) { words.removeLast() }
        return words.joined(separator: " ")
    }
}

/// Names of one text in order of mention: a surname alone means the person named in full before, an acronym what it was introduced for.
struct NameResolver {
    private var bySurname: [String: String?] = [:]
    private var acronyms: [String: String] = [:]
    private var kinds: [String: Name.Kind] = [:]

    /// Takes in the names of one sentence.
    mutating func learn(_ names: [Name], in line: TokenLine) {
        var previous: Name?
        for name in names {
            if name.kind == .person, let last = name.key.split(separator: " ").last, last.utf8.count < name.key.utf8.count {
                let surname = String(last)
                // Two people of one surname: neither is meant by it alone.
                if let known = bySurname[surname], known != name.key { bySurname[surname] = .some(nil) } else { bySurname[surname] = name.key }
            }
            if let previous, isIntroduction(of: name, after: previous, in: line) { acronyms[name.key] = previous.key }
            if name.kind != .other, kinds[name.key] == nil { kinds[name.key] = name.kind }
            previous = name
        }
    }

    /// The same names under the keys and kinds the whole text gives them.
    func resolve(_ names: [Name]) -> [Name] {
        names.map { name in
            guard name.kind != .nationality, name.kind != .place else { return name }
            let key = (bySurname[name.key] ?? nil) ?? acronyms[name.key] ?? name.key
            let kind = name.kind == .other || key != name.key ? kinds[key] ?? name.kind : name.kind
            return Name(range: name.range, text: name.text, key: key, kind: kind)
        }
    }

    /// "People's Liberation Army (PLA)".
    private func isIntroduction(of name: Name, after previous: Name, in line: TokenLine) -> Bool {
        guard previous.range.upperBound < name.range.lowerBound, name.range.upperBound < line.range.upperBound,
            line.text[name.range.upperBound] == UInt8(ascii: ")"), name.range.count <= 8, !name.text.utf8.contains(0x20),
            name.text.utf8.allSatisfy({ !($0 >= 0x61 && $0 <= 0x7A) })
        else { return false }
        return Array(line.text.bytes[previous.range.upperBound..<name.range.lowerBound]) == Array(" (".utf8)
    }
}
