import BriefModel

/// Where the content after a cue begins, and how far it may go.
struct Complements {
    let line: ClauseLine

    struct Complement {
        let start: Int
        let reach: AttributionDraft.Reach
    }

    /// The content after a verb; nil where it has none there.
    func after(_ cueEnd: Int, _ verb: AttributionVerbs.Verb) -> Complement? {
        let next = cueEnd + 1
        guard next < line.count else { return nil }
        let marks = line.marks(after: cueEnd)
        let takesWords = !verb.frames.isDisjoint(with: [.quote, .clause])
        if line.isQuoted[next], marks.contains(.opensQuotation) { return Complement(start: next, reach: takesWords ? .clause : .phrase) }
        if marks.contains(.colon) { return takesWords ? Complement(start: next, reach: .clause) : nil }
        guard line.joins(cueEnd) else {
            // "said, in effect, that"
            return takesWords && marks.contains(.comma) ? introduced(from: next, limit: next + 12, byPronoun: false) : nil
        }
        let hasParticle = verb.particles.contains(line.word(cueEnd))
        if hasParticle || verb.frames.contains(.noun), startsNoun(next), line.word(next) != "that" || !takesWords {
            return Complement(start: next, reach: .phrase)
        }
        if hasParticle {
            return line.has([.gerund, .question], at: next) || line.word(next).hasSuffix("ing") ? Complement(start: next, reach: .phrase) : nil
        }
        if verb.frames.contains(.infinitive), isInfinitive(next) { return Complement(start: next, reach: .clause) }
        if verb.frames.contains(.gerund), line.word(next).hasSuffix("ing") { return Complement(start: next, reach: .clause) }
        if verb.frames.contains(.infinitive), line.has([.time, .preposition, .adverb], at: next), let infinitive = infinitive(from: next) {
            return Complement(start: infinitive, reach: .clause)
        }
        if verb.frames.contains(.addressee) {
            if let found = addressed(from: next, verb) { return found }
            guard line.word(next) == "that" || hasVerb(from: next) else { return nil }
        }
        guard takesWords else { return nil }
        if line.word(next) == "that"
            || line.has(.question, at: next) && !line.has(.preposition, at: next) && !["where", "when", "while"].contains(line.word(next))
        {
            return Complement(start: next, reach: .clause)
        }
        if verb.frames.contains(.that), !line.has([.time, .adverb, .preposition], at: next) { return nil }
        return clause(from: next, verb)
    }

    /// A clause without "that", perhaps after words that say when and where: "said on Thursday the mine would close".
    private func clause(from start: Int, _ verb: AttributionVerbs.Verb) -> Complement? {
        let cueEnd = start - 1
        var next = start
        while next < line.count, line.joins(next - 1) || next == start,
            line.has([.time, .adverb], at: next) || ["this", "last"].contains(line.word(next)) && line.has(.time, at: next + 1),
            !line.line.isPossessive(next)
        { next += 1 }
        guard next < line.count, next == start || line.joins(next - 1) || line.marks(after: next - 1).contains(.opensQuotation) else {
            return next > start && next < line.count && line.marks(after: next - 1).contains(.colon) ? Complement(start: next, reach: .clause) : nil
        }
        if line.isQuoted[next] || line.word(next) == "that" { return Complement(start: next, reach: .clause) }
        // "said about 400 people had come"
        if line.line.isNumber(next + 1), ["about", "around", "over", "under", "nearly", "almost", "than"].contains(line.word(next)), line.joins(next)
        {
            return Complement(start: next, reach: .clause)
        }
        if line.has([.preposition, .subordinator], at: next),
            !line.has(.determiner, at: next) || line.word(next) == "to" || line.has(.preposition, at: next)
        {
            return introduced(from: next + 1, limit: next + 18, byPronoun: true)
        }
        if line.word(next) == "to" { return introduced(from: next + 1, limit: next + 12, byPronoun: false) }
        guard startsNoun(next) || line.has(.nominative, at: next) || line.word(next) == "there" || line.word(next).hasSuffix("ing") else {
            return nil
        }
        // Verbs of seeing and knowing have things for their object as well: a clause must show itself by a verb.
        if line.word(cueEnd) != "said", line.word(cueEnd) != "says", line.word(cueEnd) != "say", !hasVerb(from: next) { return nil }
        return Complement(start: next, reach: .clause)
    }

    /// "told reporters that", "asked the court to", "warned him about".
    private func addressed(from start: Int, _ verb: AttributionVerbs.Verb) -> Complement? {
        if line.word(start) == "that" || line.has(.preposition, at: start) { return nil }
        var next = start + 1
        while next < line.count, next - start < 10 {
            if line.marks(after: next - 1).contains(.opensQuotation) { return Complement(start: next, reach: .clause) }
            if line.marks(after: next - 1).contains(.colon) { return Complement(start: next, reach: .clause) }
            if !line.joins(next - 1) {
                return introduced(from: next, limit: next + 10, byPronoun: false)
            }
            if line.word(next) == "that" { return Complement(start: next, reach: .clause) }
            // "urged supporters to watch the polls": they are part of what is urged.
            if verb.frames.contains(.infinitive), isInfinitive(next) { return Complement(start: start, reach: .clause) }
            if line.has(.question, at: next) || line.has(.nominative, at: next), line.word(next) != "who", line.word(next) != "when" {
                return Complement(start: next, reach: .clause)
            }
            if line.word(next) == "to", verb.kind == .statement { return Complement(start: next, reach: .clause) }
            if line.word(next) == "about" { return Complement(start: next + 1, reach: .phrase) }
            next += 1
        }
        return nil
    }

    /// The content where its first word tells: "that", an opening quotation mark, or a subject of its own.
    private func introduced(from start: Int, limit: Int, byPronoun: Bool) -> Complement? {
        var next = start
        while next < min(line.count, limit) {
            if line.word(next) == "that", !line.has([.preposition, .subordinator], at: next - 1), !line.isQuoted[next] {
                return Complement(start: next, reach: .clause)
            }
            if line.isQuoted[next], line.marks(after: next - 1).contains(.opensQuotation) {
                // "told “Fox News Sunday” that"
                let end = (next..<line.count).first { line.marks(after: $0).contains(.closesQuotation) } ?? next
                guard end - next < 4, line.isCapitalized(next), end + 1 < line.count,
                    line.joins(end) || line.marks(after: end).isDisjoint(with: [.comma, .colon])
                else {
                    return Complement(start: next, reach: .clause)
                }
                next = end + 1
                continue
            }
            if byPronoun, line.has(.nominative, at: next), !line.has(.objective, at: next), line.joins(next - 1) {
                return Complement(start: next, reach: .clause)
            }
            if byPronoun, next > start + 1, line.has(.time, at: next - 1), !line.has(.time, at: next), startsNoun(next), line.joins(next - 1) {
                return Complement(start: next, reach: .clause)
            }
            if !line.marks(after: next).isDisjoint(with: [.stop, .dash]) { return nil }
            next += 1
        }
        return nil
    }

    /// Where the content goes on after "…, he said, …": the word after the next comma.
    func resumption(after end: Int, isQuotation: Bool) -> Int? {
        var index = end
        while index + 1 < line.count, index - end < 24 {
            let marks = line.marks(after: index)
            if marks.contains(.opensQuotation) {
                // In "on “Fox and Friends”" a name is quoted, nothing said.
                if !marks.isDisjoint(with: [.comma, .colon, .dash]) || index > end && line.has([.coordinator, .relative], at: index) {
                    return index + 1
                }
                let close = (index + 1..<line.count).first { line.marks(after: $0).contains(.closesQuotation) } ?? line.count
                return close - index > 6 ? index + 1 : nil
            }
            if !marks.isDisjoint(with: [.stop, .dash]) { return nil }
            if marks.contains(.comma) {
                if isQuotation { return line.isQuoted[index + 1] ? index + 1 : nil }
                return line.has([.coordinator, .subordinator, .gerund, .relative], at: index + 1) || line.word(index + 1).hasSuffix("ing")
                    ? nil : index + 1
            }
            index += 1
        }
        return nil
    }

    /// "decided after a long inquiry not to", "voted on Thursday to".
    private func infinitive(from start: Int) -> Int? {
        var next = start
        while next < min(line.count, start + 8), next == start || line.joins(next - 1) {
            if isInfinitive(next), !line.has(.preposition, at: next - 1) { return next }
            if line.has([.be, .modal, .nominative, .coordinator], at: next) { return nil }
            next += 1
        }
        return nil
    }

    private func isInfinitive(_ index: Int) -> Bool { line.word(index) == "to" || line.word(index) == "not" && line.word(index + 1) == "to" }

    /// A noun phrase may begin here.
    private func startsNoun(_ index: Int) -> Bool {
        if line.has([.determiner, .possessive, .objective, .nominative], at: index) || line.isCapitalized(index) || line.line.isNumber(index) {
            return true
        }
        guard line.line.isWord(index) else { return index < line.count && line.line.tokens[index].kind == .symbol }
        return !line.has([.be, .have, .modal, .preposition, .coordinator, .subordinator, .adverb, .time, .to, .relative], at: index)
    }

    private func hasVerb(from start: Int) -> Bool {
        // "it's", "they're"
        if line.has(.nominative, at: start), !line.has(.objective, at: start) || line.line.isPossessive(start) { return true }
        var index = start
        while index < line.count, index - start < 14 {
            if index > start, line.word(index).hasSuffix("ed") || line.word(index).hasSuffix("ing"), !line.isCapitalized(index) { return true }
            if line.has([.be, .have, .modal], at: index) || index > start && line.words[index].verb >= 0 && line.has([.third, .past], at: index) {
                return true
            }
            if index > start, line.has(.nominative, at: start), line.line.isWord(index) { return true }
            if !line.joins(index) { return false }
            index += 1
        }
        return false
    }
}
