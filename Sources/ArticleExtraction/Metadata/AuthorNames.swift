import BriefModel
import HTMLParsing

/// Names as pages write them, cleaned: "By Jane Doe | 24 February 2026" and "Jane Doe, Senior Editor (@jd)" are Jane Doe.
enum AuthorNames {
    /// A field that should hold names and nothing else.
    static func declared(_ text: String) -> [String] {
        // Some systems give the author's page where the name should stand.
        guard text.utf8.count <= 400, !text.hasPrefix("http"), !text.hasPrefix("//"), !text.hasPrefix("www.") else { return [] }
        var rest = Array(MarkupText.plain(text).utf8)
        let length = creditLength(rest)
        if length > 0, length < rest.count { rest.removeFirst(length) }
        return parts(rest).compactMap(cleaned)
    }

    /// The names in a line.
    /// - Parameter isCredited: the line is known to name authors; else only what looks like a person counts.
    static func names(in text: String, isCredited: Bool) -> [String] {
        names(in: Whitespace.normalised(Array(text.utf8)), isCredited: isCredited)
    }

    /// The same of a line whose white space is normalised.
    static func names(in line: [UInt8], isCredited: Bool) -> [String] {
        // A person has two names at least.
        guard isCredited || line.contains(0x20) else { return [] }
        var rest = line
        cutDates(&rest)
        let hadCredit = cutCredit(&rest)
        cutTail(&rest)
        if hadCredit || isCredited { return parts(rest).compactMap(cleaned) }
        return parts(rest).filter(mayBePerson).compactMap(cleaned).filter(looksLikePerson)
    }

    /// "Articles by": the name stands in the next line.
    static func isCreditAlone(_ text: [UInt8]) -> Bool {
        guard text.count <= 30, let last = text.last else { return false }
        if credits.mayOpen(text), creditLength(text + [0x20]) > text.count || creditLength(text) == text.count { return true }
        return loneEnds[Int(last)].contains { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }
    }

    /// By last byte.
    private static let loneEnds: [[[UInt8]]] = {
        let ends = [" by", " by:", " von", " von:", " par", " par :", " por", " por:", "Autor:", "Author:"].map { Array($0.utf8) }
        return (UInt8.min ... .max).map { last in ends.filter { $0.last == last } }
    }()

    static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert(Folding.key($0)).inserted }
    }

    static func isCredit(_ label: String) -> Bool { creditLength(Array((label + " ").utf8)) > 0 || label.lowercased().contains("author") }

    static func creditLength(_ text: [UInt8]) -> Int { text.isEmpty ? 0 : credits.length(in: text, at: 0) }

    /// What stands before a name at the beginning of a line; the longest first.
    private static let credits = Phrases(
        [
            "written by:", "written by ", "story by ", "words by ", "posted by ", "published by ", "reported by ", "article by ", "text by ",
            "review by ",
            "by: ", "by ", "author: ", "authors: ", "author ", "authors ", "reporter: ", "writer: ", "about the author: ",
            "ein beitrag von ", "ein gastbeitrag von ", "gastbeitrag von ", "ein kommentar von ", "kommentar von ", "eine analyse von ",
            "analyse von ",
            "ein interview von ", "interview von ", "eine reportage von ", "geschrieben von ", "veröffentlicht von ", "eingestellt von ",
            "gepostet von ",
            "erstellt von ", "verfasst von ", "artikel von ", "beitrag von ", "text von ", "von: ", "von ", "autor: ", "autorin: ", "autor*in: ",
            "autoren: ",
            "autor ", "autorin ", "verfasser: ", "text: ", "redaktion: ", "beitragsautor: ", "beitrags-autor: ", "beitragsautor von ",
            "écrit par ", "publié par ", "rédigé par ", "posté par ", "propos recueillis par ", "par : ", "par: ", "par ", "auteur : ", "auteur: ",
            "auteur ",
            "escrito por ", "publicado por ", "por: ", "por ", "autora: ", "scritto da ", "pubblicato da ", "a cura di ", "articolo di ", "autore: ",
            "di ", "da ", "door: ", "door ", "tekst: ", "autorem ", "av: ", "av ", "af ", "автор: ", "автор ", "текст: ", "yazan: ", "írta: ",
            "szerző: ",
            "kirjoittaja: ", "teksti: ", "作者：", "作者:", "作者", "记者：", "记者", "記者", "文/", "文／", "文：", "责任编辑：", "编辑：",
        ].sorted { $0.utf8.count > $1.utf8.count })

    /// The same inside a line: "24 February 2026 by Jane Doe".
    private static let innerCredits = Phrases([" by ", " by: ", " von ", " par ", "autor:", "author:", "written by:", " por "])

    /// With a name's place after it, and not as a sentence has it.
    static func hasInnerCredit(_ text: [UInt8]) -> Bool {
        text.last != UInt8(ascii: ".") && text.indices.dropLast(3).contains { innerCredits.length(in: text, at: $0) > 0 }
    }

    /// "Local staff, 1 February 2026": a few words beside a date and nothing else; nil for other lines.
    static func besideDate(_ text: [UInt8]) -> [UInt8]? {
        guard let date = WrittenDate.first(in: text) else { return nil }
        let rest = Array(trimmed(Whitespace.normalised(text[..<date.range.lowerBound])[...]))
        let isShort = (3...40).contains(rest.count) && rest.split(separator: 0x20).count <= 4
        return isShort && DateLabels.sign(before: text[..<date.range.lowerBound]) == nil && text.count - date.range.upperBound <= 12 ? rest : nil
    }

    private static func cutCredit(_ text: inout [UInt8]) -> Bool {
        while let first = text.first, first == 0x20 || first == UInt8(ascii: "|") || first == UInt8(ascii: ",") || first == UInt8(ascii: "-") {
            text.removeFirst()
        }
        var had = false
        // "By: by Jane Doe" is met.
        for _ in 0..<2 {
            let length = creditLength(text)
            guard length > 0 else { break }
            text.removeFirst(length)
            while let first = text.first, first == 0x20 || first == UInt8(ascii: ":") { text.removeFirst() }
            had = true
        }
        if had { return true }
        for place in text.indices.prefix(120) {
            let length = innerCredits.length(in: text, at: place)
            guard length > 0, place > 0 else { continue }
            // A name before it, or around it: "Jane Doe von der Redaktion", "Christoph von Eichhorn".
            if place <= 40, looksLikePerson(String(decoding: text[..<place], as: UTF8.self)) || looksLikePerson(String(decoding: text, as: UTF8.self))
            {
                return false
            }
            text.removeFirst(place + length)
            return true
        }
        return false
    }

    /// Dates part what stands before them from what stands behind.
    private static func cutDates(_ text: inout [UInt8]) {
        let dates = WrittenDate.all(in: text, limit: 3)
        guard !dates.isEmpty else { return }
        for date in dates.reversed() { text.replaceSubrange(date.range, with: " | ".utf8) }
        text = Whitespace.normalised(text)
    }

    /// What follows the names: a place, a role, a time, the next label.
    private static let tails = Phrases([
        " published", " posted", " updated", " veröffentlicht", " publié", " publicado", " pubblicato", " aktualisiert", " last updated", " in:",
        " tags:", "tags:",
        " kategorie", " categor", " abgelegt", " folgen", " follow", " email", " e-mail", " am |", " on |", " | am ", " le |", " el |", " am montag",
        " am dienstag", " am mittwoch", " am donnerstag", " am freitag", " am samstag", " am sonntag",
        " on monday", " on tuesday", " on wednesday", " on thursday", " on friday", " on saturday", " on sunday", " stand", " foto:", " photo",
        " fotos:", " bild:", " lesezeit", " min read", " permalink",
        " comments", " kommentar", " leave a", " view all", " show all", " alle artikel", " posts by",
        " registriert", " under ", " says:", " sagt:", " zuletzt", " erschienen", " uhr", " →", "→",
    ])

    private static func cutTail(_ text: inout [UInt8]) {
        for place in text.indices.dropFirst() {
            if tails.length(in: text, at: place) == 0 {
                guard roleTails.length(in: text, at: place) > 0, looksLikePerson(String(decoding: text[..<place], as: UTF8.self)) else { continue }
            }
            text.removeSubrange(place...)
            return
        }
    }

    /// The same behind a full name only: "Jane Doe Senior Editor", but "Local staff".
    private static let roleTails = Phrases([
        " mehr", " more", " redakteur", " mitglied", " autor", " chefredak", " leiter", " senior", " staff", " editor", " correspondent",
        " korrespondent", " reporter", " follow",
        " for ", " für ", " um ", " le ", " el ", " ist ", " is ", " est ", " writes", " schreibt", " arbeitet", " covers", " has ", " en ",
        " im gespräch", " illustration", " photograph",
    ])

    private static let separators = Phrases([
        " and ", " und ", " et ", " & ", ", ", "; ", ";", " | ", "|", " • ", " · ", " / ", "/", "，", "、", " og ", " och ", " with ", " mit ", " – ",
        " — ", " - ",
        " // ", "\u{2028}", " и ", " та ",
    ])

    /// Several names in one text.
    static func split(_ text: String) -> [String] { parts(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) } }

    private static func parts(_ text: [UInt8]) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        func end(at place: Int) {
            let part = trimmed(Whitespace.normalised(text[start..<place])[...])
            if !part.isEmpty { parts.append(Array(part)) }
        }
        while let place = separators.place(in: text, from: start) {
            end(at: place)
            start = place + separators.length(in: text, at: place)
        }
        end(at: text.count)
        return parts
    }

    /// Without what is no part of a name; nil when no name remains.
    private static func cleaned(_ text: [UInt8]) -> String? {
        var name = text
        for (open, close) in [("(", ")"), ("[", "]"), ("<", ">")] as [(Unicode.Scalar, Unicode.Scalar)] {
            guard let start = name.firstIndex(of: UInt8(ascii: open)) else { continue }
            let end = name[start...].firstIndex(of: UInt8(ascii: close))
            name.removeSubrange(start...(end ?? name.count - 1))
        }
        let words = name.split(separator: 0x20).filter { !isAddress($0) }
        name = Array(trimmed(Array(words.joined(separator: [0x20]))[...]))
        guard (2...80).contains(name.count), words.count <= 7,
            !name.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "?") })
        else { return nil }
        // A sentence, not a name.
        guard words.dropFirst().count(where: { startsLower($0) && !isParticle($0) }) <= 1, !labelStarts.open(name) else { return nil }
        let text = String(decoding: name, as: UTF8.self)
        guard name.contains(where: { ($0 | 0x20) &- 0x61 < 26 }) || text.unicodeScalars.contains(where: \.properties.isAlphabetic) else { return nil }
        return labels.contains(text.lowercased().trimmingMarks) ? nil : text
    }

    /// Of a person, a page or a heading: "@jane", "jane@example.org", "www.example.org", "#news".
    private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
        word.first == UInt8(ascii: "#") || word.contains(UInt8(ascii: "@")) || word.starts(with: "http".utf8) || word.starts(with: "www.".utf8)
    }

    private static func startsLower(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first else { return false }
        return first < 0x80 ? first &- 0x61 < 26 : String(decoding: word, as: UTF8.self).unicodeScalars.first?.properties.isLowercase ?? false
    }

    private static func isParticle(_ word: ArraySlice<UInt8>) -> Bool { word.count <= 5 && particles.contains(String(decoding: word, as: UTF8.self)) }

    /// What cannot look like a person once it is cleaned is told without cleaning: too few or too many words, figures, words in small letters.
    private static func mayBePerson(_ part: [UInt8]) -> Bool {
        var words = 0
        for word in part.split(separator: 0x20) {
            guard let first = word.first, !word.contains(where: isBracket) else { return true }
            if isAddress(word) { continue }
            if word.contains(where: { $0 &- 0x30 < 10 }) || first &- 0x61 < 26 && !isParticle(word) { return false }
            // Marks may yet go.
            if first >= 0x80 || (first | 0x20) &- 0x61 < 26 { words += 1 }
        }
        return (2...4).contains(words)
    }

    private static func isBracket(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "<")
    }

    static func isCapitalised(_ word: Substring) -> Bool {
        guard let first = word.unicodeScalars.first else { return false }
        return first.properties.isUppercase || first.properties.generalCategory == .otherLetter || particles.contains(String(word))
    }

    static func looksLikePerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        return (2...4).contains(words.count) && words.allSatisfy(isCapitalised) && !name.utf8.contains { $0 &- 0x30 < 10 }
    }

    private static let particles: Set<String> = [
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "el", "al", "bin", "ibn", "zu", "zur", "vom",
        "y", "e", "ter", "ten", "af", "av", "des", "do",
    ]

    /// Without marks and blanks at its ends; a full stop behind a capital stays: "Jane D."
    static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var text = text
        while let first = text.first {
            let length = first < 0x80 ? (isEdge[Int(first)] ? 1 : 0) : wideEdges.first { text.starts(with: $0) }?.count ?? 0
            guard length > 0 else { break }
            text.removeFirst(length)
        }
        while let last = text.last {
            let length = last < 0x80 ? (isEdge[Int(last)] ? 1 : 0) : wideEdges.first { text.suffix($0.count).elementsEqual($0) }?.count ?? 0
            guard length > 0, last != UInt8(ascii: ".") || !endsUpper(text.dropLast()) else { break }
            text.removeLast(length)
        }
        return text
    }

    private static func endsUpper(_ text: ArraySlice<UInt8>) -> Bool {
        guard let last = text.last else { return false }
        return last < 0x80 ? last &- 0x41 < 26 : String(decoding: text, as: UTF8.self).unicodeScalars.last?.properties.isUppercase ?? false
    }

    private static let isEdge: [Bool] = (0..<128).map { " ,;|-()[]:*/\"'!>+.".utf8.contains($0) }
    private static let wideEdges = ["·", "•", "–", "—", "“", "”", "„", "«", "»", "\u{2028}"].map { Array($0.utf8) }

    /// What stands where names stand and is none.
    private static let labels: Set<String> = [
        "share", "print", "published", "posted", "updated", "email", "comments", "comment", "facebook", "twitter", "last updated", "read more", "am",
        "pm",
        "gmt", "utc", "uhr", "min read", "minutes", "follow", "save", "veröffentlicht", "publié", "stand", "date", "admin", "administrator", "author",
        "autor", "by", "von",
        "no author", "unknown", "null", "none", "undefined", "n/a", "anonymous", "webmaster", "root", "gast", "guest", "user", "editor", "teilen",
        "drucken", "merken", "home", "blog",
        "news", "aktuelles", "last modified", "über den autor", "about the author", "artikel von", "rezept von", "street address", "phone number",
        "no-author",
        "national news", "local news", "subscriber only", "im wortlaut", "quelle", "source", "weiterlesen", "read time", "reading time", "datum",
        "text", "foto", "redaktion online", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
        "dimanche",
        "staff", "phd", "ph.d", "md", "dr", "prof", "mba", "msc", "jr", "sr", "lifestyle", "sport", "politik", "wirtschaft", "politics", "business",
        "world", "kultur", "about", "über", "kategorien", "category",
    ]
    private static let labelStarts = Phrases([
        "share ", "print ", "published", "posted", "updated", "comments", "read ", "kategorie", "category", "schlagw", "tag:", "tags", "foto:",
        "photo", "bild:", "image", "copyright",
        "©", "leave a", "kommentar", "lesezeit", "teilen", "datum", "font-", "function", "var ", "zuletzt", "erschein", "registr", "mehr ", "more ",
        "click", "alle ", "view ", "show ", "source", "quelle",
    ])

    private static let sources = Phrases(["quelle: ", "quelle:", "source: ", "source : ", "fuente: ", "fonte: ", "bron: ", "källa: ", "来源：", "来源:"])

    /// "Hamburg (dpa/lno) - …": the agency's mark in the dateline.
    static func dateline(_ line: [UInt8]) -> String? {
        let head = line.prefix(60)
        guard let open = head.firstIndex(of: UInt8(ascii: "(")), open > 2, let close = head[open...].firstIndex(of: UInt8(ascii: ")")),
            close > open + 2
        else {
            return nil
        }
        let inner = String(decoding: line[(open + 1)..<close], as: UTF8.self)
        return inner.split(separator: "/").contains { CreditLine.isAgency(String($0)) } ? inner : nil
    }

    /// A name in brackets at the very end of a text, or a short line of initials and agencies.
    static func signature(_ line: [UInt8], isWhole: Bool) -> String? {
        guard isWhole, let last = line.last else { return nil }
        let source = sources.length(in: line, at: 0)
        if source > 0, line.count - source <= 40, line.count > source { return cleaned(Array(line[source...])) }
        if last == UInt8(ascii: ")"), let open = line.lastIndex(of: UInt8(ascii: "(")), line.count - open <= 24, line.count - open > 3 {
            let inner = String(decoding: line[(open + 1)..<(line.count - 1)], as: UTF8.self)
            return CreditLine.isAgency(inner) || inner.split(separator: "/").contains { CreditLine.isAgency(String($0)) } ? inner : nil
        }
        guard line.count <= 24 else { return nil }
        let words = line.split { $0 == UInt8(ascii: "/") || $0 == 0x20 || $0 == UInt8(ascii: ",") }
        let isSigned = words.contains { CreditLine.isAgency(String(decoding: $0, as: UTF8.self)) }
        return isSigned ? String(decoding: trimmed(line[...]), as: UTF8.self) : nil
    }
}
