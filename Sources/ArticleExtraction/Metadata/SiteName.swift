import BriefModel
import HTMLParsing

/// The outlet's name: what the page declares, else what its title has beside the headline.
struct SiteName {
    let name: String?
    private let keys: [String]
    private let spellings: [String]

    init(_ survey: PageSurvey, data: LinkedData, pageTitle: String, address: WebAddress?) {
        let meta = survey.meta
        let declared = [
            meta["og:site_name"], data.main?.publisher, meta["application-name"], meta["al:ios:app_name"], meta["dc.publisher", "dcterms.publisher"],
            meta["publisher", "copyright"],
        ].compactMap { $0 }.map(MarkupText.plain).filter { !$0.isEmpty && $0.utf8.count <= 80 && !$0.hasPrefix("http") }
        let label = address.map { Self.label(of: $0.host) }
        let ends = TitleParts.split(pageTitle)
        // An end of the title that spells the host is the site's name, written as it wants to be.
        let spelled = label.flatMap { label in
            label.utf8.count >= 3 ? [ends.last, ends.first].compactMap { $0 }.first { Self.spells($0, label) } : nil
        }
        name = declared.first ?? (ends.count > 1 ? spelled : nil)
        spellings = declared + [spelled].compactMap { $0 }
        keys = (spellings + [label].compactMap { $0 }).map(Folding.key).filter { $0.utf8.count >= 2 }
    }

    /// `example` of `www.news.example.co.uk`: the longest label that is no public suffix's.
    static func label(of host: String) -> String {
        let labels = host.split(separator: ".").map(String.init).dropLast()
        return labels.filter { $0 != "www" }.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? ""
    }

    private static func spells(_ text: String, _ label: String) -> Bool {
        let key = Folding.key(text)
        let plain = Folding.key(label)
        return key.utf8.count >= 3 && (key == plain || plain.contains(key) || key.hasPrefix(plain) && key.utf8.count <= plain.utf8.count + 6)
    }

    func isName(_ key: String) -> Bool { keys.contains(key) }

    /// The text begins or ends with the name.
    func ends(_ key: String) -> Bool { keys.contains { $0.utf8.count >= 4 && (key.hasSuffix($0) || key.hasPrefix($0)) } }

    /// A title without the name at its end or beginning; nil when it is not there.
    func removed(from title: String) -> String? {
        let parts = TitleParts.cuts(title)
        for cut in parts {
            if isName(Folding.key(cut.tail)), !cut.head.isEmpty { return cut.head }
            if isName(Folding.key(cut.head)), !cut.tail.isEmpty { return cut.tail }
        }
        return nil
    }
}

/// Page titles are cut where signs stand between their parts.
enum TitleParts {
    /// Between spaces, these part a title; `: ` and `, ` do not, but for a known name.
    private static let signs = ["-", "|", "–", "—", "::", "»", "«", "·", "•", "/", ">", "<", "›", "‹", "~", "\\", "*", "+++", "||", "―"]

    /// All parts.
    static func split(_ title: String) -> [String] {
        var parts: [[Substring]] = [[]]
        for word in title.split(separator: " ") {
            if signs.contains(String(word)) { parts.append([]) } else { parts[parts.count - 1].append(word) }
        }
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    }

    /// Head and tail at every sign, and at ": ", "_" and "|" without spaces.
    static func cuts(_ title: String) -> [(head: String, tail: String)] {
        var found: [(String, String)] = []
        let words = title.split(separator: " ")
        for (place, word) in words.enumerated() where place > 0 && place < words.count - 1 && signs.contains(String(word)) {
            found.append((words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " ")))
        }
        let bytes = Array(title.utf8)
        for place in bytes.indices.dropFirst().dropLast() {
            let isSign =
                bytes[place] == UInt8(ascii: "|") || bytes[place] == UInt8(ascii: "_")
                || bytes[place] == UInt8(ascii: "-") && (bytes[place - 1] >= 0x80 || bytes[place + 1] >= 0x80)
                || (bytes[place] == UInt8(ascii: ":") && bytes[place + 1] == 0x20)
            guard isSign, found.count < 20 else { continue }
            let head = Whitespace.normalised(String(decoding: bytes[..<place], as: UTF8.self))
            let tail = Whitespace.normalised(String(decoding: bytes[(place + 1)...], as: UTF8.self))
            if !head.isEmpty, !tail.isEmpty { found.append((head, tail)) }
        }
        return found
    }

    /// What remains when the first or the last part goes.
    static func ends(of title: String) -> [String] {
        let found = cuts(title)
        return ([found.first?.tail, found.last?.head, found.first?.head, found.last?.tail] as [String?]).compactMap { $0 }
    }
}

/// The words of an address's path: many systems put the headline there.
struct AddressWords {
    private let words: Set<String>

    init(_ addresses: [WebAddress]) {
        let path = addresses.map(\.path).joined(separator: "/")
        let pieces = path.utf8.split { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }
        words = Set(pieces.lazy.filter { $0.count >= 3 }.map { Phrases.lowered($0) })
    }

    /// Of the text's words of four letters and more, how many stand in the address.
    func share(of text: String) -> Double {
        guard !words.isEmpty else { return 0 }
        var known = 0
        var all = 0
        for word in Self.plain(text).utf8.split(whereSeparator: { !($0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26) }) where word.count >= 4 {
            all += 1
            if words.contains(Phrases.lowered(word)) { known += 1 }
        }
        return all < 2 ? (all == 1 && known == 1 ? 0.5 : 0) : Double(known) / Double(all)
    }

    /// Umlauts and accents as addresses spell them.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var output = ""
        for scalar in text.unicodeScalars { output += letters[scalar] ?? String(scalar) }
        return output
    }

    private static let letters: [Unicode.Scalar: String] = {
        let rows = [
            "ae äæ", "oe öøœ", "ue ü", "ss ß", "a àáâãåāăą", "e èéêëēęě", "i ìíîïī", "o òóôõō", "u ùúûūů", "c çćč", "n ñńň", "s śšş", "z źżž", "y ýÿ",
            "d ď", "t ť", "r ř", "l ł", "g ğ", "Ae Ä", "Oe ÖØ", "Ue Ü", "A ÀÁÂÃÅ", "E ÈÉÊË", "O ÓÔÕ", "U ÚÛ", "C ÇČ", "S ŚŠ", "Z ŻŽ",
        ]
        var table: [Unicode.Scalar: String] = [:]
        for row in rows {
            let parts = row.split(separator: " ")
            for scalar in parts[1].unicodeScalars { table[scalar] = String(parts[0]) }
        }
        return table
    }()
}
