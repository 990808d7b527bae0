import BriefVerification
import Testing

/// Which sentences are looked at for a statement, whatever is made of them.
@Suite struct RetrievalTests {
    @Test func sentencesGivenAreRankedByRareWordsAndNamedOnce() {
        let source = GivenSource(sentences: [
            "The company met.", "The company sold ships.", "", "Ostrand is a company.", "The company that Ostrand bought sold $ 1.",
            "7 million ships.",
        ])
        #expect(source.nearest(to: "Ostrand sold the company.", limit: 1) == [4])
        let all = source.nearest(to: "Ostrand sold the company.", limit: 10)
        #expect(Set(all).count == all.count && all.allSatisfy { (0..<6).contains($0) })
        #expect(source.nearest(to: "", limit: 5).isEmpty)
        #expect(GivenSource(sentences: []).nearest(to: "Ostrand sold the company.", limit: 5).isEmpty)
    }
}
