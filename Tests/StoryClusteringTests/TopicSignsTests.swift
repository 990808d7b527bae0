import BriefModel
import StoryClustering
import Testing
import TextAnalysis

@Suite("The signs by which a topic is found")
struct TopicSignsTests {
    private func signs() throws -> [TopicSigns] {
        var scanner = TermScanner()
        return try SampleShelf.articles().map { TopicSigns($0, scanner: &scanner) }
    }

    @Test("kept as bytes, they judge as they did")
    func bytes() throws {
        let made = try signs()
        let kept = try made.map { try #require(TopicSigns(article: $0.article, outlet: $0.outlet, bytes: $0.bytes)) }
        #expect(kept.map(\.bytes) == made.map(\.bytes))
        for include in [["model distillation", "military AI", "Pentagon AI"], []] {
            let topic = Topic(title: "", include: include, sources: [])
            let (before, after) = (TopicRelevance(topic: topic, signs: made), TopicRelevance(topic: topic, signs: kept))
            #expect(made.map(before.judgement) == kept.map(after.judgement))
        }
    }

    @Test("damaged bytes are told and not read")
    func damaged() throws {
        let bytes = try #require(try signs().first).bytes
        #expect(TopicSigns(article: "a", outlet: "o", bytes: bytes) != nil)
        for wrong in [[], Array(bytes.dropLast()), bytes + [0], [UInt8](repeating: 255, count: 40), Array(bytes.prefix(20))] {
            #expect(TopicSigns(article: "a", outlet: "o", bytes: wrong) == nil)
        }
        var turned = bytes
        turned[0] ^= 1
        #expect(TopicSigns(article: "a", outlet: "o", bytes: turned) == nil)
    }

    @Test("whoever changes how they are made raises their scheme")
    func scheme() throws {
        var hash = WordHash()
        for byte in try signs().flatMap(\.bytes) { hash.take(byte) }
        #expect(TopicSigns.scheme == 1 && hash.value == 13_784_439_723_373_318_210, "raise TopicSigns.scheme, and note it here with \(hash.value)")
    }
}
