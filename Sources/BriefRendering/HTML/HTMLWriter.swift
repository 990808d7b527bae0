public import BriefModel

/// Writes HTML into a byte buffer. Text and attribute values are escaped on the way in, element names are compile-time constants and the set of
/// attributes is closed: nothing a source wrote can become markup, script or style.
public struct HTMLWriter: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// In which our own words are said.
    public let words: Words

    public init(capacity: Int = 0, words: Words = .english) {
        self.words = words
        bytes.reserveCapacity(capacity)
    }

    /// Text between tags. Characters HTML does not allow (C0 controls) are left out, and those that turn the order of the text around them (bidirectional
    /// embeddings, overrides and isolates): no source may move what we say beside it.
    public mutating func text(_ text: some StringProtocol) { appendEscaped(text) }

    public mutating func text(_ number: Int) { text(String(number)) }

    /// `<tag …>content</tag>`.
    public mutating func element(_ tag: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void) {
        element(tag, attributes, content: content)
    }

    /// The same with attributes of which some depend.
    public mutating func element(_ tag: StaticString, _ attributes: [Attribute], content: (inout HTMLWriter) -> Void) {
        open(tag, attributes)
        content(&self)
        close(tag)
    }

    public mutating func void(_ tag: StaticString, _ attributes: [Attribute]) { open(tag, attributes) }

    /// `<tag …>text</tag>`.
    public mutating func element(_ tag: StaticString, _ attributes: Attribute..., text content: some StringProtocol) {
        open(tag, attributes)
        text(content)
        close(tag)
    }

    /// An element that has no content and no end tag, as `<meta>`; with `closed`, an empty SVG element (`<path …/>`).
    public mutating func void(_ tag: StaticString, _ attributes: Attribute..., closed: Bool = false) {
        open(tag, attributes, end: closed ? "/>" : ">")
    }

    public mutating func newline() { bytes.append(0x0A) }

    /// A day as a reader writes it, kept on one line: `23 Feb`, or `23 February 2026`.
    public mutating func day(_ day: CalendarDay, inFull: Bool = false) {
        let told = words(inFull ? Words.phrase(day) : Words.short(day))
        element("time", .datetime(day.description), text: told.split(separator: " ").joined(separator: "\u{A0}"))
    }

    /// A moment by the reader's clock: `23 February 2026, 06:40 UTC`.
    public mutating func moment(_ moment: Timestamp) { element("time", .datetime(moment.description), text: words.clock(moment)) }

    /// Our own markup, script and style: constants and resources of this package only.
    mutating func verbatim(_ constant: StaticString) {
        constant.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func verbatim(resource: [UInt8]) { bytes.append(contentsOf: resource) }

    private mutating func open(_ tag: StaticString, _ attributes: [Attribute], end: StaticString = ">") {
        bytes.append(0x3C)
        verbatim(tag)
        for attribute in attributes where !attribute.isImplied(in: words.language) {
            bytes.append(0x20)
            verbatim(attribute.name)
            guard let value = attribute.value(in: words) else { continue }
            bytes.append(contentsOf: [0x3D, 0x22])
            appendEscaped(value)
            bytes.append(0x22)
        }
        verbatim(end)
    }

    private mutating func close(_ tag: StaticString) {
        bytes.append(contentsOf: [0x3C, 0x2F])
        verbatim(tag)
        bytes.append(0x3E)
    }

    /// Runs that need no escape are copied whole: most text has none.
    private mutating func appendEscaped(_ text: some StringProtocol) {
        let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { utf8 in
            var start = 0
            for (place, byte) in utf8.enumerated() where HTMLWriter.needsCare(byte) {
                let isTurn = byte == 0xE2
                if isTurn, !HTMLWriter.isTurn(utf8, at: place) { continue }
                bytes.append(contentsOf: utf8[start..<place])
                if !isTurn { appendReplacement(of: byte) }
                start = place + (isTurn ? 3 : 1)
            }
            bytes.append(contentsOf: utf8[start...])
        }
        if isContiguous == nil { appendEscaped(String(text)) }
    }

    /// `"`, `&`, `'`, `<`, `>`, controls, and what may begin a turn.
    private static func needsCare(_ byte: UInt8) -> Bool {
        byte < 0x40 && (byte < 0x20 || byte == 0x22 || byte == 0x26 || byte == 0x27 || byte == 0x3C || byte == 0x3E) || byte == 0x7F || byte == 0xE2
    }

    /// U+202A to U+202E, U+2066 to U+2069.
    private static func isTurn(_ utf8: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
        guard place + 2 < utf8.count else { return false }
        return switch utf8[place + 1] {
        case 0x80: (0xAA...0xAE).contains(utf8[place + 2])
        case 0x81: (0xA6...0xA9).contains(utf8[place + 2])
        default: false
        }
    }

    private mutating func appendReplacement(of byte: UInt8) {
        switch byte {
        case 0x26: verbatim("&amp;")
        case 0x3C: verbatim("&lt;")
        case 0x3E: verbatim("&gt;")
        case 0x22: verbatim("&quot;")
        case 0x27: verbatim("&#39;")
        case 0x09, 0x0A: bytes.append(byte)
        default: break
        }
    }
}
