import BriefModel
import Testing

@Suite struct ProvenanceTests {
    @Test func `what was found is said with its place, and no surer than was ever measured`() {
        let found = Provenance(title: .init(.heading, confidence: 0.9999), published: .init(.text, confidence: 0.404))
        #expect(found.inWords == "Found: the title in a heading (97%), the day of publication in the running text (40%).")
    }

    @Test func `of what was found nowhere nothing is said`() { #expect(Provenance().inWords == nil) }
}
