import BriefBootstrap
import BriefEngine
public import BriefModel
public import Figures
import FoundationEssentials
import SampleLibrary
import Storage

/// The main job on the sample library, measured against its annotations.
public struct SampleMeasure {
    public static let asOf = Timestamp(day: CalendarDay(daysSince1970: 20_513), hour: 23, minute: 59, second: 59)  // 1 March 2026

    /// - Parameters:
    ///   - data: a folder laid out like the sample library: `site/`, the two briefs, `gold/`.
    ///   - gold: another folder of annotations; `data`/gold by default.
    ///   - show: takes a line for each caution and each count of outlets that misses.
    public static func figures(data: String, gold goldFolder: String? = nil, show: (String) -> Void = { _ in }) async throws -> [Figure] {
        let gold = try Gold(folder: goldFolder ?? data + "/gold")
        let run = try await SampleRun(data: data, gold: gold, asOf: asOf)
        defer { run.discard() }
        var figures = run.readingFigures()
        figures += run.reprintFigures()
        figures += run.storyFigures()
        figures += run.updateFigures()
        figures += try await run.changeFigures()
        figures += run.relevanceFigures()
        figures += run.claimFigures()
        figures += run.disputeFigures()
        figures += try await run.hedgeFigures(show: show)
        figures += try await run.corroborationFigures(show: show)
        figures += try await run.auditFigures(brief: "brief-2026-03-01.txt", lines: gold.audit, named: "audit")
        figures += try await run.auditFigures(brief: "control_brief.txt", lines: gold.control, named: "control")
        figures += run.briefFigures() + run.wordingFigures() + run.factFigures()
        figures += try await run.proofFigures(show: show)
        figures += try await run.ownFigures(show: show)
        return figures
    }
}
