import Inference
import LocalInference
import Testing

@Suite("The static encoder")
struct StaticEncoderTests {
    @Test(
        "The first half of a text's vector is the sum of its tokens' rows, the whole at length 1",
        arguments: [(StudentQuantisation.int8, Float(0.9999)), (.int4, 0.985)])
    func sums(_ quantisation: StudentQuantisation, _ near: Float) throws {
        let encoder = try SmallStudent.encoder(quantisation)
        let vector = try encoder.encode(["Ports closed"])[0]
        let size = SmallStudent.dimensions
        let expected = (0..<size).map { i in [4, 7, 5].reduce(Float(0)) { $0 + SmallStudent.table[$1 * size + i] } }
        #expect(cosine(Array(vector.prefix(size)), expected) > near)
        #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-4)
    }

    @Test("The second half tells words apart that mean the same", arguments: StudentQuantisation.allCases)
    func sketches(_ quantisation: StudentQuantisation) throws {
        let size = SmallStudent.dimensions
        // The rows of all words are alike.
        let row = (0..<size).map { Float($0 % 7) - 3 }
        let table = (0..<8).flatMap { $0 < 4 ? [Float](repeating: 0, count: size) : row }
        let bytes = StudentFile.bytes(table: table, dimensions: size, vocabulary: SmallStudent.vocabulary, quantisation: quantisation)
        let vectors = try StaticEncoder(StudentFile(bytes, name: "alike")).encode(["open", "closed", "open closed", "closed open"])
        let meanings = vectors.map { Array($0.prefix(size)) }, sketches = vectors.map { Array($0.suffix(size)) }
        #expect(cosine(meanings[0], meanings[1]) > 0.9999)
        #expect(abs(cosine(sketches[0], sketches[1])) < 0.3)
        #expect(cosine(sketches[0], sketches[2]) > 0.5)
        #expect(cosine(sketches[2], sketches[3]) > 0.9999)
    }

    @Test("A word said again counts no more than once")
    func repetition() throws {
        let encoder = try SmallStudent.encoder()
        let vectors = try encoder.encode(["ports closed", "ports closed Ports, ports closed ports", "ports closed"])
        #expect(cosine(vectors[0], vectors[1]) > 0.9999)
        #expect(vectors[0] == vectors[2])
    }

    @Test("A text without a word it knows has no direction")
    func unknownWords() throws {
        let vectors = try SmallStudent.encoder().encode(["", "zzz", "\u{0}\u{FFFD}"])
        #expect(vectors.allSatisfy { $0.allSatisfy { $0 == 0 } && $0.count == 2 * SmallStudent.dimensions })
    }

    @Test("Many texts give what each gives alone, in their order")
    func batches() throws {
        let encoder = try SmallStudent.encoder()
        let words = ["port", "ports", "closed", "open", "open port", "closed ports open"]
        let many = (0..<3000).map { words[$0 % words.count] }
        let alone = try words.map { try encoder.encode([$0])[0] }
        let together = try encoder.encode(many)
        #expect(together.indices.allSatisfy { together[$0] == alone[$0 % words.count] })
    }

    @Test("Only so many tokens are read of an endless text")
    func longTexts() throws {
        let file = try StudentFile(SmallStudent.bytes(.int8), name: "small")
        let short = try StaticEncoder(file, tokenLimit: 2)
        let vectors = try short.encode(["port open", "port open closed closed closed"])
        #expect(vectors[0] == vectors[1])
    }
}
