import BriefEngine
import BriefModel
import Testing

/// The brief says what the sources say: with another figure in them it tells that figure, and no trace of the old one is left.
@Suite struct RewrittenSourceTests {
    /// The brief on the sample web with words replaced in every file of some outlets; all of them where none is named.
    private func brief(replacing changes: [(old: String, new: String)], at outlets: [String] = []) async throws -> Brief {
        let (engine, _) = try await SampleEngine.read { path, body in
            guard outlets.isEmpty || outlets.contains(where: { path.hasPrefix("/\($0)/") }) else { return body }
            return changes.reduce(body) { text, change in
                Array(text.split(separator: Array(change.old.utf8), omittingEmptySubsequences: false).joined(separator: Array(change.new.utf8)))
            }
        }
        return try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
    }

    private func telling(_ figure: String, in brief: Brief) -> [Statement] { brief.draft.statements.filter { $0.text.contains(figure) } }

    /// All that a reader sees of the sources.
    private func words(of brief: Brief) -> [String] {
        let statements = brief.draft.statements
        return statements.map(\.text) + statements.flatMap { ($0.citations + $0.dissent.map(\.citation)).map(\.passage.exact) }
            + brief.draft.disputes.flatMap { [$0.followed.passage.exact, $0.notFollowed.passage.exact] } + brief.sources.map(\.title)
    }

    @Test func theOldFiguresAreToldAtFirst() async throws {
        let brief = try await SampleEngine.brief()
        for figure in ["180 days", "24,000", "$200 million"] { #expect(!telling(figure, in: brief).isEmpty, "\(figure)") }
    }

    @Test func aFigureOfTheOnlySourceIsFollowed() async throws {
        let brief = try await brief(replacing: [("180 days", "95 days")], at: ["northlight-wire"])
        #expect(!telling("95 days", in: brief).isEmpty)
        #expect(!words(of: brief).contains { $0.contains("180 days") })
    }

    @Test func aFigureOfAllSourcesIsFollowedInEveryLanguage() async throws {
        let brief = try await brief(replacing: [("24,000", "31,500"), ("24.000", "31.500"), ("2.4万", "3.15万")])
        let told = telling("31,500", in: brief)
        #expect(!told.isEmpty)
        #expect(!words(of: brief).contains { $0.contains("24,000") || $0.contains("24.000") })
        #expect(told.contains { $0.corroboration.outlets.count > 1 }, "the sources still agree")
        #expect(!told.contains { !$0.dissent.isEmpty })
    }

    /// What the others say stands, or both are shown.
    @Test func aFigureOfOneAmongSeveralIsNotFollowedInSilence() async throws {
        let brief = try await brief(replacing: [("worth up to $200 million", "worth up to $900 million")], at: ["harbour-vale-post"])
        let changed = telling("$900 million", in: brief)
        let disputed = brief.draft.disputes.flatMap { [$0.followed.passage.exact, $0.notFollowed.passage.exact] }
        #expect(changed.allSatisfy { !$0.dissent.isEmpty || disputed.contains { $0.contains("$900 million") } }, "\(changed.map(\.text))")
        #expect(!telling("$200 million", in: brief).isEmpty || disputed.contains { $0.contains("$200 million") })
    }
}
