import BriefModel
import HTMLParsing

extension ArticleExtractor {
    /// A notice or letter as plain text: a letterhead, a title, paragraphs between blank lines, a signature behind `--`.
    public func extract(plainText bytes: [UInt8], charset: String?, address: String) throws(ExtractionError) -> ExtractedArticle {
        guard !bytes.isEmpty else { throw .empty }
        let utf8 = CharacterDecoding.decode(bytes, declared: charset).utf8
        let blocks = TextBlocks.split(utf8)
        guard !blocks.isEmpty else { throw .noText }
        let head = Letterhead(blocks)
        let body = blocks[head.bodyStart...].map { String(decoding: $0.joined, as: UTF8.self) }
        guard !body.isEmpty || !head.title.isEmpty else { throw .noText }
        return ExtractedArticle(
            title: head.title, authors: head.author.map { [$0] } ?? [], published: head.date,
            language: LanguageChoice.language(declared: [], text: body.joined(separator: "\n")), siteName: head.body,
            creditLine: CreditLine.find(authors: [], paragraphs: body),
            isCorrection: CorrectionSign.isPresent(title: head.title, section: nil, paragraphs: body),
            body: body.map { ExtractedArticle.Block(kind: .paragraph, text: $0) })
    }
}

/// Lines between blank lines.
struct TextBlocks {
    let lines: [[UInt8]]

    /// One line, wrapped words joined.
    var joined: [UInt8] { LineJoining.paragraph(lines) }

    /// Ends at a signature mark ("--" alone on a line).
    static func split(_ utf8: [UInt8]) -> [TextBlocks] {
        var blocks: [TextBlocks] = []
        var lines: [[UInt8]] = []
        for line in utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let tidy = Whitespace.normalised(line)
            if tidy.elementsEqual("--".utf8) { break }
            if tidy.isEmpty {
                if !lines.isEmpty { blocks.append(TextBlocks(lines: lines)) }
                lines = []
            } else {
                lines.append(tidy)
            }
        }
        if !lines.isEmpty { blocks.append(TextBlocks(lines: lines)) }
        return blocks
    }
}

/// What stands above the text of a plain notice.
struct Letterhead {
    var title = ""
    var author: String?
    /// The first line: whose paper it is.
    var body: String?
    var date: Timestamp?
    var bodyStart = 0

    /// A first block of short lines with a date among them is a letterhead; the next short block is the title. Without one, the first
    /// short block is the title itself.
    init(_ blocks: [TextBlocks]) {
        if blocks.count > 1, blocks[0].lines.count > 1 || WrittenDate.first(in: blocks[0].joined) != nil,
            blocks[0].lines.allSatisfy({ $0.count <= 80 })
        {
            for line in blocks[0].lines {
                if let found = WrittenDate.first(in: line) { date = date ?? found.timestamp }
            }
            if date != nil {
                let names = blocks[0].lines.filter { WrittenDate.first(in: $0) == nil }.map { String(decoding: $0, as: UTF8.self) }
                author = names.last
                body = names.first
                bodyStart = 1
            }
        }
        if blocks.count > bodyStart, blocks[bodyStart].joined.count <= 200, blocks[bodyStart].joined.last != UInt8(ascii: ".") {
            title = String(decoding: blocks[bodyStart].joined, as: UTF8.self)
            bodyStart += 1
        }
        if date == nil {
            date = blocks.prefix(4).lazy.filter { $0.joined.count <= 120 }.compactMap { WrittenDate.first(in: $0.joined)?.timestamp }.first
        }
    }
}

/// Joins lines a page broke.
enum LineJoining {
    /// A space between lines; a hyphen at a line's end joins a word when the next line goes on in lower case, and is kept when both
    /// parts are words that a hyphen joins anyway ("state-" + "owned" cannot be told apart: the hyphen goes).
    static func paragraph(_ lines: [[UInt8]]) -> [UInt8] {
        var output: [UInt8] = []
        for line in lines where !line.isEmpty {
            if output.isEmpty {
                output = line
            } else if output.last == UInt8(ascii: "-"), output.count > 1, isLower(output[output.count - 2]), isLower(line[0]) {
                output.removeLast()
                output += line
            } else if let last = output.last, last >= 0x80, line[0] >= 0xE3 {
                output += line
            } else {
                output.append(0x20)
                output += line
            }
        }
        return output
    }

    private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || byte >= 0x80 }
}
