import BriefModel

/// Trends as JSON: each story with its kind, its numbers and the series behind them.
struct TrendsJSON {
    let trends: Trends

    func document() -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.field("format", "bigpicture.trends/1")
            json.field("topic", trends.topic)
            json.field("as_of", trends.asOf.description)
            json.field("days", trends.window)
            json.array("stories", trends.stories) { json, story in json.object { write(story, to: &$0) } }
        }
        json.newline()
        return json.bytes
    }

    private func write(_ story: Coverage, to json: inout JSONWriter) {
        json.field("id", story.story.rawValue)
        json.field("title", story.title)
        json.field("outlets", story.outlets)
        switch story.trend {
        case .rising(let found, let expected):
            json.field("trend", "rising")
            json.field("reports", found)
            json.field("expected", Self.hundredths(expected))
        case .new: json.field("trend", "new")
        case .steady: json.field("trend", "steady")
        case .quiet(let since, let expected):
            json.field("trend", "quiet")
            json.field("since", since.description)
            json.field("expected", Self.hundredths(expected))
        }
        json.array("series", story.days) { json, day in
            json.object { json in
                json.field("day", day.day.description)
                json.field("outlets", day.outlets.map(\.rawValue))
            }
        }
    }

    /// As text of two digits after the point, so that the bytes are the same everywhere.
    static func hundredths(_ number: Double) -> String {
        let whole = Int((number * 100).rounded())
        return "\(whole / 100).\(whole % 100 < 10 ? "0" : "")\(whole % 100)"
    }
}
