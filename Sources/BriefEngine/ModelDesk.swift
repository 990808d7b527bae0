import BriefModel
import BriefVerification
import BriefWriting
import Inference

/// Words the sections of a verified draft with a model and lets nothing stand that its own passages do not bear out.
struct ModelDesk {
    let generator: any TextGenerator
    let verifier: BriefVerifier
    /// Verified: what stands wherever the model has nothing better that holds.
    let draft: Draft
    let outlets: [OutletID: Outlet]
    private(set) var wording: ModelWording
    private var made = 0

    init(_ generator: any TextGenerator, verifier: BriefVerifier, draft: Draft, outlets: [OutletID: Outlet]) {
        self.generator = generator
        self.verifier = verifier
        self.draft = draft
        self.outlets = outlets
        wording = ModelWording(model: generator.name)
    }

    /// A proposal, and what verification says of it.
    private struct Tried {
        let proposal: Proposal
        let statement: Statement?
        let reasons: [ReasonCode]
        /// What is wrong, in a sentence; nil where nothing is.
        let why: String?
    }

    /// Answers of a model that keeps answering in no form that can be used, before it is asked no more.
    private static let patience = 2

    /// Asks section by section. A model that cannot be used leaves the rest as it was drafted.
    /// - Parameter progress: called before each section with its place and how many there are.
    mutating func word(progress: @Sendable (Int, Int) -> Void) async -> Draft {
        var result = draft
        let questions = draft.sections.map { SectionQuestion($0, outlets: outlets) }
        wording.sectionsAsked = questions.count { $0 != nil }
        var asked = 0
        var isUsable = true
        for (place, question) in questions.enumerated() {
            guard let question else { continue }
            progress(asked, wording.sectionsAsked)
            asked += 1
            guard isUsable else {
                wording.sectionsFailed += 1
                continue
            }
            do throws(GenerationError) {
                let held = try await held(question)
                let (section, leftOut) = question.section(wordedBy: held)
                for _ in leftOut { drop(question, [.omission]) }
                result.sections[place] = section
            } catch {
                wording.sectionsFailed += 1
                wording.failure = wording.failure ?? error.description
                isUsable = error.concernsOneAnswer && wording.sectionsFailed < Self.patience
            }
        }
        progress(asked, wording.sectionsAsked)
        return result
    }

    /// Statements in the model's words that hold, those it put right included.
    private mutating func held(_ question: SectionQuestion) async throws(GenerationError) -> [Statement] {
        let first = tried(try await proposals(to: question.request, question), question)
        let refused = first.filter { $0.why != nil }
        var held = first.compactMap { $0.why == nil ? $0.statement : nil }
        guard !refused.isEmpty else { return held }

        var second: [Tried] = []
        do throws(GenerationError) {
            let again = try await proposals(to: question.request(repairing: refused.map { ($0.proposal, $0.why ?? "") }), question)
            second = tried(Array(again.prefix(refused.count)), question)
        } catch {
            // What was admitted stands; what was refused is not put right.
        }
        let repaired = second.compactMap { $0.why == nil ? $0.statement : nil }
        wording.repaired += repaired.count
        held += repaired
        let reasons = second.filter { $0.why != nil }.map(\.reasons)
        // A sentence it gave up after it was told is dropped for what was wrong with it first.
        for one in reasons { drop(question, one) }
        for one in refused.dropFirst(second.count) { drop(question, one.reasons) }
        return held
    }

    private mutating func proposals(to request: GenerationRequest, _ question: SectionQuestion) async throws(GenerationError) -> [Proposal] {
        wording.requests += 1
        let answer = try await generator.generate(request)
        wording.inputTokens += answer.inputTokens
        wording.outputTokens += answer.outputTokens
        do throws(AnswerProblem) { return try question.proposals(in: answer.text) } catch {
            throw .notUnderstood(place: generator.name, why: error.words)
        }
    }

    private mutating func drop(_ question: SectionQuestion, _ reasons: [ReasonCode]) {
        wording.dropped.append(DroppedWording(section: question.section.title, reasons: reasons))
    }

    // MARK: - Verification

    private mutating func tried(_ proposals: [Proposal], _ question: SectionQuestion) -> [Tried] {
        let made = proposals.map { proposal in
            self.made += 1
            return (proposal, question.statement(proposal, id: StatementID("m\(self.made)")))
        }
        var trial = Draft(title: draft.title, topic: draft.topic, headline: draft.headline, deck: [], sections: [])
        trial.deck = made.compactMap { try? $0.1.get() }
        let report = verifier.report(on: trial)
        return made.map { proposal, outcome in
            switch outcome {
            case .failure(let fault): return Tried(proposal: proposal, statement: nil, reasons: [fault.reason], why: fault.words)
            case .success(let statement):
                guard let finding = report.findings[statement.id] else {
                    return Tried(proposal: proposal, statement: nil, reasons: [.noEvidence], why: "It was not verified.")
                }
                guard finding.verdict == .supported else {
                    return Tried(proposal: proposal, statement: statement, reasons: finding.reasons, why: finding.note)
                }
                guard let doubt = ModelDoubt(statement, outlets: outlets) else {
                    return Tried(proposal: proposal, statement: statement, reasons: [], why: nil)
                }
                return Tried(proposal: proposal, statement: statement, reasons: [doubt.reason], why: doubt.why)
            }
        }
    }
}
