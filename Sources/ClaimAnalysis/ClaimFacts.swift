import BriefModel
import TextAnalysis

/// A claim with what comparing it needs, worked out once.
struct ClaimFacts {
    let claim: Claim
    /// The article it comes from, or what that copies.
    let origin: ArticleID
    let outlet: Outlet?
    let outletID: OutletID
    let day: CalendarDay
    let isCorrection: Bool
    /// Content words of the sentence as stems, without names' words.
    let stems: Set<String>
    let families: Set<String>
    /// All words, folded.
    let words: Set<String>
    /// Keys of names other than places and nationalities.
    let things: Set<String>
    /// Keys of countries, by name or adjective; a capital stands for its country.
    let countries: Set<String>
    /// What it says happened on a day.
    let happenings: [Happening]
    /// Words of the sentence before it and of the headline: what "it" and "the system" refer to.
    var context: Set<String> = []
    /// Keys of the names there, and of the countries.
    var contextThings: Set<String> = []
    var contextCountries: Set<String> = []

    init(claim: Claim, article: Article, origin: ArticleID, outlet: Outlet?, tokens: [Token]) {
        self.claim = claim
        self.origin = origin
        self.outlet = outlet
        outletID = article.outlet
        day = article.day
        isCorrection = article.isCorrection
        var stems: Set<String> = []
        var families: Set<String> = []
        let start = claim.passage.range.lowerBound
        let named = claim.names.map { ($0.range.lowerBound - start)..<($0.range.upperBound - start) }
        for token in tokens where token.kind != .symbol && token.kind != .number && !token.isStopword {
            if named.contains(where: { $0.overlaps(token.range) }) { continue }
            if let family = EventFamilies.of(token.stem) { families.insert(family) }
            if !Self.colourless.contains(token.folded) { stems.insert(token.stem) }
        }
        happenings = Happening.all(in: claim, tokens: tokens)
        words = Set(tokens.map(\.folded))
        self.stems = stems
        self.families = families
        var things: Set<String> = []
        var countries: Set<String> = []
        for name in claim.names {
            switch name.kind {
            case .place, .nationality: countries.insert(Gazetteer.country(name.key) ?? Gazetteer.country(ofCapital: name.key) ?? name.key)
            default: things.insert(name.key)
            }
        }
        self.things = things
        self.countries = countries
    }

    /// In a correction: the sentence that recalls the error ("the report gave the number as 34", "wrongly described").
    var recallsError: Bool {
        let cues = claim.cues.map { $0.lowercased() }
        if cues.contains(where: { cue in ["wrongly", "incorrectly", "erroneously", "misstated"].contains(where: cue.hasPrefix) }) { return true }
        guard isCorrection, !cues.contains(where: { $0.contains("correct number") || $0.contains("correct figure") }) else { return false }
        return !words.isDisjoint(with: ["article", "version", "story", "headline", "report", "artikel", "bericht"])
            && !words.isDisjoint(with: ["gave", "described", "stated", "put", "wrote", "named", "called", "said"])
    }

    /// Something is counted as none: the nouns, as unit classes, and whether they are what the clause is about or only its object.
    var noneOf: [(unit: String, isSubject: Bool)] {
        claim.quantities.filter { $0.value == 0 && $0.unit != nil }.map { quantity in
            let before = Array(claim.passage.exact.utf8.prefix(max(0, quantity.range.lowerBound - claim.passage.range.lowerBound)))
            let words = String(decoding: before, as: UTF8.self).split(whereSeparator: { $0 == " " || $0 == "\n" })
            let last = words.last.map(String.init) ?? ""
            let starts =
                last.isEmpty || last.hasSuffix(",") || last.hasSuffix(":") || last.hasSuffix("—")
                || ["and", "but", "that", "as", "so", "because", "dass", "que"].contains(last)
            return (UnitClasses.of(quantity.unit ?? ""), starts)
        }
    }

    /// An act the outlet itself asserts: flat, or "X announced …" on no one else's word.
    var assertsFact: Bool {
        isFlat || claim.modality == .attributed && claim.isAffirmed && ["announced", "announces"].contains(claim.cues.first ?? "")
    }

    /// Flatly asserted on the outlet's own word.
    var isFlat: Bool { claim.modality == .stated && claim.isAffirmed }

    var needsCorroboration: Bool { outlet?.kind.needsCorroboration ?? false }

    /// Whose word weighs more: agencies, governments, dailies, trade press and institutes; then regional papers and blogs; then what needs corroboration.
    var rank: Int {
        guard let outlet else { return 1 }
        if outlet.kind.needsCorroboration { return 0 }
        switch outlet.kind {
        case .wireAgency, .government, .nationalDaily, .tradePress, .thinkTank: return 2
        default: return 1
        }
    }

    var outletName: String { outlet?.name ?? outletID.rawValue }

    /// Words too general to show that two sentences speak of one thing.
    private static let colourless: Set<String> = [
        "said", "say", "says", "told", "new", "year", "years", "week", "month", "day", "time", "people", "company", "according", "number", "made",
        "make", "makes",
        "take", "taken", "way", "thing", "things", "part", "use", "used", "using", "first", "last", "one", "two", "three", "public", "report",
        "reports", "reported",
    ]
}
