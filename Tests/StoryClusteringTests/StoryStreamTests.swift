import BriefModel
import Inference
import Testing
import TextAnalysis

@testable import StoryClustering

@Suite("Stories as they stream by")
struct StoryStreamTests {
    private func stream(capacity: Int = StoryStream.usualCapacity) -> StoryStream { StoryStream(encoder: HashingEncoder(), capacity: capacity) }

    private func article(_ id: String, _ title: String, _ text: String = "", day: Int? = 20_500, outlet: String = "a") -> Article {
        Article(
            id: ArticleID(id), address: id, outlet: OutletID(outlet), title: title,
            published: day.map { Timestamp(day: CalendarDay(daysSince1970: $0)) },
            fetched: Timestamp(day: CalendarDay(daysSince1970: 20_500)), language: "en", body: text.isEmpty ? [] : [(.paragraph, text)])
    }

    /// So many titles on so many things, in turn.
    private func titles(_ count: Int, things: Int) -> [Article] {
        let places = ["Tern", "Calder", "Harbour", "Ostwind", "Linjiang", "Averland", "Fanal", "Quill"]
        let things = (0..<things).map { "\(places[$0 % 8]) bridge\($0) closed crack\($0 / 8) engineers\($0)" }
        return (0..<count).map { article("t\($0)", things[$0 % things.count] + (($0 / things.count).isMultiple(of: 2) ? " again" : ""), day: nil) }
    }

    @Test("one development, one story; another, another")
    func simple() throws {
        var stream = stream()
        let stories = try stream.place([
            article("1", "Tern bridge closed after crack found", "Engineers closed the Tern bridge on Monday after a crack was found in a pier."),
            article("2", "Crack shuts Tern bridge", "The Tern bridge stays closed while engineers examine the crack in its pier.", outlet: "b"),
            article("3", "Parliament passes budget", "Parliament in Averland passed the budget by twelve votes after a long night."),
        ])
        #expect(stories == ["1", "1", "3"])
    }

    @Test("however many come at a time, the answer is the same", arguments: [1, 7, 64])
    func batches(size: Int) throws {
        let articles = titles(200, things: 30)
        var whole = stream()
        var pieces = stream()
        var answers: [StoryID] = []
        for start in stride(from: 0, to: articles.count, by: size) {
            answers += try pieces.place(Array(articles[start..<min(start + size, articles.count)]))
        }
        #expect(try whole.place(articles) == answers)
    }

    @Test("what is held does not grow with what has passed")
    func bounded() throws {
        var stream = stream(capacity: 32)
        _ = try stream.place(titles(2_000, things: 500))
        #expect(stream.strands <= 32)
    }

    @Test("a story that had left memory goes on where it was when it is given back")
    func reopened() throws {
        var stream = stream(capacity: 16)
        let first = try stream.place([article("old", "Minister resigns over flooded tunnel in Calder", day: nil)])
        _ = try stream.place(titles(200, things: 100))
        let gone = stream.takeRetired()
        let later = try stream.read([article("new", "Calder minister resigns over flooded tunnel", day: nil)])
        let old = try #require(gone.first { $0.story == first[0] })
        #expect(!Set(old.terms).isDisjoint(with: later.terms[0]))
        #expect(stream.reopen(gone, for: later) == [old.number])
        #expect(stream.place(later) == first)
        #expect(try RetiredStrand(bytes: old.bytes).bytes == old.bytes)
    }

    @Test("a strand that comes back to a story that began anew without it brings its articles along, once")
    func reopenedTwice() throws {
        var stories = LiveStories()
        func strand(_ words: [Int32]) -> Strand {
            Strand(
                count: 3, squares: 3, span: Span(day: nil, arrival: 1), terms: words.reduce(into: IntegerMap(vacant: 0)) { $0[$1] = 1 }, meaning: [])
        }
        let strands = [strand([1, 2]), strand([2, 3])]
        let story = stories.reopen("s", opening: 7, with: 0, strands: strands)
        #expect(stories.reopen("s", opening: 7, with: 1, strands: strands) == story)
        #expect(stories.count(story) == 6)
        // It leaves again, while the other stays, and comes back: it is counted already.
        let opening = stories.opening(story)
        stories.remove(1, from: story)
        #expect(stories.reopen("s", opening: opening, with: 1, strands: strands) == story)
        #expect(stories.count(story) == 6)
    }

    @Test("restored at any moment, it goes on as if nothing had been between", arguments: [0, 1, 77, 300])
    func restored(moment: Int) throws {
        let articles = titles(400, things: 90)
        var whole = stream(capacity: 32)
        var first = stream(capacity: 32)
        let before = try first.place(Array(articles[..<moment]))
        var second = stream(capacity: 32)
        try second.restore(first.state)
        #expect(try whole.place(articles) == before + second.place(Array(articles[moment...])))
        #expect(whole.state == second.state)
    }

    @Test("a damaged state, or one of another encoder, is refused")
    func refused() throws {
        var stream = stream()
        _ = try stream.place(titles(20, things: 5))
        let state = stream.state
        var again = self.stream()
        for place in stride(from: 0, to: state.count, by: 97) {
            var damaged = state
            damaged[place] ^= 0x10
            #expect(throws: StoryStateError.damaged) { try again.restore(damaged) }
            #expect(throws: StoryStateError.damaged) { try again.restore(Array(state[..<place])) }
        }
        var other = StoryStream(encoder: OtherEncoder())
        #expect(throws: StoryStateError.otherEncoder(HashingEncoder().identity.name)) { try other.restore(state) }
    }

    private struct OtherEncoder: SentenceEncoder {
        let identity = EncoderIdentity(name: "other", hash: "")
        let dimensions = 64

        func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] { try HashingEncoder().encode(texts) }
    }

    @Test(
        "what is odd is placed like anything else",
        arguments: [
            ("", ""), ("   ", "\u{200B}"), ("🙂🙂🙂", ""), ("中文 русский العربية mixed", "한국어 ไทย"), (String(repeating: "a", count: 100_000), ""),
            ("Title", String(repeating: "word ", count: 200_000)),
        ])
    func odd(title: String, text: String) throws {
        var stream = stream()
        for day in [nil, 0, -700_000, 20_500, 400_000] { #expect(try stream.place([article("x", title, text, day: day)]).count == 1) }
    }

    @Test("a hundred thousand copies of one title are one story and one strand")
    func copies() throws {
        var stream = stream()
        var stories: Set<StoryID> = []
        for start in 0..<100 {
            stories.formUnion(try stream.place((0..<1_000).map { article("\(start)-\($0)", "Export rule for chips published", day: nil) }))
        }
        #expect(stories.count == 1)
        #expect(stream.strands == 1)
    }
}
