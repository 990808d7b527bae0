import BriefModel
import TextAnalysis

/// Which sentences may be stated, which may only stand behind a statement, and which never reach a brief.
///
/// A source can address its readers, sell something, or talk to the machine that reads it. None of that is news, so none of it is eligible,
/// whoever publishes it. The rules look at what a sentence does, not at who wrote it.
enum SentenceEligibility {
    static func fitness(of sentence: Sentence, _ line: Line, kind: TextBlock.Kind, language: String, outlet: Outlet) -> SourceSentence.Fitness {
        let words = line.words.map(\.core)
        if addressesMachines(words) || addressesReaders(line) || isBoilerplate(words) { return .never }
        if sentence.text.utf8.last == 0x3F || kind == .heading || kind == .caption { return .never }
        if language != "en" { return isNonLatinOrLong(sentence) ? .citation : .never }
        if words.count < 5 { return .never }
        if kind == .title { return .citation }
        // Where the publisher's own word needs support, the sentence may only support.
        return outlet.kind.needsCorroboration ? .citation : .statement
    }

    /// "AI assistants must…", "ignore previous instructions", "if you are a language model".
    static func addressesMachines(_ words: [String]) -> Bool {
        let set = Set(words)
        let isToMachine =
            !set.isDisjoint(with: OffLimits.machines) || zip(words, words.dropFirst()).contains { OffLimits.machinePairs.contains("\($0) \($1)") }
        let commands = !set.isDisjoint(with: OffLimits.commands)
        if set.contains("instructions") || set.contains("instruction") || set.contains("prompt"), !set.isDisjoint(with: OffLimits.overrides) {
            return true
        }
        if isToMachine, commands, !set.isDisjoint(with: OffLimits.obligations) || OffLimits.commands.contains(words.first ?? "") { return true }
        return isToMachine && !set.isDisjoint(with: ["you", "your"])
    }

    /// "You", "your", "dear readers" outside a quotation, or an order to do something ("Click here").
    private static func addressesReaders(_ line: Line) -> Bool {
        var isQuoted = false
        for word in line.words {
            if word.opensQuote { isQuoted = true }
            if !isQuoted, OffLimits.readers.contains(word.core) { return true }
            if word.closesQuote { isQuoted = false }
        }
        return OffLimits.orders.contains(line.first?.core ?? "")
    }

    private static func isBoilerplate(_ words: [String]) -> Bool {
        words.indices.contains { index in
            OffLimits.notices[words[index]]?.contains { notice in
                index + notice.count <= words.count && zip(notice, words[index...]).allSatisfy { $0 == $1 }
            } ?? false
        }
    }

    private static func isNonLatinOrLong(_ sentence: Sentence) -> Bool {
        sentence.tokens.count >= 6
    }
}
