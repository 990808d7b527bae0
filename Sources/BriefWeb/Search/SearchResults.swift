import BriefModel
import BriefRendering
import Storage

/// What a search found: a page of it, and by what it can be narrowed.
struct SearchResults {
    struct Line {
        let article: ArticleID
        let excerpt: Excerpt
        let outlet: Outlet
        let day: CalendarDay
        let language: String
    }

    let lines: [Line]
    /// After narrowing.
    let total: Int
    /// There is more, recorded earlier, that was not looked at.
    let isCut: Bool
    let isRanked: Bool
    let facets: [Facet]
    /// Articles whose meaning is known, while others are still being read; nil where nothing is missing.
    let knownMeanings: Int?

    /// - Parameter shown: of all that is found, by place; nil for the page that is asked for.
    static func found(by request: SearchRequest, _ shown: Range<Int>? = nil, in content: SearchContent) async throws -> SearchResults {
        let shown = shown ?? (request.page - 1) * SearchRequest.perPage..<request.page * SearchRequest.perPage
        switch request.way {
        case .words:
            let question = try SearchQuestion(request.typed)
            let found = try await content.matches(question, SearchRequest.mostMatches)
            return try await SearchResults(request, found, shown, outlets: content.outlets()) { try await content.excerpts($0, question) }
        case .meaning:
            let found = try await content.nearest(request.typed, SearchRequest.mostNearest)
            return try await SearchResults(
                request, SearchMatches(matches: found.matches, isCut: false, isRanked: true), shown, outlets: content.outlets(),
                knownMeanings: found.isComplete ? nil : found.known
            ) { try await content.paragraphs($0, request.typed) }
        }
    }

    private init(
        _ request: SearchRequest, _ found: SearchMatches, _ place: Range<Int>, outlets: [OutletID: Outlet], knownMeanings: Int? = nil,
        excerpts: ([ArticleID]) async throws -> [ArticleID: Excerpt]
    ) async throws {
        let matches = found.matches.map { FacetedMatch($0, outlet: outlets[$0.outlet]) }
        var kept = matches.filter { $0.isAdmitted(by: request.narrowing) }.map(\.match)
        if request.order == .newest { kept.sort { ($1.dated, $0.article) < ($0.dated, $1.article) } }
        let shown = kept.dropFirst(place.lowerBound).prefix(place.count)
        let texts = try await excerpts(shown.map(\.article))
        lines = shown.compactMap { match in
            texts[match.article].map { excerpt in
                Line(
                    article: match.article, excerpt: excerpt,
                    outlet: outlets[match.outlet] ?? Outlet(id: match.outlet, name: match.outlet.rawValue), day: match.dated.day,
                    language: match.language)
            }
        }
        total = kept.count
        isCut = found.isCut
        isRanked = found.isRanked && request.order == .best
        facets = Facet.Kind.allCases.compactMap { FacetedMatch.facet($0, of: matches, narrowing: request.narrowing, outlets: outlets) }
        self.knownMeanings = knownMeanings
    }
}

/// A match with its value in each facet.
private struct FacetedMatch {
    let match: SearchMatch
    private let type: String
    private let month: String

    init(_ match: SearchMatch, outlet: Outlet?) {
        self.match = match
        type = (outlet?.kind ?? .unknown).rawValue
        month = String(match.dated.day.description.prefix(7))
    }

    subscript(_ kind: Facet.Kind) -> String {
        switch kind {
        case .type: type
        case .outlet: match.outlet.rawValue
        case .month: month
        case .language: match.language
        }
    }

    func isAdmitted(by narrowing: Narrowing, but free: Facet.Kind? = nil) -> Bool {
        narrowing.isEmpty || Facet.Kind.allCases.allSatisfy { $0 == free || narrowing.admits(self[$0], of: $0) }
    }

    /// Values of a facet that are shown at most, besides those chosen.
    private static let shown = 12

    /// How many there would be with each value, the other facets being as they are; nil where there is nothing to choose.
    static func facet(_ kind: Facet.Kind, of matches: [FacetedMatch], narrowing: Narrowing, outlets: [OutletID: Outlet]) -> Facet? {
        var counts: [String: Int] = [:]
        for match in matches where match.isAdmitted(by: narrowing, but: kind) { counts[match[kind], default: 0] += 1 }
        for chosen in narrowing[kind] where counts[chosen] == nil { counts[chosen] = 0 }
        guard counts.count > 1 || !narrowing[kind].isEmpty else { return nil }
        let values = counts.map { value, count in
            Facet.Value(value: value, name: name(of: value, kind, outlets), count: count, isChosen: narrowing[kind].contains(value))
        }
        // Months in their order, the newest first; all else by number.
        let sorted = values.sorted { a, b in kind == .month ? a.value > b.value : (b.count, a.name.english) < (a.count, b.name.english) }
        return Facet(kind: kind, values: sorted.enumerated().filter { $0.offset < shown || $0.element.isChosen }.map(\.element))
    }

    private static func name(of value: String, _ kind: Facet.Kind, _ outlets: [OutletID: Outlet]) -> Phrase {
        switch kind {
        case .type: OutletKind(rawValue: value).map { $0 == .unknown ? "Not known" : $0.phrase.capitalized } ?? .verbatim(value.shown(upTo: 40))
        case .outlet: .verbatim((outlets[OutletID(value)]?.name ?? value).shown(upTo: 80))
        case .language: LanguageNames.phrase(value.shown(upTo: 40))
        case .month: CalendarDay(iso: value + "-01").map { Phrase.month(of: $0).capitalized } ?? .verbatim(value.shown(upTo: 40))
        }
    }
}
