import BriefModel
import TextAnalysis

/// Whether a sentence of a model can be understood without the article around it, on any day.
enum StandingAlone {
    /// What is wrong; nil where nothing is.
    static func fault(in text: String) -> ProposalFault? {
        let words = Line.frame(text)
        guard let first = words.first else { return .noSentence }
        if dangles(first.core, before: words.dropFirst().first?.core ?? "") { return .dangling }
        var isQuoted = false
        for (place, word) in words.enumerated() {
            if word.opensQuote { isQuoted = true }
            defer { if word.closesQuote { isQuoted = false } }
            guard !isQuoted, !word.opensQuote else { continue }
            if WordingWords.firstPersons.contains(word.core), word.text != "US" { return .dangling }
            let next = place + 1 < words.count ? words[place + 1] : nil
            let isDated = next?.startsWithDigit == true || place > 0 && words[place - 1].startsWithDigit
            let core = word.core.hasSuffix("'s") ? String(word.core.dropLast(2)) : word.core
            if WordingWords.deictic.contains(core) || WordingWords.weekdays.contains(core) && !isDated { return .relativeDay }
            if ["week", "month", "year"].contains(core), place > 0, ["this", "last", "next"].contains(words[place - 1].core) { return .relativeDay }
        }
        return nil
    }

    /// "But …", "They …", "The company …": it leans on a sentence that may not stand before it.
    private static func dangles(_ first: String, before next: String) -> Bool {
        if WordingWords.bareOpenings.contains(first) { return true }
        if first == "the" { return WordingWords.bodyNouns.contains(next) }
        if first == "it", ["is", "was", "remains"].contains(next) { return false }
        return WordingWords.danglingStarts.subtracting(WordingWords.countingStarts).contains(first)
    }
}
