import BriefModel

/// Who may be shown a document: the Traffic Light Protocol 2.0 (FIRST, August 2022). It is the user's to set; nothing here derives it.
public enum TrafficLight: String, CaseIterable, Hashable, Sendable {
    case clear, green, amber
    case amberStrict = "amber+strict"
    case red

    /// As the standard has it written: `TLP:AMBER+STRICT`.
    public var label: String { "TLP:" + rawValue.uppercased() }

    /// What the standard lets a recipient do, in a sentence.
    public var rule: String {
        switch self {
        case .clear: "May be shared without restriction."
        case .green: "May be shared within the community, not on public channels."
        case .amber: "May be shared within the organisation and with its clients, where they need to know."
        case .amberStrict: "May be shared within the organisation only, where its members need to know."
        case .red: "For the eyes and ears of individual recipients only."
        }
    }

    /// The letters' colour on black, red, green and blue in hexadecimal, as the standard sets it.
    var colour: String {
        switch self {
        case .clear: "FFFFFF"
        case .green: "33FF00"
        case .amber, .amberStrict: "FFC000"
        case .red: "FF2B2B"
        }
    }

    /// The class of a page so marked.
    var cssClass: String {
        switch self {
        case .amberStrict: "tlp-amber-strict"
        default: "tlp-" + rawValue
        }
    }
}
