/// What stands on the pages of a document: words with their places, as a converter saw them. Which of it is text, in which order, is
/// not decided yet.
public struct PrintedDocument: Hashable, Sendable {
    public var pages: [PrintedPage]
    /// As the document's own metadata says; often wrong.
    public var title: String?
    public var author: String?
    /// When the file was made or last saved, which need not be when the text was published.
    public var created: Timestamp?
    public var modified: Timestamp?

    public init(pages: [PrintedPage], title: String? = nil, author: String? = nil, created: Timestamp? = nil, modified: Timestamp? = nil) {
        self.pages = pages
        self.title = title
        self.author = author
        self.created = created
        self.modified = modified
    }

    public var hasText: Bool { pages.contains { !$0.lines.isEmpty } }
}

/// Lengths are points, 1/72 inch; the origin is the top left corner.
public struct PrintedPage: Hashable, Sendable {
    public var width: Float
    public var height: Float
    public var lines: [PrintedLine]

    public init(width: Float, height: Float, lines: [PrintedLine]) {
        self.width = width
        self.height = height
        self.lines = lines
    }
}

/// Words that the converter took for one line. Both a line cut at a wide gap and one that runs on into the next column happen.
public struct PrintedLine: Hashable, Sendable {
    public var words: [PrintedWord]

    public init(words: [PrintedWord]) { self.words = words }
}

public struct PrintedWord: Hashable, Sendable {
    public var text: String
    /// Its height follows from the size of the type.
    public var frame: PrintedFrame

    public init(_ text: String, _ frame: PrintedFrame) {
        self.text = text
        self.frame = frame
    }
}

public struct PrintedFrame: Hashable, Sendable {
    public var left, top, right, bottom: Float

    public init(left: Float, top: Float, right: Float, bottom: Float) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    public var width: Float { right - left }
    public var height: Float { bottom - top }

    public func union(_ other: PrintedFrame) -> PrintedFrame {
        PrintedFrame(left: min(left, other.left), top: min(top, other.top), right: max(right, other.right), bottom: max(bottom, other.bottom))
    }
}

extension PrintedDocument {
    /// A text as a typewriter sets it: letters 5 points wide and 10 high, lines 12 apart, pages ended by form feeds. Every line is one
    /// `PrintedLine`, whatever gaps it has.
    public init(typed text: String, title: String? = nil, author: String? = nil, created: Timestamp? = nil) {
        let sheets = text.utf8.split(separator: 0x0C).map { $0.split(separator: 0x0A, omittingEmptySubsequences: false) }
        let rows = sheets.map(\.count).max() ?? 0
        let columns = sheets.joined().map(\.count).max() ?? 0
        let pages = sheets.map { sheet in
            PrintedPage(
                width: Float(max(columns * 5 + 100, 600)), height: Float(max(rows * 12 + 100, 400)),
                lines: sheet.enumerated().compactMap { row, line in Self.typed(line, row: row) })
        }
        self.init(pages: pages, title: title, author: author, created: created)
    }

    private static func typed(_ line: Substring.UTF8View, row: Int) -> PrintedLine? {
        let top = Float(50 + row * 12)
        var words: [PrintedWord] = []
        var column = 0
        for word in line.split(separator: 0x20, omittingEmptySubsequences: false) {
            // Letters count, not bytes.
            let width = word.count { $0 & 0xC0 != 0x80 }
            if width > 0 {
                let left = Float(50 + column * 5)
                words.append(
                    PrintedWord(
                        String(decoding: word, as: UTF8.self), PrintedFrame(left: left, top: top, right: left + Float(width * 5), bottom: top + 10)))
            }
            column += width + 1
        }
        return words.isEmpty ? nil : PrintedLine(words: words)
    }
}
