import BriefEngine
import BriefModel
import Figures
import FoundationEssentials
import TextAnalysis

extension SampleRun {
    /// What must not happen in a brief, and what must be in it, by the annotations.
    func proofFigures(show: (String) -> Void) async throws -> [Figure] {
        let statements = brief.draft.statements
        let wrong = statements.filter(hasWrongFigure)
        let flat = statements.filter(tellsAllegationAsFact)
        let disputes = toldDisputes
        let hidden = disputes.filter { !isShown($0) }
        let stale = FactFigures(gold.facts, statements: statements.map(\.text)).tellingStale(gold.contradictions)
        for statement in wrong { show("wrong figure\t\(statement.text)") }
        for statement in flat { show("allegation\t\(statement.text)") }
        for entry in hidden { show("dispute \(entry.id)\t\(entry.a.text)\n    \(entry.b.text)") }
        for text in stale { show("corrected figure\t\(text)") }
        let sections = try olderSections()
        for section in sections where !hasCounterpart(section) { show("no counterpart\t\(section.title)\t\(section.stories.sorted())") }
        var strictly = topic
        strictly.isStrict = true
        let strict = try await engine.brief(on: strictly, asOf: asOf)
        let held = Set(strict.draft.statements.map(\.text))
        for text in statements.map(\.text) where !held.contains(text) { show("strict turns away\t\(text)") }
        return [
            .init("brief.wrong-figures", Double(wrong.count)),
            .init("brief.corrected-figures", Double(stale.count)),
            .init("brief.unattributed-allegations", Double(flat.count)),
            .init("brief.disputes-shown", share: disputes.count - hidden.count, of: disputes.count),
            .init("brief.older-sections", share: sections.count(where: hasCounterpart), of: sections.count),
            .init("strict.turned-away", Double(strict.counts.statementsDropped - brief.counts.statementsDropped)),
            .init("strict.statements", Double(strict.draft.statements.count)),
        ]
    }

    // MARK: Figures

    /// A figure of it stands in none of the passages it cites, the source's spelling of it whatever it be.
    private func hasWrongFigure(_ statement: Statement) -> Bool {
        let day = statement.citations.first?.day
        let cited = statement.citations.flatMap { citation in
            TextAnalyzer().sentences(in: citation.passage.exact, language: citation.language, day: citation.day).flatMap(\.quantities)
        }
        let known = Set(cited.flatMap { [$0.value] + ($0.upper.map { [$0] } ?? []) })
        return TextAnalyzer().sentences(in: statement.text, day: day).flatMap(\.quantities).contains { !known.contains($0.value) }
    }

    // MARK: Allegations

    /// It was worded from a passage that is annotated as somebody's word or as cautious, and neither names who says so nor is cautious itself.
    private func tellsAllegationAsFact(_ statement: Statement) -> Bool {
        let claims = gold.claims.filter { ["attributed", "hedged"].contains($0.modality) }.map { ($0.evidence, $0.claimant) }
        let hedges = gold.hedges.map { ($0.hedged, nil as String?) }
        // The passage it was worded from comes first; others may only corroborate, or say whom a pronoun means.
        let told = (claims + hedges).filter { entry in statement.citations.prefix(1).contains { isSame($0.passage, entry.0) } }
        guard !told.isEmpty else { return false }
        let sentences = TextAnalyzer().sentences(in: statement.text)
        let isAttributed = sentences.contains { !$0.attributions.isEmpty || !$0.quotations.isEmpty }
        let isCautious = sentences.contains { $0.cues.contains { $0.kind == .hedge || $0.kind == .plan } }
        return told.contains { entry in
            let isNamed = entry.1.map { claimant in
                claimant.split(separator: " ").contains { $0.count > 3 && statement.text.lowercased().contains($0.lowercased()) }
            }
            return !isAttributed && !isCautious && isNamed != true
        }
    }

    // MARK: Disputes

    /// Annotated disputes of the stories that the brief tells of.
    private var toldDisputes: [Gold.Contradiction] {
        let storyOf = Dictionary(gold.stories.flatMap { story in story.article_ids.map { ($0, story.id) } }, uniquingKeysWith: { first, _ in first })
        let told = Set(brief.draft.statements.flatMap(\.citations).compactMap { goldID[$0.passage.article].flatMap { storyOf[$0] } })
        return gold.contradictions.filter { entry in
            entry.is_contradiction && [entry.a, entry.b].contains { storyOf[$0.article].map(told.contains) == true }
        }
    }

    /// Where one side is to be preferred, the other stands in the brief as what is not followed; where none is, both stand against each other.
    private func isShown(_ entry: Gold.Contradiction) -> Bool {
        let statements = brief.draft.statements
        let notFollowed = brief.draft.disputes.map(\.notFollowed.passage) + statements.flatMap(\.dissent).map(\.citation.passage)
        switch entry.prefer {
        case "b": return notFollowed.contains { isSame($0, entry.a) }
        case "a": return notFollowed.contains { isSame($0, entry.b) }
        default: return notFollowed.contains { isSame($0, entry.a) || isSame($0, entry.b) }
        }
    }

    // MARK: The older brief

    struct OlderSection {
        let title: String
        /// Annotated stories whose articles speak to its lines.
        let stories: Set<String>
    }

    /// The sections between overview and conclusion of which sources say something.
    private func olderSections() throws -> [OlderSection] {
        let text = String(decoding: try Data(contentsOf: URL(filePath: data).appending(path: "brief-2026-03-01.txt")), as: UTF8.self)
        let storyOf = Dictionary(gold.stories.flatMap { story in story.article_ids.map { ($0, story.id) } }, uniquingKeysWith: { first, _ in first })
        var sections: [(title: String, text: String)] = []
        for line in text.split(separator: "\n").map({ $0.trimmed }) where !line.isEmpty {
            let isTitle = line.first != "•" && line.split(separator: " ").count <= 10 && ![".", ":", "!", "?"].contains { line.hasSuffix($0) }
            if isTitle { sections.append((line, "")) } else if !sections.isEmpty { sections[sections.count - 1].text += Self.normalised(line) + "\n" }
        }
        guard let first = sections.firstIndex(where: { $0.title == "Overview" }), let last = sections.firstIndex(where: { $0.title == "Conclusion" }),
            first < last
        else { return [] }
        return sections[(first + 1)..<last].compactMap { section in
            let lines = gold.audit.filter { section.text.contains(Self.normalised($0.text)) }
            let stories = Set(lines.flatMap(\.evidence).compactMap { storyOf[$0.article] })
            return stories.isEmpty ? nil : OlderSection(title: section.title, stories: stories)
        }
    }

    /// A section of ours, and not its overview or end, tells of half of these stories at least, by the articles it cites.
    private func hasCounterpart(_ section: OlderSection) -> Bool {
        let storyOf = Dictionary(gold.stories.flatMap { story in story.article_ids.map { ($0, story.id) } }, uniquingKeysWith: { first, _ in first })
        return brief.draft.sections.filter { $0.kind == .theme }.contains { ours in
            let cited = ours.blocks.flatMap(\.statements).flatMap(\.citations).compactMap { goldID[$0.passage.article].flatMap { storyOf[$0] } }
            return 2 * section.stories.intersection(cited).count >= section.stories.count
        }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
