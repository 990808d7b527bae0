import BriefModel

/// Who is behind a brief, counted from it alone: how well each section is corroborated, and of what kind, language, country and owner the outlets are.
struct VoiceCounts {
    /// The statements of a section by what stands behind them.
    struct Row {
        let title: Phrase
        /// Two outlets or more, no shared origin known.
        var several = 0
        /// Several outlets that pass on the word of one origin.
        var passedOn = 0
        /// One outlet.
        var single = 0
        /// Of all of them, those of which somebody says otherwise.
        var disputed = 0

        var total: Int { several + passedOn + single }
    }

    /// Outlets that have something in common, by the statements that rest on one of them.
    struct Share {
        let label: Phrase
        let statements: Int
        let outlets: Int
    }

    let sections: [Row]
    let groups: [(title: Phrase, shares: [Share])]
    let statements: Int

    init(_ brief: Brief, references: References) {
        sections = brief.draft.sections.compactMap { section in
            var row = Row(title: section.heading)
            for statement in section.blocks.flatMap(\.statements) { row.count(statement) }
            return row.total == 0 ? nil : row
        }
        statements = references.statements.count
        groups = Self.traits.map { title, trait in (title, Self.shares(references, by: trait)) }.filter { !$0.1.isEmpty }
    }

    /// Nil for what is not known of an outlet. What is known of none is not shown at all.
    private static let traits: [(title: Phrase, trait: @Sendable (Outlet, Citation) -> Phrase?)] = [
        ("Kind of outlet", { outlet, _ in outlet.kind == .unknown ? nil : outlet.kind.phrase }),
        ("Language", { _, citation in LanguageNames.phrase(citation.language) }),
        ("Country", { outlet, _ in outlet.country.map { .verbatim($0) } }),
        ("Owner", { outlet, _ in outlet.ownerGroup.map { .verbatim($0) } }),
    ]

    /// The most relied on first, then by name; what is not known of some comes last.
    private static func shares(_ references: References, by trait: (Outlet, Citation) -> Phrase?) -> [Share] {
        var statements: [String: Int] = [:], outlets: [String: Set<OutletID>] = [:], names: [String: Phrase] = [unknown: "not known"]
        for statement in references.statements {
            var labels: Set<String> = []
            for citation in statement.citations {
                let name = trait(references.outlet(citation.outlet), citation)
                let label = name?.english ?? unknown
                if let name { names[label] = name }
                labels.insert(label)
                outlets[label, default: []].insert(citation.outlet)
            }
            for label in labels { statements[label, default: 0] += 1 }
        }
        guard statements.keys.contains(where: { $0 != unknown }) else { return [] }
        return statements.sorted { ($0.key == unknown ? 1 : 0, $1.value, $0.key) < ($1.key == unknown ? 1 : 0, $0.value, $1.key) }
            .map { Share(label: names[$0.key] ?? .verbatim($0.key), statements: $0.value, outlets: outlets[$0.key, default: []].count) }
    }

    private static let unknown = "not known"
}

extension VoiceCounts.Row {
    fileprivate mutating func count(_ statement: Statement) {
        switch statement.corroboration.outlets.count {
        case 2... where !statement.corroboration.sharesOneOrigin: several += 1
        case 2...: passedOn += 1
        default: single += 1
        }
        if !statement.dissent.isEmpty { disputed += 1 }
    }

    /// "6 statements: 2 by several outlets, 1 by several from one origin, 3 by one outlet each; 1 disputed".
    var words: Phrase {
        var parts: [Phrase] = []
        if several > 0 { parts.append(Phrase("{count} by several outlets", ["count": several])) }
        if passedOn > 0 { parts.append(Phrase("{count} by several from one origin", ["count": passedOn])) }
        if single > 0 { parts.append(Phrase("{count} by one outlet each", ["count": single])) }
        let values: KeyValuePairs<String, any Sayable> = ["count": total, "parts": Phrase.series(parts), "disputed": disputed]
        return disputed == 0 ? Phrase("{count} statements: {parts}", values) : Phrase("{count} statements: {parts}; {disputed} disputed", values)
    }
}

extension VoiceCounts.Share {
    /// "9 statements, 2 outlets".
    var words: Phrase { Phrase("{statements} statements, {outlets} outlets", ["statements": statements, "outlets": outlets]) }
}

extension VoiceCounts {
    static let title: Phrase = "Who says it"
    static let method: Phrase = """
        Counted from this brief alone. Several outlets: no shared origin is known, reprints left out and outlets of one owner counted once. A statement on \
        outlets of two kinds counts for both.
        """

    /// "Wire agency 36, national daily 19", for forms without pictures.
    static func line(_ group: (title: Phrase, shares: [Share])) -> Phrase {
        let shares = group.shares.map { Phrase("{label} {count}", ["label": $0.label, "count": $0.statements]) }
        return Phrase("{title}: {shares}.", ["title": group.title, "shares": Phrase.series(shares)])
    }
}
