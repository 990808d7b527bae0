import Inference
import Testing

@Suite("The in-memory encoder")
struct HashingEncoderTests {
    @Test("Texts that share words are nearer than texts that share none")
    func sharedWordsAreNear() throws {
        let vectors = try HashingEncoder().encode(["the port was closed", "The port is closed.", "seven new reactors", ""])
        func cosine(_ a: Int, _ b: Int) -> Float { zip(vectors[a], vectors[b]).reduce(0) { $0 + $1.0 * $1.1 } }
        #expect(cosine(0, 1) > cosine(0, 2))
        #expect(abs(cosine(0, 0) - 1) < 1e-5)
        #expect(vectors[3].allSatisfy { $0 == 0 })
    }
}
