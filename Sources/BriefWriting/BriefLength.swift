import BriefModel

/// How much a brief may say: rooms for its parts, in statements, and a limit in words.
struct BriefLength {
    /// From the headline to the takeaways; nil: no limit but the rooms.
    let words: Int?
    /// Against the usual length.
    private let scale: Double

    /// In words; what the usual rooms come to with sentences of the usual length.
    private static let usual = 1400.0

    init(words: Int?) {
        self.words = words
        scale = words.map { min(3, Double($0) / Self.usual) } ?? 1
    }

    var overview: Int { room(5, atLeast: scale < 0.3 ? 2 : 3) }
    var takeaways: Int { scale < 0.5 ? 0 : room(5, atLeast: 2) }
    /// What stands, what is disputed and what is not known, two of each at most; a short brief is its own conclusion.
    var conclusion: Int { scale < 0.5 ? 0 : 2 }
    /// Of days; they stand beside the text and take little of a reader's time.
    var days: Int { room(16, atLeast: 4) }
    /// In all sections. About forty statements can be read in ten minutes.
    var sections: Double { 40 * scale }

    /// - Parameter share: of the sections' room, 0 … 1.
    func section(_ share: Double) -> Int { min(room(9, atLeast: 2), max(min(5, room(5, atLeast: 1)), Int((sections * share).rounded()))) }

    func figures(stories: Int) -> Int { min(room(6, atLeast: 1), 2 + stories) }

    private func room(_ usual: Int, atLeast least: Int) -> Int { max(least, Int((Double(usual) * scale).rounded())) }
}

extension Draft {
    /// What is left when a limit is kept: the longest section gives its last statement first, its figures after the rest and its lead statement last; then
    /// sections go from the last of the themes upwards. The headline, the deck and the overview stay.
    func fitting(_ length: BriefLength) -> Draft {
        guard let limit = length.words else { return self }
        var draft = self
        while draft.wordCount > limit, draft.dropOne() {}
        return draft
    }

    private var wordCount: Int { ([headline] + deck + sections.flatMap { $0.blocks.flatMap(\.statements) }).reduce(0) { $0 + $1.text.words } }

    private mutating func dropOne() -> Bool {
        let themes = sections.indices.filter { sections[$0].kind == .theme }
        let counts = themes.map { index in sections[index].blocks.reduce(0) { $0 + $1.statements.count } }
        guard let most = counts.max(), let longest = counts.lastIndex(of: most) else { return false }
        let index = themes[longest]
        guard most > 1 else {
            guard themes.count > 1, let last = themes.last else { return false }
            sections.remove(at: last)
            return true
        }
        sections[index].dropLast()
        return true
    }
}

extension Section {
    /// Figures are what a reader looks up, and short: they go after what is told around them. The statement that leads the section stays.
    fileprivate mutating func dropLast() {
        let rest = blocks.indices.filter { $0 > 0 || blocks[0].statements.count > 1 }
        guard let block = rest.last(where: { blocks[$0].heading != SectionPlan.Part.figures.heading }) ?? rest.last else { return }
        blocks[block].statements.removeLast()
        blocks.removeAll(where: \.statements.isEmpty)
    }
}

extension String {
    fileprivate var words: Int { split(separator: " ").count }
}
