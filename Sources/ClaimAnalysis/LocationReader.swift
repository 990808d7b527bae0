import BriefModel
import TextAnalysis

/// What a sentence says of where a firm belongs.
struct LocationReader {
    let fact: ClaimFacts
    private let text: [UInt8]
    private let start: Int

    init(fact: ClaimFacts) {
        self.fact = fact
        text = Array(fact.claim.passage.exact.utf8)
        start = fact.claim.passage.range.lowerBound
    }

    func locations() -> [AttributeDisputes.Location] {
        let names = fact.claim.names
        let firms = names.filter { $0.kind == .organisation || $0.kind == .other }
        let places = names.filter { $0.kind == .place || $0.kind == .nationality }
        guard !firms.isEmpty, !places.isEmpty, fact.claim.isAffirmed || isRetraction else { return [] }
        var found: [AttributeDisputes.Location] = []
        for firm in firms {
            guard let place = places.first(where: { locates($0, firm) }), let country = Self.country(place) else { continue }
            found.append(.init(fact: fact, thing: firm, country: country, isRetracted: isRetraction))
        }
        return found
    }

    /// "wrongly described", "incorrectly said".
    private var isRetraction: Bool {
        fact.claim.cues.contains { ["wrongly", "incorrectly", "erroneously"].contains(where: $0.lowercased().hasPrefix) }
    }

    private static func country(_ place: Name) -> String? {
        Gazetteer.country(place.key) ?? Gazetteer.country(ofCapital: place.key) ?? Gazetteer.country(ofRegion: place.key)
    }

    private func words(from lower: Int, to upper: Int) -> String? {
        let (low, high) = (lower - start, upper - start)
        guard low >= 0, high <= text.count, low <= high, high - low <= 90 else { return nil }
        return Folding.fold(String(decoding: text[low..<high], as: UTF8.self))
    }

    private func locates(_ place: Name, _ firm: Name) -> Bool {
        if firm.range.upperBound <= place.range.lowerBound {
            guard let between = words(from: firm.range.upperBound, to: place.range.lowerBound) else { return false }
            return locatesAfter(between, place)
        }
        guard place.range.upperBound <= firm.range.lowerBound, let between = words(from: place.range.upperBound, to: firm.range.lowerBound) else {
            return false
        }
        // "the American chip designer AMD": a nationality, a common noun and the name.
        return place.kind == .nationality && between.split(separator: " ").count <= 3 && !between.contains(",") && endsInFirmNoun(between)
    }

    private func locatesAfter(_ between: String, _ place: Name) -> Bool {
        let isKind = place.kind == .nationality || nounFollows(place)
        // ", an American start-up" / " is a United States company"
        for opening in [", a ", ", an ", ", the ", " is a ", " is an ", " was a ", " as a ", " as an "]
        where between.hasPrefix(opening) || between == opening {
            let rest = between.dropFirst(opening.utf8.count)
            if isKind, rest.split(separator: " ").count <= 2, nounFollows(place) { return true }
            if rest.contains(" based in"), rest.utf8.count < 60, !rest.contains(",") { return true }
        }
        if place.kind == .place {
            if [" is based in ", ", based in ", " is headquartered in ", " of "].contains(between) { return true }
            // "start-ups such as X … show how quickly China's domestic hardware is growing"
            if isExample(place), ["domestic", "home-grown", "homegrown", "own", "national", "indigenous"].contains(wordAfter(place)) { return true }
        }
        return false
    }

    /// "such as X", "like X" before the firm, with the place as possessor later on.
    private func isExample(_ place: Name) -> Bool {
        let offset = place.range.upperBound - start
        guard offset < text.count, text[offset] == 0x27 || text[offset] == 0xE2 else { return false }
        let whole = Folding.fold(fact.claim.passage.exact)
        return whole.contains("such as ") || whole.contains(" like ") || whole.contains("including ")
    }

    private func wordAfter(_ place: Name) -> String {
        let offset = place.range.upperBound - start
        guard offset < text.count else { return "" }
        let words = Folding.fold(String(decoding: text[offset...].prefix(40), as: UTF8.self)).split(separator: " ", maxSplits: 2)
        return words.first.map { $0.hasPrefix("'") ? (words.count > 1 ? String(words[1]) : "") : String($0) } ?? ""
    }

    private func nounFollows(_ place: Name) -> Bool {
        let offset = place.range.upperBound - start
        guard offset < text.count else { return false }
        let words = Folding.fold(String(decoding: text[offset...].prefix(60), as: UTF8.self)).split(whereSeparator: { !$0.isLetter && $0 != "-" })
        return words.prefix(3).contains { Self.firmNouns.contains(String($0)) }
    }

    private func endsInFirmNoun(_ between: String) -> Bool {
        between.split(separator: " ").last.map { Self.firmNouns.contains(String($0)) } ?? false
    }

    private static let firmNouns: Set<String> = [
        "company", "companies", "firm", "firms", "start-up", "startup", "start-ups", "startups", "maker", "makers", "designer", "designers",
        "developer", "laboratory", "lab",
        "labs", "group", "supplier", "manufacturer", "bank", "retailer", "carmaker", "chipmaker", "giant", "outfit", "challenger", "provider",
        "business", "corporation",
    ]
}
