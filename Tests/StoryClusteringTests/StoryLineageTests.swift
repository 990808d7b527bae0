import BriefModel
import StoryClustering
import Testing

@Suite("What a story was before")
struct StoryLineageTests {
    private func story(_ title: String, _ articles: String...) -> Story {
        Story(id: StoryID(articles[0]), title: title, articles: articles.map { ArticleID($0) }, updates: [], keyTerms: [])
    }

    private func lineages(of later: [Story], in earlier: [Story]) -> [StoryLineage] {
        let told = StoryLineages(of: later, in: earlier)
        return later.map { told.lineage(of: $0.id) }
    }

    @Test("A story none of whose articles was known is new; one that gained articles is the one it was")
    func newAndKnown() {
        #expect(lineages(of: [story("Strike", "a", "b", "c"), story("Bridge", "d")], in: [story("Strike", "a", "b")]) == [.known, .new])
    }

    @Test("Stories that became one are named, the greater first")
    func merged() {
        let before = [story("Strike", "a"), story("Harbours", "b", "c")]
        #expect(lineages(of: [story("Harbour strike", "a", "b", "c", "d")], in: before) == [.merged(["Harbours", "Strike"])])
    }

    @Test("Of a story told apart later, the greater part goes on and the other says where it came from")
    func split() {
        let later = [story("Strike", "a", "b", "e"), story("Tolls", "c", "f")]
        #expect(lineages(of: later, in: [story("Strike", "a", "b", "c")]) == [.known, .split(from: "Strike")])
    }

    @Test("One article that changed sides neither merges nor splits")
    func stray() {
        let before = [story("Strike", "a", "b", "c", "d"), story("Tolls", "e", "f", "g", "h")]
        let later = [story("Strike", "a", "b", "c"), story("Tolls", "d", "e", "f", "g", "h")]
        #expect(lineages(of: later, in: before) == [.known, .known])
    }

    @Test("Equal halves: the answer does not hang on the order of the stories")
    func tie() {
        let halves = [story("One", "a", "x"), story("Two", "b", "y")]
        let forth = lineages(of: halves, in: [story("Both", "a", "b")])
        #expect(forth == [.known, .split(from: "Both")])
        #expect(lineages(of: halves.reversed(), in: [story("Both", "a", "b")]) == forth.reversed())
    }
}
