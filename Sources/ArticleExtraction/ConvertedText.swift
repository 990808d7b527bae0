import BriefModel

extension ArticleExtractor {
    /// The text of a PDF, pages ending with form feeds.
    /// - Parameters:
    ///   - metadataTitle: what the file says of itself; a fallback, as such fields often name a template.
    ///   - metadataAuthor: likewise. A metadata date is not asked for: the date on the page is the document's.
    public func extract(
        converted text: String, metadataTitle: String?, metadataAuthor: String?, address: String
    ) throws(ExtractionError) -> ExtractedArticle {
        guard !text.isEmpty else { throw .empty }
        let lines = PrintedPages(text).lines
        guard !lines.isEmpty else { throw .noText }
        let paragraphs = PrintedParagraphs.join(lines)
        let head = PrintedHead(paragraphs, metadataTitle: metadataTitle.map(Whitespace.normalised))
        let body = paragraphs[head.bodyStart...].map { String(decoding: $0, as: UTF8.self) }
        guard !body.isEmpty else { throw .noText }
        let metadataAuthors = metadataAuthor.map { BylineReader.split($0) } ?? []
        return ExtractedArticle(
            title: head.title, authors: head.authors.isEmpty ? metadataAuthors : head.authors, published: head.date,
            language: LanguageChoice.language(declared: [], text: body.joined(separator: "\n")),
            creditLine: CreditLine.find(authors: head.authors, paragraphs: body),
            isCorrection: CorrectionSign.isPresent(title: head.title, section: nil, paragraphs: body),
            body: body.map { ExtractedArticle.Block(kind: .paragraph, text: $0) })
    }
}

/// The lines of all pages without page numbers and what is repeated at their edges. An empty line is a gap; pages follow without one.
struct PrintedPages {
    let lines: [[UInt8]]

    init(_ text: String) {
        let pages = text.utf8.split(separator: 0x0C).map { page in
            page.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Whitespace.normalised($0) }
        }
        let repeated = Self.runningLines(pages)
        var lines: [[UInt8]] = []
        for page in pages {
            let kept = page.filter { !Self.isPageNumber($0) && !repeated.contains(Self.withoutDigits($0)) }
            lines += Self.trimmed(kept)
        }
        self.lines = lines
    }

    /// Lines that stand among the first or last four of at least half of the pages (two at least), digits aside.
    private static func runningLines(_ pages: [[[UInt8]]]) -> Set<[UInt8]> {
        guard pages.count >= 2 else { return [] }
        var counts: [[UInt8]: Int] = [:]
        for page in pages {
            let filled = page.filter { !$0.isEmpty }
            for line in Set((filled.prefix(4) + filled.suffix(4)).map(withoutDigits)) where !line.isEmpty { counts[line, default: 0] += 1 }
        }
        return Set(counts.filter { $0.value >= max(2, (pages.count + 1) / 2) }.keys)
    }

    private static func withoutDigits(_ line: [UInt8]) -> [UInt8] { line.filter { !(0x30...0x39).contains($0) } }

    private static func isPageNumber(_ line: [UInt8]) -> Bool {
        let bare = line.filter { !" -–—|/.".utf8.contains($0) }
        guard (1...12).contains(bare.count) else { return false }
        let letters = bare.filter { !(0x30...0x39).contains($0) }
        return letters.count < bare.count && bare.count - letters.count <= 4
            && ["", "page", "p", "pageof", "of", "seite", "seitevon"].contains(String(decoding: letters, as: UTF8.self).lowercased())
    }

    private static func trimmed(_ lines: [[UInt8]]) -> ArraySlice<[UInt8]> {
        guard let first = lines.firstIndex(where: { !$0.isEmpty }), let last = lines.lastIndex(where: { !$0.isEmpty }) else { return [] }
        return lines[first...last]
    }
}

/// Puts printed lines back into paragraphs.
enum PrintedParagraphs {
    static func join(_ lines: [[UInt8]]) -> [[UInt8]] {
        // A full line is as long as most: a shorter one that ends a sentence ends the paragraph.
        let lengths = lines.map(\.count).filter { $0 > 0 }.sorted()
        let full = lengths.isEmpty ? 0 : lengths[lengths.count * 3 / 4]
        var paragraphs: [[UInt8]] = []
        var current: [[UInt8]] = []
        func close() {
            if !current.isEmpty { paragraphs.append(LineJoining.paragraph(current)) }
            current = []
        }
        for (place, line) in lines.enumerated() {
            if line.isEmpty {
                close()
                continue
            }
            // Above the text a line with a date is the byline, even when no gap sets it apart from the title.
            let isByline = place < 12 && line.count <= 120 && line.last != UInt8(ascii: ".") && WrittenDate.first(in: line) != nil
            if isByline { close() }
            current.append(line)
            if isByline { close() }
            let next = place + 1 < lines.count ? lines[place + 1] : []
            if endsSentence(line), startsSentence(next), endsParagraph(line, next: next, full: full) { close() }
        }
        close()
        return withoutBackMatter(paragraphs)
    }

    /// Notes and references at the end, from their heading on, are not the text.
    private static func withoutBackMatter(_ paragraphs: [[UInt8]]) -> [[UInt8]] {
        let last = paragraphs.lastIndex { paragraph in
            let word = String(decoding: paragraph.prefix { $0 != UInt8(ascii: ".") && $0 != 0x20 && $0 != UInt8(ascii: ":") }, as: UTF8.self)
                .lowercased()
            return backMatter.contains(word) && (paragraph.count == word.utf8.count || paragraph[word.utf8.count] != 0x20)
        }
        guard let last, last * 3 >= paragraphs.count * 2 else { return paragraphs }
        return Array(paragraphs[..<last])
    }

    private static let backMatter: Set<String> = [
        "notes", "endnotes", "footnotes", "references", "bibliography", "anmerkungen", "literatur", "fußnoten",
    ]

    /// The next line's first word would have fitted: the break was meant.
    private static func endsParagraph(_ line: [UInt8], next: [UInt8], full: Int) -> Bool {
        let word = next.prefix { $0 != 0x20 }.count
        // Letters differ in width, hence five in a hundred either way; a run-in heading ("Conclusion. The …") tips the balance.
        let fitting = opensWithHeading(next) ? full + full / 20 : full - full / 20
        return line.count + 1 + word < fitting
    }

    private static func opensWithHeading(_ line: [UInt8]) -> Bool {
        let heading = line.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }
        guard (3...45).contains(heading.count), heading.count + 2 < line.count, line[heading.count + 1] == 0x20 else { return false }
        return startsSentence(Array(line[(heading.count + 2)...]))
    }

    private static func endsSentence(_ line: [UInt8]) -> Bool {
        let closing = line.reversed().drop { "\"')]".utf8.contains($0) }
        guard let last = closing.first else { return false }
        return ".!?:".utf8.contains(last) || last >= 0x80
    }

    private static func startsSentence(_ line: [UInt8]) -> Bool {
        guard let first = line.first(where: { !"\"'([".utf8.contains($0) }) else { return false }
        return (0x41...0x5A).contains(first) || (0x30...0x39).contains(first) || first >= 0x80
    }
}

/// Title, authors and date above a printed text.
struct PrintedHead {
    var title = ""
    var authors: [String] = []
    var date: Timestamp?
    var bodyStart = 0

    init(_ paragraphs: [[UInt8]], metadataTitle: String?) {
        for (place, paragraph) in paragraphs.prefix(6).enumerated() where paragraph.count <= 200 {
            let text = String(decoding: paragraph, as: UTF8.self)
            if let found = WrittenDate.first(in: paragraph), date == nil, paragraph.last != UInt8(ascii: ".") {
                date = found.timestamp
                authors = BylineReader.names(in: text)
                bodyStart = place + 1
            }
        }
        let known = metadataTitle.map(Folding.key) ?? ""
        for (place, paragraph) in paragraphs.prefix(6).enumerated() where paragraph.count <= 300 {
            let text = String(decoding: paragraph, as: UTF8.self)
            guard !known.isEmpty, Folding.key(text) == known else { continue }
            title = text
            bodyStart = max(bodyStart, place + 1)
        }
        if title.isEmpty, let first = paragraphs.first, first.count <= 200, first.last != UInt8(ascii: ".") {
            // Title and byline may have no gap between them: the line with the date is not the title's.
            title = String(decoding: first, as: UTF8.self)
            bodyStart = max(bodyStart, 1)
        }
        if title.isEmpty { title = metadataTitle ?? "" }
        bodyStart = min(bodyStart, max(paragraphs.count - 1, 0))
    }
}
