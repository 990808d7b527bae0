import BriefModel
import TextAnalysis

/// What the lines before one are about, as far as it colours how the next is read: "China is investing in domestic hardware. Start-ups like X …"
/// says that X is Chinese.
struct Setting {
    /// Country whose own industry the paragraph speaks of.
    private(set) var country: String?
    private var paragraph = -1

    private static let homely: Set<String> = [
        "domestic", "domestically", "local", "home-grown", "homegrown", "indigenous", "national", "self-sufficient", "native",
    ]

    mutating func read(_ line: BriefText.Line) {
        if line.paragraph != paragraph { country = nil }
        paragraph = line.paragraph
        if let own = Self.country(of: line.sentence) { country = own }
    }

    /// The country for a line: its paragraph's so far, unless the line speaks of another's industry itself.
    func country(for line: BriefText.Line) -> String? {
        Self.country(of: line.sentence) ?? (line.paragraph == paragraph ? country : nil)
    }

    /// The country whose own industry a sentence speaks of, when it speaks of one country only.
    private static func country(of sentence: Sentence) -> String? {
        guard sentence.tokens.contains(where: { homely.contains($0.folded) }) else { return nil }
        let countries = Set(sentence.tokens.indices.compactMap { sentence.place(at: $0)?.country })
        return countries.count == 1 ? countries.first : nil
    }
}
