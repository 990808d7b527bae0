import BriefModel

/// A verb with its auxiliaries and adverbs: "has also repeatedly said", "did not want".
struct VerbGroup {
    enum Voice { case finite, passive, gerund, infinitive }

    let head: Int
    /// Its first word.
    let first: Int
    let voice: Voice
    private let isBare: Bool

    /// - Parameter floor: the first word that may belong to it.
    init?(head: Int, line: ClauseLine, floor: Int) {
        self.head = head
        var first = head
        var nearest: ClauseWord.Classes?
        var index = head - 1
        var infinitive: Int?
        while index >= floor, line.joins(index), !line.isQuoted[index] {
            if line.has(.to, at: index) {
                infinitive = index
                break
            }
            guard line.has([.be, .have, .modal, .adverb], at: index), !line.has(.preposition, at: index) else { break }
            if nearest == nil, line.has(.auxiliary, at: index) { nearest = line.words[index].classes }
            first = index
            index -= 1
        }
        // "he's claiming"
        if nearest == nil, index >= floor, line.line.isPossessive(index), line.has(.nominative, at: index), line.has(.gerund, at: head) {
            nearest = .be
        }
        let classes = line.words[head].classes
        isBare = nearest == nil
        if let infinitive {
            // "continued to call for": what goes on is what is said.
            guard infinitive > floor, line.has(.catenative, at: infinitive - 1), line.joins(infinitive - 1) else {
                guard infinitive > floor, line.words[infinitive - 1].verb >= 0 else { return nil }
                self.first = first
                voice = .infinitive
                return
            }
            var start = infinitive - 1
            while start > floor, line.joins(start - 1), line.has([.be, .have, .modal, .adverb], at: start - 1), !line.has(.preposition, at: start - 1)
            { start -= 1 }
            self.first = start
            voice = .finite
            return
        }
        self.first = first
        if line.words[head].adjective >= 0, line.words[head].verb < 0 {
            guard nearest?.contains(.be) == true else { return nil }
            voice = .passive
        } else if let nearest {
            if nearest.contains(.be) {
                voice = classes.contains(.gerund) ? .finite : .passive
                guard classes.contains(.gerund) || classes.contains(.participle) else { return nil }
            } else {
                guard !classes.isDisjoint(with: nearest.contains(.have) ? [.participle, .past] : .base) else { return nil }
                voice = .finite
            }
        } else if classes.contains(.gerund) {
            voice = .gerund
        } else {
            guard !classes.isDisjoint(with: .finite) else { return nil }
            voice = .finite
        }
    }

    /// Whether a noun phrase can be the subject of the form: "the plans" is nobody's "plans to".
    func agrees(with subject: ClosedRange<Int>, _ line: ClauseLine) -> Bool {
        guard isBare else { return true }
        let classes = line.words[head].classes
        let last = subject.upperBound
        let word = line.word(last)
        let isPlural =
            [
                "they", "we", "i", "you", "some", "many", "most", "others", "few", "all", "both", "people", "those", "these", "several", "police",
                "authorities",
            ].contains(word)
            || (word.hasSuffix("s") && (!line.isCapitalized(last) || last == 0)) || (subject).contains { line.word($0) == "and" }
            || isPluralName(line, last)
        if classes.contains(.past) { return true }
        if classes.contains(.third) {
            if ["they", "we", "i", "you", "some", "many", "most", "others", "several", "few", "all", "both", "those", "these", "another"].contains(
                word)
            {
                return false
            }
            if word.hasSuffix("s"), !word.hasSuffix("ss"), word != "news", !line.isCapitalized(last),
                !line.has([.nominative, .quantifier, .relative], at: last)
            {
                return false
            }
            // "tax plans", "new claims": a noun of its own after another without an article.
            let isProper = line.isCapitalized(last) && (last > 0 || line.isInName(last))
            if !isProper, !line.has([.nominative, .quantifier, .relative], at: last) {
                guard subject.count > 1,
                    subject.contains(where: { line.has([.determiner, .possessive, .quantifier], at: $0) || line.isCapitalized($0) })
                else {
                    return !isNounToo(line)
                }
                return !isNounToo(line) || !word.hasSuffix("s")
            }
            return !line.line.isPossessive(last)
        }
        return (isPlural || line.has(.relative, at: last) || !isNounToo(line) && line.words[head].noun < 0) && !line.line.isPossessive(last)
    }

    private func isNounToo(_ line: ClauseLine) -> Bool { line.words[head].noun >= 0 || Self.nouns.contains(line.word(head)) }

    /// Forms in -s that are as often nouns.
    private static let nouns = Stopwords.set(
        "state view call vote tweet shout cry answer doubt note joke trust blast label back support attack post order quote credit love hate mock states views calls votes tweets shouts cries answers doubts notes jokes trusts blasts labels backs supports attacks posts orders quotes credits"
    )

    private func isPluralName(_ line: ClauseLine, _ last: Int) -> Bool {
        line.isCapitalized(last) && line.word(last).hasSuffix("s")
            && ["republicans", "democrats", "americans"].contains { line.word(last).hasSuffix($0) }
            || line.isCapitalized(last) && line.word(last).hasSuffix("ans")
    }
}
