import BriefModel

extension BriefJSON {
    /// How the statements of the edition before fared. Not written for a first edition.
    func delta(to json: inout JSONWriter) {
        guard let delta = brief.delta else { return }
        json.field("delta") { json in
            json.field("since", delta.since.description)
            json.array("withdrawn", delta.withdrawn) { json, item in
                json.object { json in
                    json.field("text", item.text)
                    json.field("reason", item.reason.rawValue)
                    guard let now = item.now else { return }
                    json.field("now") { passage(now, to: &$0) }
                }
            }
            json.field("left_out", delta.leftOut)
        }
    }

    /// How a statement stands to the edition before.
    func change(of statement: Statement, to json: inout JSONWriter) {
        guard let delta = brief.delta else { return }
        json.field("change") { json in
            switch delta.change(of: statement.id) {
            case .new: json.field("kind", "new")
            case .toldNow: json.field("kind", "told-now")
            case .strengthened(let from, let to):
                json.field("kind", "strengthened")
                json.field("outlets_before", from)
                json.field("outlets", to)
            case .revised(let before):
                json.field("kind", "revised")
                json.field("before", before)
            case .disputed: json.field("kind", "disputed")
            case .unchanged: json.field("kind", "unchanged")
            }
        }
    }
}
