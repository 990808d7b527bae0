import BriefModel

extension SourceCatalogue {
    /// CSL-JSON, as citation processors and reference managers read it. A list has no head to be marked, so that each item is.
    func cslJSON() -> [UInt8] {
        var json = JSONWriter()
        json.list(entries) { json, entry in
            json.object { json in
                json.field("id", entry.key)
                json.field("type", entry.source.outlet.kind.cslType)
                json.field("title", entry.source.title)
                if !entry.source.authors.isEmpty {
                    json.array("author", entry.source.authors) { json, name in json.object { $0.field("literal", name) } }
                }
                json.field("container-title", entry.source.outlet.name)
                json.field("issued") { json in
                    json.field("date-parts", [[entry.source.day.year, entry.source.day.month, entry.source.day.day]])
                }
                json.field("language", entry.source.language)
                if let address = entry.address { json.field("URL", address) }
                if let marking { json.field("note", marking.label) }
            }
        }
        json.newline()
        return json.bytes
    }
}

extension OutletKind {
    /// The item type of CSL 1.0.2 that comes nearest.
    fileprivate var cslType: String {
        switch self {
        case .wireAgency, .nationalDaily, .regional, .tabloid: "article-newspaper"
        case .tradePress: "article-magazine"
        case .thinkTank, .government: "report"
        case .blog: "post-weblog"
        case .opinion, .contentFarm, .unknown: "webpage"
        }
    }
}
