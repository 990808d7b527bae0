import BriefModel
import TextAnalysis

/// A statement taken apart for checking: weighted terms, what it says of its subject, its clauses.
struct Assertion: Sendable {
    struct Part: Sendable {
        let key: String
        let identifier: Int32?
        let kind: Term.Kind
        let weight: Double
        /// In the statement's own text.
        let range: Range<Int>
        let isDenied: Bool
        let isLabel: Bool
        let isLight: Bool
    }

    let text: String
    let reading: Reading
    let parts: [Part]
    /// Indices into `parts` of what is said to be or to happen ("confirmed"; "delivery" in "took delivery").
    let predicate: [Int]
    /// Indices into `parts`, one list a clause, the main clause first.
    let clauses: [[Int]]
    let isHedged: Bool
    /// Whose report it passes on, where it says so.
    let telling: Telling?

    private static let kindFactor: [Term.Kind: Double] = [.name: 1.4, .country: 1, .number: 1.3, .date: 0.8, .word: 1]
    private static let lightFactor = 0.25
    private static let labelFactor = 0.3

    init(_ sentence: Sentence, label: Range<Int>? = nil, index: EvidenceIndex) {
        let sentence = Self.naming(sentence, index: index)
        let reading = Reading(sentence)
        self.reading = reading
        telling = Telling(reading, index: index)
        text = sentence.text
        let offset = sentence.range.lowerBound
        let concepts = Concepts.english
        let labelEnd = (label?.upperBound ?? 0) + offset
        parts = reading.terms.enumerated().map { number, term in
            let identifier = index.identifier(term.key)
            let kind = index.isName(term, in: reading) ? Term.Kind.name : term.kind
            let isLight = kind == .word && concepts.isLight(term.key)
            var weight = (0.4 + 0.6 * index.rarity(identifier)) * (Self.kindFactor[kind] ?? 1)
            if isLight { weight *= Self.lightFactor }
            let isLabel = term.range.lowerBound < labelEnd
            if isLabel { weight *= Self.labelFactor }
            return Part(
                key: term.key, identifier: identifier, kind: kind, weight: weight,
                range: (term.range.lowerBound - offset)..<(term.range.upperBound - offset), isDenied: reading.isDenied(number), isLabel: isLabel,
                isLight: isLight)
        }
        predicate = Self.predicate(of: reading, from: labelEnd)
        clauses = Self.clauses(of: reading, labelEnd: labelEnd)
        isHedged =
            sentence.cues.contains { $0.kind == .hedge || $0.kind == .plan && Folding.fold($0.text) != "will" }
            || sentence.attribution?.isAnonymous == true || reading.isUnconfirmed
    }

    /// The sentence with its first word as a name where the library knows it for one: there its capital does not tell.
    private static func naming(_ sentence: Sentence, index: EvidenceIndex) -> Sentence {
        guard let first = sentence.tokens.first, first.isCapitalized, !first.isStopword,
            !sentence.names.contains(where: { $0.range.contains(first.range.lowerBound) }),
            index.isName(Term(key: Concepts.english.concept(of: first), kind: .word, range: first.range), in: Reading(sentence))
        else { return sentence }
        var named = sentence
        named.names.insert(Name(range: first.range, text: sentence.bytes(first.range), key: first.folded, kind: .other), at: 0)
        return named
    }

    /// The clause that holds the predicate.
    var mainClause: [Int] { clauses.first { clause in predicate.contains { clause.contains($0) } } ?? clauses.first ?? [] }

    var numbers: [(part: Int, quantity: Quantity)] {
        parts.indices.compactMap { index in
            reading.quantity(of: reading.terms[index]).map { (index, $0) }
        }
    }

    var dates: [(part: Int, date: DateMention)] {
        parts.indices.compactMap { index in
            guard parts[index].kind == .date, let date = reading.sentence.dates.first(where: { $0.range == reading.terms[index].range }) else {
                return nil
            }
            return (index, date)
        }
    }

    /// A stretch widened to whole names and dates.
    func whole(_ span: Range<Int>) -> Range<Int> {
        let sentence = reading.sentence
        let offset = sentence.range.lowerBound
        let wholes = sentence.names.map(\.range) + sentence.dates.map(\.range)
        return wholes.reduce(span) { widened, range in
            let range = (range.lowerBound - offset)..<(range.upperBound - offset)
            guard range.lowerBound >= 0, range.overlaps(span) else { return widened }
            return min(widened.lowerBound, range.lowerBound)..<max(widened.upperBound, range.upperBound)
        }
    }

    /// "27 February" is a date in any text; which day "Friday" is depends on when it was written.
    func isDefinite(_ part: Int) -> Bool { reading.text(reading.terms[part].range).utf8.contains { (0x30...0x39).contains($0) } }

    private static let auxiliaries: Set<String> = [
        "has", "have", "had", "was", "were", "is", "are", "be", "been", "being", "will", "would", "can", "could", "did", "does", "do", "may", "might",
        "must",
    ]
    private static let lightVerbs: Set<String> = [
        "taken", "took", "take", "takes", "made", "make", "makes", "given", "gave", "gives", "put", "got", "held",
    ]

    /// What is said counts, not that it is said.
    private static let saying: Set<String> = [
        "said", "say", "says", "told", "reported", "report", "reports", "suggest", "suggests", "suggested", "indicate", "indicates", "indicated",
        "highlight",
        "highlights", "note", "notes", "noted", "claimed", "claim", "claims", "argue", "argues", "argued", "believe", "believes", "believed", "known",
        "thought",
    ]

    /// The first main verb with its object where the verb is a light one; past a verb of saying, the verb of what is said.
    private static func predicate(of reading: Reading, from start: Int) -> [Int] {
        let tokens = reading.sentence.tokens
        var index = 0
        while index < tokens.count {
            defer { index += 1 }
            let token = tokens[index]
            guard token.kind == .word, token.range.lowerBound >= start else { continue }
            var verb: Int?
            if auxiliaries.contains(token.folded) {
                verb = (index + 1..<max(index + 1, tokens.count)).prefix(6).first { next in
                    reading.termOfToken[next] != nil && !auxiliaries.contains(tokens[next].folded) && !tokens[next].folded.hasSuffix("ly")
                }
            } else if index > 0, reading.termOfToken[index] != nil, !token.isCapitalized,
                token.folded.hasSuffix("ed") || ClaimWords.isFiniteForm(token.folded) || ClaimWords.plainVerbs.contains(token.folded)
                    || ClaimWords.isVerb(token.folded)
                        && (tokens[index - 1].isCapitalized || ["already", "also", "now", "still"].contains(tokens[index - 1].folded))
            {
                verb = index
            }
            guard let verb, let term = reading.termOfToken[verb] else { continue }
            if saying.contains(tokens[verb].folded), verb < tokens.count - 3 {
                index = max(index, verb)
                continue
            }
            guard lightVerbs.contains(tokens[verb].folded) else { return [term] }
            let object = (verb + 1..<tokens.count).prefix(5).first { reading.termOfToken[$0] != nil }
            return object.flatMap { reading.termOfToken[$0] }.map { [$0] } ?? [term]
        }
        return []
    }

    private static let openers: Set<String> = [
        "which", "who", "whose", "and", "but", "while", "as", "because", "although", "enabling", "ensuring", "including",
    ]

    /// Adjectives that open an afterthought.
    private static let additions: Set<String> = [
        "capable", "able", "equipped", "designed", "aimed", "intended", "tailored", "based", "known", "part", "making",
    ]

    /// Cut at semicolons and dashes, and at commas before a conjunction, a relative or a participle; short pieces stay with the one before.
    private static func clauses(of reading: Reading, labelEnd: Int) -> [[Int]] {
        let sentence = reading.sentence
        let tokens = sentence.tokens
        var result: [[Int]] = [[]]
        // "X, a maker of trams, …": what stands between the commas is a clause of its own, and what follows goes on with the one before.
        var interrupted: Int?
        for (index, token) in tokens.enumerated() {
            if let main = interrupted, index > 0, sentence.bytes(tokens[index - 1].range.upperBound..<token.range.lowerBound).contains(",") {
                let resumed = result.remove(at: main)
                result.append(resumed)
                interrupted = nil
            } else if index > 0, result[result.count - 1].count >= 1, token.range.lowerBound >= labelEnd, ["a", "an"].contains(token.folded),
                sentence.bytes(tokens[index - 1].range.upperBound..<token.range.lowerBound).contains(","),
                sentence.names.contains(where: { $0.range.upperBound == tokens[index - 1].range.upperBound })
            {
                interrupted = result.count - 1
                result.append([])
            }
            if index > 0, interrupted == nil {
                let gap = sentence.bytes(tokens[index - 1].range.upperBound..<max(tokens[index - 1].range.upperBound, token.range.lowerBound))
                let isHard = gap.contains(";") || gap.contains("—") || gap.contains(" – ")
                let isSoft =
                    gap.contains(",") && (openers.contains(token.folded) || token.folded.hasSuffix("ing") || additions.contains(token.folded))
                let isPurpose = token.folded == "to" && index + 1 < tokens.count && reading.termOfToken[index + 1] != nil && gap.contains(",")
                if token.range.lowerBound >= labelEnd, isHard || isSoft || isPurpose, result[result.count - 1].count >= 2 { result.append([]) }
            }
            if token.range.lowerBound >= labelEnd, let term = reading.termOfToken[index], result[result.count - 1].last != term {
                result[result.count - 1].append(term)
            }
        }
        if result.count > 1, result[result.count - 1].count < 2 {
            let last = result.removeLast()
            result[result.count - 1] += last
        }
        return result.filter { !$0.isEmpty }
    }
}
