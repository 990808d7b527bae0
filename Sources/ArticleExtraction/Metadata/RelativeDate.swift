import BriefModel

/// "3 hours ago": the moment a page tells by its distance from now, which is when it was fetched. Only for pages that name no day.
struct RelativeDate {
    /// Not measured: few labelled pages were kept with the time of their fetching. Stored and cached pages make such words wrong.
    private static let confidence = 0.35
    /// Longer ago, counted in weeks, is too vague.
    private static let longest: Int64 = 60 * 86_400

    /// In the lines between headline and text, and just above the headline.
    static func found(in survey: PageSurvey, frame: TextFrame, titleLine: Int?, fetched: Timestamp) -> Sourced<Timestamp>? {
        let end = frame.first ?? survey.lines.count
        let start = max(0, min(titleLine ?? end, end) - 3)
        for line in survey.lines[start..<min(end, start + 16)] where line.length <= 100 && line.heading == 0 {
            guard line.zone == .main || line.zone == .byline, let distance = seconds(before: line.text) else { continue }
            // Whole days leave the hour open.
            let isDays = distance % 86_400 == 0
            let moment =
                isDays
                ? Timestamp(day: fetched.day.adding(days: -Int(distance / 86_400))) : Timestamp(secondsSince1970: fetched.secondsSince1970 - distance)
            return Sourced(moment, from: line.zone == .byline ? .byline : .text, confidence: confidence)
        }
        return nil
    }

    /// How long ago a short text says something was.
    static func seconds(before text: [UInt8]) -> Int64? {
        let words = Self.words(text)
        for (place, word) in words.enumerated() {
            if let days = dayWords[word], words.count <= 6 { return days * 86_400 }
            guard place + 1 < words.count, let number = Int64(word) ?? ones[word], number <= 10_000 else { continue }
            let unit = words[place + 1]
            let isPast = place + 2 < words.count && after.contains(words[place + 2]) || isAnnounced(words[..<place])
            guard let length = closed[unit] ?? (isPast ? units[unit] : nil), number * length <= longest else { continue }
            return number * length
        }
        return nil
    }

    private static func isAnnounced(_ words: ArraySlice<String>) -> Bool {
        guard let last = words.last else { return false }
        return before.contains(last) || words.suffix(3).elementsEqual(["il", "y", "a"])
    }

    /// Lower case; figures apart from letters.
    private static func words(_ text: [UInt8]) -> [String] {
        var words: [[UInt8]] = []
        var kind = 0
        for byte in text {
            let now = byte &- 0x30 < 10 ? 1 : ByteText.isLetter(byte) ? 2 : 0
            if now != 0 { if now == kind { words[words.count - 1].append(byte) } else { words.append([byte]) } }
            kind = now
        }
        return words.map { String(decoding: $0, as: UTF8.self).lowercased() }
    }

    private static let ones: [String: Int64] = [
        "a": 1, "an": 1, "one": 1, "einer": 1, "einem": 1, "un": 1, "une": 1, "una": 1, "uma": 1, "um": 1, "een": 1, "één": 1, "en": 1, "ett": 1,
    ]
    private static let before: Set<String> = ["vor", "hace", "há", "ha", "för", "for"]
    private static let after: Set<String> = ["ago", "fa", "geleden", "sedan", "siden", "temu", "назад", "atrás", "önce", "sitten", "전", "前"]

    private static let units = table([
        (1, "s sec secs second seconds sekunde sekunden seconde secondes segundo segundos secondo secondi seconden sekund sekunder"),
        (
            60,
            "m min mins minute minutes minuten minuto minutos minuti minuut minuter minutter minut minuty minutę минуту минуты минут dakika minuuttia 분"
        ),
        (
            3600,
            "h hr hrs hour hours stunde stunden std heure heures hora horas ora ore uur uren timme timmar time timer godzinę godziny godzin час часа "
                + "часов saat tuntia 시간"
        ),
        (86_400, "d day days tag tagen jour jours día días dia dias giorno giorni dag dagen dagar dage dni dzień день дня дней gün päivää 일"),
        (
            604_800,
            "w week weeks woche wochen semaine semaines semana semanas settimana settimane weken vecka veckor uge uger uke uker tydzień tygodnie неделю "
                + "недели недель hafta viikkoa 주"
        ),
    ])
    /// Units that hold the word for "ago".
    private static let closed = table([
        (60, "分钟前 分鐘前 分前"), (3600, "小时前 小時前 時間前 个小时前"), (86_400, "天前 日前"), (604_800, "周前 週間前 个星期前"),
    ])
    private static let dayWords: [String: Int64] = [
        "yesterday": 1, "gestern": 1, "ayer": 1, "ieri": 1, "ontem": 1, "gisteren": 1, "wczoraj": 1, "вчера": 1, "昨天": 1, "昨日": 1, "어제": 1,
    ]

    private static func table(_ rows: [(Int64, String)]) -> [String: Int64] {
        var table: [String: Int64] = [:]
        for (seconds, words) in rows { for word in words.split(separator: " ") { table[String(word)] = seconds } }
        return table
    }
}
