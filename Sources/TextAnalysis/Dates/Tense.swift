import BriefModel

/// Which way a clause looks, by what stands around its mention of time.
extension DateFinder {
    /// For a month or day that carries no year.
    func direction(at index: Int, month: Bool) -> Direction {
        let before = line.word(index - 1)
        if month {
            switch before {
            case "last", "since", "seit", "depuis", "letzten", "vergangenen": return .past
            case "next", "until", "till", "nachsten", "kommenden", "jusqu": return .ahead
            default: break
            }
        }
        return announcesFuture ? .announced : tellsPast ? .recounted : .nearest
    }

    private var tellsPast: Bool {
        line.tokens.contains { ["was", "were", "had"].contains($0.folded) }
            && !line.tokens.contains {
                ["set", "due", "scheduled", "planned", "expected", "until", "would", "will", "for", "by"].contains($0.folded)
            }
    }

    private var announcesFuture: Bool {
        line.tokens.contains { $0.folded == "will" || $0.folded == "scheduled" }
            && !line.tokens.contains { ["said", "was", "were", "had", "has"].contains($0.folded) }
    }

    /// The clause looks forward ("until", "will", "opens"), and no past perfect takes that back.
    func looksAhead(at index: Int) -> Bool {
        // "before Friday" and "by early Friday" look ahead, unless done by somebody ("by Friday's quake") or told as past ("by Friday all had left").
        let before = ["early", "late"].contains(line.word(index - 1)) ? index - 2 : index - 1
        if Self.adjacent.contains(line.word(before)), !line.isPossessive(index) {
            return !(index..<min(line.count, index + 12)).contains { ["had", "hatte", "hatten", "avait"].contains(line.word($0)) }
        }
        if line.word(index - 1) == "of", line.word(index - 2) == "ahead" { return true }
        // "Tuesday's quake": what is called by its day has mostly happened.
        if line.isPossessive(index) { return false }
        if isScheduled(before: index) { return true }
        var ahead = false
        var position = index - 1
        while position >= max(0, index - 8) {
            let word = line.word(position)
            if word == "have", line.word(position + 1) != "to" { return false }
            if Self.backward.contains(word) { return ahead && word != "had" && position < index - 2 }
            if Self.forward.contains(word) || isFrenchFuture(position) || isAboutTo(position) { ahead = true }
            position -= 1
        }
        return ahead || promises(after: index)
    }

    /// "On Thursday the committee will vote": the verb comes after, in the same clause.
    private func promises(after index: Int) -> Bool {
        guard index < 3 else { return false }
        for position in (index + 1)..<max(index + 1, min(line.count, index + 9)) {
            if Self.backward.contains(line.word(position)) { return false }
            if Self.promising.contains(line.word(position)) || isFrenchFuture(position) { return true }
            if line.hasComma(after: position), position > index + 1 { return false }
        }
        return false
    }

    /// "is to", "are expected to", "set to".
    private func isAboutTo(_ index: Int) -> Bool {
        line.word(index) == "to" && ["is", "are", "set", "due", "expected", "scheduled"].contains(line.word(index - 1))
    }

    /// A verb of timetables in the present tense: "talks resume on", "voting opens on", "entscheidet am".
    private func isScheduled(before index: Int) -> Bool {
        var position = index - 1
        while position >= max(0, index - 3) {
            let word = line.word(position)
            if language == "de" {
                if word == "am" || word == "im" { position -= 1; continue }
                return position > 0 && isGermanPresent(position)
            }
            if Self.timetable.contains(word), position > 0, !["to", "the", "a", "of", "its", "their", "had"].contains(line.word(position - 1)) {
                return !line.tokens[..<position].contains { Self.backward.contains($0.folded) } || position < index - 2
            }
            position -= 1
        }
        return false
    }

    private func isGermanPresent(_ index: Int) -> Bool {
        let word = line.word(index)
        guard line.isWord(index), !line.tokens[index].isCapitalized, !line.tokens[index].isStopword, word.utf8.count > 3, word.hasSuffix("t"),
            !word.hasPrefix("ge")
        else { return false }
        return !Self.germanPast.contains { word.hasSuffix($0) }
    }

    private func isFrenchFuture(_ index: Int) -> Bool {
        guard language == "fr", line.isWord(index), !line.tokens[index].isCapitalized else { return false }
        let word = line.word(index)
        guard word.utf8.count > 3, word.hasSuffix("ra") || word.hasSuffix("ront") else { return false }
        return !["opera", "camera", "extra", "front", "affront"].contains(word)
    }

    private static let backward = Stopwords.set("had was were said told hatte hatten war waren wurde wurden avait avaient etait etaient")
    private static let promising = Stopwords.set("will shall wird werden soll sollen")
    private static let adjacent = Stopwords.set("until till by before bis ab spatestens avant jusqu")
    private static let forward = Stopwords.set(
        """
        will deadline expires due plans next would shall must expected upcoming coming spatestens wird werden soll sollen kommenden sera prochain
        reports scheduled
        """)
    private static let timetable = Stopwords.set(
        """
        resume resumes open opens close closes begin begins start starts meet meets vote votes end ends expire expires return returns decide decides
        host hosts face faces depart departs arrive arrives convene convenes reopen reopens publish publishes visit visits travel travels
        """)
    /// Strong past tenses that end as present ones do, and small words.
    private static let germanPast = [
        "trat", "bat", "hielt", "riet", "bot", "tat", "ritt", "litt", "galt", "hat", "ist", "mit", "seit", "erst", "dort", "jetzt", "nicht",
        "zuletzt",
    ]
}
