import BriefModel

extension Changes {
    /// "What changed since 14 February".
    var heading: Phrase { Phrase("What changed since {day}", ["day": sinceInWords]) }

    /// One line of a brief: "Since 14 February: 1 new story … All of it: bigpicture changes."
    var line: String { "Since \(sinceInWords.english): \(countLine.english) All of it: bigpicture changes." }

    private var sinceInWords: Phrase { since.year == asOf.year ? Words.withoutYear(since) : Words.phrase(since) }

    /// The sum of it: "2 new stories, 14 updates of 8 known ones, 1 corrected, 1 replaced, 1 gone quiet; 3 stories unchanged."
    var countLine: Phrase {
        let new = stories.count { $0.lineage == .new }
        let known = stories.filter { $0.lineage != .new && !$0.updates.isEmpty }
        let updates = known.reduce(0) { $0 + $1.updates.count }
        var parts: [Phrase] = []
        if new > 0 { parts.append(Phrase("{count} new stories", ["count": new])) }
        if updates > 0 { parts.append(Phrase("{updates} updates in {stories} known stories", ["updates": updates, "stories": known.count])) }
        for kind in Revision.Kind.allCases {
            let count = revisions.count { $0.kind == kind }
            if count > 0 { parts.append(kind.counted(count)) }
        }
        if !quiet.isEmpty { parts.append(Phrase("{count} stories gone quiet", ["count": quiet.count])) }
        if leftOut > 0 { parts.append(Phrase("{count} more stories with news", ["count": leftOut])) }
        let line = parts.isEmpty ? "Nothing changed" : Phrase.list(parts)
        return counts.unchanged == 0
            ? Phrase("{sentence}.", ["sentence": line])
            : Phrase("{changes}; {count} stories without news.", ["changes": line, "count": counts.unchanged])
    }

    /// What was published in between: "25 reports by 11 outlets; 6 reprints left out."
    var sourceLine: Phrase {
        guard counts.reports > 0 else { return "Nothing on the topic was published since." }
        return Phrase(
            "From {reports} reports by {outlets} outlets; {reprints} reprints left out.",
            ["reports": counts.reports, "outlets": counts.outlets, "reprints": counts.reprints])
    }

    /// Nil where every story with news is shown.
    var leftOutLine: Phrase? { leftOut == 0 ? nil : Phrase("{count} more stories of fewer outlets not shown.", ["count": leftOut]) }

    static let method: Phrase =
        "Counts are of independent outlets: reprints are left out and outlets of one owner count once. News told by several outlets is shown once."

    /// More updates of one story than this are not shown, except in JSON.
    static let shownUpdates = 8
}

extension Changes.Revision.Kind {
    fileprivate func counted(_ count: Int) -> Phrase {
        switch self {
        case .corrected: Phrase("{count} corrected", ["count": count])
        case .reworded: Phrase("{count} reworded", ["count": count])
        case .replaced: Phrase("{count} contradicted by a later report", ["count": count])
        case .disputed: Phrase("{count} newly disputed", ["count": count])
        }
    }

    /// What the two passages are called, seven letters at most in English.
    var sides: (now: Phrase, before: Phrase) {
        self == .disputed
            ? (Phrase("this", context: "side of a dispute"), Phrase("against", context: "side of a dispute"))
            : (Phrase("now", context: "side of a revision"), Phrase("before", context: "side of a revision"))
    }

    var label: Phrase {
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
    var labelBeforeReason: Phrase? { why.hasPrefix(kind.label.english) ? nil : Phrase("{sentence}.", ["sentence": kind.label]) }
}

extension Changes.Development {
    /// "New story", "Was told as two stories: …", "Split off from …"; nil for a story that goes on as it was.
    var lineageInWords: Phrase? {
        switch lineage {
        case .new: "New story"
        case .known: nil
        case .merged(let titles): Phrase("Was told apart: {titles}", ["titles": Phrase.list(titles.map { Phrase("“{title}”", ["title": $0]) })])
        case .split(let title): Phrase("Split off from “{title}”", ["title": title])
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
    func attribution(for reader: Language) -> Phrase {
        let marks =
            (kind.needsCorroboration ? [kind.phrase] : [])
            + (reader.isForeign(language) ? [Phrase("in {language}", ["language": LanguageNames.phrase(language)])] : [])
        return .series([Phrase.verbatim(outlet.shown())] + marks)
    }

    var attribution: String { attribution(for: .english).english }
}

extension TopicTimeline.Step {
    /// "also The Wire and Le Fanal"; nil where one outlet told it.
    var others: String? { citations.count > 1 ? "also " + Wording.list(citations.dropFirst().map(\.attribution)) : nil }
}

extension Changes.Silence {
    /// "Last told of on 7 February 2026, though 5 reports were to be expected since."
    var sentence: Phrase {
        Phrase("Last told of on {day}, though {expected} reports were to be expected since.", ["day": last, "expected": Tenths(expected)])
    }
}
