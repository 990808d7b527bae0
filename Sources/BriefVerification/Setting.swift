import BriefModel
import TextAnalysis

/// What the lines before one are about, as far as it colours how the next is read: "China is investing in domestic hardware. Start-ups like X …"
/// says that X is Chinese; a line of a list leaves its subject to the heading above.
struct Setting {
    /// Country whose own industry the paragraph speaks of.
    private(set) var country: String?
    /// Terms of the last heading.
    private var topic: Set<String> = []
    private var paragraph = -1

    /// What colours one line.
    struct Surroundings: Sendable {
        var country: String?
        var topic: Set<String> = []
    }

    private static let homely: Set<String> = [
        "domestic", "domestically", "local", "home-grown", "homegrown", "indigenous", "national", "self-sufficient", "native",
    ]

    mutating func read(_ line: BriefText.Line) {
        if line.paragraph != paragraph { country = nil }
        paragraph = line.paragraph
        if let own = Self.country(of: line.sentence) { country = own }
        // "Implications:" opens a list under the heading before it.
        if line.kind != .bullet, line.text.utf8.last != 0x3A, Claimhood.exemption(line, isFirst: false) == .heading {
            topic = Set(Reading(line.sentence).terms.filter { !Concepts.english.isLight($0.key) }.map(\.key))
        }
    }

    /// The country is its paragraph's so far, unless the line speaks of another's industry itself.
    func surroundings(of line: BriefText.Line) -> Surroundings {
        Surroundings(country: Self.country(of: line.sentence) ?? (line.paragraph == paragraph ? country : nil), topic: topic)
    }

    /// The country whose own industry a sentence speaks of, when it speaks of one country only.
    private static func country(of sentence: Sentence) -> String? {
        guard sentence.tokens.contains(where: { homely.contains($0.folded) }) else { return nil }
        let countries = Set(sentence.tokens.indices.compactMap { sentence.place(at: $0)?.country })
        return countries.count == 1 ? countries.first : nil
    }
}
