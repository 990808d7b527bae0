import BriefModel
import BriefVerification
import Testing

/// Whose word the same content is: a sentence in which two speak has a speaker for each thing said.
@Suite struct SpeakerTests {
    private let checker = StatementChecker()

    @Test(arguments: [
        // Each of two in one sentence, changed over.
        ("Ada Brook said the mill would close in May.", "Ada Brook said the bridge was safe, and Tom Wren said the mill would close in May."),
        // The words go on in the next sentence, which names nobody.
        ("Ada Brook said the mill would close in May.", "“The bridge is safe,” said Ada Brook. Tom Wren said the mill would close in May."),
    ])
    func anotherSpeakerOfTheSameContentIsFound(claim: String, source: String) {
        let found = checker.check(claim, sentences: [source])
        #expect(found.verdict == .contradicted)
        #expect(found.reasons.first == .misattribution)
        #expect(found.span.flatMap { claim.slice(utf8: $0) } == "Ada Brook")
    }

    @Test(arguments: [
        ("Tom Wren said the mill would close in May.", "Ada Brook said the bridge was safe, and Tom Wren said the mill would close in May."),
        ("Ada Brook said the bridge was safe.", "Ada Brook said the bridge was safe, and Tom Wren said the mill would close in May."),
        // Passed on: both say it.
        ("Tom Wren warned that the mill would close in May.", "Ada Brook said Tom Wren had warned that the mill would close in May."),
        // The writer says it there, and of the other only something else.
        ("Ada Brook said the mill would close in May.", "The mill will close in May. Tom Wren said the bridge was safe."),
    ])
    func aSpeakerOfOtherContentIsNoObjection(claim: String, source: String) {
        #expect(!checker.check(claim, sentences: [source]).reasons.contains(.misattribution))
    }
}
