/// A text with its entities marked by hand: `[Lisa Su|person]`, `[Su|person|Lisa Su]`, `[The company||Veltrix]`.
/// `EntityTexts/README.md` says what is marked.
struct MarkedText: Sendable {
    struct Mark: Hashable, Sendable {
        /// UTF-8 byte offsets into the plain text.
        let range: Range<Int>
        let text: String
        /// nil for a description.
        let kind: String?
        /// The name of whom it stands for.
        let entity: String
        /// It stands for somebody by another form than the name.
        let isLink: Bool
    }

    /// Without the marks.
    let text: String
    let marks: [Mark]

    init(_ marked: some StringProtocol) {
        var bytes: [UInt8] = []
        var marks: [Mark] = []
        var rest = marked.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "["), let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
                bytes.append(byte)
                continue
            }
            let fields = rest[..<close].split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            rest = rest[close...].dropFirst()
            let start = bytes.count
            bytes += Array(fields[0].utf8)
            let kind = fields.count > 1 && !fields[1].isEmpty ? fields[1] : nil
            let entity = fields.count > 2 ? fields[2] : fields[0]
            marks.append(Mark(range: start..<bytes.count, text: fields[0], kind: kind, entity: entity, isLink: fields.count > 2))
        }
        text = String(decoding: bytes, as: UTF8.self)
        self.marks = marks
    }

    /// The texts of a file: parted by blank lines, without remarks.
    static func all(in file: String) -> [MarkedText] {
        var texts: [String] = []
        var isOpen = false
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty || line.hasPrefix("#") {
                isOpen = false
            } else if isOpen {
                texts[texts.count - 1] += "\n" + line
            } else {
                texts.append(String(line))
                isOpen = true
            }
        }
        return texts.map(MarkedText.init)
    }
}
