import Inference
import LocalInference
import Testing

/// What every reader of claims keeps to.
struct EntailmentReaderContractTests {
    static func readers() throws -> [any EntailmentReader] { [OverlapReader(), try AlignmentReader.inside()] }

    private static let sentences = ["The ferry was taken out of service on Monday.", "Its engine had failed off Bergen."]

    @Test func eachQuestionHasItsAnswerInItsPlace() throws {
        let claims = ["The ferry was taken out of service.", "Bakers want higher wages.", "Its engine failed off Bergen."]
        for reader in try Self.readers() {
            let questions = claims.map { EntailmentQuestion(claim: $0, sentences: Self.sentences) }
            let together = reader.read(questions)
            #expect(together.count == 3)
            #expect(together == questions.flatMap { reader.read([$0]) }, "\(reader.identity.name)")
            #expect(together[1].support < together[0].support && together[1].support < together[2].support)
            #expect(together[2].deciding.count == 2 && together[2].deciding[1] > together[2].deciding[0])
        }
    }

    @Test func sharesSumToOneAndWordsLieInTheClaim() throws {
        let claim = "Its motor  failed\toff Tromsø, “they” said."
        for reader in try Self.readers() {
            let answer = reader.read([EntailmentQuestion(claim: claim, sentences: Self.sentences)])[0]
            #expect(answer.outcomes.count == Entailment.Outcome.allCases.count)
            #expect(abs(answer.outcomes.reduce(0, +) - 1) < 1e-4)
            #expect(answer.faults.isEmpty || answer.faults.count == Entailment.Fault.allCases.count)
            #expect(answer.words.allSatisfy { $0.range.upperBound <= claim.utf8.count && (0...1).contains($0.fault) })
            #expect(zip(answer.words, answer.words.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
        }
    }

    @Test(arguments: [("", ["A sentence."]), ("A claim.", []), ("A claim.", [""]), (" \n", [" "]), ("…", ["—"])])
    func whereThereIsNothingToReadNothingIsBorneOut(claim: String, sentences: [String]) throws {
        for reader in try Self.readers() {
            let answer = reader.read([EntailmentQuestion(claim: claim, sentences: sentences)])[0]
            #expect(answer.support.isFinite)
            #expect(answer.deciding.count == sentences.count, "\(reader.identity.name)")
        }
    }

    @Test func nothingAskedIsNothingAnswered() throws {
        for reader in try Self.readers() { #expect(reader.read([]).isEmpty) }
    }

    @Test func aClaimOfFiveThousandWordsAndAHundredSentencesAreReadAsFarAsItGoes() throws {
        let long = (0..<5_000).map { "word\($0)" }.joined(separator: " ")
        for reader in try Self.readers() {
            let answer = reader.read([EntailmentQuestion(claim: long, sentences: [long] + Self.sentences + (0..<100).map { "Sentence \($0)." })])[0]
            #expect(answer.support.isFinite && answer.deciding.count == 103)
        }
    }
}
