import BriefModel

/// Rows that belong together.
struct PrintedParagraph {
    var kind: TextBlock.Kind
    /// UTF-8.
    var text: [UInt8]
    /// Where it begins, from 0.
    let page: Int
    /// Of its first row.
    let frame: PrintedFrame
    let size: Float
    var rows = 1
    /// The last row ends before the right edge though the next word would have fitted, or nothing is known to follow.
    var isComplete = false
    /// White space above the first row, in line heights beyond the usual; nil at the top of a region.
    var gap: Float?
}

/// Makes paragraphs of rows by gaps, indents, short last lines, marks of lists and changes of type.
struct PrintedParagraphs {
    private(set) var all: [PrintedParagraph] = []
    private let hyphenation: Hyphenation
    private let leading: PrintedLeading

    /// - Parameter regions: rows from top to bottom, each element one column.
    init(_ regions: [[PrintedRow]], hyphenation: Hyphenation) {
        self.hyphenation = hyphenation
        leading = PrintedLeading(regions)
        for region in regions { read(region) }
    }

    private mutating func read(_ rows: [PrintedRow]) {
        guard !rows.isEmpty else { return }
        let margins = PrintedMargins(rows)
        let cells = PrintedTable.cells(rows)
        var open: PrintedParagraph?
        for (place, row) in rows.enumerated() {
            let text = cells[place]?.joined ?? row.text
            let before = place > 0 ? rows[place - 1] : nil
            let after = place + 1 < rows.count ? rows[place + 1] : nil
            let isTable = cells[place] != nil
            if var paragraph = open, let before, !isTable, paragraph.kind != .tableRow,
                !breaks(before, row, after, in: paragraph, margins, text: text)
            {
                hyphenation.join(text, to: &paragraph.text)
                paragraph.rows += 1
                open = paragraph
                continue
            }
            if let before, var paragraph = open {
                paragraph.isComplete = margins.isMeant(before, next: text, size: row.size)
                append(paragraph)
            }
            let item = ListMark.length(text)
            let gap = before.map { (row.frame.top - $0.frame.top - leading[row.size]) / max(row.size, 1) }
            open = PrintedParagraph(
                kind: isTable ? .tableRow : item == nil ? .paragraph : .listItem, text: Array(text.dropFirst(item?.dropped ?? 0)), page: row.page,
                frame: row.frame, size: row.size, gap: gap)
        }
        if var paragraph = open, let last = rows.last {
            paragraph.isComplete = margins.isMeant(last, next: [UInt8](repeating: 0x61, count: 12), size: last.size)
            append(paragraph)
        }
    }

    private func breaks(
        _ before: PrintedRow, _ row: PrintedRow, _ after: PrintedRow?, in paragraph: PrintedParagraph, _ margins: PrintedMargins, text: [UInt8]
    ) -> Bool {
        let size = max(row.size, 1)
        if abs(before.size - row.size) > size * 0.1, before.text.count > 3, text.count > 3 { return true }
        if row.frame.top - before.frame.top > leading[row.size] + size * 0.3 { return true }
        if ListMark.length(text) != nil { return true }
        // Set larger than the text: a heading goes on until its type or a gap ends it.
        if row.size > leading.bodySize * 1.12 { return false }
        let indent = row.frame.left - margins.left
        let indentBefore = before.frame.left - margins.left
        let isIndented = indent > size * 0.7 && indent < size * 5
        // A first line is indented; in a list or a quotation the next one is as well.
        if isIndented, row.frame.left - before.frame.left > size * 0.7, paragraph.kind != .listItem {
            let next = after.map { $0.frame.left - margins.left } ?? 0
            return next < indent - size * 0.5 || paragraph.rows > 1
        }
        if isIndented, abs(indent - indentBefore) < size * 0.3, margins.isMeant(before, next: text, size: row.size), Self.ends(before.text) {
            return true
        }
        // Back to the left after more than a first line: what stood to the right was something else.
        if indentBefore > size * 0.7, indent < size * 0.3, paragraph.rows > 1 { return true }
        return margins.isMeant(before, next: text, size: row.size) && Self.ends(before.text) && Self.begins(text)
    }

    /// The rest of a paragraph that a column or a page ended joins its beginning; tables, captions and notes may stand between.
    private mutating func append(_ paragraph: PrintedParagraph) {
        guard paragraph.kind == .paragraph, paragraph.size < leading.bodySize * 1.12 else {
            all.append(paragraph)
            return
        }
        var place = all.count - 1
        while place >= 0, all[place].kind == .tableRow || PrintedRoles.isCaption(all[place].text), all.count - place < 40 { place -= 1 }
        guard place >= 0, paragraph.gap == nil || place < all.count - 1, continues(all[place], paragraph) else {
            all.append(paragraph)
            return
        }
        hyphenation.join(paragraph.text, to: &all[place].text)
        all[place].rows += paragraph.rows
        all[place].isComplete = paragraph.isComplete
    }

    private func continues(_ first: PrintedParagraph, _ second: PrintedParagraph) -> Bool {
        guard first.kind == .paragraph || first.kind == .listItem, abs(first.size - second.size) <= second.size * 0.1, !first.isComplete,
            first.rows > 1 || first.text.count > 40, !PrintedRoles.isCaption(second.text)
        else { return false }
        // A short line alone with a capital is a heading of what follows.
        if second.rows == 1, second.isComplete, second.text.count <= 60, Self.begins(second.text) { return false }
        let last = first.text.last ?? 0x20
        if ".!?".utf8.contains(last) || first.text.suffix(3).elementsEqual("。".utf8) { return false }
        return !PrintedRoles.isNumbered(second.text)
    }

    static func ends(_ line: [UInt8]) -> Bool {
        guard let last = line.reversed().first(where: { !"\"')]".utf8.contains($0) }) else { return false }
        return ".!?:;".utf8.contains(last) || last >= 0x80
    }

    static func begins(_ line: [UInt8]) -> Bool {
        guard let first = line.first(where: { !"\"'([".utf8.contains($0) }) else { return false }
        return !(0x61...0x7A).contains(first)
    }
}

/// How far lines are apart, by the size of their type.
struct PrintedLeading {
    /// The type that most letters are set in.
    let bodySize: Float
    private let usual: [Int: Float]

    init(_ regions: [[PrintedRow]]) {
        var letters: [Int: Int] = [:]
        var pitches: [Int: [Int: Int]] = [:]
        for region in regions {
            for (place, row) in region.enumerated() {
                letters[Self.key(row.size), default: 0] += row.text.count
                guard place > 0, Self.key(region[place - 1].size) == Self.key(row.size) else { continue }
                let pitch = row.frame.top - region[place - 1].frame.top
                if pitch > row.size * 0.5, pitch < row.size * 3 { pitches[Self.key(row.size), default: [:]][Int(pitch * 2 + 0.5), default: 0] += 1 }
            }
        }
        bodySize = Float(letters.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 20) / 2
        usual = pitches.compactMapValues { counts in
            // Lines of one paragraph are closer than paragraphs; where most paragraphs are lines, the few that are not tell.
            let most = counts.values.max() ?? 0
            guard most >= 3 else { return nil }
            return counts.filter { $0.value * 6 >= most }.keys.min().map { Float($0) / 2 }
        }
    }

    /// Sizes are told apart by half points.
    private static func key(_ size: Float) -> Int { Int(min(size, 10_000) * 2 + 0.5) }

    subscript(_ size: Float) -> Float {
        let key = Self.key(size)
        return usual[key] ?? usual[key - 1] ?? usual[key + 1] ?? size * 1.3
    }
}

/// Between which edges the rows of a column stand.
struct PrintedMargins {
    /// Where most rows begin.
    let left: Float
    let right: Float

    init(_ rows: [PrintedRow]) {
        var counts: [Int: Int] = [:]
        for row in rows { counts[Int(max(-100_000, min(row.frame.left, 100_000)) / 2), default: 0] += 1 }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
        left = rows.map(\.frame.left).filter { Int($0 / 2) == most }.min() ?? rows[0].frame.left
        right = rows.map(\.frame.right).max() ?? 0
    }

    /// The next line's first word would have fitted: the break was meant.
    func isMeant(_ row: PrintedRow, next: [UInt8], size: Float) -> Bool {
        let letters = row.pieces.reduce(0) { $0 + $1.text.count { $0 & 0xC0 != 0x80 } }
        let width = row.frame.width / Float(max(letters, 1))
        let word = next.prefix { $0 != 0x20 }.count { $0 & 0xC0 != 0x80 }
        return row.frame.right + width * Float(min(word, 30) + 1) + size * 0.5 < right
    }
}
