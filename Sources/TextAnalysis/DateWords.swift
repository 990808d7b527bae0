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
