import BriefModel
import BriefRendering
import Storage

/// What is looked for, as an address says it.
struct SearchRequest: Hashable {
    enum Kind: String, CaseIterable { case articles, quotes, figures }
    enum Way: String, CaseIterable { case words, meaning }
    enum Order: String, CaseIterable { case best, newest }

    var kind = Kind.articles
    /// As typed; of a longer question the beginning.
    var typed = ""
    var way = Way.words
    var order = Order.best
    var narrowing = Narrowing()
    var speaker = ""
    var unit = ""
    /// From 1.
    var page = 1

    static let longest = 200, perPage = 20
    /// Matches that are looked at, and so counted and paged through.
    static let mostMatches = 2_000, mostNearest = 200

    init(query: String) {
        func value(_ name: String) -> String? { FormText.value(of: name, in: query).map { String($0.unicodeScalars.prefix(Self.longest)) } }
        kind = value("kind").flatMap(Kind.init) ?? .articles
        typed = value("q") ?? ""
        way = value("by").flatMap(Way.init) ?? .words
        order = value("sort").flatMap(Order.init) ?? .best
        for facet in Facet.Kind.allCases { narrowing[facet] = Set(FormText.values(of: facet.rawValue, in: query).prefix(Narrowing.most)) }
        speaker = value("speaker") ?? ""
        unit = value("unit") ?? ""
        page = value("page").flatMap { Int($0) }.map { min(max($0, 1), Self.mostMatches / Self.perPage) } ?? 1
    }

    var isBlank: Bool { typed.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

    /// Where another page of the same is.
    func link(page: Int) -> Link {
        var query: [(name: StaticString, value: String)] = []
        if kind != .articles { query.append(("kind", kind.rawValue)) }
        if !typed.isEmpty { query.append(("q", typed)) }
        if way != .words { query.append(("by", way.rawValue)) }
        if order != .best { query.append(("sort", order.rawValue)) }
        for facet in Facet.Kind.allCases { query += narrowing[facet].sorted().map { (facet.field, $0) } }
        if !speaker.isEmpty { query.append(("speaker", speaker)) }
        if !unit.isEmpty { query.append(("unit", unit)) }
        if page > 1 { query.append(("page", String(page))) }
        return .site("search", query: query)
    }
}

/// What a list of answers can be narrowed by.
struct Facet {
    enum Kind: String, CaseIterable {
        case type, outlet, month, language

        var field: StaticString {
            switch self {
            case .type: "type"
            case .outlet: "outlet"
            case .month: "month"
            case .language: "language"
            }
        }

        var title: Phrase {
            switch self {
            case .type: "Kind of outlet"
            case .outlet: Phrase("Outlet", context: "heading of a column")
            case .month: "Month"
            case .language: "Language"
            }
        }
    }

    struct Value {
        let value: String
        let name: Phrase
        let count: Int
        let isChosen: Bool
    }

    let kind: Kind
    let values: [Value]
}

/// The values that are chosen, by facet; none chosen lets all through.
struct Narrowing: Hashable {
    private var chosen: [Facet.Kind: Set<String>] = [:]

    /// Values of a facet that are heeded at most.
    static let most = 50

    subscript(_ kind: Facet.Kind) -> Set<String> {
        get { chosen[kind] ?? [] }
        set { chosen[kind] = newValue.isEmpty ? nil : newValue }
    }

    var isEmpty: Bool { chosen.isEmpty }

    func admits(_ value: String, of kind: Facet.Kind) -> Bool { chosen[kind].map { $0.contains(value) } ?? true }
}
