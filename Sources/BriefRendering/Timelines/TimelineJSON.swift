import BriefModel

/// A timeline as JSON: each story with its steps, each step with its passages by byte range.
struct TimelineJSON {
    let timeline: TopicTimeline

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("format", "bigpicture.timeline/1")
            json.field("topic", timeline.topic)
            json.field("as_of", timeline.asOf.description)
            json.field("left_out", timeline.leftOut)
            json.field("joined_by_names", timeline.joinedByNames)
            json.array("stories", timeline.lanes) { json, lane in
                json.object { json in
                    json.field("id", lane.story.rawValue)
                    json.field("title", lane.title)
                    json.array("updates", lane.steps) { json, step in json.object { step.write(to: &$0) } }
                }
            }
        }
        json.newline()
        return json.bytes
    }
}

extension TopicTimeline.Step {
    func write(to json: inout JSONWriter) {
        json.field("day", day.description)
        json.field("kind", kind.rawValue)
        json.field("outlets", outlets)
        json.array("citations", citations) { json, citation in json.object { citation.write(to: &$0) } }
    }
}

extension TopicTimeline.Citation {
    func write(to json: inout JSONWriter) {
        json.field("article", passage.article.rawValue)
        json.field("version", passage.version)
        json.field("range", passage.range)
        json.field("exact", passage.exact)
        json.field("page", passage.page)
        json.field("outlet", outlet)
        json.field("outlet_kind", kind.rawValue)
        json.field("language", language)
        json.field("title", title)
        json.field("address", address)
        json.field("published", day.description)
    }
}
