public import BriefModel

/// Reads what `pdftotext -bbox-layout` writes, piece by piece as it comes: XHTML with one tag a line, pages holding flows, blocks, lines
/// and words with their boxes, metadata in the head. Anything else is refused: it would not be that program's answer.
public struct BoxPages: Sendable {
    private let limits: ConversionLimits
    private var document = PrintedDocument(pages: [])
    private var rest: [UInt8] = []
    private var head: [UInt8] = []
    private var line: [PrintedWord] = []
    private var place = Place.head
    private var size = 0
    private var words = 0

    private enum Place { case head, body, document, page, line, end }

    public init(limits: ConversionLimits) { self.limits = limits }

    /// The next bytes.
    public mutating func read(_ bytes: some Sequence<UInt8>) throws(ConversionError) {
        for byte in bytes {
            size += 1
            guard byte == 0x0A else {
                rest.append(byte)
                continue
            }
            try read(line: rest[...])
            rest.removeAll(keepingCapacity: true)
        }
        guard size <= limits.output else { throw .limitExceeded(limits.outputInWords) }
    }

    /// Everything, once no more comes.
    public func finish() throws(ConversionError) -> PrintedDocument {
        guard place == .end else { throw .failed("the converter stopped in the middle") }
        return document
    }

    private mutating func read(line bytes: ArraySlice<UInt8>) throws(ConversionError) {
        if place == .head { return try readHead(bytes) }
        let tag = bytes.drop { $0 == 0x20 }
        if tag.isEmpty { return }
        switch place {
        case .line where tag.starts(with: "<word ".utf8): try readWord(tag)
        case .line where tag.starts(with: "</line>".utf8):
            if !line.isEmpty { document.pages[document.pages.count - 1].lines.append(PrintedLine(words: line)) }
            line = []
            place = .page
        case .page where tag.starts(with: "<line ".utf8): place = .line
        case .page where tag.starts(with: "</page>".utf8): place = .document
        case .page where Self.groups.contains(where: { tag.starts(with: $0.utf8) }): break
        case .document where tag.starts(with: "<page ".utf8): try readPage(tag)
        case .document where tag.starts(with: "</doc>".utf8): place = .end
        case .body where tag.starts(with: "<doc>".utf8): place = .document
        case .body where tag.starts(with: "<body>".utf8), .end where tag.starts(with: "</".utf8): break
        default: throw Self.unexpected
        }
    }

    private static let groups = ["<flow>", "</flow>", "<block ", "</block>"]
    private static let unexpected = ConversionError.failed("the converter's answer is not what it writes")

    private mutating func readHead(_ bytes: ArraySlice<UInt8>) throws(ConversionError) {
        head += bytes
        head.append(0x20)
        guard head.count <= 1 << 20 else { throw Self.unexpected }
        guard bytes.starts(with: "</head>".utf8) else { return }
        document.title = EscapedText.value(in: head, from: "<title>", to: "</title>")
        document.author = meta("Author")
        document.created = meta("CreationDate").flatMap { WrittenDate.parse($0) }?.timestamp
        document.modified = meta("ModDate").flatMap { WrittenDate.parse($0) }?.timestamp
        head = []
        place = .body
    }

    private func meta(_ name: String) -> String? { EscapedText.value(in: head, from: "<meta name=\"\(name)\" content=\"", to: "\"/>") }

    private mutating func readPage(_ tag: ArraySlice<UInt8>) throws(ConversionError) {
        let sides = Self.numbers(in: tag)
        guard sides.count == 2 else { throw Self.unexpected }
        guard document.pages.count < limits.pages else { throw .limitExceeded("\(limits.pages) pages") }
        document.pages.append(PrintedPage(width: sides[0], height: sides[1], lines: []))
        place = .page
    }

    private mutating func readWord(_ tag: ArraySlice<UInt8>) throws(ConversionError) {
        let closing = Array("</word>".utf8)
        let end = tag.endIndex - closing.count
        guard let open = tag.firstIndex(of: UInt8(ascii: ">")), open < end, tag[end...].elementsEqual(closing) else { throw Self.unexpected }
        let sides = Self.numbers(in: tag[..<open])
        guard sides.count == 4 else { throw Self.unexpected }
        words += 1
        guard words <= limits.words else { throw .limitExceeded("\(limits.words) words") }
        // A place no page has: what stands there, nobody sees.
        guard sides.allSatisfy({ $0.isFinite && abs($0) < 100_000 }), sides[0] <= sides[2], sides[1] <= sides[3] else { return }
        let text = EscapedText.unescaped(tag[(open + 1)..<end])
        line.append(PrintedWord(text, PrintedFrame(left: sides[0], top: sides[1], right: sides[2], bottom: sides[3])))
    }

    /// The quoted numbers of a tag, in order; infinite for what is none.
    private static func numbers(in tag: ArraySlice<UInt8>) -> [Float] {
        let parts = tag.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        return stride(from: 1, to: parts.count, by: 2).map { Float(String(decoding: parts[$0], as: UTF8.self)) ?? .infinity }
    }
}

/// The five entities of XML.
enum EscapedText {
    /// The text between two marks, white space normalised; nil when there is none.
    static func value(in head: [UInt8], from opening: String, to closing: String) -> String? {
        guard let start = position(of: Array(opening.utf8), in: head[...]) else { return nil }
        let rest = head[(start + opening.utf8.count)...]
        guard let end = position(of: Array(closing.utf8), in: rest) else { return nil }
        let words = unescaped(rest[..<end]).split { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\t" }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private static func position(of mark: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { bytes[$0] == mark[0] && bytes[$0...].starts(with: mark) }
    }

    static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == UInt8(ascii: "&"),
                let (mark, character) = entities.first(where: { bytes[index...].starts(with: $0.mark) })
            {
                result.append(character)
                index += mark.count
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static let entities: [(mark: [UInt8], character: UInt8)] = [
        (Array("&amp;".utf8), UInt8(ascii: "&")), (Array("&lt;".utf8), UInt8(ascii: "<")), (Array("&gt;".utf8), UInt8(ascii: ">")),
        (Array("&quot;".utf8), UInt8(ascii: "\"")), (Array("&apos;".utf8), UInt8(ascii: "'")),
    ]
}
