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
        let key = Folding.key(Array(text.utf8))
        let plain = Folding.key(Array(label.utf8))
        return key.count >= 3 && (ByteText.holds(plain, key) || key.starts(with: plain) && key.count <= plain.count + 6)
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
    private static let signs: Set<[UInt8]> = Set(
        ["-", "|", "–", "—", "::", "»", "«", "·", "•", "/", ">", "<", "›", "‹", "~", "\\", "*", "+++", "||", "―"].map { Array($0.utf8) })

    private static func isSign(_ word: ArraySlice<UInt8>) -> Bool {
        // Most words begin with a letter.
        guard let first = word.first, word.count <= 3, (first | 0x20) &- 0x61 >= 26 else { return false }
        return signs.contains(Array(word))
    }

    /// All parts.
    static func split(_ title: String) -> [String] {
        let words = Array(title.utf8).split(separator: 0x20)
        return words.split(whereSeparator: isSign).map { String(decoding: Array($0.joined(separator: [0x20])), as: UTF8.self) }
    }

    /// Head and tail at every sign, and at ": ", "_" and "|" without spaces.
    static func cuts(_ title: String) -> [(head: String, tail: String)] {
        let bytes = Array(title.utf8)
        let words = bytes.split(separator: 0x20)
        func joined(_ words: ArraySlice<ArraySlice<UInt8>>) -> String { String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self) }
        var found: [(String, String)] = []
        for (place, word) in words.enumerated() where place > 0 && place < words.count - 1 && isSign(word) {
            found.append((joined(words[..<place]), joined(words[(place + 1)...])))
        }
        for place in bytes.indices.dropFirst().dropLast() {
            let isSign =
                switch bytes[place] {
                case UInt8(ascii: "|"), UInt8(ascii: "_"): true
                case UInt8(ascii: "-"): bytes[place - 1] >= 0x80 || bytes[place + 1] >= 0x80
                case UInt8(ascii: ":"): bytes[place + 1] == 0x20
                default: false
                }
            guard isSign, found.count < 20 else { continue }
            let head = Whitespace.normalised(bytes[..<place])
            let tail = Whitespace.normalised(bytes[(place + 1)...])
            if !head.isEmpty, !tail.isEmpty { found.append((String(decoding: head, as: UTF8.self), String(decoding: tail, as: UTF8.self))) }
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
    /// By hash.
    private let words: Set<UInt64>

    init(_ addresses: [WebAddress]) {
        var words: Set<UInt64> = []
        for address in addresses { Self.forEachWord(of: address.path) { if $0.length >= 3 { words.insert($0.value) } } }
        self.words = words
    }

    /// Of the text's words of four letters and more, how many stand in the address.
    func share(of text: String) -> Double {
        guard !words.isEmpty else { return 0 }
        var known = 0
        var all = 0
        Self.forEachWord(of: Self.plain(text)) { word in
            guard word.length >= 4 else { return }
            all += 1
            if words.contains(word.value) { known += 1 }
        }
        return all < 2 ? (all == 1 && known == 1 ? 0.5 : 0) : Double(known) / Double(all)
    }

    /// Runs of ASCII letters and digits, whatever their case.
    private static func forEachWord(of text: String, _ body: (NameHash) -> Void) {
        var word = NameHash()
        for byte in text.utf8 {
            let letter = Phrases.lower(byte)
            if letter &- 0x61 < 26 || letter &- 0x30 < 10 {
                word.add(letter)
            } else if word.length > 0 {
                body(word)
                word = NameHash()
            }
        }
        if word.length > 0 { body(word) }
    }

    /// Umlauts and accents as addresses spell them.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        var output = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII { output.unicodeScalars.append(scalar) } else { output += letters[scalar] ?? " " }
        }
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
