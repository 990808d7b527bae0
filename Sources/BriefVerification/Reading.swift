import BriefModel
import TextAnalysis

/// One term of a sentence and where it stands.
struct Term: Hashable, Sendable {
    enum Kind: Hashable, Sendable { case word, name, country, number, date }

    let key: String
    let kind: Kind
    /// UTF-8 byte range in the text the sentence was cut from.
    let range: Range<Int>
}

/// A sentence read for comparison: its terms, and which of them it denies.
struct Reading: Sendable {
    let sentence: Sentence
    let terms: [Term]
    /// Token index → position in `terms`.
    let termOfToken: [Int?]
    /// Stretches of tokens that a negation rules over.
    let negations: [Negation]

    struct Negation: Sendable {
        let cue: Range<Int>
        /// Indices into `terms`.
        let scope: Range<Int>
        /// Indices into `terms`: of the scope, what is said not to be or happen ("signed" in "has not signed the accord").
        let core: [Int]
        /// Terms of the same clause before the cue: whose denial it is.
        let subject: Range<Int>
        /// "no suit", "none", "nothing": denies that there is one, whoever it would be.
        let isExistential: Bool
    }

    init(_ sentence: Sentence) {
        self.sentence = sentence
        let concepts = Concepts.english
        var terms: [Term] = []
        var termOfToken = [Int?](repeating: nil, count: sentence.tokens.count)
        var index = 0
        let tokens = sentence.tokens
        var dateEnd = 0
        while index < tokens.count {
            let token = tokens[index]
            if token.range.lowerBound < dateEnd {
                index += 1
                continue
            }
            func add(_ key: String, _ kind: Term.Kind, _ range: Range<Int>) {
                termOfToken[index] = terms.count
                terms.append(Term(key: key, kind: kind, range: range))
            }
            if let date = sentence.dates.first(where: { $0.range.contains(token.range.lowerBound) }) {
                add("d:\(date.first)/\(date.last)", .date, date.range)
                dateEnd = date.range.upperBound
                index += 1
            } else if let quantity = sentence.quantities.first(where: {
                $0.range.lowerBound <= token.range.lowerBound && token.range.upperBound <= $0.range.upperBound
            }),
                token.kind == .number || token.kind == .symbol || NumberForms.isNumberWord(token.folded)
            {
                let key = NumberForms.key(quantity.value)
                if let last = terms.last, last.key == key, last.kind == .number, quantity.range.contains(last.range.lowerBound) {
                    termOfToken[index] = terms.count - 1
                    terms[terms.count - 1] = Term(key: key, kind: .number, range: last.range.lowerBound..<token.range.upperBound)
                } else {
                    add(key, .number, token.range)
                }
                index += 1
            } else if let phrase = concepts.phrase(at: index, in: tokens) {
                let end = tokens[index + phrase.count - 1].range.upperBound
                add(phrase.concept, .word, token.range.lowerBound..<end)
                for offset in 1..<phrase.count { termOfToken[index + offset] = terms.count - 1 }
                index += phrase.count
            } else if let name = sentence.names.first(where: { $0.range.contains(token.range.lowerBound) }),
                name.kind == .nationality || name.kind == .place,
                let country = Gazetteer.country(name.key) ?? (name.kind == .nationality ? name.key : nil)
            {
                if terms.last?.kind == .country, terms.last?.range == name.range {
                    termOfToken[index] = terms.count - 1
                } else {
                    add("@\(country)", .country, name.range)
                }
                index += 1
            } else if token.kind == .symbol || token.isStopword {
                index += 1
            } else {
                let isName = token.kind == .word && sentence.names.contains { $0.range.contains(token.range.lowerBound) }
                add(concepts.concept(of: token), isName ? .name : token.kind == .number ? .number : .word, token.range)
                index += 1
            }
        }
        self.terms = terms
        self.termOfToken = termOfToken
        negations = Self.negations(in: sentence, termOfToken: termOfToken, termCount: terms.count)
    }

    private static let existential: Set<String> = ["no", "none", "neither", "nor", "nothing", "nobody", "without"]
    private static let verbal: Set<String> = ["not", "never", "cannot", "n't"]
    /// Words that deny what their clause names, before or after them.
    private static let dismissive: Set<String> = [
        "unsupported", "unproven", "unconfirmed", "false", "untrue", "baseless", "denied", "denies", "deny",
    ]
    private static let certainties: Set<String> = ["doubt", "question", "secret", "wonder", "denying"]
    private static let clauseStarters: Set<String> = ["but", "although", "though", "while", "because", "whereas"]

    private static func negations(in sentence: Sentence, termOfToken: [Int?], termCount: Int) -> [Negation] {
        var result: [Negation] = []
        let tokens = sentence.tokens
        for (index, token) in tokens.enumerated() where token.kind == .word {
            let word = token.folded
            let isVerbal = verbal.contains(word) || word.hasSuffix("n't")
            let isDismissive = dismissive.contains(word)
            guard isVerbal || isDismissive || existential.contains(word) else { continue }
            // "False advertising" denies nothing; "almost no tax" is some.
            if ["false", "untrue"].contains(word), index == 0 || !auxiliaries.contains(tokens[index - 1].folded) { continue }
            if index > 0, ["almost", "nearly", "virtually", "hardly"].contains(tokens[index - 1].folded) { continue }
            // "No doubt that it fell": it did.
            if word == "no", index + 1 < tokens.count, certainties.contains(tokens[index + 1].folded),
                index + 2 >= tokens.count || tokens[index + 2].folded != "of"
            {
                continue
            }
            // "Neither A nor B signed" denies once.
            if word == "nor", tokens[..<index].contains(where: { $0.folded == "neither" }) { continue }
            if word == "not", index + 1 < tokens.count, ["only", "least", "merely", "just"].contains(tokens[index + 1].folded) { continue }
            var end = index + 1
            while end < tokens.count, !endsClause(sentence, before: end) { end += 1 }
            var start = index
            while start > 0, !endsClause(sentence, before: start) { start -= 1 }
            let scopeTerms = (isDismissive ? start..<end : index..<end).compactMap { termOfToken[$0] }
            let subjectTerms = (start..<index).compactMap { termOfToken[$0] }
            let scope = scopeTerms.isEmpty ? termCount..<termCount : scopeTerms[0]..<(scopeTerms[scopeTerms.count - 1] + 1)
            let subject = subjectTerms.isEmpty ? scope.lowerBound..<scope.lowerBound : subjectTerms[0]..<(subjectTerms[subjectTerms.count - 1] + 1)
            let isNotOne = word == "not" && index + 1 < tokens.count && tokens[index + 1].folded == "one"
            let core =
                isDismissive
                ? Array(scope)
                : isVerbal && !isNotOne
                    ? verbalCore(after: index, before: end, tokens, termOfToken) : nominalCore(after: index, before: end, tokens, termOfToken)
            result.append(
                Negation(cue: token.range, scope: scope, core: core, subject: subject, isExistential: !isVerbal && !isDismissive || isNotOne))
        }
        return result
    }

    private static let prepositions: Set<String> = [
        "in", "on", "at", "for", "to", "with", "from", "by", "about", "against", "under", "over", "that", "which", "who", "of", "as", "than", "if",
    ]
    private static let auxiliaries: Set<String> = [
        "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will", "would", "do", "does", "did", "can", "could", "may", "might",
    ]
    private static let supports: Set<String> = [
        "make", "made", "take", "taken", "took", "give", "given", "get", "got", "have", "had", "any", "yet", "been", "be", "being", "going", "able",
        "expected", "to",
    ]

    /// "has not yet signed the accord": the verb, and past a verb that says little what follows it.
    private static func verbalCore(after cue: Int, before end: Int, _ tokens: [Token], _ termOfToken: [Int?]) -> [Int] {
        var core: [Int] = []
        for index in (cue + 1)..<max(cue + 1, min(end, cue + 7)) {
            guard let term = termOfToken[index] else { continue }
            core.append(term)
            let word = tokens[index].folded
            if !supports.contains(word), !word.hasSuffix("ly") { break }
        }
        return core
    }

    private static let showings: Set<String> = [
        "report", "reports", "evidence", "sign", "signs", "record", "records", "confirmation", "indication", "announcement", "mention", "proof",
        "trace", "word",
    ]

    /// "no suit against it has been filed", "none of the firms signed": the noun, and the verb of which it is the subject.
    private static func nominalCore(after cue: Int, before end: Int, _ tokens: [Token], _ termOfToken: [Int?]) -> [Int] {
        var core: [Int] = []
        var isInPhrase = true
        var isVerbNext = false
        for index in (cue + 1)..<max(cue + 1, end) {
            let word = tokens[index].folded
            // "No report of a system in service": there is none of what follows either.
            if showings.contains(word) { return ((cue + 1)..<end).compactMap { termOfToken[$0] } }
            if prepositions.contains(word), !(word == "of" && core.isEmpty) { isInPhrase = false }
            if auxiliaries.contains(word) {
                isVerbNext = true
                isInPhrase = false
                continue
            }
            guard let term = termOfToken[index], isInPhrase || isVerbNext else { continue }
            if core.last != term { core.append(term) }
            // "Without compromising the quality" denies the compromise.
            if isVerbNext || tokens[cue].folded == "without" { break }
        }
        return core
    }

    /// A comma, semicolon, colon or dash, or a word that opens a contrasting clause, stands before the token.
    private static func endsClause(_ sentence: Sentence, before index: Int) -> Bool {
        let tokens = sentence.tokens
        guard index > 0 else { return true }
        if clauseStarters.contains(tokens[index].folded) { return true }
        let utf8 = sentence.text.utf8
        let from = tokens[index - 1].range.upperBound - sentence.range.lowerBound
        let to = tokens[index].range.lowerBound - sentence.range.lowerBound
        guard from >= 0, from < to, to <= utf8.count else { return false }
        let lower = utf8.index(utf8.startIndex, offsetBy: from)
        let upper = utf8.index(utf8.startIndex, offsetBy: to)
        return utf8[lower..<upper].contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x3A }
            || String(decoding: utf8[lower..<upper], as: UTF8.self).contains("—")
    }

    /// Some word of it denies, excepts or turns round: what it affirms is not told by single words.
    var isTurned: Bool {
        !negations.isEmpty || sentence.cues.contains { $0.kind == .negation } || sentence.tokens.contains { Self.turning.contains($0.folded) }
    }

    /// It says that something is not confirmed: told, not vouched for.
    var isUnconfirmed: Bool { negations.contains { $0.scope.contains { terms[$0].key == "confirm" } } }

    private static let turning: Set<String> = [
        "only", "unless", "except", "exempt", "without", "fail", "failed", "fails", "lack", "lacked", "lacks", "than", "forbid", "forbids", "forbade",
        "before",
        "free", "unable", "neither", "nor", "none", "never", "refused", "denied", "avoid", "avoided", "stop", "stopped", "prevent", "prevented",
    ]

    /// Whether a term stands under a negation.
    func isDenied(_ term: Int) -> Bool { negations.count { $0.scope.contains(term) } % 2 == 1 }

    /// The figure a number term stands for.
    func quantity(of term: Term) -> Quantity? {
        guard term.kind == .number else { return nil }
        return sentence.quantities.first { $0.range.contains(term.range.lowerBound) }
    }

    /// A figure as written, with the word that bounds it: "more than 3.4 million".
    func figure(_ quantity: Quantity) -> String { text(quantity.range) }

    /// The text of a term.
    func text(_ range: Range<Int>) -> String {
        sentence.text.slice(utf8: (range.lowerBound - sentence.range.lowerBound)..<(range.upperBound - sentence.range.lowerBound)).map(String.init)
            ?? ""
    }
}

enum NumberForms {
    static func isNumberWord(_ folded: String) -> Bool {
        if words.contains(folded) { return true }
        // "thirty-five", "two-hundred"
        let parts = folded.split(separator: "-")
        return parts.count >= 2 && words.contains(String(parts[0]))
            || folded.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
    }

    static func key(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "#\(Int64(value))" : "#\(value)"
    }

    private static let words: Set<String> = Set(
        """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty
        fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion trillions half dozen
        bn m k mn
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
