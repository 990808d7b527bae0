import BriefModel

/// Who is behind a brief, counted from it alone: how well each section is corroborated, and of what kind, language, country and owner the outlets are.
struct VoiceCounts {
    /// The statements of a section by what stands behind them.
    struct Row {
        let title: String
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
        let label: String
        let statements: Int
        let outlets: Int
    }

    let sections: [Row]
    let groups: [(title: String, shares: [Share])]
    let statements: Int

    init(_ brief: Brief, references: References) {
        sections = brief.draft.sections.compactMap { section in
            var row = Row(title: section.title)
            for statement in section.blocks.flatMap(\.statements) { row.count(statement) }
            return row.total == 0 ? nil : row
        }
        statements = references.statements.count
        groups = Self.traits.map { title, trait in (title, Self.shares(references, by: trait)) }.filter { !$0.1.isEmpty }
    }

    /// Nil for what is not known of an outlet. What is known of none is not shown at all.
    private static let traits: [(title: String, trait: @Sendable (Outlet, Citation) -> String?)] = [
        ("Kind of outlet", { outlet, _ in outlet.kind == .unknown ? nil : outlet.kind.rawValue }),
        ("Language", { _, citation in LanguageNames.name(citation.language) }),
        ("Country", { outlet, _ in outlet.country }),
        ("Owner", { outlet, _ in outlet.ownerGroup }),
    ]

    /// The most relied on first, then by name; what is not known of some comes last.
    private static func shares(_ references: References, by trait: (Outlet, Citation) -> String?) -> [Share] {
        var statements: [String: Int] = [:], outlets: [String: Set<OutletID>] = [:]
        for statement in references.statements {
            var labels: Set<String> = []
            for citation in statement.citations {
                let label = trait(references.outlet(citation.outlet), citation) ?? unknown
                labels.insert(label)
                outlets[label, default: []].insert(citation.outlet)
            }
            for label in labels { statements[label, default: 0] += 1 }
        }
        guard statements.keys.contains(where: { $0 != unknown }) else { return [] }
        return statements.map { Share(label: $0.key, statements: $0.value, outlets: outlets[$0.key, default: []].count) }
            .sorted { ($0.label == unknown ? 1 : 0, $1.statements, $0.label) < ($1.label == unknown ? 1 : 0, $0.statements, $1.label) }
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
    var words: String {
        let parts = [
            (several, "by several outlets"), (passedOn, "by several from one origin"), (single, single == 1 ? "by one outlet" : "by one outlet each"),
        ]
        let told = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "\(Wording.counted(total, "statement")): \(told)" + (disputed == 0 ? "" : "; \(disputed) disputed")
    }
}

extension VoiceCounts.Share {
    /// "9 statements, 2 outlets".
    var words: String { "\(Wording.counted(statements, "statement")), \(Wording.counted(outlets, "outlet"))" }
}

extension VoiceCounts {
    static let title = "Who says it"
    static let method = """
        Counted from this brief alone. Several outlets: no shared origin is known, reprints left out and outlets of one owner counted once. A statement on \
        outlets of two kinds counts for both.
        """

    /// "Wire agency 36, national daily 19", for forms without pictures.
    static func line(_ group: (title: String, shares: [Share])) -> String {
        "\(group.title): " + group.shares.map { "\($0.label) \($0.statements)" }.joined(separator: ", ") + "."
    }
}
