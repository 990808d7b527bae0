import BriefModel

/// What an edition says of its own statements since the one before, for those who read nothing else: by kind of change, each statement once.
struct ChangedStatements {
    struct Group {
        let title: String
        /// With the words the edition before had, where they differ.
        let statements: [(statement: PublishedEdition.Statement, before: String?)]
        let leftOut: Int
    }

    let since: CalendarDay
    let groups: [Group]
    let withdrawn: [PublishedEdition.Delta.Withdrawal]

    /// Statements of a kind at most; the others are in the brief below.
    private static let shown = 10

    /// Nil where it was compared with none.
    init?(_ edition: PublishedEdition) {
        guard let delta = edition.delta, let since = CalendarDay(iso: delta.since.prefix(10)) else { return nil }
        self.since = since
        withdrawn = delta.withdrawn
        // What stands at the top is not told again as new.
        var told = Set(([edition.headline] + edition.deck).filter { $0.change?.kind == .new }.map(\.number))
        let statements = edition.statements.filter { told.insert($0.number).inserted }
        groups = PublishedEdition.Change.Kind.news.compactMap { kind, title in
            let found = statements.filter { $0.change?.kind == kind }
            guard !found.isEmpty else { return nil }
            return Group(
                title: title, statements: found.prefix(Self.shown).map { ($0, $0.change?.before) }, leftOut: max(0, found.count - Self.shown))
        }
    }
}

extension PublishedEdition.Change.Kind {
    /// What weighs most first; what is only told now, or stands as it stood, is no news.
    fileprivate static let news: [(kind: Self, title: String)] = [
        (.revised, "Revised"), (.disputed, "Newly disputed"), (.new, "New"), (.strengthened, "Told by more outlets"),
    ]
}
