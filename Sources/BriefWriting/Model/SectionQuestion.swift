public import BriefModel
import TextAnalysis

/// What a model is asked about one section: to word what was chosen for it. It sees the passages behind the statements, numbered, and nothing else; which
/// facts the section tells, in which order and under which headings, is not its to say.
public struct SectionQuestion: Sendable {
    /// A passage as the model sees it.
    struct Shown: Sendable {
        /// From 1, in the order of the statements that rest on it.
        let number: Int
        let citation: Citation
        /// The heading it stands under; empty for none.
        let heading: String
        let outlet: String
    }

    public let section: Section
    let shown: [Shown]
    let outlets: [OutletID: Outlet]

    /// As much as a section needs; what is beyond stays in the words it was drafted in.
    private static let mostPassages = 40, longestPassage = 1500, mostBytes = 24 << 10

    /// - Parameter section: as it was drafted without a model, verified.
    /// - Returns: nil where no passage may be shown.
    public init?(_ section: Section, outlets: [OutletID: Outlet]) {
        self.section = section
        self.outlets = outlets
        var shown: [Shown] = []
        var seen: Set<Passage> = []
        var bytes = 0
        for block in section.blocks {
            for citation in block.statements.flatMap(\.citations) where seen.insert(citation.passage).inserted {
                let length = citation.passage.exact.utf8.count
                guard shown.count < Self.mostPassages, length <= Self.longestPassage, bytes + length <= Self.mostBytes else { continue }
                guard !Self.speaksToMachine(citation) else { continue }
                bytes += length
                shown.append(
                    Shown(
                        number: shown.count + 1, citation: citation, heading: block.heading ?? "",
                        outlet: outlets[citation.outlet]?.name ?? citation.outlet.rawValue))
            }
        }
        guard !shown.isEmpty else { return nil }
        self.shown = shown
    }

    /// The engine leaves such blocks out before any stage; a model is the one reader they are written for, so they are looked for once more.
    private static func speaksToMachine(_ citation: Citation) -> Bool {
        TextAnalyzer().sentences(in: citation.passage.exact, language: citation.language, day: citation.day).contains(
            where: MachineAddress.speaksToMachine)
    }
}
