import BriefModel

/// What a paragraph is, as its first words and its type tell.
enum PrintedRoles {
    /// "Figure 3:", "Table 2." at the beginning.
    static func isCaption(_ text: [UInt8]) -> Bool {
        let length = text.isEmpty ? 0 : captions.length(in: text, at: 0)
        guard length > 0 else { return false }
        let rest = text[length...].drop { $0 == 0x20 || $0 == UInt8(ascii: ".") }
        let number = rest.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
        guard let first = number.first, (0x30...0x39).contains(first) else { return false }
        let after = rest.dropFirst(number.count).first
        return after == nil || after == UInt8(ascii: ":") || number.last == UInt8(ascii: ".") || rest.dropFirst(number.count).starts(with: " –".utf8)
            || after == UInt8(ascii: "|") || text.count < 160 && after == 0x20 && isUpper(rest.dropFirst(number.count + 1))
    }

    private static let captions = Phrases([
        "figure ", "fig. ", "fig.", "table ", "chart ", "exhibit ", "abbildung ", "abb. ", "tabelle ", "tab. ", "tableau ", "gráfico ", "cuadro ",
        "figura ", "tabla ", "tabella ", "box ",
    ])

    private static func isUpper(_ text: ArraySlice<UInt8>) -> Bool { text.first.map { (0x41...0x5A).contains($0) || $0 >= 0x80 } ?? false }

    /// "2", "2.1", "A.3", "IV." and a word: a section's number.
    static func isNumbered(_ text: [UInt8]) -> Bool {
        let number = text.prefix { $0 != 0x20 }
        guard (1...9).contains(number.count), number.count + 2 < text.count else { return false }
        let parts = number.split(separator: UInt8(ascii: "."))
        let isNumber =
            !parts.isEmpty && parts.count <= 4
            && parts.allSatisfy { part in
                part.count <= 2 && part.allSatisfy { (0x30...0x39).contains($0) } || part.count == 1 && part.allSatisfy { (0x41...0x5A).contains($0) }
                    || part.allSatisfy("IVX".utf8.contains)
            }
        // "A" and "I" alone are words.
        return isNumber && (number.contains { (0x30...0x39).contains($0) } || number.last == UInt8(ascii: "."))
            && isUpper(text[(number.count + 1)...])
    }

    /// Letters, all of them capitals.
    static func isCapitals(_ text: [UInt8]) -> Bool {
        let letters = text.count { (0x61...0x7A).contains($0 | 0x20) }
        return letters >= 4 && !text.contains { (0x61...0x7A).contains($0) }
    }

    /// A line of a table of contents: dots lead to a number.
    static func isLeader(_ text: [UInt8]) -> Bool {
        guard let last = text.last, (0x30...0x39).contains(last) || "ivx".utf8.contains(last) else { return false }
        let tail = text.suffix(60)
        return tail.count { $0 == UInt8(ascii: ".") } >= 4 && (contains(" . . .", tail) || contains("....", tail))
    }

    private static func contains(_ piece: String, _ text: ArraySlice<UInt8>) -> Bool {
        let piece = Array(piece.utf8)
        return text.indices.contains { text[$0...].starts(with: piece) }
    }

    /// Headings: larger, numbered, in capitals, or a short line alone that a gap parts from the text before.
    static func isHeading(_ paragraph: PrintedParagraph, before next: PrintedParagraph?, bodySize: Float) -> Bool {
        guard paragraph.kind == .paragraph || paragraph.kind == .listItem, paragraph.rows <= 3, (2...160).contains(paragraph.text.count),
            !isCaption(paragraph.text), hasLetters(paragraph.text), let last = paragraph.text.last
        else { return false }
        let isOpen = !".,;".utf8.contains(last) && !paragraph.text.suffix(3).elementsEqual("。".utf8)
        if paragraph.size > bodySize * 1.12 { return isOpen || paragraph.size > bodySize * 1.3 }
        guard isOpen, paragraph.size > bodySize * 0.93, last != UInt8(ascii: ":") else { return false }
        let isShort = paragraph.text.count <= 100 && paragraph.rows <= 2
        if isNumbered(paragraph.text), isShort, let next {
            if paragraph.kind != .listItem || next.kind != .listItem && paragraph.gap.map({ $0 > 0.3 }) ?? true { return true }
        }
        if paragraph.kind == .paragraph, isCapitals(paragraph.text), isShort { return true }
        guard paragraph.kind == .paragraph, paragraph.rows == 1, paragraph.isComplete, paragraph.text.count <= 70, isUpper(paragraph.text[...]),
            let next, next.kind == .paragraph, next.text.count > 100
        else { return false }
        return paragraph.gap.map { $0 > 0.35 } ?? true
    }

    /// Formulas are set large too.
    private static func hasLetters(_ text: [UInt8]) -> Bool {
        let letters = text.count { (0x61...0x7A).contains($0 | 0x20) || $0 >= 0x80 && $0 != 0xE2 }
        // Arrows and operators, U+2190 to U+22FF.
        let isFormula =
            text.contains(UInt8(ascii: "=")) || text.indices.dropLast().contains { text[$0] == 0xE2 && (0x86...0x8B).contains(text[$0 + 1]) }
        return letters * 2 > text.count && !isFormula
    }

    static func isContents(_ text: [UInt8]) -> Bool { contents.contains(String(decoding: text, as: UTF8.self).lowercased()) }

    private static let contents: Set<String> = [
        "contents", "table of contents", "inhalt", "inhaltsverzeichnis", "table des matières", "sommaire", "índice", "contenido", "indice",
        "sommario",
        "inhoud", "list of figures", "list of tables", "abbildungsverzeichnis", "目录", "目次",
    ]
}

/// What begins an item of a list.
enum ListMark {
    /// Nil when nothing does. Bullets are dropped, numbers belong to the text.
    static func length(_ text: [UInt8]) -> (dropped: Int, Void)? {
        for bullet in bullets where text.starts(with: bullet) { return (bullet.count, ()) }
        var at = 0
        if text.first == UInt8(ascii: "(") { at = 1 }
        let mark = text[at...].prefix { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
        guard (1...3).contains(mark.count), mark.count == 1 || mark.allSatisfy({ (0x30...0x39).contains($0) }) || mark.allSatisfy("ivx".utf8.contains)
        else { return nil }
        let end = at + mark.count
        guard end + 1 < text.count, text[end + 1] == 0x20 else { return nil }
        let isDigits = mark.allSatisfy { (0x30...0x39).contains($0) }
        return text[end] == UInt8(ascii: ")") || text[end] == UInt8(ascii: ".") && at == 0 && isDigits && mark.count <= 2 ? (0, ()) : nil
    }

    private static let bullets = ["• ", "‣ ", "◦ ", "▪ ", "● ", "○ ", "■ ", "□ ", "– ", "— ", "- ", "* ", "➢ ", "✓ ", "∙ "].map { Array($0.utf8) }
}

/// Rows whose pieces stand below those of their neighbours.
enum PrintedTable {
    struct Cells {
        let texts: [[UInt8]]
        /// As tables of pages are written.
        var joined: [UInt8] { Array(texts.joined(separator: Array(" | ".utf8))) }
    }

    /// Of each row that belongs to a table.
    static func cells(_ rows: [PrintedRow]) -> [Cells?] {
        let cells = rows.map(columns)
        return rows.indices.map { place in
            guard cells[place].count >= 2 else { return nil }
            let isTable = [place - 1, place + 1].contains { other in
                cells.indices.contains(other) && cells[other].count >= 2
                    && abs(rows[other].frame.top - rows[place].frame.top) < rows[place].size * 3.5 && isAligned(cells[place], cells[other])
            }
            return isTable ? Cells(texts: cells[place].map(\.text)) : nil
        }
    }

    /// Pieces with what stands close to them; a list's mark or a section's number goes with its text.
    private static func columns(_ row: PrintedRow) -> [(frame: PrintedFrame, text: [UInt8])] {
        var columns: [(frame: PrintedFrame, text: [UInt8])] = []
        for (place, piece) in row.pieces.enumerated() {
            if let last = columns.last, !PrintedPiece.isGap(from: last.frame, to: piece.frame) || place == 1 && isMark(last.text) {
                columns[columns.count - 1] = (last.frame.union(piece.frame), last.text + [0x20] + piece.text)
            } else {
                columns.append((piece.frame, piece.text))
            }
        }
        return columns
    }

    private static func isMark(_ text: [UInt8]) -> Bool {
        text.count <= 6 && !text.contains(0x20) && (ListMark.length(text + [0x20, 0x61]) != nil || PrintedRoles.isNumbered(text + Array(" Aa".utf8)))
    }

    /// All columns but the first begin, end or are centred at one place.
    private static func isAligned(_ first: [(frame: PrintedFrame, text: [UInt8])], _ second: [(frame: PrintedFrame, text: [UInt8])]) -> Bool {
        first.dropFirst().contains { one in
            second.dropFirst().contains { other in
                abs(one.frame.left - other.frame.left) < 4 || abs(one.frame.right - other.frame.right) < 4
                    || abs(one.frame.left + one.frame.right - other.frame.left - other.frame.right) < 8
            }
        }
    }
}
