import BriefModel

/// How words are written across a text: what a capital at the start of a sentence is worth depends on it.
struct NameEvidence {
    /// Folded words seen with a capital inside a sentence.
    private(set) var capitalizedInside: Set<String> = []
    /// Folded words seen written small.
    private(set) var small: Set<String> = []
    /// How often a folded word stands with a capital.
    private(set) var counts: [String: Int] = [:]
    /// Acronyms that a bracket behind a name introduces: "World Health Organization (WHO)".
    private(set) var introduced: Set<String> = []
    /// Seen with a capital and no number behind: names that stand without a model's number.
    private(set) var unnumbered: Set<String> = []
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
                if isIntroduced(index, in: line) { introduced.insert(token.folded) }
                if !line.isSpaced(after: index) || !(line.word(index + 1).utf8.contains { isDigit(UInt32($0)) }) { unnumbered.insert(token.folded) }
                if index > 0, GermanNouns.determiners.contains(line.word(index - 1)), line.isSpaced(after: index - 1) {
                    afterArticle.insert(token.folded)
                }
                if !isLoud, !(isHeadline && isShouted(token, in: line)), !line.beginsAnew(index) || isAtDateline(index, in: line) {
                    capitalizedInside.insert(token.folded)
                }
            }
        }
    }

    /// In brackets behind a capital, of capitals, with the initial of a word before it.
    private func isIntroduced(_ index: Int, in line: TokenLine) -> Bool {
        let token = line.tokens[index]
        guard index > 1, token.range.count >= 2, token.range.count <= 6, line.text.bytes[token.range].allSatisfy({ $0 >= 0x41 && $0 <= 0x5A }),
            line.gap(after: index - 1).elementsEqual(" (".utf8), line.gap(after: index).first == UInt8(ascii: ")"),
            line.tokens[index - 1].isCapitalized
        else { return false }
        return (max(0, index - 7)..<index).contains { line.word($0).utf8.first == token.folded.utf8.first }
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
