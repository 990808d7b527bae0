import BriefModel
import TextAnalysis

/// Who does what to whom in a reading: each verb with the names about it.
struct Frame: Sendable {
    /// Index into the terms.
    let verb: Int
    /// Index into the sentence's names; nil where the one who acts is not named.
    let agent: Int?
    /// Names after the verb, or before one in the passive.
    let others: [Int]
    /// The last name before the verb.
    let before: Int?
    /// "was sold by".
    let isTurned: Bool
}

extension Reading {
    /// The verbs that have one of the names as the one who acts or is acted on, in order.
    func frames(about names: [Name]) -> [Frame] {
        let tokens = sentence.tokens
        let verbs = tokens.indices.filter(isVerb)
        return verbs.enumerated().compactMap { number, place in
            guard let term = termOfToken[place] else { return nil }
            let from = number > 0 ? tokens[verbs[number - 1]].range.upperBound : sentence.range.lowerBound
            let to = number + 1 < verbs.count ? tokens[verbs[number + 1]].range.lowerBound : sentence.range.upperBound
            let before = standing(names, in: from..<tokens[place].range.lowerBound).last
            let after = standing(names, in: tokens[place].range.upperBound..<max(to, tokens[place].range.upperBound))
            guard before != nil || !after.isEmpty else { return nil }
            guard isPassive(place) else { return Frame(verb: term, agent: before, others: after, before: before, isTurned: false) }
            let agent = after.first { isAfterBy(names[$0], verb: place) }
            let others = (before.map { [$0] } ?? []) + after.filter { $0 != agent }
            return Frame(
                verb: term, agent: agent, others: others, before: before, isTurned: isTurned(place))
        }
    }

    /// Names of somebody or something, no semicolon between them and what they stand beside.
    private func standing(_ names: [Name], in range: Range<Int>) -> [Int] {
        names.indices.filter { index in
            let name = names[index]
            return name.kind != .nationality && range.lowerBound <= name.range.lowerBound && name.range.upperBound <= range.upperBound
                && !sentence.bytes(min(name.range.upperBound, range.upperBound)..<range.upperBound).utf8.contains(0x3B)
        }
    }

    private func isVerb(_ place: Int) -> Bool {
        let tokens = sentence.tokens
        let token = tokens[place]
        guard token.kind == .word, !token.isCapitalized, termOfToken[place] != nil, place > 0 else { return false }
        let word = token.folded
        let before = tokens[..<place].last {
            !$0.folded.hasSuffix("ly") && !["not", "never", "also", "already", "now", "since", "been"].contains($0.folded)
        }
        if ClaimWords.auxiliaries.contains(before?.folded ?? "") || before?.folded == "to" { return true }
        // "60 armoured cars", "the frozen lake".
        if let before, before.kind == .number || before.isStopword && !Self.subjects.contains(before.folded) { return false }
        if ClaimWords.pastForms.contains(word) || word.hasSuffix("ed") && word.utf8.count > 4 || ClaimWords.isFiniteForm(word) { return true }
        return tokens[place - 1].isCapitalized && (word.hasSuffix("s") || word.hasSuffix("ed"))
    }

    /// Function words after which a verb may stand.
    private static let subjects: Set<String> = ["he", "she", "it", "they", "who", "which", "that", "and", "we", "i", "you", "what", "then"]

    /// "was sold", "has been sold by".
    private func isPassive(_ place: Int) -> Bool {
        let tokens = sentence.tokens
        let word = tokens[place].folded
        guard word.hasSuffix("ed") || ClaimWords.pastForms.contains(word) || word.hasSuffix("n") else { return false }
        let isAfterBeing = tokens[..<place].suffix(3).contains { ["is", "are", "was", "were", "be", "been", "being"].contains($0.folded) }
        return isAfterBeing || place + 1 < tokens.count && tokens[place + 1].folded == "by"
    }

    /// "Sold by the mill", and not "risen by 40".
    private func isTurned(_ place: Int) -> Bool {
        let tokens = sentence.tokens
        guard place + 2 < tokens.count, tokens[place + 1].folded == "by" else { return false }
        return !sentence.quantities.contains { $0.range.overlaps(tokens[place + 2].range) }
    }

    func isPassive(of frame: Frame) -> Bool { termOfToken.firstIndex { $0 == frame.verb }.map(isPassive) ?? false }

    /// "by" stands after the verb, and no other name between it and this one.
    private func isAfterBy(_ name: Name, verb: Int) -> Bool {
        let start = name.range.lowerBound
        let between = sentence.tokens[(verb + 1)...].prefix { $0.range.lowerBound < start }
        return between.last.map { $0.folded == "by" || $0.folded == "the" } == true && between.contains { $0.folded == "by" }
    }
}
