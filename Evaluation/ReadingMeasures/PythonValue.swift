/// A value of the small part of Python that feedparser's expectations are written in.
indirect enum PythonValue: Equatable {
    case none
    case bool(Bool)
    case number(Double)
    case string(String)
    case list([PythonValue])
    case tuple([PythonValue])
    case dictionary([String: PythonValue])

    var isTrue: Bool {
        switch self {
        case .none: false
        case .bool(let value): value
        case .number(let value): value != 0
        case .string(let value): !value.isEmpty
        case .list(let values), .tuple(let values): !values.isEmpty
        case .dictionary(let values): !values.isEmpty
        }
    }

    /// `==` as Python has it: true and false are one and zero.
    static func areEqual(_ left: PythonValue, _ right: PythonValue) -> Bool {
        switch (left, right) {
        case (.bool(let value), .number(let number)), (.number(let number), .bool(let value)): number == (value ? 1 : 0)
        case (.list(let left), .list(let right)), (.tuple(let left), .tuple(let right)):
            left.count == right.count && zip(left, right).allSatisfy(areEqual)
        case (.dictionary(let left), .dictionary(let right)):
            left.count == right.count && left.allSatisfy { key, value in right[key].map { areEqual(value, $0) } ?? false }
        default: left == right
        }
    }
}

/// The dictionaries of feedparser answer to older names of a key too (its documentation, "reference").
enum FeedparserNames {
    static func look(up key: String, in values: [String: PythonValue]) -> PythonValue? {
        switch key {
        case "category": return look(up: "tags", in: values).flatMap(first).flatMap { member("term", $0) }
        case "enclosures": return .list(links("enclosure", values))
        case "license": return links("license", values).first.flatMap { member("href", $0) }
        case "updated", "updated_parsed":
            return values[key] ?? values[key == "updated" ? "published" : "published_parsed"]
        default: break
        }
        for name in synonyms[key] ?? [] { if let value = values[name] { return value } }
        return values[key]
    }

    private static func first(_ value: PythonValue) -> PythonValue? { if case .list(let values) = value { values.first } else { nil } }

    private static func member(_ name: String, _ value: PythonValue) -> PythonValue? {
        if case .dictionary(let values) = value { values[name] } else { nil }
    }

    private static func links(_ relation: String, _ values: [String: PythonValue]) -> [PythonValue] {
        guard case .list(let links)? = values["links"] else { return [] }
        return links.filter { member("rel", $0) == .string(relation) }
    }

    private static let synonyms: [String: [String]] = [
        "channel": ["feed"], "items": ["entries"], "guid": ["id"], "date": ["updated"], "date_parsed": ["updated_parsed"],
        "description": ["summary", "subtitle"], "description_detail": ["summary_detail", "subtitle_detail"], "url": ["href"],
        "modified": ["updated"], "modified_parsed": ["updated_parsed"], "issued": ["published"], "issued_parsed": ["published_parsed"],
        "copyright": ["rights"], "copyright_detail": ["rights_detail"], "tagline": ["subtitle"], "tagline_detail": ["subtitle_detail"],
    ]
}
