import BriefModel
import TextAnalysis

/// Whether a line asserts anything that sources could bear out, told by its form and its cues.
enum Claimhood {
    /// Why there is nothing to check; nil for a claim.
    static func exemption(_ line: BriefText.Line, isFirst: Bool) -> ReasonCode? {
        if line.kind == .reference { return .metadata }
        let sentence = line.sentence
        let words = sentence.tokens.filter { $0.kind == .word }
        let isFinished = endsSentence(line.text)
        if isMetadata(line, words: words, isFinished: isFinished) { return .metadata }
        if line.text.utf8.last == 0x3F { return .opinion }
        if !isFinished {
            // "Risks include:" opens a list; a full clause before the colon is a claim of its own.
            if line.text.utf8.last == 0x3A {
                if words.count <= 4 || finiteVerb(in: sentence) == nil { return .heading }
            } else if finiteVerb(in: sentence, isTitle: true) == nil || words.count <= 2 {
                return .heading
            }
        }
        if isFirst && !isFinished && words.count <= 4 || saysNothing(sentence) { return .heading }
        return modality(of: line)
    }

    /// "Summary.", "Key points.": with a full stop or without, a word that says, denies and counts nothing, alone or before one that heads a part of a text.
    static func saysNothing(_ sentence: Sentence) -> Bool {
        let telling = sentence.tellingWords
        guard telling.count <= 1 || telling.count == 2 && ClaimWords.headings.contains(telling[1].folded) else { return false }
        guard sentence.quantities.isEmpty, sentence.dates.isEmpty, sentence.quotations.isEmpty else { return false }
        return !sentence.cues.contains { $0.kind == .negation } && finiteVerb(in: sentence) == nil
            && !sentence.tokens.dropFirst().contains { ClaimWords.pastForms.contains($0.folded) }
    }

    /// Opinion, recommendation, or a forecast that names nobody.
    private static func modality(of line: BriefText.Line) -> ReasonCode? {
        let sentence = line.sentence
        let body = line.label?.upperBound ?? 0
        let tokens = sentence.tokens.filter { $0.range.lowerBound - sentence.range.lowerBound >= body }
        let names = sentence.names.filter { $0.kind != .other && $0.range.lowerBound - sentence.range.lowerBound >= body }
        let isAnchored = !names.isEmpty || !sentence.dates.isEmpty
        let isQuoting = !sentence.quotations.isEmpty
        if isQuoting { return nil }
        for (index, token) in tokens.enumerated() {
            let next = index + 1 < tokens.count ? tokens[index + 1].folded : ""
            let isDeontic = ["must", "should", "ought"].contains(token.folded) || (token.folded == "need" || token.folded == "needs") && next == "to"
            if isDeontic, !isAnchored { return .opinion }
            if ["needed", "essential", "imperative", "crucial", "vital"].contains(token.folded), !isAnchored { return .opinion }
            if token.folded == "urgently" || token.folded == "urgency" { return .opinion }
            if ["could", "may", "might"].contains(token.folded), next != "not", !isAnchored { return .forecast }
        }
        return isReading(tokens, in: sentence, isAnchored: isAnchored) ? .opinion : nil
    }

    /// "These disputes highlight the difficulty …": an interpretive verb whose subject is abstract states how to see things, not a fact.
    private static func isReading(_ tokens: [Token], in sentence: Sentence, isAnchored: Bool) -> Bool {
        guard let verb = tokens.firstIndex(where: { ClaimWords.interpretive.contains($0.folded) }), verb > 0 else { return false }
        if verb + 1 < tokens.count, tokens[verb + 1].folded == "that" { return false }
        let subject = tokens[..<verb]
        let isNamed = sentence.names.contains { name in subject.contains { name.range.contains($0.range.lowerBound) } }
        guard !isNamed, sentence.quantities.isEmpty, sentence.dates.isEmpty else { return false }
        // Its own main verb comes first: "Reports suggest that …" or "X has sold …, reflecting …".
        let isAdjunct = tokens[verb].folded.hasSuffix("ing") && !(subject.last.map { ["are", "is", "were", "was"].contains($0.folded) } ?? false)
        return !isAdjunct
    }

    private static func isMetadata(_ line: BriefText.Line, words: [Token], isFinished: Bool) -> Bool {
        guard !isFinished else { return false }
        let first = words.first?.folded ?? ""
        let text = line.text
        if ["updated", "published", "posted", "by", "author", "date", "tags", "topic", "series"].contains(first), words.count <= 6 { return true }
        if first == "sources" || first == "source" || first == "references", words.count <= 3 { return true }
        if first == "as", words.count <= 4, words.dropFirst().first?.folded == "of" { return true }
        if text.contains(" | ") || text.contains("://") || text.contains("www.") || text.contains("©") { return true }
        // A date or a reading time alone.
        return words.count <= 3 && !line.sentence.dates.isEmpty
    }

    private static func endsSentence(_ text: String) -> Bool {
        for byte in text.utf8.reversed() {
            switch byte {
            case 0x2E, 0x21, 0x3F: return true
            case 0x22, 0x27, 0x29, 0x5D, 0x20: continue
            // The last byte of ” ’ » and of the full stop of Chinese.
            case 0x9D, 0x99, 0xBB, 0x82, 0x80, 0xE2, 0xC2, 0xE3: return text.hasSuffix("。") || text.contains(".”") || text.contains(".’")
            default: return false
            }
        }
        return false
    }

    /// The first finite verb: an auxiliary, or a verb of news prose in a finite form. In a title only forms that are no nouns count.
    static func finiteVerb(in sentence: Sentence, isTitle: Bool = false) -> Int? {
        let end = isTitle ? closingRemark(in: sentence) : sentence.range.upperBound
        for (index, token) in sentence.tokens.enumerated() where token.kind == .word && token.range.lowerBound < end {
            if ClaimWords.auxiliaries.contains(token.folded) { return index }
            guard index > 0 else { continue }
            if ClaimWords.isFiniteForm(token.folded) || ClaimWords.interpretive.contains(token.folded) && !isTitle { return index }
            if !isTitle, token.folded.hasSuffix("ed") || ClaimWords.plainVerbs.contains(token.folded) { return index }
        }
        return nil
    }

    /// Where a remark in parentheses at the end of a line starts: "Weekly brief (some of it is old)" is no sentence for its verb.
    private static func closingRemark(in sentence: Sentence) -> Int {
        let bytes = Array(sentence.text.utf8)
        guard bytes.last == 0x29, let open = bytes.lastIndex(of: 0x28), open > 0 else { return sentence.range.upperBound }
        return sentence.range.lowerBound + open
    }
}

extension Sentence {
    /// Words that carry something of what it asserts.
    var tellingWords: [Token] {
        tokens.filter { $0.kind != .symbol && !$0.isStopword && !Concepts.english.isLight(Concepts.english.concept(of: $0)) }
    }
}
