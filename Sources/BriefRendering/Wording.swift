import BriefModel

/// The product's own words, the same in every format. Plain and short; "no shared origin known", never "independent".
enum Wording {
    static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(grouped(number)) \(plural ?? noun + "s")"
    }

    /// `12,345`.
    static func grouped(_ number: Int) -> String { Language.english.grouped(number) }

    /// `0.4`, `12`: as exact as an expectation is.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths >= 100 || tenths % 10 == 0 ? "\(Int(number.rounded()))" : "\(tenths / 10).\(tenths % 10)"
    }

    /// "A", "A and B", "A, B and C".
    static func list(_ items: [String]) -> String { Phrase.list(items).english }

    /// "5 outlets, 1 origin: Anthropic".
    static func corroboration(_ corroboration: Corroboration, names: Bool = true) -> Phrase {
        let count = corroboration.outlets.count, origins = corroboration.origins
        switch (count, origins.count) {
        case (1, 0): return Phrase("{count} outlets", ["count": count])
        case (_, 0): return Phrase("{count} outlets, no shared origin known", ["count": count])
        case (1, 1) where !names: return Phrase("{count} outlets", ["count": count])
        case (1, 1): return Phrase("{count} outlets; origin: {origin}", ["count": count, "origin": origins[0]])
        case (_, 1) where !names: return Phrase("{count} outlets, 1 origin", ["count": count])
        case (_, 1): return Phrase("{count} outlets, 1 origin: {origin}", ["count": count, "origin": origins[0]])
        case _ where !names: return Phrase("{count} outlets, {number} origins", ["count": count, "number": origins.count])
        default:
            return Phrase("{count} outlets, {number} origins: {origins}", ["count": count, "number": origins.count, "origins": Phrase.list(origins)])
        }
    }

    static func reprinted(by names: [String]) -> Phrase { Phrase("Reprinted by {names}; not counted again.", ["names": Phrase.list(names)]) }

    /// "wire agency", "national daily, in German".
    static func kind(_ outlet: Outlet, language: String) -> String {
        Phrase.series(outlet.kindAndLanguage(language, for: .english)).english
    }

    static func verdict(_ verdict: Verdict) -> Phrase {
        switch verdict {
        case .supported: "Supported"
        case .partly: "Partly"
        case .unsupported: "No support found"
        case .contradicted: "Contradicted"
        case .notAClaim: "Not a claim"
        case .notChecked: "Not checked"
        }
    }

    /// What came of following a citation of the line.
    static func outcome(_ outcome: CitationCheck.Outcome) -> Phrase {
        switch outcome {
        case .supports: "says so"
        case .supportsPartly: "says a part of it"
        case .contradicts: "says otherwise"
        case .anotherSupports: "does not say so; another source does"
        case .noneSupports: "does not say so, nor does another source"
        case .notHeld: "not among the articles at hand, so not checked"
        case .leadsNowhere: "leads to no entry of the list of sources"
        case .notChecked: "not checked: the line is no claim that can be, or what it cites is in another language"
        }
    }

    /// "[1] says so."
    static func citation(_ check: CitationCheck) -> String { "\(check.mark) \(outcome(check.outcome).english)." }

    /// Nil where the verdict says it all.
    static func reason(_ reason: ReasonCode) -> Phrase? {
        switch reason {
        case .ok: nil
        case .noEvidence: "no source says this"
        case .number: "a figure differs"
        case .date: "a date differs"
        case .name: "a name differs"
        case .entityConflation: "two things taken for one"
        case .attribute: "wrong about what it names"
        case .negation: "yes and no exchanged"
        case .hedgeLost: "caution dropped"
        case .misattribution: "wrong speaker"
        case .overgeneralisation: "says more than the sources"
        case .omission: "leaves out what matters"
        case .outdated: "out of date"
        case .planAsFact: "a plan told as done"
        case .quoteAltered: "quotation altered"
        case .relation: "turned round"
        case .scope: "true of less than it says"
        case .causalLeap: "a link no source makes"
        case .partly: "one part does not hold"
        case .passage: "a passage does not stand where it is cited"
        case .heading: "heading"
        case .opinion: "opinion or advice"
        case .forecast: "forecast"
        case .metadata: "label"
        case .language: "language not read"
        case .tooLong: "too long for a sentence"
        }
    }

    /// "Caution dropped; wrong speaker".
    static func reasons(_ codes: [ReasonCode]) -> Phrase { Phrase.clauses(codes.compactMap(reason)).capitalized }

    static func stance(_ stance: Stance) -> Phrase {
        switch stance {
        case .supports: "Says so"
        case .contradicts: "Says otherwise"
        case .mentions: "On the same matter"
        }
    }

    static func dispute(_ kind: Dispute.Kind) -> Phrase {
        switch kind {
        case .corrected: "Corrected."
        case .laterOverrides: "Later report."
        case .disagreement: "Disagreement."
        case .hedgeDropped: "Caution dropped."
        }
    }

    /// The kind and the reason, without saying the same word twice.
    static func explanation(_ dispute: Dispute) -> (label: Phrase?, why: String) {
        let label = self.dispute(dispute.kind)
        return (dispute.why.lowercased().hasPrefix(label.english.dropLast().lowercased()) ? nil : label, dispute.why.capitalizedFirst.closed)
    }

    /// "1 March 2026", or "12 January to 1 March 2026".
    static func span(_ first: CalendarDay, _ last: CalendarDay) -> Phrase {
        if first == last { return Words.phrase(last) }
        guard first.year == last.year else { return Phrase("{first} to {last}", ["first": first, "last": last]) }
        return Phrase(
            "{first} to {last} {year}",
            ["first": Words.withoutYear(first), "last": Words.withoutYear(last), "year": String(last.year)])
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Brief {
    /// "Military AI · Chips · As of 1 March 2026".
    var kickLine: Phrase {
        let names = [draft.series, draft.topic.isEmpty ? draft.title : draft.topic].compactMap { $0 }.filter {
            !$0.isEmpty && $0 != draft.headline.text
        }
        let distinct = names.count == 2 && names[0] == names[1] ? [names[0]] : names
        return .dotted(distinct.map { Phrase.verbatim($0) } + [Phrase("As of {day}", ["day": asOf.day])])
    }

    /// "43 statements citing 52 of 61 reports by 14 outlets; 12 reprints folded in."
    func countLine(statements: Int) -> Phrase {
        var sentences = [
            Phrase(
                "{statements} statements citing {cited} of {reports} reports on the topic by {outlets} outlets; {reprints} reprints folded in.",
                [
                    "statements": statements, "cited": sources.count, "reports": counts.articlesOnTopic, "outlets": counts.outlets,
                    "reprints": counts.reprintsFolded,
                ])
        ]
        if counts.articlesStudied < counts.articlesOnTopic {
            sentences.append(Phrase("Written from the newest {count} of them.", ["count": counts.articlesStudied]))
        }
        if counts.statementsDropped > 0 {
            sentences.append(
                Phrase("{count} proposed statements left out: the sources did not bear them out.", ["count": counts.statementsDropped]))
        }
        return .sentences(sentences)
    }
}

extension Audit {
    /// Lines that were judged.
    var claimCount: Int { findings.count - count(.notAClaim) - count(.notChecked) }

    /// What the check comes to, in figures only.
    var headline: Phrase {
        guard claimCount > 0 else { return "Nothing here can be checked" }
        return Phrase(
            "{supported} of {claims} claims hold; {contradicted} are contradicted",
            ["supported": count(.supported), "claims": claimCount, "contradicted": count(.contradicted)])
    }

    var kickLine: Phrase {
        let line = Phrase("Check of a brief · against {count} articles", ["count": articlesSearched])
        guard let firstDay, let lastDay else { return line }
        return .series([line, Wording.span(firstDay, lastDay)])
    }

    var countLine: Phrase {
        var sentences = [
            Phrase(
                "{supported} supported, {partly} partly, {unsupported} with no support found, {contradicted} contradicted.",
                [
                    "supported": count(.supported), "partly": count(.partly), "unsupported": count(.unsupported),
                    "contradicted": count(.contradicted),
                ])
        ]
        let others = count(.notAClaim), unchecked = count(.notChecked)
        if others > 0 {
            sentences.append(Phrase("{count} other lines are headings, opinions or forecasts and cannot be checked.", ["count": others]))
        }
        if unchecked > 0 { sentences.append(Phrase("{count} were not checked, for the reason shown.", ["count": unchecked])) }
        return .sentences(sentences)
    }

    /// "Of 12 citations 9 lead to a source that says so, 2 to one that does not, and 1 to none at hand."; nil where nothing is cited.
    var citationLine: Phrase? {
        let total = CitationCheck.Outcome.allCases.reduce(0) { $1 == .notChecked ? $0 : $0 + citations($1) }
        guard total > 0 else { return nil }
        let ends: [(Int, Phrase)] = [
            (citations(.supports), "to a source that says so"), (citations(.supportsPartly), "to one that says a part of it"),
            (citations(.contradicts), "to one that says otherwise"),
            (citations(.anotherSupports) + citations(.noneSupports), "to one that does not say so"), (citations(.notHeld), "to none at hand"),
            (citations(.leadsNowhere), "nowhere"),
        ].filter { $0.0 > 0 }
        let parts = ends.enumerated().map { place, end in
            place == 0
                ? Phrase("{count} lead {where}", ["count": end.0, "where": end.1]) : Phrase("{count} {where}", ["count": end.0, "where": end.1])
        }
        return Phrase("Of {count} citations {parts}.", ["count": total, "parts": Phrase.list(parts)])
    }

    static let reminder: Phrase = "“No support found” speaks of this library only. “Contradicted” always shows the passage that says otherwise."
}
