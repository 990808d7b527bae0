import BriefModel

/// What a sentence says happened to whom on which day: "the Fujian was commissioned on 7 November".
///
/// The verb is a form that tells of something done, right behind the name of what it happened to or a pronoun for it, and the day stands near. A sentence that
/// only has such a word, a name and a day in it ("criticised Mubarak's plan not to seek re-election, on Tuesday") tells of no such thing.
struct Happening {
    /// The stem, by which reports of one event meet.
    let event: String
    /// The key of the name it happened to; nil where a pronoun stands for it.
    let thing: String?
    let day: CalendarDay

    /// Tokens between subject and verb, and between verb and day.
    private static let nearSubject = 2, nearDay = 12

    /// - Parameter tokens: of the claim's passage, with ranges within it.
    static func all(in claim: Claim, tokens: [Token]) -> [Happening] {
        let days = claim.dates.filter { $0.first == $0.last }
        guard days.count == 1, let date = days.first else { return [] }
        let start = claim.passage.range.lowerBound
        let words = tokens.filter { $0.kind != .symbol }
        guard let dateAt = words.firstIndex(where: { $0.range.upperBound > date.range.lowerBound - start }) else { return [] }
        return words.indices.compactMap { place in
            guard let event = events[words[place].folded], abs(place - dateAt) <= nearDay else { return nil }
            var before = place
            while before > 0, auxiliaries.contains(words[before - 1].folded) { before -= 1 }
            let near = words[max(0, before - nearSubject)..<before]
            let name = claim.names.last { name in
                name.kind != .place && name.kind != .nationality
                    && near.contains { $0.range.overlaps((name.range.lowerBound - start)..<(name.range.upperBound - start)) }
            }
            guard name != nil || near.last.map({ pronouns.contains($0.folded) }) == true else { return nil }
            return Happening(event: event, thing: name?.key, day: date.first)
        }
    }

    private static let auxiliaries: Set<String> = [
        "was", "were", "is", "are", "has", "had", "have", "been", "being", "officially", "formally", "first",
    ]
    private static let pronouns: Set<String> = ["it", "he", "she", "they", "which", "who", "ship", "vessel", "company", "firm"]

    /// Forms of verbs for what happens once to a thing, with the stem they meet by.
    private static let events: [String: String] = {
        let rows = [
            "commission commissioned", "found founded", "born born", "die died dies", "kill killed", "arrest arrested", "sink sank sunk",
            "crash crashed",
            "inaugurate inaugurated", "elect elected", "appoint appointed", "resign resigned resigns", "sign signed", "launch launched",
            "complete completed", "adopt adopted",
        ]
        var forms: [String: String] = [:]
        for row in rows {
            let words = row.split(separator: " ").map(String.init)
            for word in words.dropFirst() { forms[word] = words[0] }
        }
        return forms
    }()
}
