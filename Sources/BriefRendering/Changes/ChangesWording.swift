import BriefModel

extension Changes {
    /// "What changed between 14 February and 1 March 2026".
    var heading: String { "What changed since \(sinceInWords)" }

    /// One line of a brief: "Since 14 February: 1 new story … All of it: bigpicture changes."
    var line: String { "Since \(sinceInWords): \(countLine) All of it: bigpicture changes." }

    private var sinceInWords: String { since.year == asOf.year ? "\(since.day) \(CalendarDay.monthNames[since.month - 1])" : since.inWords }

    /// The sum of it: "2 new stories, 14 updates of 8 known ones, 1 corrected, 1 replaced, 1 gone quiet; 3 stories unchanged."
    var countLine: String {
        let new = stories.count { $0.lineage == .new }
        let known = stories.filter { $0.lineage != .new && !$0.updates.isEmpty }
        let updates = known.reduce(0) { $0 + $1.updates.count }
        var parts: [String] = []
        if new > 0 { parts.append(Wording.counted(new, "new story", plural: "new stories")) }
        if updates > 0 {
            parts.append("\(Wording.counted(updates, "update")) in \(Wording.counted(known.count, "known story", plural: "known stories"))")
        }
        for kind in Revision.Kind.allCases {
            let count = revisions.count { $0.kind == kind }
            if count > 0 { parts.append("\(Wording.grouped(count)) \(kind.inWords)") }
        }
        if !quiet.isEmpty { parts.append("\(Wording.counted(quiet.count, "story", plural: "stories")) gone quiet") }
        if leftOut > 0 { parts.append(Wording.counted(leftOut, "more story with news", plural: "more stories with news")) }
        let line = parts.isEmpty ? "Nothing changed" : Wording.list(parts)
        return counts.unchanged == 0 ? line + "." : "\(line); \(Wording.counted(counts.unchanged, "story", plural: "stories")) without news."
    }

    /// What was published in between: "25 reports by 11 outlets; 6 reprints left out."
    var sourceLine: String {
        guard counts.reports > 0 else { return "Nothing on the topic was published since." }
        let reprints = counts.reprints == 0 ? "" : "; \(Wording.counted(counts.reprints, "reprint")) left out"
        return "From \(Wording.counted(counts.reports, "report")) by \(Wording.counted(counts.outlets, "outlet"))\(reprints)."
    }

    /// Nil where every story with news is shown.
    var leftOutLine: String? { leftOut == 0 ? nil : "\(Wording.counted(leftOut, "more story", plural: "more stories")) of fewer outlets not shown." }

    static let method =
        "Counts are of independent outlets: reprints are left out and outlets of one owner count once. News told by several outlets is shown once."

    /// More updates of one story than this are not shown, except in JSON.
    static let shownUpdates = 8
}

extension Changes.Revision.Kind {
    /// As it goes after a number and before a label.
    var inWords: String {
        switch self {
        case .corrected: "corrected"
        case .reworded: "reworded"
        case .replaced: "contradicted by a later report"
        case .disputed: "newly disputed"
        }
    }

    /// What the two passages are called, seven letters at most.
    var sides: (now: String, before: String) { self == .disputed ? ("this", "against") : ("now", "before") }

    var label: String {
        switch self {
        case .corrected: "Corrected"
        case .reworded: "Reworded"
        case .replaced: "Later report"
        case .disputed: "Disputed"
        }
    }
}

extension Changes.Revision {
    /// "Later report."; nil where the reason begins with the same word.
    var labelBeforeReason: String? { why.hasPrefix(kind.label) ? nil : kind.label.closed }
}

extension Changes.Development {
    /// "New story", "Was told as two stories: …", "Split off from …"; nil for a story that goes on as it was.
    var lineageInWords: String? {
        switch lineage {
        case .new: "New story"
        case .known: nil
        case .merged(let titles): "Was told apart: \(Wording.list(titles.map { "“\($0)”" }))"
        case .split(let title): "Split off from “\(title)”"
        }
    }

    /// The updates shown: those of most outlets, in the order of their days.
    var shown: [TopicTimeline.Step] {
        guard updates.count > Changes.shownUpdates else { return updates }
        let weighty = updates.enumerated().sorted { ($1.element.outlets, $1.offset) < ($0.element.outlets, $0.offset) }
        let kept = Set(weighty.prefix(Changes.shownUpdates).map(\.offset))
        return updates.enumerated().filter { kept.contains($0.offset) }.map(\.element)
    }
}

extension TopicTimeline.Citation {
    /// "The Daily Klaxon, tabloid", "Le Fanal, in French"; the kind only of outlets whose word alone never carries a statement.
    var attribution: String {
        let marks =
            (kind.needsCorroboration ? [kind.rawValue] : []) + (LanguageNames.isForeign(language) ? ["in " + LanguageNames.name(language)] : [])
        return ([outlet] + marks).joined(separator: ", ")
    }
}

extension TopicTimeline.Step {
    /// "also The Wire and Le Fanal"; nil where one outlet told it.
    var others: String? { citations.count > 1 ? "also " + Wording.list(citations.dropFirst().map(\.attribution)) : nil }
}

extension Changes.Silence {
    /// "Last told of on 7 February 2026, though 5 reports were to be expected since."
    var sentence: String {
        "Last told of on \(last.inWords), though \(Wording.tenths(expected)) reports were to be expected since."
    }
}
