/// Names of months, days and seasons, folded, by language.
enum DateWords {
    static func month(_ folded: String, language: String) -> Int? {
        switch language {
        case "de": german[folded] ?? english[folded]
        case "fr": french[folded] ?? english[folded]
        default: english[folded]
        }
    }

    /// 1 is Monday.
    static func weekday(_ folded: String, language: String) -> Int? {
        switch language {
        case "de": germanDays[folded]
        case "fr": frenchDays[folded]
        default: englishDays[folded]
        }
    }

    static func isCalendarWord(_ folded: String, language: String) -> Bool {
        month(folded, language: language) != nil || weekday(folded, language: language) != nil
    }

    /// First and last month; winter begins in the year before it ends.
    static let seasons: [String: (first: Int, last: Int)] = [
        "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "fruhjahr": (3, 5), "fruhling": (3, 5), "sommer": (6, 8),
        "herbst": (9, 11), "printemps": (3, 5), "ete": (6, 8), "automne": (9, 11),
    ]

    /// How many weeks, months or years "last", "this" and "next" are away.
    static func step(_ folded: String) -> Int? { steps[folded] }

    private static let steps: [String: Int] = [
        "this": 0, "current": 0, "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "diese": 0, "dieser": 0, "dieses": 0, "diesen": 0,
        "diesem": 0, "vergangene": -1, "vergangenen": -1, "vergangenes": -1, "vorigen": -1, "vorige": -1, "letzte": -1, "letzten": -1, "letztes": -1,
        "letzter": -1, "nachste": 1, "nachsten": 1, "nachstes": 1, "nachster": 1, "kommende": 1, "kommenden": 1, "cette": 0, "ce": 0, "cet": 0,
    ]

    /// The French ones stand behind.
    static func stepBehind(_ folded: String) -> Int? { stepsBehind[folded] }

    private static let stepsBehind: [String: Int] = [
        "dernier": -1, "derniere": -1, "passe": -1, "passee": -1, "precedent": -1, "precedente": -1, "prochain": 1, "prochaine": 1,
    ]

    /// Months of a part of the year: "first half", "letztes Quartal".
    static func part(_ ordinal: String, of unit: String) -> ClosedRange<Int>? {
        let place = ["first": 1, "second": 2, "third": 3, "fourth": 4, "ersten": 1, "zweiten": 2, "dritten": 3, "vierten": 4][ordinal]
        let isLast = ordinal == "last" || ordinal == "final"
        switch unit {
        case "quarter", "quartal": return (isLast ? 4 : place).map { ($0 * 3 - 2)...($0 * 3) }
        case "half", "halbjahr", "halfte": return isLast ? 7...12 : place.flatMap { $0 > 2 ? nil : ($0 * 6 - 5)...($0 * 6) }
        default: return nil
        }
    }

    /// Days between publication and "yesterday", "morgen", "avant-hier" and their like. "Hier" is "here" in German, and "Morgen" the morning.
    static func offset(_ folded: String, isCapitalized: Bool, language: String) -> Int? {
        switch language {
        case "de": folded == "morgen" && isCapitalized ? nil : germanOffsets[folded]
        case "fr": frenchOffsets[folded]
        default: englishOffsets[folded]
        }
    }

    private static let englishOffsets = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]
    private static let germanOffsets = ["heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1, "ubermorgen": 2]
    private static let frenchOffsets = ["aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1, "apres-demain": 2]

    enum PartOfDay { case morning, afternoon, evening, night }

    static let partsOfDay: [String: PartOfDay] = ["morning": .morning, "afternoon": .afternoon, "evening": .evening, "night": .night]

    static let weekends: Set<String> = ["weekend", "week-end", "wochenende"]

    /// Units of time, in days, weeks, months or years.
    enum Unit { case day, week, month, year }

    static func unit(_ folded: String) -> Unit? { units[folded] }

    private static let units: [String: Unit] = [
        "day": .day, "days": .day, "week": .week, "weeks": .week, "month": .month, "months": .month, "year": .year, "years": .year, "tag": .day,
        "tage": .day, "tagen": .day, "woche": .week, "wochen": .week, "monat": .month, "monate": .month, "monaten": .month, "jahr": .year,
        "jahre": .year, "jahren": .year, "jour": .day, "jours": .day, "semaine": .week, "semaines": .week, "mois": .month, "an": .year, "ans": .year,
        "annee": .year, "annees": .year,
    ]

    /// Days with a name of their own.
    static let feasts: [(words: [String], month: Int, day: Int)] = [
        (["christmas", "day"], 12, 25), (["christmas", "eve"], 12, 24), (["boxing", "day"], 12, 26), (["new", "year", "eve"], 12, 31),
        (["new", "year", "day"], 1, 1), (["heiligabend"], 12, 24), (["silvester"], 12, 31), (["neujahr"], 1, 1),
    ]

    private static let english = numbered(
        "january february march april may june july august september october november december"
    ).merging(["jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12]) {
        first, _ in first
    }
    private static let german = numbered("januar februar marz april mai juni juli august september oktober november dezember")
    private static let french = numbered("janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre")
    private static let englishDays = numbered("monday tuesday wednesday thursday friday saturday sunday")
    private static let germanDays = numbered("montag dienstag mittwoch donnerstag freitag samstag sonntag").merging(["sonnabend": 6]) { first, _ in
        first
    }
    private static let frenchDays = numbered("lundi mardi mercredi jeudi vendredi samedi dimanche")

    private static func numbered(_ list: String) -> [String: Int] {
        var result: [String: Int] = [:]
        for (index, word) in list.split(separator: " ").enumerated() { result[String(word)] = index + 1 }
        return result
    }
}
