import BriefModel

/// What a worded sentence gives a reader: something that holds, something that happened, or only talk about the talk.
struct Substance: Sendable {
    /// Somebody did something, or said it, at a time.
    let isEvent: Bool
    /// A name, a number or a date stands in it, and what it speaks of is not itself a matter of words ("a figure", "two errors", "three questions").
    let isConcrete: Bool
    /// It opens with how long ago something was, and then says what is made of it.
    let looksBack: Bool
    /// It calls what it names made up, which says more of the sample than of the matter.
    let callsItselfInvented: Bool

    init(of source: SourceSentence, _ line: Line) {
        let cores = line.words.map(\.core)
        let start = cores.count > 0 ? Self.mainClause(cores, line) : 0
        looksBack = start > 0 && Self.isBackdrop(cores)
        let verb = Self.firstVerb(cores, from: start, line)
        let subject = Set(cores[min(start, cores.count)..<(verb?.index ?? min(cores.count, start + 4))])
        let head = cores[min(start, cores.count)...].prefix(5).first { !SubstanceWords.beforeNouns.contains($0) && !$0.isEmpty }
        let isTalk =
            head.map { SubstanceWords.wordsAboutWords.contains($0) } ?? true || cores.dropFirst(start).prefix(3).contains("evidence")
        let isSearch =
            verb.map {
                !SubstanceWords.passive.contains(cores[$0.index]) && cores[$0.index...].prefix(2).contains { SubstanceWords.searching.contains($0) }
            }
            ?? false
            || cores.contains { SubstanceWords.rumour.contains($0) }
        let isSpecific =
            !source.quantities.isEmpty || source.sentence.dates.contains { date in line.words.contains { $0.range?.overlaps(date.range) == true } }
            || source.sentence.names.contains { name in line.words.contains { $0.range?.overlaps(name.range) == true } }
            || line.words.contains { $0.range == nil }
        isConcrete = isSpecific && !isTalk && !isSearch && !looksBack
        // A body, a person or a place acts; "satellites that can approach" do not.
        let hasActor = Self.names(source, line, before: verb?.index ?? 0, from: start) || !subject.isDisjoint(with: SubstanceWords.actors)
        let speaks = source.sentence.attribution.map { !$0.isAnonymous && SubstanceWords.spoken.contains(Line.core($0.cue)) } ?? false
        isEvent = isConcrete && (hasActor && verb?.isPast == true || speaks)
        callsItselfInvented = cores.contains { SubstanceWords.invented.contains($0) }
    }

    /// "Two days after X said Y, …", "On 24 February …": where the main clause begins.
    private static func mainClause(_ cores: [String], _ line: Line) -> Int {
        guard let first = cores.first else { return 0 }
        let isAside = isBackdrop(cores) || SubstanceWords.clauseStarts.contains(first)
        guard isAside, let comma = line.words.prefix(24).firstIndex(where: \.endsClause), comma + 2 < cores.count else {
            return 0
        }
        return comma + 1
    }

    /// "Two days after …", "Weeks before …": what follows looks back on news, it is none.
    private static func isBackdrop(_ cores: [String]) -> Bool {
        guard let unit = cores.prefix(3).firstIndex(where: { SubstanceWords.spans.contains($0) }), unit + 1 < cores.count else { return false }
        return ["after", "before", "since", "into", "later"].contains(cores[unit + 1])
    }

    /// The first finite verb of the main clause, by its form.
    private static func firstVerb(_ cores: [String], from start: Int, _ line: Line) -> (index: Int, isPast: Bool)? {
        var index = max(start, 1)
        while index < cores.count {
            let core = cores[index]
            let next = index + 1 < cores.count ? cores[index + 1] : ""
            let third = index + 2 < cores.count ? cores[index + 2] : ""
            let afterRelative = ["that", "which", "who", "whose"].contains(cores[index - 1])
            if core == "has" || core == "have" || core == "had" {
                return (index, isParticiple(next) || next == "been" || isParticiple(third))
            }
            if core == "was" || core == "were" { return (index, isParticiple(next) || isParticiple(third)) }
            if !afterRelative, SubstanceWords.present.contains(core) { return (index, false) }
            if SubstanceWords.past.contains(core) { return (index, true) }
            // "Signed by", "owned by": a participle after its noun.
            if core.hasSuffix("ed"), core.utf8.count > 4, next != "by", !opensAside(line, index, from: start),
                !SubstanceWords.adjectives.contains(core)
            {
                let isModifier = ["a", "an", "the", "its", "their", "his", "her"].contains(cores[index - 1])
                if !isModifier { return (index, true) }
            }
            index += 1
        }
        return nil
    }

    /// ", founded in 2020, …": after one comma a participle belongs to the name before it; after two, the sentence goes on.
    private static func opensAside(_ line: Line, _ index: Int, from start: Int) -> Bool {
        line.words[index - 1].endsClause && line.words[start..<index].count(where: \.endsClause) < 2
    }

    private static func isParticiple(_ core: String) -> Bool {
        core.hasSuffix("ed") && core.utf8.count > 4 || SubstanceWords.participles.contains(core) || SubstanceWords.past.contains(core)
    }

    private static func names(_ source: SourceSentence, _ line: Line, before verb: Int, from start: Int) -> Bool {
        guard start < verb else { return false }
        return line.words[start..<verb].contains { word in
            guard let range = word.range else { return true }
            return source.sentence.names.contains { $0.range.overlaps(range) }
        }
    }
}

/// Word lists for `Substance`. English verbs by form: the irregular ones that news uses.
enum SubstanceWords {
    /// Nouns for what is said rather than for what is; as the subject of a sentence they announce a point and do not make one.
    static let wordsAboutWords = OffLimits.set(
        """
        figure figures error errors mistake mistakes myth myths word words term terms idea ideas question questions point points lesson lessons
        confusion misunderstanding consequence consequences reason reasons problem problems thing things story stories article articles headline
        headlines answer answers debate row quarrel dispute phrase explanation argument arguments vote trace
        """)
    static let beforeNouns = OffLimits.set(
        "a an the one two three four five several many some most few first second earliest earlier latest main old new older simplest same other another this"
    )
    /// Looking is no finding.
    /// "Are looked at": somebody else looks.
    static let passive = OffLimits.set("is are was were")
    static let searching = OffLimits.set("tried asked looked wondered wanted")
    /// What is told of a number or a word is that people repeat it.
    static let rumour = OffLimits.set("circulated circulate circulating rounds confused")
    static let actors = OffLimits.set(
        """
        official officials minister secretary president government court parliament congress company firm army navy police spokesman spokeswoman
        memo rule law order declaration treaty talks deal agreement round regulator governments states countries lawmakers broadcaster ministry department
        """)
    static let spoken = OffLimits.set("said told announced accused warned declared denied called testified confirmed argued ordered demanded")
    static let clauseStarts = OffLimits.set("after when while although though because as if since in on at by during until before under")
    static let spans = OffLimits.set("hours days weeks months years hour day week month year")
    static let present = OffLimits.set(
        """
        is are remains remain does do can could may might must should would will rests rest means mean says say counts count caution argue argues
        believe believes needs need works work lets let looks look seems seem holds hold comes come contains contain protects wants want belongs
        """)
    static let past = OffLimits.set(
        """
        said told came took made gave put went held met set sold bought won led cut began sent wrote found saw kept left lost paid rose fell spoke
        drew broke chose struck sought brought built became showed flew ran stood withdrew abstained launched
        """)
    static let participles = OffLimits.set(
        "taken made given gone seen shown known written begun broken chosen drawn fallen grown held sold bought won led cut sent put set found built brought come become run told said"
    )
    /// In "-ed", but no verbs of an act.
    static let adjectives = OffLimits.set(
        "united armed so-called limited advanced fixed state-backed unmanned uncrewed based need indeed listed detailed")
    /// A notice that a name is made up.
    static let invented = OffLimits.set("fictional fictitious imaginary invented")
}
