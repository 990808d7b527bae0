import BriefModel

/// Runs of capitalised words in a sentence, cut into names. Needs the evidence of the whole text for words that begin sentences.
struct NameFinder {
    let evidence: NameEvidence
    let language: String

    func names(in line: TokenLine, isHeadline: Bool) -> [Name] {
        var names: [Name] = []
        var index = 0
        while index < line.count {
            guard isNamePart(index, in: line, isHeadline: isHeadline) else {
                if line.tokens[index].kind == .ideographs { index = appendIdeographs(at: index, in: line, to: &names) } else { index += 1 }
                continue
            }
            let last = endOfRun(from: index, in: line, isHeadline: isHeadline)
            cut(index...last, in: line, to: &names)
            index = last + 1
        }
        return names
    }

    // MARK: what may be part of a name

    private func isNamePart(_ index: Int, in line: TokenLine, isHeadline: Bool) -> Bool {
        let token = line.tokens[index]
        guard token.kind == .word else { return ModelNumber(line: line).begins(index) }
        if !token.isCapitalized { return isAdjectiveOfNation(token) }
        // "The Hague", "A Coruña": the article is part of the place's name.
        if token.isStopword {
            if evidence.introduced.contains(token.folded), isAcronym(token, in: line) { return true }
            return Regions.countries[token.folded + " " + line.word(index + 1)] != nil && line.isSpaced(after: index)
        }
        if token.range.count < 2 && !isInitial(index, in: line) { return false }
        if NameWords.notNames.contains(token.folded) || DateWords.isCalendarWord(token.folded, language: language) { return false }
        if Countries.names[token.folded] != nil || Countries.adjectives[token.folded] != nil || Countries.capitals[token.folded] != nil
            || Regions.countries[token.folded] != nil || Regions.adjectives[token.folded] != nil
        {
            return true
        }
        if hasDigit(token.folded) { return true }
        if isHeadline || evidence.isShouted(line), isAcronym(token, in: line), !evidence.capitalizedInside.contains(token.folded) {
            return token.range.count <= 3 && !evidence.shouts(line)
        }
        if isHeadline, !NameWords.institutions.contains(token.folded), !isAcronym(token, in: line) || evidence.isMostlyCapitals(line) {
            return evidence.capitalizedInside.contains(token.folded)
        }
        if language == "de" { return isGermanName(index, in: line) }
        return line.beginsAnew(index) ? isNameAtStart(index, in: line) : true
    }

    /// German and French adjectives of nations are written small.
    private func isAdjectiveOfNation(_ token: Token) -> Bool { language != "en" && Countries.adjectives[token.folded] != nil }

    private func isInitial(_ index: Int, in line: TokenLine) -> Bool { line.gap(after: index).first == 0x2E }

    private func isNameAtStart(_ index: Int, in line: TokenLine) -> Bool {
        let token = line.tokens[index]
        let known = KnownNames.find(token.folded)
        if let known, known.senses.contains(.common), known.senses.contains(.organisation), !acts(index, in: line), isPlainWord(index, in: line) {
            return false
        }
        if evidence.capitalizedInside.contains(token.folded) { return true }
        if NameWords.starters.contains(token.folded) { return false }
        if let known, known.isDistinct || known.senses.contains([.organisation, .common]) && acts(index, in: line) { return true }
        let next = index + 1
        let joinsCapital = next < line.count && line.isSpaced(after: index) && line.tokens[next].isCapitalized && !line.tokens[next].isStopword
        if evidence.small.contains(token.folded) { return joinsCapital && NameWords.titles.contains(token.folded) }
        if isAcronym(token, in: line) || hasInnerCapital(token, in: line) || NameWords.givenNames.contains(token.folded) { return true }
        if joinsCapital { return true }
        if line.isPossessive(index) { return true }
        if NameWords.institutions.contains(token.folded) { return true }
        if evidence.counts[token.folded, default: 0] >= 2, !token.folded.hasSuffix("ing"), !token.folded.hasSuffix("ly") { return true }
        // "Humain, the company owned by …"
        if line.hasComma(after: index), ["the", "a", "an", "which", "who"].contains(line.word(next)) { return true }
        // "Humain called itself": a verb right after a word that does not look like a plural, a gerund or an adverb.
        let ending = token.folded
        guard !ending.hasSuffix("s"), !ending.hasSuffix("ing"), !ending.hasSuffix("ly"), !ending.hasSuffix("ed"), !ending.hasSuffix("ion"),
            !ending.hasSuffix("ment")
        else { return false }
        return line.isSpaced(after: index)
            && (ReportingVerbs.speech.contains(line.word(next)) || ["called", "accused", "denied"].contains(line.word(next)))
    }

    /// "Target said", "Orange and Vodafone will", "Shell's": what a word does that is a company's name as well.
    private func acts(_ index: Int, in line: TokenLine) -> Bool {
        let next = line.word(index + 1)
        if line.isPossessive(index) { return true }
        guard line.isSpaced(after: index) else { return false }
        if next == "and" { return KnownNames.senses(line.word(index + 2)).contains(.organisation) && line.tokens[index + 2].isCapitalized }
        return ReportingVerbs.all.contains(next) || KindWords.deeds.contains(next)
            || ["shares", "stock", "on", "will", "has", "beat", "lost", "drew", "fell", "rose"].contains(next)
    }

    /// A small word follows it, as in "Apple growers".
    private func isPlainWord(_ index: Int, in line: TokenLine) -> Bool {
        guard line.isSpaced(after: index), index + 1 < line.count else { return false }
        return !line.tokens[index + 1].isCapitalized && !line.tokens[index + 1].isStopword
    }

    /// In German every noun is a capital: only what looks like a foreign name, stands in pairs or lacks an article passes.
    private func isGermanName(_ index: Int, in line: TokenLine) -> Bool {
        let token = line.tokens[index]
        if GermanNouns.looksLikeNoun(token.folded) || isCompound(token, in: line) { return false }
        if isAcronym(token, in: line) || hasInnerCapital(token, in: line) || NameWords.givenNames.contains(token.folded) { return true }
        let before = line.word(index - 1)
        let afterArticle = index > 0 && line.isSpaced(after: index - 1) && (GermanNouns.determiners.contains(before) || before.hasSuffix("es"))
        let pairs = index + 1 < line.count && line.isSpaced(after: index) && line.tokens[index + 1].isCapitalized
        let paired = index > 0 && line.isSpaced(after: index - 1) && line.tokens[index - 1].isCapitalized
        if pairs || paired { return !line.tokens[index].isStopword && (index > 0 || evidence.capitalizedInside.contains(token.folded)) }
        return evidence.counts[token.folded, default: 0] >= 2 && !afterArticle && !evidence.afterArticle.contains(token.folded)
    }

    /// "KI-Anbieter", "US-Regierung": a noun with an abbreviation before it.
    private func isCompound(_ token: Token, in line: TokenLine) -> Bool {
        guard let hyphen = line.text.bytes[token.range].firstIndex(of: 0x2D), hyphen - token.range.lowerBound >= 2 else { return false }
        return line.text.bytes[token.range.lowerBound..<hyphen].allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
    }

    private func isAcronym(_ token: Token, in line: TokenLine) -> Bool {
        token.range.count >= 2 && token.range.count <= 6 && line.text.bytes[token.range].allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 == 0x2E }
    }

    private func hasInnerCapital(_ token: Token, in line: TokenLine) -> Bool {
        let bytes = line.text.bytes[token.range].dropFirst()
        return bytes.contains { $0 >= 0x61 && $0 <= 0x7A } && zip(bytes, bytes.dropFirst()).contains { $0 != 0x2D && $1 >= 0x41 && $1 <= 0x5A }
    }

    private func hasDigit(_ folded: String) -> Bool { folded.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }

    // MARK: how far a run reaches

    private func endOfRun(from start: Int, in line: TokenLine, isHeadline: Bool) -> Int {
        var last = start
        while last + 1 < line.count, last - start < 10 {
            let next = line.tokens[last + 1]
            if joins(last, in: line) {
                if NameWords.notNames.contains(next.folded), next.isCapitalized, next.folded == "ai" {
                    last += 1
                    continue
                }
                if isNamePart(last + 1, in: line, isHeadline: isHeadline) || startsWithDigit(next) && hasLetter(next)
                    || ModelNumber(line: line).belongs(last + 1, isStart: line.beginsAnew(start) && last == start)
                {
                    last += 1
                    continue
                }
                if isConnector(after: last, in: line), last + 2 < line.count, line.isSpaced(after: last + 1),
                    line.tokens[last + 2].isCapitalized, isNamePart(last + 2, in: line, isHeadline: isHeadline)
                {
                    last += 2
                    continue
                }
            }
            break
        }
        return last
    }

    /// Plain space, the stop of an initial ("Gerald R. Ford"), or the possessive in "People's Liberation Army".
    private func joins(_ index: Int, in line: TokenLine) -> Bool {
        if line.isSpaced(after: index) { return true }
        let gap = line.gap(after: index)
        if gap.first == 0x2E, gap.count == 2, line.tokens[index].range.count <= 2 || NameWords.titles.contains(line.word(index)) { return true }
        return ["people", "workers"].contains(line.word(index)) && line.isPossessive(index) && line.tokens[index].isCapitalized
    }

    private func isConnector(after index: Int, in line: TokenLine) -> Bool {
        let word = line.word(index + 1)
        if ["of", "for", "fur", "de", "du", "des", "d"].contains(word) {
            return NameWords.bodies.contains(line.word(index)) || KindWords.features.contains(line.word(index))
        }
        if word == "and" { return isKnown(from: index, in: line) }
        if word == "the" || word == "le" || word == "la" && language == "fr" { return false }
        return NameWords.particles.contains(word) && language == "en"
    }

    /// "Food and Drug Administration".
    private func isKnown(from start: Int, in line: TokenLine) -> Bool {
        var phrase = line.word(start) + " and"
        for index in (start + 2)..<max(start + 2, min(start + 5, line.count)) {
            phrase += " " + line.word(index)
            if KnownNames.senses(phrase).contains(.organisation) { return true }
        }
        return false
    }

    private func startsWithDigit(_ token: Token) -> Bool { token.folded.utf8.first.map { isDigit(UInt32($0)) } ?? false }
    private func hasLetter(_ token: Token) -> Bool { token.kind == .word }

    // MARK: cutting a run into names

    private func cut(_ run: ClosedRange<Int>, in line: TokenLine, to names: inout [Name]) {
        var start = run.lowerBound
        while start <= run.upperBound {
            let nation = gazetteerMatch(at: start, limit: run.upperBound, in: line)
            if let end = wholeName(at: start, limit: run.upperBound, in: line), end > nation?.end ?? start {
                names.append(name(start...end, key: nil, kind: kind(of: start...end, in: line), in: line))
                start = end + 1
                continue
            }
            if let (end, key, kind) = nation {
                names.append(name(start...end, key: key, kind: kind, in: line))
                start = end + 1
                continue
            }
            var end = start
            while end < run.upperBound, !startsNewName(end + 1, after: end, in: line) { end += 1 }
            append(start...end, in: line, to: &names)
            start = end + 1
        }
    }

    /// A model number begins a name of its own unless it starts with the digit ("Ascend 910C").
    private func startsNewName(_ index: Int, after previous: Int, in line: TokenLine) -> Bool {
        let token = line.tokens[index]
        // "Galaxy S26", but "Nvidia H200": a maker's name is its own.
        if hasDigit(token.folded), !startsWithDigit(token) { return isMaker(previous, in: line) }
        if token.kind == .number, line.isSpaced(after: previous), token.folded.utf8.count > 2, isMaker(previous, in: line) { return true }
        if index + 1 < line.count, startsWithDigit(line.tokens[index + 1]), line.tokens[index + 1].kind == .word, line.isSpaced(after: index) {
            return true
        }
        // "Google Gemini 3"
        return index + 1 < line.count && line.tokens[index + 1].kind == .number && line.isSpaced(after: index) && isKnownMaker(previous, in: line)
    }

    private func isKnownMaker(_ index: Int, in line: TokenLine) -> Bool {
        let known = KnownNames.senses(line.word(index))
        return known.contains(.organisation) && !known.contains(.product)
    }

    /// A body by the lists, or a name that also stands without a number in this text.
    private func isMaker(_ index: Int, in line: TokenLine) -> Bool {
        isKnownMaker(index, in: line) || evidence.unnumbered.contains(line.word(index))
    }

    /// Several words that name one body or place although one of them is a place or nation: "Deutsche Bank", "Indian Navy", "Taiwan Strait".
    private func wholeName(at start: Int, limit: Int, in line: TokenLine) -> Int? {
        guard start < limit else { return nil }
        var phrase = line.word(start)
        var longest: Int?
        for end in (start + 1)...min(limit, start + KnownNames.longest - 1) {
            guard line.isSpaced(after: end - 1) else { break }
            phrase += " " + line.word(end)
            let senses = KnownNames.senses(phrase)
            if !senses.isDisjoint(with: [.organisation, .place]) { longest = end }
        }
        let last = line.word(limit)
        if let longest, longest == limit || !KindWords.endings.contains(last) { return longest }
        guard limit - start < 5, !NameWords.titles.contains(last), (start..<limit).allSatisfy({ line.isSpaced(after: $0) }) else { return nil }
        let first = line.word(start)
        if Countries.adjectives[first] != nil, !(start..<limit).contains(where: { NameWords.titles.contains(line.word($0)) }) {
            return NameWords.bodies.contains(last) || NameWords.companySuffixes.contains(last) && last != "ai" || KindWords.endings.contains(last)
                ? limit : nil
        }
        if KindWords.features.contains(last) { return limit }
        // "Wall Street Journal", "Manchester City"
        if KindWords.endings.contains(last), longest != nil || Gazetteer.country(ofRegion: first) != nil { return limit }
        return Countries.names[first] != nil && limit > start + 1 && NameWords.companySuffixes.contains(last) && last != "ai" ? limit : nil
    }

    /// The longest country, nationality, capital or region at this place. A country before more of a name stays with it only inside a body's name.
    private func gazetteerMatch(at start: Int, limit: Int, in line: TokenLine) -> (end: Int, key: String, kind: Name.Kind)? {
        var phrase = ""
        var best: (Int, String, Name.Kind)?
        for end in start...min(limit, start + Countries.longestName - 1) {
            if end > start, !line.isSpaced(after: end - 1) { break }
            phrase += (end == start ? "" : " ") + line.word(end)
            if let key = Countries.names[phrase] {
                best = (end, key, phrase == "united nations" || phrase == "un" || key == "european union" ? .organisation : .place)
            } else if let key = Countries.adjectives[phrase] {
                best = (end, key, .nationality)
            } else if let key = Regions.adjectives[phrase] {
                best = (end, key, .nationality)
            } else if Countries.capitals[phrase] != nil || Regions.countries[phrase] != nil {
                best = (end, phrase, .place)
            }
        }
        // "Washington Post", "Berlin Institute": a place inside a longer name.
        if let (end, _, kind) = best, end < limit, kind == .place, line.isSpaced(after: end), Countries.names[line.word(start)] == nil,
            !hasDigit(line.word(end + 1)), NameWords.bodies.contains(line.word(end + 1)) || line.word(end + 1) == "post"
        {
            return nil
        }
        return best.map { ($0.0, $0.1, $0.2) }
    }

    private func append(_ run: ClosedRange<Int>, in line: TokenLine, to names: inout [Name]) {
        // "Defense Secretary Pete Hegseth": what follows the last title is the person.
        let isTitle = { NameWords.titles.contains(line.word($0)) || run.count > 2 && KindWords.callings.contains(line.word($0)) }
        if let title = run.dropLast().last(where: isTitle), !line.isPossessive(title) {
            let person = (title + 1)...run.upperBound
            let isBody = KnownNames.senses(run.map { line.word($0) }.joined(separator: " ")).contains(.organisation)
            if !isBody, !NameWords.bodies.contains(line.word(run.upperBound)) {
                names.append(name(person, key: nil, kind: .person, in: line))
                return
            }
        }
        // A title alone ("Secretary") names nobody.
        if run.count == 1, NameWords.titles.contains(line.word(run.lowerBound)) { return }
        // "Saudi AI": what is left of a nation is a general abbreviation.
        if run.count == 1, NameWords.notNames.contains(line.word(run.lowerBound)) { return }
        names.append(name(run, key: nil, kind: kind(of: run, in: line), in: line))
    }

    private func name(_ run: ClosedRange<Int>, key: String?, kind: Name.Kind, in line: TokenLine) -> Name {
        let range = line.bytes(from: run.lowerBound, through: run.upperBound)
        return Name(
            range: range, text: line.text.string(range), key: key ?? NameKey.make(run.map { word(in: line, $0, last: run.upperBound) }), kind: kind)
    }

    private func word(in line: TokenLine, _ index: Int, last: Int) -> String {
        line.word(index) + (index < last && line.isPossessive(index) ? "'s" : "")
    }

    private func kind(of run: ClosedRange<Int>, in line: TokenLine) -> Name.Kind {
        let words = run.map { line.word($0) }
        guard let last = words.last, let first = words.first else { return .other }
        if words.contains(where: hasDigit) { return .product }
        if words.count == 1, NameWords.institutions.contains(first) { return .organisation }
        if words.count > 1, NameWords.companySuffixes.contains(last) { return .organisation }
        if words.count > 1, KindWords.features.contains(last) || KindWords.features.contains(first) { return .place }
        if words.count > 1, KindWords.endings.contains(last), !NameWords.givenNames.contains(first) { return .organisation }
        if words.contains(where: { NameWords.bodies.contains($0) }) { return .organisation }
        if isAcronym(line.tokens[run.lowerBound], in: line), words.count == 1 { return .organisation }
        if words.count >= 2, words.count <= 4 {
            if NameWords.givenNames.contains(first) { return .person }
            let senses = KnownNames.senses(words.joined(separator: " "))
            if senses.contains(.organisation) { return .organisation }
            if senses.contains(.place) { return .place }
            if speaksHere(run, in: line) || followedByOffice(run.upperBound, in: line) { return .person }
        }
        if words.count == 1, ReportingVerbs.all.contains(line.word(run.upperBound + 1)), line.isSpaced(after: run.upperBound) { return .organisation }
        return .other
    }

    /// Next to a verb of speech, as persons are: "said Tobin Achterveld", "Lip-Bu Tan said".
    private func speaksHere(_ run: ClosedRange<Int>, in line: TokenLine) -> Bool {
        ReportingVerbs.speech.contains(line.word(run.lowerBound - 1)) && line.isSpaced(after: run.lowerBound - 1)
    }

    /// "Lisa Su, the chief executive"; "David Peters, the assistant secretary".
    private func followedByOffice(_ last: Int, in line: TokenLine) -> Bool {
        guard line.hasComma(after: last) else { return precededByOffice(last, in: line) }
        var index = last + 1
        let limit = min(line.count, last + 7)
        while index < limit {
            if PersonWords.offices.contains(line.word(index)) { return true }
            if line.hasComma(after: index) { break }
            index += 1
        }
        return precededByOffice(last, in: line)
    }

    /// "chief executive, Dario Amodei," and "researcher Leopold Aschenbrenner".
    private func precededByOffice(_ last: Int, in line: TokenLine) -> Bool {
        var first = last
        while first > 0, line.tokens[first - 1].isCapitalized, line.isSpaced(after: first - 1) { first -= 1 }
        guard first > 0 else { return false }
        if PersonWords.offices.contains(line.word(first - 1)) { return true }
        // "The under secretary for research, Emil Michael, has said"
        guard line.hasComma(after: first - 1), line.hasComma(after: last) else { return false }
        var index = first - 1
        while index >= max(0, first - 8) {
            if PersonWords.offices.contains(line.word(index)) { return true }
            index -= 1
            if index >= 0, line.hasComma(after: index) { break }
        }
        return false
    }

    // MARK: Chinese

    /// Countries, capitals and cities by table; the pairs overlap, so the longest match from each start wins.
    private func appendIdeographs(at index: Int, in line: TokenLine, to names: inout [Name]) -> Int {
        let token = line.tokens[index]
        let key =
            Countries.names[token.folded] ?? (Countries.capitals[token.folded] != nil || Regions.countries[token.folded] != nil ? token.folded : nil)
        guard let key else { return index + 1 }
        names.append(Name(range: token.range, text: line.text.string(token.range), key: key, kind: .place))
        return index + 2
    }
}
