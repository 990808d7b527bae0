import BriefModel
import TextAnalysis

/// What the words around a word say of it.
extension Reading {
    /// Inside marks of quotation, single ones too ('I Think So'): words of a title or of somebody's.
    func isInMarks(_ range: Range<Int>) -> Bool {
        if sentence.quotations.contains(where: { $0.range.overlaps(range) }) { return true }
        let bytes = Array(sentence.text.utf8)
        let start = range.lowerBound - sentence.range.lowerBound
        let end = range.upperBound - sentence.range.lowerBound
        guard start > 0, end < bytes.count, end > start else { return false }
        // An opening mark follows a space, a closing one comes before a space or a stop: an apostrophe has letters to both sides.
        func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }
        let isOpened = bytes[..<start].indices.last { place in
            bytes[place] == 0x27 && (place == 0 || !isLetter(bytes[place - 1])) && isLetter(bytes[place + 1])
        }
        let isClosed = bytes[end...].indices.contains { place in
            bytes[place] == 0x27 && isLetter(bytes[place - 1]) && (place + 1 == bytes.count || !isLetter(bytes[place + 1]))
        }
        return isOpened != nil && isClosed
    }

    /// "The four-time MVP": words that say what somebody is, with a capital or not, name nobody.
    func isDescription(_ range: Range<Int>) -> Bool {
        let before = sentence.tokens.filter { $0.range.upperBound <= range.lowerBound }
        guard let article = before.lastIndex(where: { Self.articles.contains($0.folded) }) else { return false }
        let between = before[(article + 1)...]
        return (1...3).contains(between.count) && between.allSatisfy { !$0.isCapitalized && ($0.kind == .symbol || !$0.isStopword) }
    }

    /// "According to Forbes": whose word it is, and nobody spoken of.
    func isSource(_ range: Range<Int>) -> Bool { sentence.attributions.contains { $0.sourceRange?.overlaps(range) == true } }

    private static let articles: Set<String> = ["the", "a", "an"]

    /// "Will not deliver": denied of the time to come.
    func isOfFuture(_ negation: Negation) -> Bool {
        if sentence.bytes(negation.cue) == "won't" || sentence.bytes(negation.cue) == "won’t" { return true }
        return sentence.tokens.last { $0.range.upperBound <= negation.cue.lowerBound }?.folded == "will"
    }

    /// It says what would be.
    var isConditional: Bool { sentence.tokens.contains { $0.folded == "if" } }

    /// It speaks of the time to come.
    var isOfFuture: Bool { sentence.tokens.contains { $0.folded == "will" || $0.folded == "shall" } }
}

extension Sentence {
    /// These words stand in it, written in one or in several: "#reedLight", "#reed Light"; "ROSTO-7", "ROSTO7".
    func runsTogether(_ words: [String]) -> Bool {
        func closed(_ words: [String]) -> String { words.joined().filter { $0.isLetter || $0.isNumber } }
        let ours = closed(words)
        // Shorter words stand in a sentence run together by chance.
        return ours.utf8.count >= 6 && closed(tokens.map(\.folded)).contains(ours)
    }
}
