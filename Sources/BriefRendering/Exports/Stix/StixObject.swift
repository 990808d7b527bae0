import BriefModel

/// One object of a bundle: what all kinds have in common, and what only its kind says.
struct StixObject {
    enum Kind: String { case bundle, report, note, opinion, identity }

    let kind: Kind
    let id: String
    private let moment: Timestamp
    private let content: (inout JSONWriter) -> Void

    /// - Parameter parts: all that the object says, so that two that differ never share an identifier.
    init(_ kind: Kind, named parts: [String], moment: Timestamp, content: @escaping (inout JSONWriter) -> Void) {
        self.kind = kind
        id = Self.identifier(kind, parts)
        self.moment = moment
        self.content = content
    }

    /// `note--` and a UUID of version 5, which section 2.9 allows in a name space of one's own.
    static func identifier(_ kind: Kind, _ parts: [String]) -> String { "\(kind.rawValue)--\(NameUUID([kind.rawValue] + parts))" }

    func write(createdBy author: String, marking: TrafficLight?, to json: inout JSONWriter) {
        json.object { json in
            json.field("type", kind.rawValue)
            json.field("spec_version", "2.1")
            json.field("id", id)
            if id != author { json.field("created_by_ref", author) }
            json.field("created", moment.stix)
            json.field("modified", moment.stix)
            if let marking { json.field("object_marking_refs", [marking.stixIdentifier]) }
            content(&json)
        }
    }
}

/// A passage with where it stands.
struct ExternalReference {
    let words: String
    /// The article version and the bytes of its text: what machines compare.
    let place: String
    private let outlet: String
    private let address: String?

    init(_ citation: Citation, in references: References) {
        self.init(
            citation.passage, outlet: references.outlet(citation.outlet).name, address: references.source(citation.passage.article)?.address)
    }

    init(_ passage: Passage, of source: BriefSource) { self.init(passage, outlet: source.outlet.name, address: source.address) }

    private init(_ passage: Passage, outlet: String, address: String?) {
        words = passage.exact
        place = "\(passage.article) version \(passage.version) bytes \(passage.range.lowerBound)-\(passage.range.upperBound)"
        self.outlet = outlet
        self.address = address.flatMap { $0.hasPrefix("file:") ? nil : Link(address: $0)?.text }
    }

    func write(to json: inout JSONWriter) {
        json.field("source_name", outlet)
        json.field("description", words)
        if let address { json.field("url", address) }
        json.field("external_id", place)
    }
}

extension Timestamp {
    /// To the millisecond, as STIX writes moments.
    var stix: String { description.dropLast() + ".000Z" }
}

extension TrafficLight {
    /// The marking definitions of TLP 2.0 that OASIS publishes (cti-stix-common-objects, extension definition "tlp-2.0"): everybody uses these very ones.
    var stixIdentifier: String {
        let id =
            switch self {
            case .clear: "94868c89-83c2-464b-929b-a1a8aa3c8487"
            case .green: "bab4a63c-aed9-4cf5-a766-dfca5abac2bb"
            case .amber: "55d920b0-5e8b-4f79-9ee9-91f868d9b421"
            case .amberStrict: "939a9414-2ddd-4d32-a0cd-375ea402b003"
            case .red: "e828b379-4e03-4974-9ac4-e53a884c97c1"
            }
        return "marking-definition--" + id
    }
}

extension JSONWriter {
    /// The published marking definition itself, word by word.
    mutating func marking(_ marking: TrafficLight) {
        object { json in
            json.field("type", "marking-definition")
            json.field("spec_version", "2.1")
            json.field("id", marking.stixIdentifier)
            json.field("created", "2022-10-01T00:00:00.000Z")
            json.field("name", marking.label)
            json.field("extensions") { json in
                json.field("extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d") { json in
                    json.field("extension_type", "property-extension")
                    json.field("tlp_2_0", marking.rawValue)
                }
            }
        }
    }
}
