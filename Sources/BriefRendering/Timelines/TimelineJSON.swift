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
            json.array("stories", timeline.lanes) { json, lane in
                json.object { json in
                    json.field("id", lane.story.rawValue)
                    json.field("title", lane.title)
                    json.array("updates", lane.steps) { json, step in json.object { write(step, to: &$0) } }
                }
            }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ step: TopicTimeline.Step, to json: inout JSONWriter) {
        json.field("day", step.day.description)
        json.field("kind", step.kind.rawValue)
        json.field("outlets", step.outlets)
        json.array("citations", step.citations) { json, citation in
            json.object { json in
                json.field("article", citation.passage.article.rawValue)
                json.field("version", citation.passage.version)
                json.field("range", citation.passage.range)
                json.field("exact", citation.passage.exact)
                json.field("page", citation.passage.page)
                json.field("outlet", citation.outlet)
                json.field("title", citation.title)
                json.field("address", citation.address)
                json.field("published", citation.day.description)
            }
        }
    }
}
