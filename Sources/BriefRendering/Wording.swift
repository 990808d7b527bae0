import BriefModel

/// The product's own words, the same in every format. Plain and short; "no shared origin known", never "independent".
enum Wording {
    static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        number == 1 ? "1 \(noun)" : "\(grouped(number)) \(plural ?? noun + "s")"
    }

    /// `12,345`.
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text += "," }
            text.append(digit)
        }
        return number < 0 ? "-" + text : text
    }

    /// `0.4`, `12`: as exact as an expectation is.
    static func tenths(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths >= 100 || tenths % 10 == 0 ? "\(Int(number.rounded()))" : "\(tenths / 10).\(tenths % 10)"
    }

    /// "A", "A and B", "A, B and C".
    static func list(_ items: [String]) -> String {
        guard items.count > 1, let last = items.last else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// "5 outlets, 1 origin: Anthropic".
    static func corroboration(_ corroboration: Corroboration, names: Bool = true) -> String {
        let outlets = counted(corroboration.outlets.count, "outlet")
        let origins = corroboration.origins
        switch (corroboration.outlets.count, origins.count) {
        case (1, 0): return outlets
        case (_, 0): return outlets + ", no shared origin known"
        case (1, 1) where !names: return outlets
        case (1, 1): return outlets + "; origin: " + origins[0]
        case (_, 1): return outlets + ", 1 origin" + (names ? ": " + origins[0] : "")
        default: return outlets + ", \(origins.count) origins" + (names ? ": " + list(origins) : "")
        }
    }

    static func reprinted(by names: [String]) -> String { "Reprinted by \(list(names)); not counted again." }

    /// "wire agency", "national daily, in German".
    static func kind(_ outlet: Outlet, language: String) -> String {
        let kind = outlet.kind == .unknown ? [] : [outlet.kind.rawValue]
        return (kind + (LanguageNames.isForeign(language) ? ["in " + LanguageNames.name(language)] : [])).joined(separator: ", ")
    }

    static func verdict(_ verdict: Verdict) -> String {
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
    static func outcome(_ outcome: CitationCheck.Outcome) -> String {
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
    static func citation(_ check: CitationCheck) -> String { "\(check.mark) \(outcome(check.outcome))." }

    /// Nil where the verdict says it all.
    static func reason(_ reason: ReasonCode) -> String? {
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
    static func reasons(_ codes: [ReasonCode]) -> String { codes.compactMap(reason).joined(separator: "; ").capitalizedFirst }

    static func stance(_ stance: Stance) -> String {
        switch stance {
        case .supports: "Says so"
        case .contradicts: "Says otherwise"
        case .mentions: "On the same matter"
        }
    }

    static func dispute(_ kind: Dispute.Kind) -> String {
        switch kind {
        case .corrected: "Corrected"
        case .laterOverrides: "Later report"
        case .disagreement: "Disagreement"
        case .hedgeDropped: "Caution dropped"
        }
    }

    /// The kind and the reason, without saying the same word twice.
    static func explanation(_ dispute: Dispute) -> (label: String?, why: String) {
        let label = self.dispute(dispute.kind)
        return (dispute.why.lowercased().hasPrefix(label.lowercased()) ? nil : label + ".", dispute.why.capitalizedFirst.closed)
    }

    /// "1 March 2026", or "12 January to 1 March 2026".
    static func span(_ first: CalendarDay, _ last: CalendarDay) -> String {
        if first == last { return last.inWords }
        let opening = "\(first.day) \(CalendarDay.monthNames[first.month - 1])"
        return (first.year == last.year ? opening : first.inWords) + " to " + last.inWords
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Brief {
    /// "Military AI · Chips · As of 1 March 2026".
    var kickLine: String {
        let names = [draft.series, draft.topic.isEmpty ? draft.title : draft.topic].compactMap { $0 }.filter {
            !$0.isEmpty && $0 != draft.headline.text
        }
        let distinct = names.count == 2 && names[0] == names[1] ? [names[0]] : names
        return (distinct + ["As of " + asOf.day.inWords]).joined(separator: " · ")
    }

    /// "43 statements citing 52 of 61 reports by 14 outlets; 12 reprints folded in."
    func countLine(statements: Int) -> String {
        var line = "\(Wording.counted(statements, "statement")) citing \(sources.count) of \(Wording.counted(counts.articlesOnTopic, "report"))"
        line += " on the topic by \(Wording.counted(counts.outlets, "outlet"))"
        if counts.reprintsFolded > 0 { line += "; \(Wording.counted(counts.reprintsFolded, "reprint")) folded in" }
        line += "."
        if counts.articlesStudied < counts.articlesOnTopic { line += " Written from the newest \(Wording.grouped(counts.articlesStudied)) of them." }
        if counts.statementsDropped > 0 {
            line +=
                " \(Wording.counted(counts.statementsDropped, "proposed statement")) left out: the sources did not bear \(counts.statementsDropped == 1 ? "it" : "them") out."
        }
        return line
    }
}

extension Audit {
    /// Lines that were judged.
    var claimCount: Int { findings.count - count(.notAClaim) - count(.notChecked) }

    /// What the check comes to, in figures only.
    var headline: String {
        guard claimCount > 0 else { return "Nothing here can be checked" }
        let opening =
            "\(count(.supported)) of \(Wording.counted(claimCount, "claim")) \(count(.supported) == 1 || claimCount == 1 ? "holds" : "hold")"
        let contradicted = count(.contradicted)
        return contradicted == 0 ? opening : opening + "; \(contradicted) \(contradicted == 1 ? "is" : "are") contradicted"
    }

    var kickLine: String {
        var line = "Check of a brief · against " + Wording.counted(articlesSearched, "article")
        if let firstDay, let lastDay { line += ", " + Wording.span(firstDay, lastDay) }
        return line
    }

    var countLine: String {
        var line =
            "\(count(.supported)) supported, \(count(.partly)) partly, \(count(.unsupported)) with no support found, \(count(.contradicted)) contradicted."
        let others = count(.notAClaim)
        if others == 1 { line += " 1 other line is a heading, an opinion or a forecast and cannot be checked." }
        if others > 1 { line += " \(others) other lines are headings, opinions or forecasts and cannot be checked." }
        let unchecked = count(.notChecked)
        if unchecked > 0 { line += " \(unchecked) \(unchecked == 1 ? "was" : "were") not checked, for the reason shown." }
        return line
    }

    /// "Of 12 citations 9 lead to a source that says so, 2 to one that does not, and 1 to none at hand."; nil where nothing is cited.
    var citationLine: String? {
        let total = CitationCheck.Outcome.allCases.reduce(0) { $1 == .notChecked ? $0 : $0 + citations($1) }
        guard total > 0 else { return nil }
        let ends = [
            (citations(.supports), "to a source that says so"), (citations(.supportsPartly), "to one that says a part of it"),
            (citations(.contradicts), "to one that says otherwise"),
            (citations(.anotherSupports) + citations(.noneSupports), "to one that does not say so"), (citations(.notHeld), "to none at hand"),
            (citations(.leadsNowhere), "nowhere"),
        ].filter { $0.0 > 0 }
        let parts = ends.enumerated().map { place, end in "\(end.0) " + (place > 0 ? "" : end.0 == 1 ? "leads " : "lead ") + end.1 }
        return "Of \(Wording.counted(total, "citation")) " + Wording.list(parts) + "."
    }

    static let reminder = "“No support found” speaks of this library only. “Contradicted” always shows the passage that says otherwise."
}
