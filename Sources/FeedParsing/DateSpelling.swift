/// Puts what programs of several countries write for dates into words that `WrittenDate` reads. General knowledge of the formats: Korean
/// (`2004년 05월 28일 01:31:15`, `2004-05-25 오후 11:23:17`, both in Korean time), Hungarian (`2004-július-13T9:15-05:00`), Greek weekday and
/// month names, and the slashes of version control (`2006/09/15 08:19:53 EDT`).
enum DateSpelling {
    /// Nil when nothing in it needs another spelling.
    static func plain(_ text: String) -> String? {
        if let korean = korean(text) { return korean }
        return hungarian(text) ?? words(text)
    }

    private static func words(_ text: String) -> String? {
        var changed = false
        let parts = text.split(separator: " ").map { part -> String in
            let key = part.lowercased().filter { $0 != "," && $0 != "." }
            guard let english = greek[key] else { return String(part) }
            changed = true
            return english
        }
        return changed ? parts.joined(separator: " ") : nil
    }

    private static func korean(_ text: String) -> String? {
        let marks: [Unicode.Scalar: String] = ["년": "-", "월": "-", "일": " "]
        var output = ""
        var isKorean = false
        var afternoon: Bool?
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            rest = rest.dropFirst()
            if let mark = marks[scalar] {
                isKorean = true
                output += mark
                while rest.first == " ", mark == "-" { rest = rest.dropFirst() }
            } else if scalar == "오", let next = rest.first, next == "전" || next == "후" {
                isKorean = true
                afternoon = next == "후"
                rest = rest.dropFirst()
            } else {
                output.unicodeScalars.append(scalar)
            }
        }
        guard isKorean else { return nil }
        let hasTime = output.utf8.contains(UInt8(ascii: ":"))
        return output + (afternoon.map { $0 ? " pm" : " am" } ?? "") + (hasTime ? " +0900" : "")
    }

    private static func hungarian(_ text: String) -> String? {
        let parts = text.split(separator: "-", maxSplits: 2)
        guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]), let month = hungarianMonths[parts[1].lowercased()] else {
            return nil
        }
        let dayAndTime = parts[2].split(separator: "T", maxSplits: 1)
        guard let day = dayAndTime.first.flatMap({ Int($0) }), (1...31).contains(day) else { return nil }
        let time = dayAndTime.count == 2 ? " " + dayAndTime[1] : ""
        return "\(year)-\(month)-\(day)\(time)"
    }

    private static let hungarianMonths: [String: Int] = [
        "január": 1, "januári": 1, "február": 2, "februári": 2, "március": 3, "április": 4, "május": 5, "június": 6, "július": 7,
        "augusztus": 8, "szeptember": 9, "október": 10, "november": 11, "december": 12,
    ]

    private static let greek: [String: String] = {
        let names = [
            "Mon δευ δευτέρα", "Tue τρι τρίτη", "Wed τετ τετάρτη", "Thu πεμ πέμπτη", "Fri παρ παρασκευή", "Sat σαβ σάββατο", "Sun κυρ κυριακή",
            "Jan ιαν ιανουαρίου ιανουάριος", "Feb φεβ φεβρουαρίου φεβρουάριος", "Mar μάρ μαρ μαρτίου μάρτιος", "Apr απρ απριλίου απρίλιος",
            "May μάι μαΐ μαϊ μαι μαΐου μάιος", "Jun ιούν ιουν ιον ιουνίου ιούνιος", "Jul ιούλ ιουλ ιολ ιουλίου ιούλιος",
            "Aug αύγ αυγ αυγούστου αύγουστος", "Sep σεπ σεπτεμβρίου σεπτέμβριος", "Oct οκτ οκτωβρίου οκτώβριος",
            "Nov νοέ νοε νοεμβρίου νοέμβριος", "Dec δεκ δεκεμβρίου δεκέμβριος",
        ]
        var table: [String: String] = [:]
        for list in names {
            let words = list.split(separator: " ")
            for word in words.dropFirst() { table[String(word)] = String(words[0]) }
        }
        return table
    }()
}
