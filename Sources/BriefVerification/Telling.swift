import BriefModel
import TextAnalysis

/// "…, the Courier reported on 5 May": whose report a statement passes on. That is borne out by what the outlet published on that day, and no words of the
/// report.
struct Telling: Sendable {
    /// Outlets of that name.
    let outlets: Set<OutletID>
    /// Indices into the statement's terms: the name, and the words that tell.
    let words: Set<Int>
    /// Likewise: the day of the report.
    let days: Set<Int>

    private static let verbs: Set<String> = ["reported", "wrote", "published", "report", "corrected"]
    /// Words of its telling that stand for the outlet once it is named.
    private static let pronouns: Set<String> = ["it", "they"]

    /// Nil where no outlet of the library is named as telling it.
    init?(_ reading: Reading, index: EvidenceIndex) {
        let tokens = reading.sentence.tokens.filter { $0.kind != .symbol }
        for named in index.outletNames {
            guard let place = Self.place(of: named.words, in: tokens), let verb = Self.verb(after: place, in: tokens) else { continue }
            let told = tokens.dropFirst(verb + 1).first { Self.verbs.contains($0.folded) }.map { [$0.range] } ?? []
            let ranges = tokens[place].map(\.range) + [tokens[verb].range] + told
            outlets = named.outlets
            words = Set(
                reading.terms.indices.filter { term in
                    reading.terms[term].kind != .date && ranges.contains { $0.overlaps(reading.terms[term].range) }
                })
            days = Set(
                reading.terms.indices.filter { term in
                    reading.terms[term].kind == .date && reading.terms[term].range.lowerBound > tokens[verb].range.lowerBound
                        && Self.isOfTelling(reading.terms[term], in: reading)
                })
            return
        }
        return nil
    }

    /// Right behind the name, or behind its pronoun: "The Courier found none, it reported".
    private static func verb(after name: Range<Int>, in tokens: [Token]) -> Int? {
        tokens.indices.dropFirst(name.upperBound).first { verb in
            verbs.contains(tokens[verb].folded) && (verb == name.upperBound || pronouns.contains(tokens[verb - 1].folded))
        }
    }

    /// The date is that of the telling: "reported on", "wrote on", "corrected a report on".
    static func isOfTelling(_ date: Term, in reading: Reading) -> Bool {
        reading.sentence.tokens.filter { $0.range.upperBound <= date.range.lowerBound }.suffix(4).contains { verbs.contains($0.folded) }
    }

    private static func place(of words: [String], in tokens: [Token]) -> Range<Int>? {
        guard let first = words.first, words.count <= tokens.count else { return nil }
        return tokens.indices.first { start in
            tokens[start].folded == first && start + words.count <= tokens.count
                && zip(tokens[start...], words).allSatisfy { $0.folded == $1 }
        }.map { $0..<($0 + words.count) }
    }
}

extension EvidenceIndex {
    /// The words of each outlet's name, without the article before it, longest first.
    static func names(of shelves: [Shelf]) -> [(words: [String], outlets: Set<OutletID>)] {
        var named: [[String]: Set<OutletID>] = [:]
        for outlet in shelves.compactMap(\.outlet) {
            let words = Folding.fold(outlet.name).split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init)
            named[Array(words.first == "the" ? words.dropFirst() : words[...]), default: []].insert(outlet.id)
        }
        return named.filter { !$0.key.isEmpty }.sorted { ($1.key.count, $0.key.joined()) < ($0.key.count, $1.key.joined()) }.map {
            ($0.key, $0.value)
        }
    }
}
