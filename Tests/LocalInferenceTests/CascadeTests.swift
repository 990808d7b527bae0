import Inference
import LocalInference
import Testing

@Suite("A cascade of encoders")
struct CascadeTests {
    static let texts = [
        "The chip maker opens a plant in Dresden.", "A storm closed the harbour of Rotterdam.", "The plant in Dresden opens in spring.",
        "Voters go to the polls in Ghana.", "",
    ]

    @Test("The better encoder orders what the quick one brings")
    func ranks() throws {
        let counting = Counting()
        var cascade = Cascade(recall: HashingEncoder(dimensions: 256), ranking: counting, candidates: 2)
        try cascade.add(Array(Self.texts.prefix(3)))
        try cascade.add(Array(Self.texts.dropFirst(3)))
        #expect(cascade.count == 5)
        let found = try cascade.nearest(to: "the plant in Dresden", count: 2)
        // Both sentences on the plant come; the longer one is the nearer to an encoder that goes by length.
        #expect(found.map(\.id) == [0, 2])
        #expect(found.map(\.score) == [Float(Self.texts[0].utf8.count), Float(Self.texts[2].utf8.count)])
    }

    @Test("Without a better encoder the quick one's order and cosines stand")
    func recallAlone() throws {
        var cascade = Cascade(recall: HashingEncoder(dimensions: 256))
        try cascade.add(Self.texts)
        let found = try cascade.nearest(to: Self.texts[3], count: 1)
        #expect(found.map(\.id) == [3])
        #expect(abs(found[0].score - 1) < 0.02)
    }

    @Test("More wanted than candidates, or than there are; nothing held")
    func edges() throws {
        var cascade = Cascade(recall: HashingEncoder(dimensions: 256), ranking: Counting(), candidates: 1)
        #expect(try cascade.nearest(to: "storm", count: 3).isEmpty)
        try cascade.add(Self.texts)
        #expect(try cascade.nearest(to: "storm", count: 9).count == 5)
        #expect(try cascade.nearest(to: "storm", count: 0).isEmpty)
    }

    /// Each text as one number: its length in bytes; what is looked for as 1.
    private struct Counting: SentenceEncoder {
        let identity = EncoderIdentity(name: "length", hash: "")
        let dimensions = 1
        func encode(_ texts: [String]) throws(InferenceError) -> [[Float]] { texts.map { [texts.count == 1 ? 1 : Float($0.utf8.count)] } }
    }
}
