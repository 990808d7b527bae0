public import BriefModel

extension ArticleExtractor {
    /// A document of printed pages, such as a PDF.
    ///
    /// The order of the text, its paragraphs and what is no text at all (running heads, page numbers, contents) follow from the places of
    /// the words alone. Each block bears the number of the page it begins on. Notes and references stand apart in `notes`.
    public func extract(printed document: PrintedDocument) throws(ExtractionError) -> ExtractedArticle {
        guard document.hasText else { throw .noText }
        let pages = document.pages.enumerated().map { PrintedPiece.pieces(of: $1, number: $0) }
        let edges = PrintedEdges(pages, heights: document.pages.map(\.height))
        let regions = edges.bodies.flatMap(PrintedColumns.regions).map(PrintedInitial.rows)
        let hyphenation = Hyphenation(regions.joined().map(\.text))
        let notes = PrintedNotes(regions, heights: document.pages.map(\.height))
        let read = PrintedParagraphs(notes.text, hyphenation: hyphenation).all
        let bodySize = PrintedLeading(notes.text).bodySize
        let head = PrintedHead(read, document: document, edges: edges.left.first ?? [], bodySize: bodySize)
        let (text, back) = PrintedBackMatter.split(head.rest, bodySize: bodySize)
        guard !text.isEmpty || !head.title.isEmpty else { throw .noText }
        let body = text.map { ExtractedArticle.Block(kind: $0.kind, text: String(decoding: $0.text, as: UTF8.self), page: edges.labels[$0.page]) }
        let foot = PrintedParagraphs(notes.notes, hyphenation: hyphenation).all
        let paragraphs = body.map(\.text)
        return ExtractedArticle(
            title: head.title, authors: head.authors, published: head.date,
            language: LanguageChoice.language(declared: [], text: paragraphs.joined(separator: "\n")),
            creditLine: CreditLine.find(authors: head.authors, paragraphs: paragraphs),
            isCorrection: CorrectionSign.isPresent(title: head.title, section: nil, notice: CorrectionSign.notice(in: paragraphs)), body: body,
            notes: (foot + back).map {
                ExtractedArticle.Block(kind: $0.kind, text: String(decoding: $0.text, as: UTF8.self), page: edges.labels[$0.page])
            },
            provenance: head.provenance)
    }
}

/// A large first letter that reaches over several lines belongs to the first of them.
enum PrintedInitial {
    static func rows(_ pieces: [PrintedPiece]) -> [PrintedRow] {
        let sizes = pieces.map(\.size).sorted()
        let usual = sizes[sizes.count / 2]
        var pieces = pieces
        for place in pieces.indices.prefix(400) where pieces[place].text.count <= 2 && pieces[place].size > usual * 1.8 {
            let initial = pieces[place]
            let first = pieces.indices.filter { other in
                let frame = pieces[other].frame
                return other != place && frame.left >= initial.frame.right - 2 && frame.left < initial.frame.right + usual * 2
                    && frame.top < initial.frame.bottom && frame.bottom > initial.frame.top && pieces[other].size < usual * 1.5
            }.min { pieces[$0].frame.top < pieces[$1].frame.top }
            guard let first, pieces[first].text.count > 2 else { continue }
            pieces[first].text = initial.text + pieces[first].text
            pieces[place].text = []
        }
        return PrintedRow.rows(pieces.filter { !$0.text.isEmpty })
    }
}

/// Footnotes: smaller type at the foot of a column, from the first row that begins with a mark.
struct PrintedNotes {
    private(set) var text: [[PrintedRow]] = []
    private(set) var notes: [[PrintedRow]] = []

    init(_ regions: [[PrintedRow]], heights: [Float]) {
        let bodySize = PrintedLeading(regions).bodySize
        let tails = regions.map { rows in rows.suffix(rows.reversed().prefix { $0.size <= bodySize * 0.93 }.count) }
        // Where the first note of a page begins; one that goes on in the next column bears no mark there.
        var tops: [Int: Float] = [:]
        for tail in tails {
            guard let first = tail.first(where: { $0.frame.top > heights[$0.page] * 0.4 && Self.isMarked($0.text) }) else { continue }
            tops[first.page] = min(tops[first.page] ?? .infinity, first.frame.top - first.size / 2)
        }
        // A note that ends in the middle goes on at the foot of the next page, without a mark.
        var open: Int?
        for (rows, tail) in zip(regions, tails) where !rows.isEmpty {
            let page = rows[0].page
            let top = tops[page] ?? (open == page - 1 ? heights[page] * 0.6 : .infinity)
            let start = tail.firstIndex { $0.frame.top > top } ?? rows.endIndex
            if start < rows.endIndex { open = PrintedParagraphs.ends(rows[rows.count - 1].text) ? nil : page }
            if start > 0 { text.append(Array(rows[..<start])) }
            if start < rows.count { notes.append(Array(rows[start...])) }
        }
    }

    /// "1 The …", "12The …", "* See …".
    private static func isMarked(_ text: [UInt8]) -> Bool {
        let digits = text.prefix { (0x30...0x39).contains($0) }.count
        if digits > 0, digits <= 3 {
            let rest = text.dropFirst(digits).drop { $0 == 0x20 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
            return rest.first.map { (0x41...0x5A).contains($0) || $0 >= 0x80 || $0 == UInt8(ascii: "\"") || rest.starts(with: "http".utf8) } ?? false
        }
        return text.count > 3 && ["*", "†", "‡", "§", "¶"].contains { text.starts(with: $0.utf8) }
    }
}

/// References and notes at the end, from their heading on.
enum PrintedBackMatter {
    static func split(_ paragraphs: [PrintedParagraph], bodySize: Float) -> (text: [PrintedParagraph], back: [PrintedParagraph]) {
        let last = paragraphs.indices.last { opens(paragraphs[$0]) }
        let before = paragraphs[..<(last ?? 0)].reduce(0) { $0 + $1.text.count }
        guard let last, before * 2 >= paragraphs.reduce(0, { $0 + $1.text.count }) else { return (paragraphs, []) }
        // What follows under a heading of its own, such as an appendix, is text again.
        let next = paragraphs[(last + 1)...].firstIndex {
            $0.kind == .heading && $0.size >= paragraphs[last].size && !opens($0) && $0.page > paragraphs[last].page
        }
        let end = paragraphs[last].kind == .heading ? next ?? paragraphs.endIndex : paragraphs.endIndex
        return (Array(paragraphs[..<last] + paragraphs[end...]), Array(paragraphs[last..<end]))
    }

    /// The word alone, or as a run-in heading: "Notes. 1. …".
    private static func opens(_ paragraph: PrintedParagraph) -> Bool {
        let words = paragraph.text.drop { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == 0x20 }
        let word = words.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ":") }
        guard headings.contains(Phrases.lowered(word)) || headings.contains(String(decoding: word, as: UTF8.self).lowercased()) else { return false }
        return word.count == words.count || paragraph.kind != .heading
    }

    private static let headings: Set<String> = [
        "notes", "endnotes", "footnotes", "references", "bibliography", "works cited", "literature cited", "anmerkungen", "literatur",
        "literaturverzeichnis", "quellen", "fußnoten", "références", "bibliographie", "referencias", "bibliografía", "bibliografia", "参考文献",
    ]
}
