import BriefModel

/// Changes as JSON: the counts, then every revision, story and silence with its passages by byte range.
struct ChangesJSON {
    let changes: Changes

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("format", "bigpicture.changes/1")
            json.field("topic", changes.topic)
            json.field("since", changes.since.description)
            json.field("as_of", changes.asOf.description)
            json.field("reports", changes.counts.reports)
            json.field("reprints", changes.counts.reprints)
            json.field("outlets", changes.counts.outlets)
            json.field("unchanged_stories", changes.counts.unchanged)
            json.field("left_out", changes.leftOut)
            json.array("revisions", changes.revisions) { json, revision in json.object { write(revision, to: &$0) } }
            json.array("stories", changes.stories) { json, story in json.object { write(story, to: &$0) } }
            json.array("quiet", changes.quiet) { json, silence in json.object { write(silence, to: &$0) } }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ revision: Changes.Revision, to json: inout JSONWriter) {
        json.field("kind", revision.kind.rawValue)
        json.field("story", revision.story?.rawValue)
        json.field("what_differs", revision.whatDiffers)
        json.field("why", revision.why)
        json.field("outlets", revision.outlets)
        if let now = revision.now { json.field("now", object: { now.write(to: &$0) }) }
        if let before = revision.before { json.field("before", object: { before.write(to: &$0) }) }
    }

    private func write(_ story: Changes.Development, to json: inout JSONWriter) {
        json.field("id", story.story.rawValue)
        json.field("title", story.title)
        json.field("lineage", story.lineage.word)
        json.field("formerly", story.lineage.formerly)
        json.field("outlets", story.outlets)
        json.array("updates", story.updates) { json, step in json.object { step.write(to: &$0) } }
    }

    private func write(_ silence: Changes.Silence, to json: inout JSONWriter) {
        json.field("id", silence.story.rawValue)
        json.field("title", silence.title)
        json.field("since", silence.last.description)
        json.field("expected", TrendsJSON.hundredths(silence.expected))
        if let citation = silence.citation { json.field("last", object: { citation.write(to: &$0) }) }
    }
}

extension StoryLineage {
    fileprivate var word: String {
        switch self {
        case .new: "new"
        case .known: "known"
        case .merged: "merged"
        case .split: "split"
        }
    }

    /// Titles of the stories it came of, where that is more than one or another.
    fileprivate var formerly: [String] {
        switch self {
        case .new, .known: []
        case .merged(let titles): titles
        case .split(let title): [title]
        }
    }
}
