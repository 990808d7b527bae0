import BriefModel
import Testing

@Suite struct FindingTests {
    /// "Repairs will cost 12 million euros" of "could cost about 12 million": two rules see the same caution dropped.
    @Test func aReasonFoundTwiceIsToldOnce() {
        let finding = Finding(
            text: "Repairs will cost 12 million euros.", verdict: .partly, reasons: [.hedgeLost, .number, .hedgeLost], note: "", evidence: [])
        #expect(finding.reasons == [.hedgeLost, .number])
    }
}
