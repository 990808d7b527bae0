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
    var countLine: String {
        var line = Wording.counted(lanes.count, "story", plural: "stories")
        let days = lanes.flatMap(\.steps).map(\.day)
        if let first = days.min(), let last = days.max() { line += ", " + Wording.span(first, last) }
        return line + "." + (leftOut > 0 ? " \(Wording.counted(leftOut, "story", plural: "stories")) of fewer outlets not shown." : "")
    }

    /// Nil where the encoder reads every language there is.
    var languageNote: String? {
        guard !joinedByNames.isEmpty else { return nil }
        let names = Wording.list(joinedByNames.map(LanguageNames.name))
        return
            "Articles in \(names) were joined to their stories by names, figures and dates only: the model that compares meanings does not read them."
    }

    static let method = "Counts are of independent outlets: reprints are left out and outlets of one owner count once."
}

extension TopicTimeline.Step {
    /// "3 outlets", "2 outlets, told later".
    var counted: String { Wording.counted(outlets, "outlet") + (kind == .told ? ", told later" : "") }
}
