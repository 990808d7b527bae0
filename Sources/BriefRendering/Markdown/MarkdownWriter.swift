/// Writes Markdown (CommonMark with footnotes). Text is escaped on the way in: a source's asterisks, brackets and tags stay what they are.
struct MarkdownWriter {
    private(set) var bytes: [UInt8] = []

    /// Our own signs: headings, bullets, footnote markers.
    mutating func verbatim(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func newline() { bytes.append(0x0A) }

    /// Text in one line; every sign that could mean something is escaped. At the start of a line that includes what would begin a list or a rule.
    mutating func text(_ text: some StringProtocol, startsLine: Bool = false) {
        var isStart = startsLine
        var onlyDigits = startsLine
        for byte in text.utf8 {
            switch byte {
            // \ ` * _ [ ] < > # | ~ & $
            case 0x5C, 0x60, 0x2A, 0x5F, 0x5B, 0x5D, 0x3C, 0x3E, 0x23, 0x7C, 0x7E, 0x26, 0x24: bytes += [0x5C, byte]
            case 0x2D where isStart, 0x2B where isStart, 0x3D where isStart: bytes += [0x5C, byte]
            // "2024. The year" would become item 2024 of a list.
            case 0x2E where onlyDigits && !isStart, 0x29 where onlyDigits && !isStart: bytes += [0x5C, byte]
            case 0x0A, 0x0D, 0x09: bytes.append(0x20)
            case 0..<0x20, 0x7F: break
            default: bytes.append(byte)
            }
            isStart = false
            onlyDigits = onlyDigits && (0x30...0x39).contains(byte)
        }
    }

    /// `[text](<address>)`, or the text alone for an address that may not be followed.
    mutating func link(_ text: String, _ address: String) {
        guard let link = Link(address: address), !link.text.utf8.contains(where: { [0x3C, 0x3E, 0x5C].contains($0) }) else { return self.text(text) }
        verbatim("[")
        self.text(text)
        verbatim("](<\(link.text)>)")
    }
}
