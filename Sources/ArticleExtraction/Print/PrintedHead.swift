import BriefModel

/// Title, authors and date of a printed text, and what is left.
struct PrintedHead {
    private(set) var title = ""
    private(set) var authors: [String] = []
    private(set) var date: Timestamp?
    private(set) var provenance = Provenance()
    /// Without what is told by the fields above; headings marked as such.
    private(set) var rest: [PrintedParagraph] = []

    /// - Parameters:
    ///   - edges: running head and foot of the first page.
    init(_ all: [PrintedParagraph], document: PrintedDocument, edges: [[UInt8]], bodySize: Float) {
        let paragraphs = Self.withoutContents(all)
        let known = document.title.flatMap(DocumentTitle.plausible)
        let text = paragraphs.firstIndex(where: Self.isProse) ?? paragraphs.count
        let titlePlace = Self.titlePlace(paragraphs, page: all.first?.page ?? 0, before: text, known: known, bodySize: bodySize)
        var end = 0
        if let place = titlePlace {
            title = String(decoding: paragraphs[place].text, as: UTF8.self)
            end = place + 1
            // A title as it is set may be shouted or cut; its metadata has it whole.
            let isConfirmed = known.map { Folding.key($0).hasPrefix(Folding.key(title)) && Folding.key(title).utf8.count >= 8 } ?? false
            if let known, isConfirmed { title = known }
            provenance.title = Provenance.Mark(.heading, confidence: isConfirmed ? 0.95 : 0.8)
        } else if let known {
            title = known
            provenance.title = Provenance.Mark(.fileHeader, confidence: 0.6)
        }
        let head = paragraphs[..<max(text, end)]
        readDate(head, edges: edges, first: paragraphs.first?.page ?? 0, all: paragraphs)
        var dropped: Set<Int> = []
        if let titlePlace {
            readAuthors(paragraphs, after: titlePlace, until: text, dropped: &dropped)
            // Letterheads, series and logos stand above the title.
            for place in 0...titlePlace where place == titlePlace || paragraphs[place].text.count <= 120 && paragraphs[place].kind != .tableRow {
                dropped.insert(place)
            }
        }
        for (place, paragraph) in head.enumerated()
        where paragraph.text.count <= 120 && WrittenDate.first(in: paragraph.text) != nil && paragraph.rows <= 2 {
            if !PrintedParagraphs.ends(paragraph.text) || paragraph.text.count <= 30 { dropped.insert(place) }
        }
        if !authors.isEmpty { provenance.authors = Provenance.Mark(.byline, confidence: 0.8) }
        if authors.isEmpty, let author = document.author, DocumentTitle.isPerson(author) {
            authors = BylineReader.split(author)
            provenance.authors = Provenance.Mark(.fileHeader, confidence: 0.5)
        }
        if date == nil, let created = document.created {
            date = created
            // Made, or made again, on that day.
            provenance.published = Provenance.Mark(.fileHeader, confidence: 0.3)
        }
        for place in paragraphs.indices where !dropped.contains(place) {
            var paragraph = paragraphs[place]
            let next = place + 1 < paragraphs.count ? paragraphs[place + 1] : nil
            if PrintedRoles.isCaption(paragraph.text) {
                paragraph.kind = .caption
            } else if PrintedRoles.isHeading(paragraph, before: next, bodySize: bodySize) {
                paragraph.kind = .heading
            }
            rest.append(paragraph)
        }
    }

    private static func withoutContents(_ paragraphs: [PrintedParagraph]) -> [PrintedParagraph] {
        var isInside = false
        return paragraphs.filter { paragraph in
            isInside = PrintedRoles.isContents(paragraph.text) || isInside && endsInNumber(paragraph.text)
            return !isInside && !PrintedRoles.isLeader(paragraph.text)
        }
    }

    /// As lines of contents do, roman numerals among them.
    private static func endsInNumber(_ text: [UInt8]) -> Bool {
        text.count <= 200 && text.last.map { (0x30...0x39).contains($0) || "ivx".utf8.contains($0) } ?? false
    }

    private static func isProse(_ paragraph: PrintedParagraph) -> Bool {
        paragraph.kind == .paragraph && paragraph.text.count > 120 && paragraph.rows >= 2
            || paragraph.kind == .paragraph && paragraph.text.count > 200
    }

    /// What the metadata calls the title; else the largest type on the first page, unless it is no larger than the text; else what stands first.
    private static func titlePlace(
        _ paragraphs: [PrintedParagraph], page: Int, before text: Int, known: String?, bodySize: Float
    ) -> Int? {
        let first = paragraphs.indices.prefix(40).filter {
            paragraphs[$0].page <= page + 1 && paragraphs[$0].kind != .tableRow && paragraphs[$0].text.count <= 300 && hasWords(paragraphs[$0].text)
        }
        if let known {
            let key = Folding.key(known)
            if let same = first.first(where: { Folding.key(String(decoding: paragraphs[$0].text, as: UTF8.self)) == key }) { return same }
            let part = first.first { place in
                let own = Folding.key(String(decoding: paragraphs[place].text, as: UTF8.self))
                return own.utf8.count >= 12 && (key.hasPrefix(own) || own.hasPrefix(key))
            }
            if let part { return part }
        }
        let onFirst = first.filter { paragraphs[$0].page == page && $0 <= text }
        if let largest = onFirst.max(by: { (paragraphs[$0].size, $1) < (paragraphs[$1].size, $0) }), paragraphs[largest].size > bodySize * 1.12 {
            return largest
        }
        if known != nil { return nil }
        let opening = onFirst.first {
            $0 < text && paragraphs[$0].text.count <= 200 && paragraphs[$0].text.last != UInt8(ascii: ".") && paragraphs[$0].kind == .paragraph
        }
        return opening.flatMap { WrittenDate.first(in: paragraphs[$0].text) == nil ? $0 : nil }
    }

    private static func hasWords(_ text: [UInt8]) -> Bool { text.count { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 } >= 3 }

    /// The head, then the running heads, then the short lines of the first page.
    private mutating func readDate(_ head: ArraySlice<PrintedParagraph>, edges: [[UInt8]], first page: Int, all: [PrintedParagraph]) {
        let short = all.filter { $0.page == page && $0.text.count <= 120 }.map(\.text)
        let places: [([[UInt8]], Double)] = [(head.filter { $0.text.count <= 200 }.map(\.text), 0.85), (edges, 0.7), (short, 0.6)]
        for (lines, confidence) in places {
            guard let found = lines.lazy.compactMap({ WrittenDate.first(in: $0) }).first else { continue }
            date = found.timestamp
            provenance.published = Provenance.Mark(.text, confidence: confidence)
            return
        }
    }

    /// Names in the lines that follow the title.
    private mutating func readAuthors(_ paragraphs: [PrintedParagraph], after title: Int, until text: Int, dropped: inout Set<Int>) {
        for place in (title + 1)..<max(min(text, title + 4, paragraphs.count), title + 1) {
            let line = paragraphs[place].text
            guard line.count <= 200, paragraphs[place].kind == .paragraph, !PrintedRoles.isNumbered(line) else { continue }
            let names = BylineReader.names(in: String(decoding: line, as: UTF8.self)).map(DocumentTitle.withoutMarks)
            guard !names.isEmpty, names.allSatisfy(DocumentTitle.isPerson) else { continue }
            authors = names
            dropped.insert(place)
            return
        }
    }
}

/// What the metadata of a file says, where a person could have written it.
enum DocumentTitle {
    /// Nil for what programs leave: "Microsoft Word - report-final.docx", "untitled".
    static func plausible(_ title: String) -> String? {
        var title = Whitespace.normalised(title)
        let prefix = "Microsoft Word - "
        if title.hasPrefix(prefix) { title.removeFirst(prefix.count) }
        let lower = title.lowercased()
        guard (4...300).contains(title.utf8.count), !endings.contains(where: lower.hasSuffix), !templates.contains(lower), !lower.contains("\\"),
            !lower.hasPrefix("untitled"), title.utf8.contains(where: { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 })
        else { return nil }
        // One word with digits or underscores is a file's name.
        let isName = !title.utf8.contains(0x20) && title.utf8.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
        return isName ? nil : title
    }

    private static let endings = [
        ".doc", ".docx", ".pdf", ".indd", ".qxd", ".tex", ".dvi", ".ppt", ".pptx", ".odt", ".rtf", ".xls", ".xlsx", ".pages", ".txt", ".html",
    ]
    private static let templates: Set<String> = [
        "powerpoint presentation", "title", "document", "slide 1", "presentation", "report", "layout 1", "unspecified",
    ]

    /// Two to five words that begin with capitals, none of them a thing's.
    static func isPerson(_ name: String) -> Bool {
        let words = name.split(separator: " ")
        guard (2...16).contains(words.count), !name.contains("@"), !name.contains("/") else { return false }
        return BylineReader.split(name).allSatisfy { name in
            let words = name.split(separator: " ")
            return (2...5).contains(words.count)
                && words.allSatisfy { word in
                    word.unicodeScalars.first?.properties.isUppercase == true || particles.contains(String(word))
                } && !words.contains { things.contains($0.lowercased()) }
        }
    }

    /// Footnote marks behind a name.
    static func withoutMarks(_ name: String) -> String {
        var name = name[...]
        while let last = name.last, "*†‡§¶∗0123456789,¹²³".contains(last) { name.removeLast() }
        return String(name)
    }

    private static let particles: Set<String> = [
        "de", "da", "di", "del", "della", "den", "der", "van", "von", "zu", "la", "le", "el", "al", "bin", "ibn", "dos", "y", "e", "ten", "ter",
    ]
    private static let things: Set<String> = [
        "university", "institute", "department", "school", "college", "centre", "center", "office", "report", "paper", "ministry", "bank", "group",
        "of",
        "the", "and", "for", "universität", "universidad", "université", "press", "release", "working", "committee", "commission", "council", "user",
        "administrator", "abstract", "introduction", "summary",
    ]
}
