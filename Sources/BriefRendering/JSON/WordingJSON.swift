import BriefModel

extension BriefJSON {
    /// What a language model had to do with the words. Not written where none was asked.
    func wording(to json: inout JSONWriter) {
        guard let wording = brief.wording else { return }
        json.field("wording") { json in
            json.field("model", wording.model)
            json.field("sections_asked", wording.sectionsAsked)
            json.field("sections_failed", wording.sectionsFailed)
            json.field("failure", wording.failure)
            json.field("admitted", wording.admitted)
            json.field("repaired", wording.repaired)
            json.array("dropped", wording.dropped) { json, item in
                json.object { json in
                    json.field("section", item.section)
                    json.field("reasons", item.reasons.map(\.rawValue))
                }
            }
            json.field("addressing_machines", wording.addressingMachines.map(\.rawValue))
            json.field("requests", wording.requests)
            json.field("input_tokens", wording.inputTokens)
            json.field("output_tokens", wording.outputTokens)
        }
    }
}
