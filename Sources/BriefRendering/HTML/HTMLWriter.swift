public import BriefModel

/// Writes HTML into a byte buffer. Text and attribute values are escaped on the way in, element names are compile-time constants and the set of
/// attributes is closed: nothing a source wrote can become markup, script or style.
public struct HTMLWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Text between tags. Characters HTML does not allow (C0 controls) are left out.
    public mutating func text(_ text: some StringProtocol) {
        for byte in text.utf8 { appendEscaped(byte) }
    }

    public mutating func text(_ number: Int) { text(String(number)) }

    /// `<tag …>content</tag>`.
    public mutating func element(_ tag: StaticString, _ attributes: Attribute..., content: (inout HTMLWriter) -> Void) {
        open(tag, attributes)
        content(&self)
        close(tag)
    }

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
        let words = inFull ? day.inWords : day.short
        element("time", .datetime(day.description), text: String(words.map { $0 == " " ? "\u{A0}" : $0 }))
    }

    /// Our own markup, script and style: constants and resources of this package only.
    mutating func verbatim(_ constant: StaticString) {
        constant.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func verbatim(resource: [UInt8]) { bytes.append(contentsOf: resource) }

    private mutating func open(_ tag: StaticString, _ attributes: [Attribute], end: StaticString = ">") {
        bytes.append(0x3C)
        verbatim(tag)
        for attribute in attributes {
            bytes.append(0x20)
            verbatim(attribute.name)
            guard let value = attribute.value else { continue }
            bytes.append(contentsOf: [0x3D, 0x22])
            for byte in value.utf8 { appendEscaped(byte) }
            bytes.append(0x22)
        }
        verbatim(end)
    }

    private mutating func close(_ tag: StaticString) {
        bytes.append(contentsOf: [0x3C, 0x2F])
        verbatim(tag)
        bytes.append(0x3E)
    }

    private mutating func appendEscaped(_ byte: UInt8) {
        switch byte {
        case 0x26: verbatim("&amp;")
        case 0x3C: verbatim("&lt;")
        case 0x3E: verbatim("&gt;")
        case 0x22: verbatim("&quot;")
        case 0x27: verbatim("&#39;")
        case 0x09, 0x0A: bytes.append(byte)
        case 0..<0x20, 0x7F: break
        default: bytes.append(byte)
        }
    }
}
