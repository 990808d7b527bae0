import BriefModel
import TextAnalysis

/// Lines of a brief that may be claims and cannot be judged here: those in a language that is not read, and those too long to be a sentence.
struct Unchecked: Sendable {
    /// The languages whose claims are judged. Passages may be in others: names, figures and dates are found in all.
    static let languagesRead: Set<String> = ["en"]

    /// A sentence of a statute may run to some three hundred words; what is longer is a list or a file without full stops.
    static let longest = 500

    /// Below so many words a line's own words do not tell its language, its paragraph's do; nor a paragraph's ("Military AI, China & Distillation"), the
    /// whole brief's do.
    private static let telling = 5

    /// Of paragraphs in another language.
    private let languages: [Int: String]

    init(_ brief: BriefText) {
        var languages: [Int: String] = [:]
        let whole = LanguageDetector.language(of: brief.lines.map(\.text).joined(separator: " "))
        for (paragraph, lines) in Dictionary(grouping: brief.lines, by: \.paragraph) {
            let text = lines.map(\.text).joined(separator: " ")
            // Another script tells at once; Latin letters only by their words.
            let isShort = lines.reduce(0) { $0 + Self.words(in: $1) } < Self.telling && text.unicodeScalars.allSatisfy { $0.value < 0x250 }
            let language = isShort ? whole : LanguageDetector.language(of: text)
            if !Self.languagesRead.contains(language) { languages[paragraph] = language }
        }
        self.languages = languages
    }

    func reason(for line: BriefText.Line) -> ReasonCode? {
        guard line.kind != .reference else { return nil }
        if line.sentence.tokens.count > Self.longest { return .tooLong }
        return language(of: line) == nil ? nil : .language
    }

    /// Nil for one that is read.
    private func language(of line: BriefText.Line) -> String? {
        guard let around = languages[line.paragraph] else { return nil }
        let own = Self.words(in: line) >= Self.telling ? LanguageDetector.language(of: line.text) : around
        return Self.languagesRead.contains(own) ? nil : own
    }

    private static func words(in line: BriefText.Line) -> Int { line.sentence.tokens.count { $0.kind == .word } }

    func note(for line: BriefText.Line, _ why: ReasonCode) -> String {
        guard why == .language else { return "Not checked: too long for a sentence (more than \(Self.longest) words)." }
        return
            "Not checked: language. Claims are judged in English only; this looks like another language\(language(of: line).map { " (\($0))" } ?? "")."
    }
}
