import BriefModel

/// Words on one baseline without a wide gap between them.
struct PrintedPiece {
    /// UTF-8, words parted by single spaces.
    var text: [UInt8]
    var frame: PrintedFrame
    /// Height of its type in points, as most of its letters have it.
    var size: Float
    /// From 0.
    let page: Int

    var middle: Float { (frame.top + frame.bottom) / 2 }

    /// What can be seen on a page, and reads from left to right.
    static func pieces(of page: PrintedPage, number: Int) -> [PrintedPiece] {
        let words = page.lines.map { $0.words.filter { isVisible($0.frame, on: page) } }
        let isTurned = words.joined().count { isUpright($0) } * 2 < words.joined().count
        return words.flatMap { pieces(of: isTurned ? $0 : $0.filter(isUpright), number: number) }
    }

    /// Type smaller than a point and what lies beyond the paper is there for machines only.
    private static func isVisible(_ frame: PrintedFrame, on page: PrintedPage) -> Bool {
        frame.height >= 1 && frame.right > 0 && frame.bottom > 0 && frame.left < page.width && frame.top < page.height
    }

    /// Words that run up the margin are stamps; a word of three letters is wider than half its height.
    private static func isUpright(_ word: PrintedWord) -> Bool { word.text.unicodeScalars.count < 3 || word.frame.width * 2 > word.frame.height }

    /// Cut where the gap is wider than any between words of justified text.
    private static func pieces(of words: [PrintedWord], number: Int) -> [PrintedPiece] {
        var pieces: [PrintedPiece] = []
        var run: [PrintedWord] = []
        func close() { if let piece = PrintedPiece(run, number: number) { pieces.append(piece) } }
        for word in words {
            if let last = run.last, isGap(from: last.frame, to: word.frame) {
                close()
                run = []
            }
            run.append(word)
        }
        close()
        return pieces
    }

    static func isGap(from first: PrintedFrame, to second: PrintedFrame) -> Bool {
        let gap = second.left - first.right
        return gap > max(first.height, second.height) * 1.2 || gap < -max(first.height, second.height) * 3
    }

    private init?(_ words: [PrintedWord], number: Int) {
        guard var frame = words.first?.frame else { return nil }
        size = Self.size(words)
        text = []
        var last: PrintedWord?
        for word in words {
            let letters = PrintedLetters.plain(word.text)
            guard !letters.isEmpty else { continue }
            var isScript = false
            if let last, Self.isScript(word.frame, after: last.frame, size: size) {
                isScript = true
                if Self.isNoteMark(letters, after: text, raised: word.frame.bottom < last.frame.bottom) { continue }
            }
            if !text.isEmpty, !isScript { text.append(0x20) }
            text += letters
            frame = frame.union(word.frame)
            if !isScript { last = word }
        }
        guard !text.isEmpty else { return nil }
        self.frame = frame
        page = number
    }

    /// Smaller, close behind and off the line: an exponent, an index or the mark of a note.
    private static func isScript(_ frame: PrintedFrame, after last: PrintedFrame, size: Float) -> Bool {
        frame.height < size * 0.8 && abs(last.height - size) < size * 0.15 && frame.left - last.right < last.height * 0.25
            && frame.left >= last.right - last.height * 0.25
            && abs(frame.bottom - last.bottom) > last.height * 0.05
    }

    /// A raised figure behind a word or a full stop; behind a unit or a variable ("km", "R") it is an exponent.
    private static func isNoteMark(_ letters: [UInt8], after text: [UInt8], raised: Bool) -> Bool {
        guard raised, letters.count <= 3 || letters.contains(UInt8(ascii: ",")),
            letters.allSatisfy({ (0x30...0x39).contains($0) || "*,".utf8.contains($0) })
                || ["†", "‡", "§"].contains(String(decoding: letters, as: UTF8.self))
        else { return false }
        let word = text.reversed().prefix { $0 != 0x20 }
        guard let end = word.first else { return false }
        return ".,;:!?)\"".utf8.contains(end) || end >= 0x80
            || word.count >= 4 && word.allSatisfy { $0 >= 0x80 || (0x61...0x7A).contains($0 | 0x20) || $0 == UInt8(ascii: "-") }
    }

    private static func size(_ words: [PrintedWord]) -> Float {
        let byHeight = words.sorted { $0.frame.height < $1.frame.height }
        let half = words.reduce(0) { $0 + $1.text.utf8.count } / 2
        var seen = 0
        for word in byHeight {
            seen += word.text.utf8.count
            if seen > half { return word.frame.height }
        }
        return byHeight.last?.frame.height ?? 0
    }
}

/// Letters as a text has them, not as a printer sets them.
enum PrintedLetters {
    /// Ligatures taken apart; no soft hyphens but at the end, no control characters, no spaces.
    static func plain(_ word: String) -> [UInt8] {
        if word.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return Array(word.utf8) }
        var output: [UInt8] = []
        let last = word.unicodeScalars.indices.last
        for index in word.unicodeScalars.indices {
            let scalar = word.unicodeScalars[index]
            switch scalar.value {
            case 0...0x20, 0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202F, 0x2060...0x206F, 0xFEFF, 0xFFFE...0xFFFF: break
            case 0xAD: if index == last { output += [0xC2, 0xAD] }
            case 0xFB00...0xFB06: output += ligatures[Int(scalar.value - 0xFB00)].utf8
            // What the Symbol and Wingdings fonts call a bullet.
            case 0xF0A7, 0xF0B7: output += "•".utf8
            default: output += Array(String(scalar).utf8)
            }
        }
        return output
    }

    private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}

/// Pieces side by side.
struct PrintedRow {
    /// From left to right.
    private(set) var pieces: [PrintedPiece]
    private(set) var frame: PrintedFrame

    var page: Int { pieces[0].page }
    /// Of the longest piece.
    var size: Float { pieces.max { $0.text.count < $1.text.count }?.size ?? 0 }
    var text: [UInt8] { Array(pieces.map(\.text).joined(separator: [0x20])) }

    /// From top to bottom.
    static func rows(_ pieces: [PrintedPiece]) -> [PrintedRow] {
        var rows: [PrintedRow] = []
        var run: [PrintedPiece] = []
        var frame: PrintedFrame?
        func close() { if let frame { rows.append(PrintedRow(pieces: run.sorted { $0.frame.left < $1.frame.left }, frame: frame)) } }
        for piece in pieces.sorted(by: { ($0.middle, $0.frame.left) < ($1.middle, $1.frame.left) }) {
            if let open = frame, isLevel(open, piece.frame) {
                frame = open.union(piece.frame)
            } else {
                close()
                run = []
                frame = piece.frame
            }
            run.append(piece)
        }
        close()
        return rows
    }

    /// They share more than half of the lower one's height.
    static func isLevel(_ first: PrintedFrame, _ second: PrintedFrame) -> Bool {
        min(first.bottom, second.bottom) - max(first.top, second.top) > min(first.height, second.height) / 2
    }
}
