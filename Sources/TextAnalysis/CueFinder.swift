import BriefModel

/// Words and phrases that change how a sentence is meant.
struct CueFinder {
    let line: TokenLine
    let language: String

    func cues() -> [Cue] {
        if language == "zh" { return ideographCues() }
        var cues: [Cue] = []
        var index = 0
        let table = CuePhrases.table(language: language)
        while index < line.count {
            guard line.isWord(index), let candidates = table[line.word(index)],
                let match = candidates.first(where: { matches($0.words, at: index) && isMeant($0, at: index) })
            else {
                index += 1
                continue
            }
            let range = line.bytes(from: index, through: index + match.words.count - 1)
            cues.append(Cue(kind: match.kind, range: range, text: line.text.string(range)))
            index += match.words.count
        }
        return cues
    }

    private func matches(_ words: [String], at index: Int) -> Bool {
        guard index + words.count <= line.count else { return false }
        for (offset, word) in words.enumerated() {
            if line.word(index + offset) != word { return false }
            if offset > 0, !line.isSpaced(after: index + offset - 1), language == "en" { return false }
        }
        return true
    }

    /// Words that are a cue only in one of their uses.
    private func isMeant(_ phrase: CuePhrases.Phrase, at index: Int) -> Bool {
        let token = line.tokens[index]
        switch phrase.words[0] {
        case "may" where phrase.words.count == 1:
            // The month, and permission ("may not exceed" is a bound).
            return !token.isCapitalized || index == 0
        case "will" where phrase.words.count == 1:
            return !token.isCapitalized || index == 0
        case "not" where line.word(index + 1) == "only": return false
        case "no" where line.word(index + 1) == "longer" && phrase.words.count == 1: return true
        case "correction": return token.isCapitalized
        default: return true
        }
    }

    private func ideographCues() -> [Cue] {
        guard line.tokens.contains(where: { $0.kind == .ideographs }) else { return [] }
        var cues: [Cue] = []
        var index = line.range.lowerBound
        while index < line.range.upperBound {
            if let match = CuePhrases.chinese.first(where: { starts(with: $0.word, at: index) }) {
                let range = index..<(index + match.word.utf8.count)
                cues.append(Cue(kind: match.kind, range: range, text: match.word))
                index = range.upperBound
            } else {
                index += line.text.scalar(at: index).length
            }
        }
        return cues
    }

    private func starts(with word: String, at index: Int) -> Bool {
        index + word.utf8.count <= line.range.upperBound && line.text.bytes[index..<(index + word.utf8.count)].elementsEqual(word.utf8)
    }
}
