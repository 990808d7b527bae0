import Glibc
import Inference
import LocalInference
import Rounds

/// Texts to tokens and to vectors.
enum Encoders {
    /// Found: a sum of all tokens with their places, the same only where all are the same.
    static func tokens(vocabulary: String, texts: [String]) throws {
        let tokenizer = WordPieceTokenizer(vocabulary: try WordPieceVocabulary(try bytes(of: vocabulary), name: vocabulary))
        var ids: [Int32] = []
        race(texts) {
            var sum = 0
            for text in texts {
                ids.removeAll(keepingCapacity: true)
                tokenizer.encode(text, into: &ids)
                for (place, id) in ids.enumerated() { sum = (sum + (place + 1) * Int(id)) & 0xFFFF_FFFF }
            }
            return sum
        }
    }

    static func student(_ file: String?, texts: [String]) throws {
        let encoder = try model(file)
        race(texts) { encoder.vectors(texts).count / encoder.dimensions }
    }

    /// Milliseconds from nothing to the first sentence's vector: to be asked in a fresh process.
    static func ready(_ file: String?) throws -> Double {
        let start = ContinuousClock.now
        _ = try model(file).vectors(["Ready when the first sentence has its vector."])
        return (ContinuousClock.now - start) / .milliseconds(1)
    }

    private static func model(_ file: String?) throws -> StaticEncoder {
        try file.map { try StaticEncoder(StudentFile(path: $0)) } ?? StaticEncoder.inside()
    }

    static func teacher(_ folder: String, precision: TransformerEncoder.Precision, texts: [String]) throws {
        let encoder = try TransformerEncoder(folder: folder, precision: precision)
        try rounds(count: texts.count, bytes: texts.reduce(0) { $0 + $1.utf8.count }) { try encoder.encode(texts).count }
    }

    /// The half of each vector that tells what a text means, at length 1.
    static func write(texts: [String], to path: String) throws {
        let encoder = try StaticEncoder.inside()
        let vectors = encoder.vectors(texts)
        guard let file = fopen(path, "wb") else { throw Missing(path: path) }
        defer { fclose(file) }
        for from in stride(from: 0, to: vectors.count, by: encoder.dimensions) {
            let half = vectors[from..<from + encoder.dimensions / 2]
            let length = max(.leastNormalMagnitude, half.reduce(0) { $0 + $1 * $1 }.squareRoot())
            half.map { $0 / length }.withUnsafeBytes { _ = fwrite($0.baseAddress, 1, $0.count, file) }
        }
    }

    private static func race(_ texts: [String], _ round: () -> Int) {
        rounds(count: texts.count, bytes: texts.reduce(0) { $0 + $1.utf8.count }, round)
    }
}
