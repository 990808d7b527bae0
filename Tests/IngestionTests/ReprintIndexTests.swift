import BriefModel
import Ingestion
import Storage
import Testing

@Suite("Reprints in a library that grows")
struct ReprintIndexTests {
    /// Forty stories, each printed by up to nine outlets in several forms on several days, and as many articles that nobody copied.
    private static let articles: [Article] = {
        var random = Sequence(seed: 7)
        var articles: [Article] = []
        for story in 0..<40 {
            let text = (0..<8).map { sentence in
                "Story \(story) " + (0..<14).map { _ in "word\(random.next(3_000))" }.joined(separator: " ") + " point \(sentence)."
            }
            for print in 0..<random.next(10) {
                let form =
                    switch random.next(4) {
                    case 0: Array(text.prefix(5))
                    case 1: Array(text.reversed())
                    case 2: text + ["The desk adds a line numbered \(random.next(100_000)) of its own to this."]
                    default: text
                    }
                articles.append(article("s\(story)p\(print)", form, outlet: "outlet\(random.next(12))", day: random.next(20)))
            }
            let own = (0..<6).map { _ in (0..<15).map { _ in "other\(random.next(3_000))" }.joined(separator: " ") + "." }
            articles.append(article("own\(story)", own, outlet: "outlet\(random.next(12))", day: random.next(20)))
        }
        return articles
    }()
    private static let end = Timestamp(day: CalendarDay(daysSince1970: 21_000))

    @Test("what the index finds is what comparing everything in memory finds")
    func sameAsInMemory() async throws {
        let library = try await Self.library(Self.articles)
        let found = try await ReprintIndex(store: library).groups(of: Self.articles, outlets: [], asOf: Self.end)
        #expect(found == ReprintDetector().groups(among: Self.articles, outlets: []))
        #expect(found.count > 20)
    }

    @Test("the order in which articles arrived, and in which batches, changes nothing")
    func arrival() async throws {
        var random = Sequence(seed: 11)
        let wanted = ReprintDetector().groups(among: Self.articles, outlets: [])
        for _ in 0..<4 {
            var articles = Self.articles
            for place in articles.indices.reversed() { articles.swapAt(place, random.next(place + 1)) }
            let library = InMemoryLibrary()
            let index = ReprintIndex(store: library)
            var rest = articles[...]
            while !rest.isEmpty {
                let batch = rest.prefix(1 + random.next(60))
                rest = rest.dropFirst(batch.count)
                _ = try await library.record(batch.map { Reading(article: $0, rawBytes: [], mediaType: "text/plain") })
                try await index.catchUp()
            }
            #expect(try await index.groups(of: articles, outlets: [], asOf: Self.end) == wanted)
        }
    }

    @Test("as of a day, the groups are those of what there was by then, whatever came later")
    func asOf() async throws {
        let library = try await Self.library(Self.articles)
        for day in [3, 8, 15] {
            let asOf = Timestamp(day: CalendarDay(daysSince1970: 20_500 + day))
            let visible = Self.articles.filter { ($0.published ?? $0.fetched) <= asOf }
            let found = try await ReprintIndex(store: library).groups(of: Self.articles, outlets: [], asOf: asOf)
            #expect(found == ReprintDetector().groups(among: visible, outlets: []))
        }
    }

    @Test("a few articles bring their whole groups, also where the origin is not among them")
    func few() async throws {
        let library = try await Self.library(Self.articles)
        let all = ReprintDetector().groups(among: Self.articles, outlets: [])
        for group in all {
            let last = try #require(Self.articles.first { $0.id == group.copies.last })
            let found = try await ReprintIndex(store: library).groups(of: [last], outlets: [], asOf: Self.end)
            #expect(found.contains(group))
        }
    }

    @Test("a new version takes the place of the one before")
    func versions() async throws {
        let copy = Self.article("copy", ReprintPair.wire, outlet: "b", day: 2)
        let library = try await Self.library([Self.article("first", ReprintPair.wire, outlet: "a", day: 1), copy])
        let index = ReprintIndex(store: library)
        #expect(try await index.groups(of: [copy], outlets: [], asOf: Self.end).count == 1)
        let rewritten = Self.article(
            "copy", ["The editors have taken this report down and will publish one of their own on the flood."], outlet: "b", day: 2)
        _ = try await library.record(Reading(article: rewritten, rawBytes: [], mediaType: "text/plain"))
        try await index.catchUp()
        #expect(try await index.groups(of: [rewritten], outlets: [], asOf: Self.end).isEmpty)
    }

    @Test("a library that had no index is brought up once, and progress is told to the end")
    func progress() async throws {
        let library = InMemoryLibrary()
        let many = (0..<1_100).map {
            Self.article("a\($0)", ["Article number \($0) says that \($0 * 31) is not \($0 * 17)."], outlet: "a", day: $0 % 50)
        }
        _ = try await library.record(many.map { Reading(article: $0, rawBytes: [], mediaType: "text/plain") })
        let index = ReprintIndex(store: library)
        var told: [ReprintIndex.Progress] = []
        try await index.catchUp { told.append($0) }
        #expect(told.map(\.done) == [1_024, 1_100] && told.allSatisfy { $0.total == 1_100 })
        told = []
        try await index.catchUp { told.append($0) }
        #expect(told.isEmpty)
    }

    @Test("what comparing every two texts would find is found: edits of every sixth word, and two hundred words out of two thousand")
    func candidates() {
        var random = Sequence(seed: 3)
        func words(_ count: Int) -> String { (0..<count).map { _ in "word\(random.next(20_000))" }.joined(separator: " ") + "." }
        var texts: [(id: String, text: String)] = []
        for number in 0..<150 {
            let report = (0..<12).map { _ in words(18) }.joined(separator: " ")
            let edited = report.split(separator: " ").map { random.next(6) == 0 ? "other\(random.next(20_000))" : $0 }.joined(separator: " ")
            texts += [("report\(number)", report), ("edited\(number)", edited)]
        }
        for number in 0..<30 {
            let sentences = (0..<110).map { _ in words(18) }
            texts += [("long\(number)", sentences.joined(separator: " ")), ("excerpt\(number)", sentences[40..<51].joined(separator: " "))]
        }
        let found = Set(ReprintDetector().pairs(among: texts).map { $0.first + $0.second })
        #expect((0..<30).allSatisfy { found.contains("long\($0)excerpt\($0)") })
        let copies = (0..<150).filter { Self.coverage(of: texts[2 * $0 + 1].text, by: texts[2 * $0].text) >= 0.5 }
        #expect(copies.count > 100)
        #expect(copies.allSatisfy { found.contains("report\($0)edited\($0)") } && found.count == copies.count + 30)
    }

    /// The share of a text's word triples, each within one sentence, that another text has.
    private static func coverage(of copy: String, by origin: String) -> Double {
        func triples(_ text: String) -> Set<[Substring]> {
            Set(
                text.split(separator: ".").flatMap { sentence in
                    let words = sentence.split(separator: " ")
                    return (0..<max(0, words.count - 2)).map { Array(words[$0..<($0 + 3)]) }
                })
        }
        let (ours, theirs) = (triples(copy), triples(origin))
        return max(Double(ours.intersection(theirs).count) / Double(ours.count), Double(ours.intersection(theirs).count) / Double(theirs.count))
    }

    @Test("what is looked at for one article is the same in a library of hundreds and of thousands, a flood of like texts among them")
    func flat() async throws {
        func looked(at size: Int) async throws -> Int {
            let many = (0..<size).map { number in
                let flood = number % 3 == 0
                let text =
                    flood
                    ? ReprintPair.wire
                    : [
                        "Reports of the day say \(number) things, of which \(number * 7) matter and \(number * 13) do not.",
                        "Sign up for our letter, it is free of charge.",
                    ]
                return Self.article("a\(number)", text, outlet: "outlet\(number % 5)", day: number % 30)
            }
            let library = try await Self.library(many)
            let asked = try await library.indexedTexts(of: ["a3", "a4", "a300", "a301"])
            let found = try await library.neighbours(of: asked, reach: 8, asOf: Self.end)
            return found.reduce(0) { $0 + $1.reduce(0) { $0 + $1.keys.count } }
        }
        let small = try await looked(at: 1_000)
        let large = try await looked(at: 8_000)
        #expect(large <= small * 6 / 5, "\(small) rows among 1,000 articles, \(large) among 8,000")
    }

    private static func library(_ articles: [Article]) async throws -> InMemoryLibrary {
        let library = InMemoryLibrary()
        _ = try await library.record(articles.map { Reading(article: $0, rawBytes: [], mediaType: "text/plain") })
        try await ReprintIndex(store: library).catchUp()
        return library
    }

    private static func article(_ id: String, _ paragraphs: [String], outlet: String, day: Int) -> Article {
        ReprintQualityTests.article(id, paragraphs, outlet: outlet, day: day)
    }

    /// Numbers that are the same in every run (a linear congruential generator, Knuth's constants).
    private struct Sequence {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        mutating func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
    }
}
