/// The words dates are written with. Month names after Unicode CLDR: nominative, genitive and the usual short forms of some thirty
/// languages; where two languages disagree on a form (`listopad`), the larger one counts.
enum DateWords {
    static func month(_ word: String) -> Int? { months[word] }

    /// From three letters on: "Mon", "Tues", "Monday".
    static func isWeekday(_ word: String) -> Bool { word.utf8.count >= 2 && weekdays.contains { $0.hasPrefix(word) } }

    static let ordinals: Set<String> = ["st", "nd", "rd", "th", "er", "re", "ste", "e", "\u{BA}", "\u{B0}"]
    static let joints: Set<String> = ["of", "de", "di", "del", "da", "den", "ta"]
    static let beforeTime: Set<String> = ["t", "at", "um", "à", "alle", "om", "a", "kl", "às", "v", "в", "klo", "ore", "ora", "saat", "o", "\u{B7}"]
    static let yearSigns: Set<String> = ["年", "년"]
    static let monthSigns: Set<String> = ["月", "월"]
    static let daySigns: Set<String> = ["日", "号", "號", "일"]
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
            "january jan januar jänner jaenner janvier janv enero ene gennaio gen janeiro januari stycznia styczeń sty ocak oca "
                + "ledna leden tammikuuta tammikuu január ianuarie ian ιανουαρίου ιανουάριος ιαν січня січень січ января январь янв يناير "
                + "ינואר siječnja januára januarja sausio janvāris jaanuar",
            "february feb februar februari feber février fevrier févr fév febrero febbraio fevereiro fev febr lutego luty lut şubat "
                + "şub února únor helmikuuta helmikuu február februarie φεβρουαρίου φεβρουάριος φεβ лютого лютий лют февраля февраль фев "
                + "فبراير פברואר veljače februára februarja vasario februāris veebruar",
            "march mar märz maerz mrz mars marzo março maart mrt marca marzec mart března březen maaliskuuta maaliskuu március márc "
                + "martie μαρτίου μάρτιος μαρ березня березень бер марта март мар marts maret مارس מרץ ožujka kovo märts",
            "april apr avril avr abril abr aprile kwietnia kwiecień kwi nisan nis dubna duben huhtikuuta huhtikuu április ápr "
                + "aprilie απριλίου απρίλιος απρ квітня квітень кві апреля апрель апр أبريل אפריל travnja apríla balandžio aprīlis aprill",
            "may mai mayo maggio mag maio mei maja maj mayıs května květen toukokuuta toukokuu május máj μαΐου μάιος μαΐ травня "
                + "травень тра мая май مايو מאי svibnja mája gegužės maijs",
            "june jun juni juin junio giugno giu junho czerwca czerwiec cze haziran haz června červen kesäkuuta kesäkuu június jún "
                + "iunie iun ιουνίου ιούνιος ιουν червня червень чер июня июнь июн يونيو יוני lipnja júna junija birželio jūnijs juuni",
            "july jul juli juillet juil julio luglio lug julho lipca lipiec lip temmuz tem července červenec heinäkuuta heinäkuu "
                + "július júl iulie iul ιουλίου ιούλιος ιουλ липня липень лип июля июль июл يوليو יולי srpnja júla julija liepos jūlijs "
                + "juuli",
            "august aug août aout agosto ago augustus augusti sierpnia sierpień sie ağustos ağu srpna srpen elokuuta elokuu "
                + "augusztus αυγούστου αύγουστος αυγ серпня серпень сер августа август авг agustus أغسطس אוגוסט kolovoza augusta avgusta "
                + "rugpjūčio augusts",
            "september sep sept septembre septiembre settembre set setembro września wrzesień wrz eylül eyl září syyskuuta syyskuu "
                + "szeptember szept septembrie σεπτεμβρίου σεπτέμβριος σεπ вересня вересень вер сентября сентябрь сен سبتمبر ספטמבר rujna "
                + "septembra rugsėjo septembris",
            "october oct oktober okt octobre octubre ottobre ott outubro out października październik paź ekim eki října říjen "
                + "lokakuuta lokakuu október octombrie οκτωβρίου οκτώβριος οκτ жовтня жовтень жов октября октябрь окт أكتوبر אוקטובר "
                + "októbra oktobra spalio oktobris oktoober",
            "november nov novembre noviembre novembro listopada listopad lis kasım kas listopadu marraskuuta marraskuu noiembrie "
                + "noi νοεμβρίου νοέμβριος νοε листопада листопад лис ноября ноябрь ноя نوفمبر נובמבר studenoga novembra lapkričio "
                + "novembris",
            "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia grudzień gru aralık ara "
                + "prosince prosinec joulukuuta joulukuu desember des decembrie δεκεμβρίου δεκέμβριος δεκ грудня грудень гру декабря "
                + "декабрь дек ديسمبر דצמבר prosinca decembra gruodžio decembris detsember",
        ]
        var table: [String: Int] = [:]
        for (place, words) in names.enumerated() {
            for word in words.split(separator: " ") { table[String(word)] = place + 1 }
        }
        return table
    }()
}
