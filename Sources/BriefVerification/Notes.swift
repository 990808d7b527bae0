import BriefModel

/// One sentence for a reader on each finding.
struct Notes {
    let index: EvidenceIndex

    static func exempt(_ reason: ReasonCode) -> String {
        switch reason {
        case .heading: "A heading: nothing to check."
        case .metadata: "About the brief itself: nothing to check."
        case .forecast: "A guess at what may come: nothing to check yet."
        default: "A view or a recommendation: nothing to check."
        }
    }

    func note(_ text: String, _ judgement: Judgement) -> String { "" }
}
