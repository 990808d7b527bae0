import BriefModel

/// Tells the text of each page from what is repeated at its edges, and what number each page bears.
struct PrintedEdges {
    /// The pieces of each page without running heads, feet and page numbers.
    private(set) var bodies: [[PrintedPiece]] = []
    /// As printed, else counted from 1.
    private(set) var labels: [String] = []
    /// What was left out, page by page.
    private(set) var left: [[[UInt8]]] = []

    init(_ pages: [[PrintedPiece]], heights: [Float]) {
        let edges = zip(pages, heights).map { EdgeRow.rows(of: $0, height: $1) }
        let numbering = PageNumbering(edges)
        for (page, pieces) in pages.enumerated() {
            let around = [-2, -1, 1, 2].map { page + $0 }.filter(edges.indices.contains).map { edges[$0] }
            let dropped = edges[page].filter { row in
                numbering.isNumber(row, page: page) || around.contains { row.recurs(in: $0, exactly: true) }
                    // Numbered examples may begin two pages at one height; running heads are on more.
                    || around.count { row.recurs(in: $0, exactly: false) } >= 2
            }
            bodies.append(pieces.filter { piece in !dropped.contains { $0.holds(piece) } })
            labels.append(numbering.label(of: page))
            left.append(dropped.map(\.text))
        }
    }
}

/// A row near the upper or lower edge of a page.
struct EdgeRow {
    let text: [UInt8]
    /// Without digits and in lower case: what recurs though the number in it changes.
    let key: [UInt8]
    let frame: PrintedFrame
    /// A gap parts it from the text.
    let isApart: Bool
    /// It stands where text seldom does.
    let isOuter: Bool
    /// Where it stands is counted from the edge it is near.
    private let distance: Float
    private let isUpper: Bool

    /// Up to four rows at either end, within the outer quarter of the page.
    static func rows(of page: [PrintedPiece], height: Float) -> [EdgeRow] {
        let rows = PrintedRow.rows(page)
        var found: [EdgeRow] = []
        for (place, row) in rows.prefix(4).enumerated() where row.frame.bottom < height * 0.25 {
            let gap = place + 1 < rows.count ? rows[place + 1].frame.top - row.frame.bottom : height
            found.append(EdgeRow(row, isApart: gap > row.size * 0.6, distance: row.frame.top, height, isUpper: true))
        }
        for (place, row) in rows.enumerated().suffix(4) where row.frame.top > height * 0.75 && place >= found.count {
            let gap = place > 0 ? row.frame.top - rows[place - 1].frame.bottom : height
            found.append(EdgeRow(row, isApart: gap > row.size * 0.6, distance: height - row.frame.bottom, height, isUpper: false))
        }
        return found
    }

    private init(_ row: PrintedRow, isApart: Bool, distance: Float, _ height: Float, isUpper: Bool) {
        text = row.text
        key = row.text.filter { !(0x30...0x39).contains($0) }.map(Phrases.lower)
        frame = row.frame
        self.isApart = isApart
        isOuter = distance < height * 0.12
        self.distance = distance
        self.isUpper = isUpper
    }

    /// The same words at the same place of another page.
    /// - Parameter exactly: with the same numbers in them.
    func recurs(in other: [EdgeRow], exactly: Bool) -> Bool {
        other.contains {
            $0.isUpper == isUpper && abs($0.distance - distance) <= 6 && $0.key == key && !key.isEmpty && (!exactly || $0.text == text)
        }
    }

    func holds(_ piece: PrintedPiece) -> Bool {
        piece.middle > frame.top && piece.middle < frame.bottom
    }
}

/// The numbers that pages bear: those at the edges that go up by one from page to page.
struct PageNumbering {
    private struct Candidate {
        let value: Int
        let isRoman: Bool
        let row: EdgeRow
        /// Nothing but the number and words like "page" stand in the row.
        let isAlone: Bool
    }

    private struct Series: Hashable {
        let offset: Int
        let isRoman: Bool
    }

    private var candidates: [[Candidate]] = []
    private var series: [Series: Support] = [:]

    private struct Support {
        var votes = 0
        var first = 0
        var last = -1
    }

    /// A book has two series, front matter and text; a collection some more.
    private static let mostSeries = 50

    init(_ pages: [[EdgeRow]]) {
        for (page, rows) in pages.enumerated() {
            let found = rows.flatMap(Self.candidates)
            candidates.append(found)
            for one in Set(found.map { Series(offset: $0.value - page, isRoman: $0.isRoman) }) {
                let before = series[one] ?? Support(first: page)
                series[one] = Support(votes: before.votes + 1, first: before.first, last: page)
            }
        }
        // Two of three pages may agree by chance, three or half of all do not.
        let enough = min(3, max(2, (pages.count + 1) / 2))
        let best = series.filter { $0.value.votes >= enough }.sorted { ($0.value.votes, $1.key.offset) > ($1.value.votes, $0.key.offset) }
        series = Dictionary(uniqueKeysWithValues: best.prefix(Self.mostSeries).map { ($0.key, $0.value) })
    }

    /// The row holds this page's number, alone or beside a running head.
    func isNumber(_ row: EdgeRow, page: Int) -> Bool {
        candidates[page].contains { one in
            guard one.row.frame == row.frame, row.isApart else { return false }
            return one.isAlone && row.isOuter || series[Series(offset: one.value - page, isRoman: one.isRoman)] != nil
        }
    }

    /// What the page bears, or would between two pages that do; else its place in the file.
    func label(of page: Int) -> String {
        let own = candidates[page].compactMap { one in
            series[Series(offset: one.value - page, isRoman: one.isRoman)].map { (candidate: one, votes: $0.votes) }
        }
        if let best = own.max(by: { $0.votes < $1.votes })?.candidate { return Self.text(best.value, isRoman: best.isRoman) }
        let around = series.filter { $0.value.first < page && page < $0.value.last }.max {
            ($0.value.votes, $1.key.offset) < ($1.value.votes, $0.key.offset)
        }
        if let one = around?.key, page + one.offset > 0 { return Self.text(page + one.offset, isRoman: one.isRoman) }
        if series.isEmpty, let alone = candidates[page].last(where: \.isAlone) { return Self.text(alone.value, isRoman: alone.isRoman) }
        return String(page + 1)
    }

    private static func candidates(in row: EdgeRow) -> [Candidate] {
        let words = row.text.split { $0 == 0x20 || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "/") }.map { bare($0) }.filter { !$0.isEmpty }
        guard let first = words.first, let last = words.last else { return [] }
        let isAlone = words.count <= 5 && words.allSatisfy { number($0) != nil || numberWords.contains(Phrases.lowered($0)) }
        // "Page 3 of 12": the first number is the page's.
        let spots = isAlone ? words.first { number($0) != nil }.map { [$0] } ?? [] : [first, last]
        return spots.compactMap { word in
            number(word).flatMap { value, isRoman in
                // A lone letter in running text is a word, not a number.
                isAlone || !isRoman ? Candidate(value: value, isRoman: isRoman, row: row, isAlone: isAlone) : nil
            }
        }
    }

    private static let numberWords: Set<String> = ["page", "p", "of", "seite", "s", "von", "sur", "de", "página", "pagina", "pág", "di", "van"]

    /// Without dashes and dots around it.
    private static func bare(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isMark(_ byte: UInt8) -> Bool { "-.[]()".utf8.contains(byte) }
        var word = word.drop(while: isMark)
        while let last = word.last, isMark(last) { word.removeLast() }
        let isDash = word.elementsEqual("–".utf8) || word.elementsEqual("—".utf8)
        return isDash ? [] : word
    }

    private static func number(_ word: ArraySlice<UInt8>) -> (Int, isRoman: Bool)? {
        if (1...4).contains(word.count), word.allSatisfy({ (0x30...0x39).contains($0) }) {
            return (word.reduce(0) { $0 * 10 + Int($1 - 0x30) }, false)
        }
        return roman(word).map { ($0, true) }
    }

    private static let romanDigits: [(String, Int)] = [
        ("c", 100), ("xc", 90), ("l", 50), ("xl", 40), ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1),
    ]

    /// Lower case, as front matter is numbered; up to 399.
    private static func roman(_ word: ArraySlice<UInt8>) -> Int? {
        guard (1...12).contains(word.count) else { return nil }
        var rest = word
        var value = 0
        for (digit, worth) in romanDigits {
            var times = 0
            while rest.starts(with: digit.utf8), times < 3 {
                value += worth
                rest = rest.dropFirst(digit.utf8.count)
                times += 1
            }
        }
        return rest.isEmpty && text(value, isRoman: true).utf8.elementsEqual(word) ? value : nil
    }

    private static func text(_ value: Int, isRoman: Bool) -> String {
        guard isRoman else { return String(value) }
        var rest = value
        var text = ""
        for (digit, worth) in romanDigits {
            while rest >= worth {
                text += digit
                rest -= worth
            }
        }
        return text
    }
}
