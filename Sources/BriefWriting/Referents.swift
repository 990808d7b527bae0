import BriefModel
import TextAnalysis

/// Sees to it that every pronoun and every "the company" of a statement can be understood without the article around it.
/// Where the sentence before has exactly one candidate, its name is put in and that sentence is cited too; else the sentence is not used,
/// or only after a statement that introduces what it needs.
struct Referents {
    let pool: SentencePool

    struct Outcome {
        /// Earlier sentences of the article whose name was put in.
        var antecedents: [Int] = []
        /// Stems that the statement before must have introduced.
        var needs: Set<Int> = []
    }

    /// Nil when something would dangle.
    func settle(_ line: inout Line, of source: SourceSentence) -> Outcome? {
        var outcome = Outcome()
        guard settleFirstPerson(&line, source) else { return nil }
        spellOutOutlet(&line, source)
        guard settleOpening(&line, source, &outcome) else { return nil }
        guard settleInner(&line, source, &outcome) else { return nil }
        spellOutSurname(&line, source, &outcome)
        collectNeeds(line, source, &outcome)
        return outcome
    }

    // MARK: - First person

    /// "We found no announcement" becomes "Lattice Ledger found no announcement"; anything harder is left out.
    private func settleFirstPerson(_ line: inout Line, _ source: SourceSentence) -> Bool {
        var isQuoted = false
        var isNamed = false
        for index in line.words.indices {
            if line.words[index].opensQuote { isQuoted = true }
            defer { if line.words[index].closesQuote { isQuoted = false } }
            guard !isQuoted, WordingWords.firstPersons.contains(line.words[index].core), !line.words[index].text.contains("US") else { continue }
            guard line.words[index].core == "we", index + 1 < line.count, !isNamed || index > 0 else { return false }
            if isNamed {
                // A second "we" after the name: "it".
                guard WordingWords.invariantVerbs.contains(line.words[index + 1].core) else { return false }
                line.words[index] = Line.Word(text: "it", range: nil)
                continue
            }
            let verb = line.words[index + 1].core
            if let third = WordingWords.agreement[verb] {
                let tail = line.words[index + 1].text.dropFirst(verb.count)
                line.words[index + 1] = Line.Word(text: third + tail, range: nil)
            } else if !WordingWords.invariantVerbs.contains(verb) {
                return false
            }
            line.words[index] = Line.Word(text: source.outlet.name, range: nil)
            isNamed = true
        }
        return true
    }

    /// "The Tribune found no reply" becomes "The Calder Tribune found no reply": a paper that speaks of itself by half its name.
    private func spellOutOutlet(_ line: inout Line, _ source: SourceSentence) {
        let parts = source.outlet.name.split(separator: " ").map { Line.core(String($0)) }
        guard parts.count > 1, line.count > 3, line.words[0].core == "the", let last = parts.last, line.words[1].core == last,
            line.words[1].text.first?.isUppercase == true, !line.words[1].endsClause
        else { return }
        line.words.replaceSubrange(0..<2, with: Line.frame(source.outlet.name))
    }

    // MARK: - The opening

    private func settleOpening(_ line: inout Line, _ source: SourceSentence, _ outcome: inout Outcome) -> Bool {
        guard let first = line.first?.core, line.count > 3 else { return false }
        if leansOnParticiple(line) { return false }
        switch first {
        case "he", "she":
            guard let (name, id) = person(before: source) else { return false }
            return put(name, for: 0..<1, in: &line, id, &outcome)
        case "his", "her":
            guard let (name, id) = person(before: source) else { return false }
            return put(possessive(name), for: 0..<1, in: &line, id, &outcome)
        case "it":
            guard let (name, id) = body(before: source) else { return false }
            return put(name, for: 0..<1, in: &line, id, &outcome)
        case "its":
            guard let (name, id) = body(before: source) else { return false }
            return put(possessive(name), for: 0..<1, in: &line, id, &outcome)
        case "the":
            return settleDefinite(&line, source, &outcome)
        default:
            if WordingWords.countingStarts.contains(first) { return standsAlone(line, source) }
            return !WordingWords.danglingStarts.contains(first)
        }
    }

    /// "The company said…", "The firm's…". "The Californian firm" tells the reader to know one already.
    private func settleDefinite(_ line: inout Line, _ source: SourceSentence, _ outcome: inout Outcome) -> Bool {
        let noun = line.words[1]
        let isPossessive = noun.core.hasSuffix("'s") || noun.core.hasSuffix("’s")
        let core = isPossessive ? String(noun.core.dropLast(2)) : noun.core
        if describesCompany(line, source) || countsKnownThings(line) { return false }
        guard WordingWords.bodyNouns.contains(core), line.count > 2, !isPostmodified(line, after: 1) else { return true }
        guard let (name, id) = body(before: source) ?? onlyBody(before: source), fits(name, core) else { return true }
        return put(isPossessive ? possessive(name) : name, for: 0..<2, in: &line, id, &outcome)
    }

    /// "The Californian firm", "The Mountain View company".
    private func describesCompany(_ line: Line, _ source: SourceSentence) -> Bool {
        guard let place = (2..<min(5, line.count)).first(where: { WordingWords.bodyNouns.contains(bare(line.words[$0].core)) }) else { return false }
        guard line.words[1..<place].allSatisfy({ $0.text.first?.isUppercase == true }) else { return false }
        return WordingWords.companyNouns.contains(bare(line.words[place].core)) || isDescriptive(line.words[1], source)
    }

    /// "The older two", "the new one": of things told before.
    private func countsKnownThings(_ line: Line) -> Bool {
        line.count > 3 && ["one", "ones", "two", "three", "four", "others"].contains(line.words[2].core)
    }

    private func isDescriptive(_ word: Line.Word, _ source: SourceSentence) -> Bool {
        guard let range = word.range else { return false }
        return source.sentence.names.contains { $0.kind == .nationality && $0.range.overlaps(range) } || word.core.hasSuffix("ian")
            || word.core.hasSuffix("ese")
    }

    /// A start with a count ("Two further points", "Some asked") stands only when it counts something named right after it.
    private func standsAlone(_ line: Line, _ source: SourceSentence) -> Bool {
        guard line.count > 2 else { return false }
        let second = line.words[1].core
        let third = line.words[2].core
        if ["of", "further", "more", "other", "others"].contains(second) && !["of"].contains(second) { return false }
        if second == "of" { return !["them", "these", "those", "this", "it", "the"].contains(third) }
        if ["if", "when", "what", "both", "each", "all"].contains(line.words[0].core) { return false }
        if ["asked", "say", "said", "concern", "think", "believe", "argue"].contains(second) { return false }
        return true
    }

    private func put(_ name: String, for range: Range<Int>, in line: inout Line, _ antecedent: Int, _ outcome: inout Outcome) -> Bool {
        let tail = line.words[range.upperBound - 1].text.hasSuffix(",") ? "," : ""
        var words = Line.frame(name)
        guard !words.isEmpty else { return false }
        words[words.count - 1].text += tail
        line.words.replaceSubrange(range, with: words)
        outcome.antecedents.append(antecedent)
        return true
    }

    private func possessive(_ name: String) -> String { name.hasSuffix("s") ? name + "'" : name + "'s" }

    // MARK: - Pronouns inside

    private func settleInner(_ line: inout Line, _ source: SourceSentence, _ outcome: inout Outcome) -> Bool {
        var hasPerson = false
        var hasBody = false
        var nouns = 0
        var isQuoted = false
        var index = 0
        while index < line.count {
            let word = line.words[index]
            if word.opensQuote { isQuoted = true }
            defer { if word.closesQuote { isQuoted = false } }
            if let range = word.range, source.sentence.names.contains(where: { $0.kind == .person && $0.range.overlaps(range) }) { hasPerson = true }
            if word.range == nil { nouns += 1; hasPerson = hasPerson || !outcome.antecedents.isEmpty }
            if WordingWords.roleNouns.contains(word.core) { hasPerson = true }
            if !isQuoted {
                if WordingWords.personPronouns.contains(word.core), !hasPerson {
                    guard word.core == "he" || word.core == "she", let (name, id) = person(before: source),
                        put(name, for: index..<(index + 1), in: &line, id, &outcome)
                    else { return false }
                    hasPerson = true
                } else if ["it", "its", "they", "their", "them", "these", "those", "this"].contains(word.core), nouns < 1 {
                    return false
                } else if word.core == "its", hasOnlyPlurals(line, before: index, source) {
                    return false
                } else if ["it", "they"].contains(word.core), index + 2 >= line.count - 1, index + 1 < line.count,
                    ["said", "says", "say"].contains(line.words[index + 1].core), index > 0
                {
                    // "…, it said." at the end: whose word it is must be named.
                    guard word.core == "it", let (name, id) = body(before: source), put(name, for: index..<(index + 1), in: &line, id, &outcome)
                    else { return false }
                } else if ["these", "those", "such", "this", "here"].contains(word.core),
                    !["who", "which", "as", "that", "of", "in"].contains(next(line, index))
                {
                    return false
                } else if word.core == "that", index > 0, !(hasBody && index + 1 < line.count && isBodyNoun(line.words[index + 1])),
                    WordingWords.prepositions.contains(line.words[index - 1].core), index + 1 < line.count
                {
                    return false
                } else if ["it", "them"].contains(word.core), nouns < 4, index > 0, !WordingWords.sayings.contains(line.words[index - 1].core),
                    isContentAt(line, index - 1, source)
                {
                    // The object of the first verb: nothing before it can be what it means.
                    return false
                } else if ["they", "he", "she", "it"].contains(word.core), ["said", "say", "says", "added"].contains(next(line, index)),
                    isBracketed(line, index)
                {
                    return false
                }
            }
            if word.core == "those", index + 3 >= line.count, !isQuoted { return false }
            if word.core == "the", index > 0, !isQuoted, !hasBody, index + 1 < line.count, isBodyNoun(line.words[index + 1]) {
                guard !isPostmodified(line, after: index + 1) else { index += 1; continue }
                let noun = line.words[index + 1]
                guard let (name, id) = onlyBody(before: source), fits(name, bare(noun.core)) else { return false }
                let isPossessive = noun.core.hasSuffix("'s") || noun.core.hasSuffix("’s")
                guard put(isPossessive ? possessive(name) : name, for: index..<(index + 2), in: &line, id, &outcome) else { return false }
                hasBody = true
            }
            if let range = line.words[index].range,
                source.sentence.names.contains(where: { $0.kind != .person && $0.kind != .nationality && $0.range.overlaps(range) })
            {
                hasBody = true
            }
            if line.words[index].range == nil { hasBody = true }
            if let range = word.range, isContentWord(source, range) { nouns += 1 }
            index += 1
        }
        return true
    }

    /// "Engineers replaced 18 of its cables": nothing before it is one thing. A name is, and so is what "a" or "the" stands before.
    private func hasOnlyPlurals(_ line: Line, before index: Int, _ source: SourceSentence) -> Bool {
        let before = line.words[..<index]
        guard before.first?.core.hasSuffix("s") == true, before.first?.range != nil else { return false }
        let isNamed = before.contains { word in word.range.map { range in source.sentence.names.contains { $0.range.overlaps(range) } } ?? true }
        return !isNamed && !before.contains { ["a", "an", "the", "one", "each", "every", "any", "no"].contains($0.core) }
    }

    private func isBodyNoun(_ word: Line.Word) -> Bool {
        WordingWords.bodyNouns.contains(bare(word.core))
    }

    private func bare(_ core: String) -> String { core.hasSuffix("'s") || core.hasSuffix("’s") ? String(core.dropLast(2)) : core }

    /// "The company" is no ministry; "the department" is one that is called so.
    private func fits(_ name: String, _ noun: String) -> Bool {
        let words = Set(Folding.fold(name).split { $0 == " " || $0 == "-" }.map(String.init))
        return WordingWords.companyNouns.contains(noun) ? words.isDisjoint(with: WordingWords.publicBodies) : words.contains(noun)
    }

    /// The one body that the article has named up to here.
    private func onlyBody(before source: SourceSentence) -> (String, Int)? {
        var found: (name: Name, id: Int)?
        for earlier in earlierSentences(source) {
            for name in earlier.sentence.names where name.kind == .organisation || name.kind == .other {
                if let found, found.name.key != name.key { return onlySubject(before: source) }
                found = found ?? (name, earlier.id)
            }
        }
        if let found { return agreesWithClaim(found.name, source) ? (found.name.text, found.id) : nil }
        return nil
    }

    /// The one body that any sentence so far has as its subject, where the article names several.
    private func onlySubject(before source: SourceSentence) -> (String, Int)? {
        var found: (name: Name, id: Int)?
        for earlier in (pool.ids[source.article] ?? []).map({ pool.sentences[$0] }) where earlier.index < source.index {
            guard let name = earlier.subject else { continue }
            if let found, found.name.key != name.key { return nil }
            if !earlier.isTitle { found = found ?? (name, earlier.id) }
        }
        return found.flatMap { agreesWithClaim($0.name, source) ? ($0.name.text, $0.id) : nil }
    }

    /// "Called the Orchestrator challenge, it is run…": the subject is told by the sentence before.
    private func leansOnParticiple(_ line: Line) -> Bool {
        guard let first = line.first?.core, first.hasSuffix("ed") || first.hasSuffix("ing"), let comma = line.words.firstIndex(where: \.endsClause)
        else { return false }
        return comma + 1 < line.count && WordingWords.subjectPronouns.contains(line.words[comma + 1].core)
    }

    private func isContentAt(_ line: Line, _ index: Int, _ source: SourceSentence) -> Bool {
        line.words[index].range.map { isContentWord(source, $0) } ?? false
    }

    /// ", they say," in the middle of a sentence.
    private func isBracketed(_ line: Line, _ index: Int) -> Bool {
        index > 0 && line.words[index - 1].endsClause && index + 1 < line.count && line.words[index + 1].endsClause
    }

    private func next(_ line: Line, _ index: Int) -> String { index + 1 < line.count ? line.words[index + 1].core : "" }

    private func isContentWord(_ source: SourceSentence, _ range: Range<Int>) -> Bool {
        source.sentence.tokens.contains { $0.range.overlaps(range) && !$0.isStopword }
    }

    /// "Hegseth said" becomes "Pete Hegseth said" when the article gave the full name before.
    private func spellOutSurname(_ line: inout Line, _ source: SourceSentence, _ outcome: inout Outcome) {
        guard let word = line.words.first(where: { $0.range != nil }), let range = word.range,
            let index = line.words.firstIndex(where: { $0.range == range }),
            let name = source.sentence.names.first(where: { $0.range.overlaps(range) && $0.kind == .person }), !name.text.contains(" ")
        else { return }
        for earlier in earlierSentences(source).reversed() {
            guard let full = earlier.sentence.names.first(where: { $0.kind == .person && $0.text.hasSuffix(" " + name.text) }) else { continue }
            let tail = word.text.dropFirst(name.text.count)
            line.words.replaceSubrange(index..<(index + 1), with: Line.frame(full.text + tail))
            outcome.antecedents.append(earlier.id)
            return
        }
    }

    // MARK: - Definite descriptions

    private func isPostmodified(_ line: Line, after index: Int) -> Bool {
        guard index + 1 < line.count, !line.words[index].endsClause else { return false }
        let next = line.words[index + 1].core
        return WordingWords.postmodifiers.contains(next) && !["in", "at", "on", "with", "by", "to", "for"].contains(next)
            || ["in", "at", "for", "on"].contains(next) && index + 2 < line.count && line.words[index + 2].text.first?.isUppercase == true
    }

    /// "The batch" needs a statement that says which batch: the stems of such nouns.
    private func collectNeeds(_ line: Line, _ source: SourceSentence, _ outcome: inout Outcome) {
        var seen: Set<Int> = []
        var isQuoted = false
        for (index, word) in line.words.enumerated() {
            if word.opensQuote { isQuoted = true }
            defer { if word.closesQuote { isQuoted = false } }
            let stems = self.stems(of: word, in: source)
            if word.core == "the", !isQuoted, index + 1 < line.count, let need = need(line, index, source, isSubject: index == 0),
                !seen.contains(need)
            {
                outcome.needs.insert(need)
            }
            seen.formUnion(stems)
        }
    }

    private func stems(of word: Line.Word, in source: SourceSentence) -> [Int] {
        guard let range = word.range else { return [] }
        return source.sentence.tokens.filter { $0.range.overlaps(range) && !$0.isStopword }.compactMap { pool.stem($0.stem) }
    }

    private func need(_ line: Line, _ index: Int, _ source: SourceSentence, isSubject: Bool) -> Int? {
        let noun = line.words[index + 1]
        // A name or a number after "the" says which.
        guard noun.range != nil, noun.text.first?.isUppercase != true, !WordingWords.uniqueNouns.contains(noun.core) else { return nil }
        let isAnaphoric = WordingWords.anaphoricModifiers.contains(noun.core)
        if isSubject, WordingWords.companyNouns.contains(bare(noun.core)), !isPostmodified(line, after: index + 1) { return Self.unmet }
        // "… led by A and B, with C among the other backers": who the others are, the sentence has said.
        if index > 5, noun.core == "other", names(in: line, before: index, of: source) > 1 { return nil }
        // "The summit's declaration": a reader who was told of the declaration knows which.
        let head = noun.core.hasSuffix("'s") || noun.core.hasSuffix("’s") ? index + 2 : index + 1
        guard let stem = (stems(of: line.words[min(head, line.count - 1)], in: source) + stems(of: noun, in: source)).first else {
            return isAnaphoric ? Self.unmet : nil
        }
        if isAnaphoric {
            // "… for the quarter that ended on 25 January and … for the next one": its noun stands earlier in the sentence.
            if index > 5, index + 2 < line.count, line.words[index + 2].core == "one" { return nil }
            return index + 2 < line.count && line.words[index + 2].range != nil && noun.core != "same" && introducesItself(line, index + 1)
                ? nil : stem
        }
        let followedByName = index + 2 < line.count && line.words[index + 2].text.first?.isUppercase == true && !noun.endsClause
        // "The ceremony at Sanya": where it was does not say what it was.
        if isSubject, WordingWords.occasions.contains(noun.core), index + 2 < line.count, ["in", "at", "on"].contains(line.words[index + 2].core) {
            return stem
        }
        if followedByName || isPostmodified(line, after: index + 1)
            || line.words.count > index + 2 && !isVerbLike(line, index + 2) && isPostmodified(line, after: index + 2) && !noun.endsClause
        {
            return nil
        }
        let isOpaque = isSubject && (noun.endsClause || isVerbLike(line, index + 2))
        return isOpaque || pool.isIntroduced(stem, before: source) ? stem : nil
    }

    private func names(in line: Line, before index: Int, of source: SourceSentence) -> Int {
        let ranges = line.words[..<index].compactMap(\.range)
        return source.sentence.names.count { name in ranges.contains { $0.overlaps(name.range) } }
    }

    /// The noun is followed straight away by the rest of the sentence, so nothing says which one is meant.
    /// "The third summit", "the first time": an ordinal before a noun that is not followed by its verb tells which one by itself.
    private func introducesItself(_ line: Line, _ index: Int) -> Bool {
        ["first", "second", "third", "next", "last", "new"].contains(line.words[index].core) && !isVerbLike(line, index + 1)
            && !isVerbLike(line, index + 2)
    }

    /// A need that no statement meets.
    static let unmet = -1

    private func isVerbLike(_ line: Line, _ index: Int) -> Bool {
        guard index < line.count else { return true }
        let core = line.words[index].core
        return WordingWords.auxiliaries.contains(core) || core.hasSuffix("ed") || core.hasSuffix("s") && core.count > 3
    }
}

extension WordingWords {
    static let roleNouns = OffLimits.set(
        "he she executive official officer minister secretary president general operator soldier user founder chair director analyst")
    static let auxiliaries = OffLimits.set(
        "is are was were has have had does do did will would can could may might must should came said says goes went took made gave")
}
