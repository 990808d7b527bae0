import BriefModel
import BriefRendering
import Inference
import SampleLibrary
import Synchronization
import Testing

@testable import BriefEngine

/// A model may only word what was chosen, and what it words stands only where its passages bear it out.
@Suite struct ModelWordingTests {
    private static func brief(wordedBy generator: any TextGenerator) async throws -> Brief {
        try await SampleEngine.read().engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf, wordedBy: ModelWriter(generator))
    }

    private func isOfTheModel(_ statement: Statement) -> Bool { statement.id.rawValue.hasPrefix("m") }

    @Test func aModelThatKeepsToThePassagesWordsTheBrief() async throws {
        let proposed = Mutex(0)
        let honest = ScriptedGenerator { request in
            guard !request.user.contains("<refused>") else { return StandInStatement.answer([]) }
            let passages = ShownPassage.all(in: request)
            let kinds = HonestRewording.allCases
            let statements = passages.enumerated().map { place, passage in
                kinds[place % kinds.count].of(passage, before: place + 1 < passages.count ? passages[place + 1] : nil)
            }
            proposed.withLock { $0 += statements.count }
            return StandInStatement.answer(statements)
        }
        let brief = try await Self.brief(wordedBy: honest)
        let wording = try #require(brief.wording)
        let refused = wording.dropped.filter { $0.reasons != [.omission] }
        let all = proposed.withLock { $0 }
        print("honest: \(all) proposed, \(refused.count) refused, \(wording.admitted) stand")
        for one in refused { print("  \(one.section): \(one.reasons.map(\.rawValue))") }
        #expect(wording.failure == nil)
        #expect(Double(all - refused.count) >= 0.9 * Double(all))
        #expect(brief.draft.statements.contains(where: isOfTheModel))
        for statement in brief.draft.statements { #expect(brief.findings[statement.id]?.verdict == .supported) }
    }

    @Test func aModelThatLiesIsNotBelieved() async throws {
        let (engine, _) = try await SampleEngine.read()
        var told: [Lie: Set<StandInStatement>] = [:]
        var survivors: [(Lie, String)] = []
        for lie in Lie.allCases {
            let lies = Mutex<Set<StandInStatement>>([])
            let liar = ScriptedGenerator { request in
                let passages = ShownPassage.all(in: request)
                let statements = passages.compactMap { passage -> StandInStatement? in
                    guard let statement = lie.of(passage, among: passages), statement.text != passage.text || lie == .wrongPassage else { return nil }
                    return statement
                }
                lies.withLock { $0.formUnion(statements) }
                // Where there is no occasion for this lie, it says what is true.
                return StandInStatement.answer(
                    statements.isEmpty ? passages.prefix(1).map { StandInStatement(text: $0.text, citations: [$0.number]) } : statements)
            }
            let brief = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf, wordedBy: ModelWriter(liar))
            told[lie] = lies.withLock { $0 }
            let lied = Set(told[lie, default: []].map(\.text))
            let standing = Set(brief.draft.statements.filter(isOfTheModel).map(\.text)).intersection(lied)
            survivors += standing.sorted().map { (lie, $0) }
        }
        let all = told.values.reduce(0) { $0 + $1.count }
        print("lies: \(all) told, \(survivors.count) survived: \(100 - survivors.count * 100 / max(1, all))% dropped")
        for lie in Lie.allCases { print("  \(lie): \(told[lie]?.count ?? 0) told, \(survivors.count { $0.0 == lie }) survived") }
        for (lie, text) in survivors { print("  \(lie): \(text)") }
        #expect(Double(survivors.count) <= 0.05 * Double(all))
        #expect(survivors.allSatisfy { ![.obeysInjectedText, .factAdded, .wrongPassage, .figure].contains($0.0) })
    }

    // MARK: - A model that cannot be used

    private func words(_ brief: Brief) -> [String] { brief.draft.sections.flatMap { $0.blocks.flatMap(\.statements) }.map(\.text) }

    @Test(arguments: [
        "Here is the section you asked for: …", "", "{}", String(repeating: "x", count: 2 << 20), "[[[[", "null", "{\"statements\":[]}",
    ]) func proseNonsenseAndAMegabyteLeaveTheBriefAsItWouldBe(_ answer: String) async throws {
        let (engine, _) = try await SampleEngine.read()
        let plain = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
        let asked = Mutex(0)
        let generator = ScriptedGenerator { _ in
            asked.withLock { $0 += 1 }
            return answer
        }
        let brief = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf, wordedBy: ModelWriter(generator))
        #expect(words(brief) == words(plain))
        let wording = try #require(brief.wording)
        #expect(wording.sectionsFailed == wording.sectionsAsked && wording.admitted == 0)
        #expect(wording.failure?.contains(generator.name) == true)
        #expect(asked.withLock { $0 } == 2, "a model that twice gives nothing of use is asked no more")
        for format in BriefFormat.allCases where format != .json {
            #expect(String(decoding: render(brief, as: format), as: UTF8.self).replacing("\n", with: " ").contains("could not be used"), "\(format)")
        }
    }

    @Test(arguments: [
        GenerationError.unreachable(place: "http://127.0.0.1:1", why: "nobody answers there"), .timedOut(place: "http://127.0.0.1:1", seconds: 180),
        .keyRefused(place: "https://models.example"),
    ]) func aModelThatIsAwayIsAskedOnce(_ error: GenerationError) async throws {
        let asked = Mutex(0)
        let generator = ScriptedGenerator { _ throws(GenerationError) in
            asked.withLock { $0 += 1 }
            throw error
        }
        let brief = try await Self.brief(wordedBy: generator)
        #expect(asked.withLock { $0 } == 1)
        #expect(brief.wording?.failure == error.description)
        #expect(!brief.draft.statements.contains(where: isOfTheModel))
    }

    @Test func whatIsRefusedComesBackWithTheReasonAndMayBePutRight() async throws {
        let generator = ScriptedGenerator { request in
            let passages = ShownPassage.all(in: request)
            let isSecond = request.user.contains("<refused>")
            #expect(!isSecond || request.user.contains("\"why\":\""))
            return StandInStatement.answer(
                passages.map { StandInStatement(text: isSecond ? $0.text : "In Geneva, " + $0.text, citations: [$0.number]) })
        }
        let brief = try await Self.brief(wordedBy: generator)
        let wording = try #require(brief.wording)
        #expect(wording.repaired > 10 && wording.admitted >= wording.repaired)
        #expect(!brief.draft.statements.contains { $0.text.hasPrefix("In Geneva") })
    }

    @Test func anEditionIsWrittenAgainFromTheAnswersThatWereKept() async throws {
        let (engine, _) = try await SampleEngine.read()
        let asked = Mutex(0)
        let generator = ScriptedGenerator { request in
            asked.withLock { $0 += 1 }
            return StandInStatement.answer(ShownPassage.all(in: request).map { StandInStatement(text: $0.text, citations: [$0.number]) })
        }
        let (brief, basis) = try await engine.edition(on: SampleEngine.topic, asOf: SampleEngine.asOf, wordedBy: ModelWriter(generator))
        let times = asked.withLock { $0 }
        let again = try await engine.brief(from: basis, asOf: SampleEngine.asOf)
        #expect(brief.draft.statements.contains(where: isOfTheModel))
        for format in BriefFormat.allCases { #expect(render(brief, as: format) == render(again, as: format)) }
        #expect(asked.withLock { $0 } == times, "nobody is asked again")
    }
}
