/// Text with one look.
struct Run {
    enum Ink: Equatable { case plain, strong, dim, marked, good, doubtful, bad, unknown }

    let text: String
    let ink: Ink

    init(_ text: some StringProtocol, _ ink: Ink = .plain) {
        self.text = String(text)
        self.ink = ink
    }
}

/// Writes wrapped paragraphs for a terminal. Control characters never pass: a source cannot move the cursor, set colours or reverse the text.
struct TerminalWriter {
    private(set) var bytes: [UInt8] = []
    let style: TerminalStyle

    init(style: TerminalStyle) { self.style = style }

    mutating func newline() { bytes.append(0x0A) }

    /// One paragraph: `lead` stands in the margin of the first line, the others hang below its end.
    mutating func paragraph(_ runs: Run..., lead: Run = Run(""), indent: Int = 0) { paragraph(runs, lead: lead, indent: indent) }

    mutating func paragraph(_ runs: [Run], lead: Run = Run(""), indent: Int = 0) {
        let hang = indent + DisplayWidth.of(lead.text)
        bytes.append(contentsOf: repeatElement(0x20, count: indent))
        write(lead.text, lead.ink)
        var column = hang
        var lineIsEmpty = true
        for word in words(of: runs) {
            let space = word.spaceBefore && !lineIsEmpty ? 1 : 0
            if !lineIsEmpty, word.mayBreakBefore, column + space + word.width > style.width {
                newline()
                bytes.append(contentsOf: repeatElement(0x20, count: hang))
                column = hang
            } else if space == 1 {
                bytes.append(0x20)
                column += 1
            }
            for piece in word.pieces { write(piece.text, piece.ink) }
            column += word.width
            lineIsEmpty = false
        }
        newline()
    }

    /// What is kept together on a line.
    private struct Word {
        var pieces: [Run] = []
        var width = 0
        let spaceBefore: Bool
        let mayBreakBefore: Bool
    }

    private func words(of runs: [Run]) -> [Word] {
        var words: [Word] = []
        var sawSpace = false
        var previousWasWide = false
        for run in runs {
            var pending = String.UnicodeScalarView()
            func flush() {
                guard !pending.isEmpty, !words.isEmpty else { return }
                words[words.count - 1].pieces.append(Run(String(pending), run.ink))
                pending = String.UnicodeScalarView()
            }
            for scalar in run.text.unicodeScalars {
                if scalar == " " || scalar == "\n" || scalar == "\t" {
                    flush()
                    sawSpace = true
                    continue
                }
                guard TerminalWriter.isAllowed(scalar) else { continue }
                let isWide = DisplayWidth.isWide(scalar)
                let breaksHere = (isWide || previousWasWide) && !DisplayWidth.staysWithPrevious(scalar)
                if words.isEmpty || sawSpace || breaksHere {
                    flush()
                    words.append(Word(spaceBefore: sawSpace, mayBreakBefore: sawSpace || breaksHere))
                    sawSpace = false
                }
                pending.append(scalar == "\u{A0}" ? " " : scalar)
                words[words.count - 1].width += DisplayWidth.of(scalar)
                previousWasWide = isWide
            }
            flush()
        }
        return words
    }

    private mutating func write(_ text: String, _ ink: Run.Ink) {
        let code: StaticString? =
            switch ink {
            case .plain: nil
            case .strong: "1"
            case .dim: "2"
            case .marked: "4"
            case .good: "32"
            case .doubtful: "33"
            case .bad: "1;31"
            case .unknown: "35"
            }
        guard style.usesColor, let code, !text.isEmpty else { return bytes.append(contentsOf: text.utf8) }
        bytes.append(contentsOf: "\u{1B}[\(code)m\(text)\u{1B}[0m".utf8)
    }

    /// No C0 or C1 controls, no bidirectional overrides, no line separators.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069, 0x200E...0x200F, 0xFEFF: false
        default: true
        }
    }
}
