import BriefEngine
import BriefModel

/// Where each statement comes from, in the terms of W3C PROV (PROV-DM, serialised as PROV-JSON, W3C Member Submission of 24 April 2013): statements are derived
/// from passages, passages are quotations from article versions, those were fetched from where their outlet published them; one program wrote and verified.
struct ProvenanceGraph {
    /// By kind of record, then identifier, then attribute: the shape of PROV-JSON.
    typealias Document = [String: [String: [String: String]]]

    private let bundle: EvidenceBundle
    private let articles: [ArticleRecord]
    private let passages: [PassageRecord]

    init(_ bundle: EvidenceBundle, articles: [ArticleRecord], passages: [PassageRecord]) {
        self.bundle = bundle
        self.articles = articles
        self.passages = passages
    }

    /// PROV-JSON has the prefixes one level flatter than the records, so the document is made of two halves.
    var document: ProvenanceDocument { ProvenanceDocument(prefix: ["bp": "https://big-picture.invalid/provenance#"], records: records) }

    private var records: Document {
        var out: Document = [:]
        func add(_ kind: String, _ id: String, _ attributes: [String: String]) { out[kind, default: [:]][id] = attributes }
        func relate(_ kind: String, _ attributes: [String: String]) { add(kind, "_:\(kind)\((out[kind]?.count ?? 0) + 1)", attributes) }

        add(
            "agent", "bp:program",
            [
                "prov:type": "prov:SoftwareAgent", "prov:label": "\(bundle.software.program) \(bundle.software.version)",
                "bp:encoder": "\(bundle.software.encoder) \(bundle.software.encoderHash)",
            ])
        let named = Set(articles.map(\.outlet))
        for outlet in bundle.outlets where named.contains(outlet.id.rawValue) {
            add("agent", Self.outlet(outlet.id.rawValue), ["prov:type": "prov:Organization", "prov:label": outlet.name])
        }
        add(
            "activity", "bp:writing",
            ["prov:endTime": bundle.brief.asOf.description, "prov:label": "Statements chosen with their passages and worded"])
        add("activity", "bp:verification", ["prov:label": "Each statement judged against the passages it cites"])
        for activity in ["bp:writing", "bp:verification"] {
            relate("wasAssociatedWith", ["prov:activity": activity, "prov:agent": "bp:program"])
        }
        add("entity", "bp:brief", ["prov:type": "bp:Brief", "prov:label": bundle.brief.title, "bp:sha256": Hash.sha256(bundle.json)])
        relate("wasGeneratedBy", ["prov:entity": "bp:brief", "prov:activity": "bp:writing", "prov:time": bundle.brief.asOf.description])
        relate("used", ["prov:activity": "bp:verification", "prov:entity": "bp:brief"])

        var places: [String: Int] = [:]
        for (place, article) in articles.enumerated() {
            places["\(article.article) \(article.version)"] = place + 1
            let id = "bp:article-\(place + 1)"
            add(
                "entity", id,
                [
                    "prov:type": "bp:ArticleVersion", "prov:label": article.title, "prov:location": article.address, "bp:article": article.article,
                    "bp:version": String(article.version), "bp:sha256": article.sha256,
                ])
            add("activity", "bp:reading-\(place + 1)", ["prov:startTime": article.accessed, "prov:endTime": article.accessed])
            relate("wasGeneratedBy", ["prov:entity": id, "prov:activity": "bp:reading-\(place + 1)", "prov:time": article.accessed])
            relate("wasAttributedTo", ["prov:entity": id, "prov:agent": Self.outlet(article.outlet)])
            relate("used", ["prov:activity": "bp:writing", "prov:entity": id])
        }
        for (number, statement) in bundle.brief.numbered {
            add("entity", "bp:statement-\(number)", ["prov:type": "bp:Statement", "prov:value": statement.text])
            relate("hadMember", ["prov:collection": "bp:brief", "prov:entity": "bp:statement-\(number)"])
        }
        for (place, passage) in passages.enumerated() {
            let id = "bp:passage-\(place + 1)"
            add(
                "entity", id,
                ["prov:type": "bp:Passage", "prov:value": passage.exact, "bp:start": String(passage.start), "bp:end": String(passage.end)])
            if let article = places["\(passage.article) \(passage.version)"] {
                relate(
                    "wasDerivedFrom",
                    [
                        "prov:generatedEntity": id, "prov:usedEntity": "bp:article-\(article)", "prov:type": "prov:Quotation",
                    ])
            }
            for number in passage.statements {
                relate("wasDerivedFrom", ["prov:generatedEntity": "bp:statement-\(number)", "prov:usedEntity": id])
            }
        }
        return out
    }

    /// A name fit for an identifier; what is not a plain letter or digit becomes a hyphen and its number.
    private static func outlet(_ id: String) -> String {
        "bp:outlet-"
            + id.unicodeScalars.map { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-")
                    ? String(scalar) : "-\(scalar.value)-"
            }.joined()
    }
}

/// The prefixes and the records, in one object.
struct ProvenanceDocument: Encodable {
    let prefix: [String: String]
    let records: ProvenanceGraph.Document

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        try values.encode(prefix, forKey: Key(stringValue: "prefix"))
        for (kind, items) in records { try values.encode(items, forKey: Key(stringValue: kind)) }
    }
}
