import Inference
import LocalInference

/// A student of eight tokens, with random rows.
enum SmallStudent {
    static let vocabulary = Array("[PAD]\n[UNK]\n[CLS]\n[SEP]\nport\nclosed\nopen\n##s\n".utf8)
    static let dimensions = 128

    static var table: [Float] {
        var random = Numbers(seed: 7)
        return (0..<8 * dimensions).map { $0 < 4 * dimensions ? 0 : random.next() }
    }

    static func bytes(_ quantisation: StudentQuantisation) -> [UInt8] {
        StudentFile.bytes(table: table, dimensions: dimensions, vocabulary: vocabulary, quantisation: quantisation)
    }

    static func encoder(_ quantisation: StudentQuantisation = .int8) throws(InferenceError) -> StaticEncoder {
        try StaticEncoder(StudentFile(bytes(quantisation), name: "small"))
    }
}

/// Numbers in -1...1 that a seed decides.
struct Numbers {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func whole() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }

    mutating func next() -> Float { Float(whole() % 20_001) / 10_000 - 1 }
}

func cosine(_ a: [Float], _ b: [Float]) -> Float {
    func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
    let lengths = (product(a, a) * product(b, b)).squareRoot()
    return lengths > 0 ? product(a, b) / lengths : 0
}
