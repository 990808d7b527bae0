import BriefModel
import FoundationEssentials
import Testing

@testable import BriefRendering

@Suite("Brief on a terminal and as Markdown") struct BriefTextTests {
    private func text(width: Int = 80, color: Bool = false) throws -> String {
        String(decoding: render(try SampleBrief.make(), as: .terminal, style: TerminalStyle(width: width, usesColor: color)), as: UTF8.self)
    }

    @Test("no line is wider than the terminal, wide characters counted", arguments: [40, 66, 100]) func wrapping(width: Int) throws {
        for line in try text(width: width).split(separator: "\n") where !line.contains("://") {
            #expect(DisplayWidth.of(line) <= width, "\(line)")
        }
    }

    @Test("Chinese wraps between characters and no stop begins a line") func chinese() {
        var out = TerminalWriter(style: TerminalStyle(width: 40))
        out.paragraph(Run("批文和到货是两回事现在谁都还没有收到货货，批文和到货是两回事。"))
        let lines = String(decoding: out.bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 2 && lines.allSatisfy { DisplayWidth.of($0) <= 42 } && lines[1].first != "，")
    }

    @Test("colour only when asked") func color() throws {
        #expect(!(try text().contains("\u{1B}")))
        #expect(try text(color: true).contains("\u{1B}[4mabout\u{1B}[0m"))
    }

    @Test("a source cannot move the cursor, set colours or turn the text round") func controls() {
        var out = TerminalWriter(style: .plain)
        out.paragraph(Run("a\u{1B}[2Jb\u{9B}31mc\u{202E}d\u{7}\u{8}e"))
        #expect(String(decoding: out.bytes, as: UTF8.self) == "a[2Jb31mcde\n")
    }

    @Test("each sentence's number leads to its passages") func numbers() throws {
        let text = try text()
        #expect(text.contains("[7] 5 outlets, 1 origin: Anthropic"))
        #expect(text.contains("≠ Says otherwise. Not followed: Earlier, and sourced to nobody."))
    }

    @Test("a colour code is never part of a measured line") func colorDoesNotChangeWrapping() throws {
        var plain = try text(color: true)
        for code in ["0", "1", "2", "4", "32", "33", "35", "1;31"] { plain.replace("\u{1B}[\(code)m", with: "") }
        #expect(plain == (try text()))
    }

    @Test("Markdown: numbered sources, passages in footnotes, each defined once") func markdown() throws {
        let brief = try SampleBrief.make()
        let text = String(decoding: render(brief, as: .markdown), as: UTF8.self)
        #expect(text.contains("more than 16 million exchanges. \\[2, 5, 6, 7, 8\\][^7]"))
        for number in 1...References(brief).statements.count {
            #expect(text.components(separatedBy: "\n[^\(number)]: ").count == 2)
        }
        #expect(text.contains("**about 24,000 fraudulent accounts had been used to hold more than 16 million exchanges**"))
    }

    @Test(
        "Markdown signs in a source stay signs",
        arguments: [
            ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("[x](javascript:y)", "\\[x\\](javascript:y)"), ("<b> & # |", "\\<b\\> \\& \\# \\|"),
            ("- item", "\\- item"), ("2024. A year", "2024\\. A year"), ("a\nb", "a b"), ("$3 and $40", "\\$3 and \\$40"),
        ])
    func escaping(text: String, expected: String) {
        var out = MarkdownWriter()
        out.text(text, startsLine: true)
        #expect(String(decoding: out.bytes, as: UTF8.self) == expected)
    }

    @Test("an address that may not be followed is not a Markdown link") func markdownLinks() {
        var out = MarkdownWriter()
        out.link("a", "javascript:x")
        out.link("b", "https://b.example/(c)")
        #expect(String(decoding: out.bytes, as: UTF8.self) == "a[b](<https://b.example/(c)>)")
    }

    @Test(
        "figures as a caption writes them",
        arguments: [(0.0, "0"), (34, "34"), (400_000, "400,000"), (16e6, "16 million"), (1.2e9, "1.2 billion"), (0.45, "0.45"), (2.05, "2.05")])
    func figures(value: Double, words: String) {
        #expect(Figure.words(value) == words)
    }

    @Test(
        "and reads them back; a date or a word is no figure",
        arguments: [
            ("34", 34.0), ("400,000", 400_000), ("$1.2 billion", 1.2e9), ("12%", 12), ("none", 0), ("3 March 2026", nil), ("China", nil),
            ("Series E", nil),
        ])
    func readFigures(text: String, value: Double?) {
        #expect(Figure.value(of: text) == value)
    }
}
