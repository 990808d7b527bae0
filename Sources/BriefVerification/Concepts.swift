import BriefModel
import TextAnalysis

/// Turns tokens into the terms that statements and passages are compared by.
struct Concepts: Sendable {
    private let byForm: [String: String]
    private let byStem: [String: String]
    private let phrases: [String: [(rest: [String], concept: String)]]
    private let light: Set<String>
    private let opposites: [String: Set<String>]

    static let english = Concepts()

    private init() {
        let analyzer = TextAnalyzer()
        func words(_ row: Substring) -> [(form: String, stem: String)] {
            analyzer.sentences(in: String(row)).flatMap(\.tokens).map { ($0.folded, $0.stem) }
        }
        var byForm: [String: String] = [:]
        var byStem: [String: String] = [:]
        for row in ConceptTable.rows.split(separator: "\n") {
            guard let name = words(row).first?.form else { continue }
            for entry in row.split(separator: " ") {
                guard let word = words(entry.drop { $0 == "=" }).first else { continue }
                if entry.hasPrefix("=") {
                    byForm[word.form] = name
                    continue
                }
                byForm[word.form] = byForm[word.form] ?? name
                // "operator" shares its stem with "operational": forms of two rows keep to their forms.
                if let other = byStem[word.stem], other != name { byStem[word.stem] = "" } else { byStem[word.stem] = name }
            }
        }
        self.byForm = byForm
        self.byStem = byStem.filter { !$0.value.isEmpty }
        var phrases: [String: [(rest: [String], concept: String)]] = [:]
        for (phrase, concept) in ConceptTable.phrases { phrases[phrase[0], default: []].append((Array(phrase.dropFirst()), concept)) }
        self.phrases = phrases
        let byFormNow = self.byForm
        let byStemNow = self.byStem
        func concept(_ form: String, _ stem: String) -> String { byFormNow[form] ?? byStemNow[stem] ?? stem }
        light = Set(
            words(Substring(ConceptTable.light.split(separator: "\n").joined(separator: " "))).flatMap { [$0.form, concept($0.form, $0.stem)] })
        var opposites: [String: Set<String>] = [:]
        for (left, right) in OppositeTable.pairs {
            let left = words(Substring(left.joined(separator: " "))).map { concept($0.form, $0.stem) }
            let right = words(Substring(right.joined(separator: " "))).map { concept($0.form, $0.stem) }
            for word in left { opposites[word, default: []].formUnion(right.filter { $0 != word }) }
            for word in right { opposites[word, default: []].formUnion(left.filter { $0 != word }) }
        }
        self.opposites = opposites
    }

    func concept(of token: Token) -> String {
        let form = ConceptTable.spellings[token.folded] ?? token.folded
        if let concept = byForm[form] { return concept }
        if form != token.folded { return byStem[form] ?? form }
        return byStem[token.stem] ?? token.stem
    }

    func conceptOfStem(_ stem: String) -> String { byForm[stem] ?? byStem[stem] ?? stem }

    func isLight(_ concept: String) -> Bool { light.contains(concept) }

    /// Whether two words cannot both be true of one thing: by the table, or because one is the other with "un-" or "-less".
    func areOpposite(_ left: String, _ right: String) -> Bool {
        opposites[left]?.contains(right) == true || takesBack(left, right) || takesBack(right, left)
    }

    /// "uninjured" takes back "injured", "harmless" "harm".
    private func takesBack(_ word: String, _ other: String) -> Bool {
        if word.utf8.count > 5, word.utf8.starts(with: "un".utf8) { return conceptOfStem(String(word.dropFirst(2))) == other }
        return word.utf8.count > 7 && word.utf8.suffix(4).elementsEqual("less".utf8) && word.dropLast(4) == other
    }

    /// The concept of the phrase that starts at a token, and how many tokens it takes.
    func phrase(at index: Int, in tokens: [Token]) -> (concept: String, count: Int)? {
        guard let candidates = phrases[tokens[index].folded] else { return nil }
        for candidate in candidates where index + candidate.rest.count < tokens.count {
            if candidate.rest.indices.allSatisfy({ tokens[index + 1 + $0].folded == candidate.rest[$0] }) {
                return (candidate.concept, candidate.rest.count + 1)
            }
        }
        return nil
    }
}
