import LocalInference
import Testing

@Suite("Rows of bytes")
struct QuantisedRowTests {
    @Test("A product of quantised rows is near the product of the numbers")
    func productsAreNear() {
        let a: [Float] = [0.5, -0.25, 1, 0]
        let b: [Float] = [0.1, 0.9, -0.3, 7]
        let exact = zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(abs(QuantisedRow(a).dot(QuantisedRow(b)) - exact) < 0.05)
        #expect(QuantisedRow([0, 0]).dot(QuantisedRow([1, 1])) == 0)
    }
}
