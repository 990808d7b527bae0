public import BriefModel

/// The forms a timeline can take.
public enum TimelineFormat: String, CaseIterable, Sendable { case terminal, markdown, json, svg }

/// A timeline as UTF-8. Equal input gives equal bytes.
public func render(_ timeline: TopicTimeline, as format: TimelineFormat, style: TerminalStyle = .plain) -> [UInt8] {
    switch format {
    case .terminal: TimelineText(timeline: timeline, style: style).document()
    case .markdown: TimelineMarkdown(timeline: timeline).document()
    case .json: TimelineJSON(timeline: timeline).document()
    case .svg: TimelinePicture(timeline).document()
    }
}

extension TopicTimeline {
    /// "7 stories, 12 January to 1 March 2026."
    var countLine: Phrase {
        let days = lanes.flatMap(\.steps).map(\.day)
        let stories = Phrase("{count} stories", ["count": lanes.count])
        let line: Phrase = if let first = days.min(), let last = days.max() { .series([stories, Wording.span(first, last)]) } else { stories }
        let sentence = Phrase("{sentence}.", ["sentence": line])
        return leftOut == 0 ? sentence : .sentences([sentence, Phrase("{count} stories of fewer outlets not shown.", ["count": leftOut])])
    }

    /// Nil where the encoder reads every language there is.
    var languageNote: Phrase? {
        guard !joinedByNames.isEmpty else { return nil }
        return Phrase(
            "Articles in {languages} were joined to their stories by names, figures and dates only: the model that compares meanings does not read them.",
            ["languages": Phrase.list(joinedByNames.map(LanguageNames.phrase))])
    }

    static let method: Phrase = "Counts are of independent outlets: reprints are left out and outlets of one owner count once."
}

extension TopicTimeline.Step {
    /// "3 outlets", "2 outlets, told later".
    var counted: Phrase {
        kind == .told ? Phrase("{count} outlets, told later", ["count": outlets]) : Phrase("{count} outlets", ["count": outlets])
    }
}
