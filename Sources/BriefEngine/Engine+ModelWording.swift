import BriefModel
import BriefVerification
public import Inference
import TextAnalysis

/// Who words a brief, and who is told how far it is.
public struct ModelWriter: Sendable {
    public let generator: any TextGenerator
    public let progress: @Sendable (Int, Int) -> Void

    /// - Parameter progress: called before each section with how many are done, and of how many.
    public init(_ generator: any TextGenerator, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }) {
        self.generator = generator
        self.progress = progress
    }
}

extension Engine {
    /// A verified draft in a model's words, as far as they hold: verified once more as the whole it became.
    /// - Parameter report: on the draft.
    func worded(
        _ draft: Draft, _ report: VerificationReport, by writer: ModelWriter, verifier: BriefVerifier, study: Study
    ) async -> (draft: Draft, report: VerificationReport, wording: ModelWording) {
        var desk = ModelDesk(writer.generator, verifier: verifier, draft: draft, outlets: study.outlets)
        let worded = await desk.word(progress: writer.progress)
        var wording = desk.wording
        wording.addressingMachines = study.addressingMachines(among: draft)
        // Names are told by how words are written across a text, so a statement that held by itself may not hold in the whole. Then its section goes back to
        // the words it was drafted in.
        var result = worded
        let whole = verifier.report(on: worded)
        for (place, section) in worded.sections.enumerated() {
            let failing = section.blocks.flatMap(\.statements).filter { whole.findings[$0.id]?.verdict != .supported }
            guard !failing.isEmpty else { continue }
            wording.dropped += failing.map { DroppedWording(section: section.title, reasons: whole.findings[$0.id]?.reasons ?? []) }
            result.sections[place] = draft.sections[place]
        }
        let last = result == worded ? whole : verifier.report(on: result)
        guard result.statements.allSatisfy({ last.findings[$0.id]?.verdict == .supported }) else { return (draft, report, wording) }
        let own = Set(draft.statements.map(\.id))
        wording.admitted = Set(result.statements.map(\.id)).subtracting(own).count
        wording.repaired = min(wording.repaired, wording.admitted)
        return (result, last, wording)
    }
}

extension Study {
    /// Articles cited with text that speaks to machines, sorted. It was left out before the study began.
    fileprivate func addressingMachines(among draft: Draft) -> [ArticleID] {
        let cited = Set(draft.statements.flatMap(\.citations).map(\.passage.article))
        return cited.filter { id in
            articles[id].map { TextAnalyzer().analyze($0.article).sentences.contains(where: MachineAddress.speaksToMachine) } == true
        }.sorted()
    }
}
