/// The words dates are written with, in the languages of this house and its neighbours (English, German, French, Spanish, Italian,
/// Portuguese, Dutch). General knowledge; month names after Unicode CLDR.
enum DateWords {
    static func month(_ word: String) -> Int? { months[word] }

    /// From three letters on: "Mon", "Tues", "Monday".
    static func isWeekday(_ word: String) -> Bool { word.utf8.count >= 2 && weekdays.contains { $0.hasPrefix(word) } }

    static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "\u{BA}", "\u{B0}"]
    static let joints: Set<String> = ["of", "de", "di", "del"]
    static let beforeTime: Set<String> = ["t", "at", "um", "à", "alle", "om", "a", "kl", "às", "\u{B7}"]
    static let hourSigns: Set<String> = ["h", "时", "時"]

    /// Hours ahead of UTC.
    static let zones: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2, "eet": 2, "eest": 3,
        "msk": 3, "jst": 9, "kst": 9, "aest": 10, "aedt": 11, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
        "pdt": -7, "et": -5, "pt": -8,
    ]

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag",
        "samstag", "sonnabend", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes",
        "miércoles", "jueves", "viernes", "sábado", "domingo", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica",
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]

    private static let months: [String: Int] = {
        let names = [
            "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari",
            "february feb februar februari feber février fevrier févr fév febrero febbraio fevereiro fev febr",
            "march mar märz maerz mrz mars marzo março maart mrt",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag maio mei",
            "june jun juni juin junio giugno giu junho",
            "july jul juli juillet juil julio luglio lug julho",
            "august aug août aout agosto ago augustus",
            "september sep sept septembre septiembre settembre set setembro",
            "october oct oktober okt octobre octubre ottobre ott outubro out",
            "november nov novembre noviembre novembro",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
        ]
        var table: [String: Int] = [:]
        for (place, words) in names.enumerated() {
            for word in words.split(separator: " ") { table[String(word)] = place + 1 }
        }
        return table
    }()
}
