import BriefModel
import Testing

@Suite struct ProvenanceTests {
    @Test func `what was found is said with its place, and no surer than was ever measured`() {
        let found = Provenance(title: .init(.heading, confidence: 0.9999), published: .init(.text, confidence: 0.404))
        #expect(found.inWords == "Found: the title in a heading (97%), the day of publication in the running text (40%).")
    }

    @Test func `a text that stands elsewhere than where readers see it is said to`() {
        #expect(Provenance(body: .init(.feed, confidence: 0.9)).inWords == "Found: the text in its feed (90%).")
    }

    @Test func `of what was found nowhere nothing is said`() { #expect(Provenance().inWords == nil) }
}
