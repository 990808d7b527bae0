import BriefBootstrap
import BriefEngine
import BriefModel
import BriefRendering
import Figures
import FoundationEssentials
import Ingestion
import TextAnalysis

/// A statement of our brief as the audit met it again in a file.
struct OwnLine {
    let text: String
    /// One a sentence; nil where the audit did not find the sentence in the file.
    let findings: [Finding]?

    var isSupported: Bool { findings?.allSatisfy { $0.verdict == .supported } == true }

    /// All that it cites.
    var checks: [CitationCheck] { findings?.flatMap(\.citations) ?? [] }

    /// Its sources one by one: a footnote names all of them once more.
    var sources: [CitationCheck] { checks.filter { !$0.mark.hasPrefix("[^") } }

    /// Those in a language that the audit compares.
    var compared: [CitationCheck] { sources.filter { $0.outcome != .notChecked } }

    /// What it cites bears it out, one source alone or all together.
    var isBorneOutByItsSources: Bool { checks.contains { $0.outcome == .supports } }
}

extension SampleRun {
    /// Our own brief checked as anybody's: written to a file, read back, and audited over the library opened anew.
    func ownFigures(show: (String) -> Void) async throws -> [Figure] {
        try await ownFigures(of: .markdown, named: "own", show: show) + ownFigures(of: .html, named: "own.html", show: show)
    }

    private func ownFigures(of format: BriefFormat, named prefix: String, show: (String) -> Void) async throws -> [Figure] {
        let lines = try await ownLines(of: format)
        for line in lines where !line.isSupported || !line.isBorneOutByItsSources || line.sources.contains(where: { $0.outcome != .supports }) {
            let said = line.findings?.map { "\($0.verdict.rawValue) \($0.reasons.map(\.rawValue))" } ?? ["not found"]
            let cited = line.checks.map { "\($0.mark) \($0.outcome.rawValue)" }
            show("\(prefix)\t\(said.joined(separator: "; "))\t\(cited.joined(separator: ", "))\n    \(line.text)")
        }
        let sources = lines.flatMap(\.sources)
        let compared = lines.flatMap(\.compared)
        return [
            .init("\(prefix).lines-found", share: lines.count { $0.findings != nil }, of: lines.count),
            .init("\(prefix).supported", share: lines.count(where: \.isSupported), of: lines.count),
            .init("\(prefix).citations", Double(sources.count)),
            .init("\(prefix).citations-in-other-languages", Double(sources.count - compared.count)),
            // A source that bears a part out is rightly cited beside one that bears all out.
            .init("\(prefix).citation-precision", share: compared.count { [.supports, .supportsPartly].contains($0.outcome) }, of: compared.count),
            .init("\(prefix).citations-alone-enough", share: compared.count { $0.outcome == .supports }, of: compared.count),
            .init("\(prefix).citation-recall", share: lines.count(where: \.isBorneOutByItsSources), of: lines.count),
        ]
    }

    /// Each statement once.
    func ownLines(of format: BriefFormat) async throws -> [OwnLine] {
        let file = URL(filePath: folder).appending(path: format == .html ? "brief.html" : "brief.md")
        try Data(render(brief, as: format)).write(to: file)
        let text = try await BriefReader(converter: Bootstrap.converter).markdown(in: Array(try Data(contentsOf: file)), name: file.lastPathComponent)
        let reopened = try Bootstrap(library: LibraryPlace(path: folder), access: .reading, allowsLocalAddresses: false, clock: .fixed(asOf))
        let findings = try await reopened.engine.audit(text, asOf: asOf).audit.findings.map { (text: Self.normalised($0.text), finding: $0) }
        var seen: Set<String> = []
        return brief.draft.statements.map(\.text).filter { seen.insert($0).inserted }.map { statement in
            let found = TextAnalyzer().sentences(in: statement).map { sentence in
                let wanted = Self.normalised(sentence.text)
                // In a list of days the day stands before it.
                return (findings.first { $0.text == wanted } ?? findings.first { $0.text.hasSuffix(" " + wanted) })?.finding
            }
            return OwnLine(text: statement, findings: found.contains { $0 == nil } ? nil : found.compactMap(\.self))
        }
    }
}
