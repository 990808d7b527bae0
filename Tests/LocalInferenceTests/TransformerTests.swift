import Foundation
import Inference
import LocalInference
import Testing

/// A transformer of one layer with made-up weights, written as its makers would publish it.
private struct SmallTransformer {
    let folder: String
    static let words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "port", "closed", "##s", "reactor", "seven"]

    /// - Parameter change: what to do with a tensor before it is written: its name, shape and numbers.
    init(heads: Int = 2, change: (String, inout [Int], inout [Float]) -> Void = { _, _, _ in }) throws {
        let (width, inner, positions) = (24, 72, 40)
        var shapes = [
            "embeddings.word_embeddings.weight": [Self.words.count, width], "embeddings.position_embeddings.weight": [positions, width],
            "embeddings.token_type_embeddings.weight": [2, width],
        ]
        let layer = "encoder.layer.0"
        for (name, outputs, inputs) in [
            ("attention.self.query", width, width), ("attention.self.key", width, width), ("attention.self.value", width, width),
            ("attention.output.dense", width, width), ("intermediate.dense", inner, width), ("output.dense", width, inner),
        ] {
            shapes["\(layer).\(name).weight"] = [outputs, inputs]
            shapes["\(layer).\(name).bias"] = [outputs]
        }
        for name in ["embeddings.LayerNorm", "\(layer).attention.output.LayerNorm", "\(layer).output.LayerNorm"] {
            shapes["\(name).weight"] = [width]
            shapes["\(name).bias"] = [width]
        }
        var state: UInt64 = 7
        var header: [String] = []
        var data = Data()
        for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
            var shape = shape
            var numbers = (0..<shape.reduce(1, *)).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Float(Int64(bitPattern: state) >> 40) / Float(1 << 23) + (name.hasSuffix("LayerNorm.weight") ? 1 : 0)
            }
            change(name, &shape, &numbers)
            header.append(#""\#(name)":{"dtype":"F32","shape":\#(shape),"data_offsets":[\#(data.count),\#(data.count + 4 * numbers.count)]}"#)
            numbers.withUnsafeBytes { data.append(contentsOf: $0) }
        }
        let text = Data("{\(header.joined(separator: ","))}".utf8)
        let url = FileManager.default.temporaryDirectory.appending(path: "transformer-\(UUID().uuidString)")
        folder = url.path
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        try (withUnsafeBytes(of: UInt64(text.count).littleEndian) { Data($0) } + text + data).write(to: url.appending(path: "model.safetensors"))
        try Data(Self.words.joined(separator: "\n").utf8).write(to: url.appending(path: "vocab.txt"))
        try Data(#"{"num_attention_heads":\#(heads),"hidden_act":"gelu","layer_norm_eps":1e-12}"#.utf8).write(to: url.appending(path: "config.json"))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

private func likeness(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }

@Suite("Transformers")
struct TransformerTests {
    let texts = ["the port", "the ports closed", "seven reactors", "", "seven " + String(repeating: "the reactor closed ", count: 30), "port"]

    @Test("Each kind of instructions gives the vectors of the portable one, and bytes give nearly those of single precision")
    func kindsAgree() throws {
        let model = try SmallTransformer()
        defer { model.remove() }
        let exact = try TransformerEncoder(folder: model.folder, precision: .full, instructions: .portable).encode(texts)
        for instructions in Instructions.allCases where instructions.isAvailable {
            for (precision, least) in [(TransformerEncoder.Precision.full, Float(0.99999)), (.int8, 0.995)] {
                let vectors = try TransformerEncoder(folder: model.folder, precision: precision, instructions: instructions).encode(texts)
                for (text, (a, b)) in zip(texts, zip(exact, vectors)) where !text.isEmpty {
                    #expect(likeness(a, b) > least, "\(instructions), \(precision), \(text)")
                }
                #expect(vectors[3].allSatisfy { $0 == 0 }, "no word, no direction")
            }
        }
    }

    @Test("A text's vector does not depend on the texts beside it nor on the threads")
    func independent() throws {
        let model = try SmallTransformer()
        defer { model.remove() }
        for precision in [TransformerEncoder.Precision.full, .int8] {
            let encoder = try TransformerEncoder(folder: model.folder, precision: precision, threads: 1)
            let alone = try texts.map { try encoder.encode([$0])[0] }
            let many = Array(repeating: texts, count: 20).flatMap(\.self)
            let together = try TransformerEncoder(folder: model.folder, precision: precision, threads: 4).encode(many)
            #expect(together == Array(repeating: alone, count: 20).flatMap(\.self))
        }
    }

    @Test("The row of a token is told apart from the mean of the rows")
    func pooling() throws {
        let model = try SmallTransformer()
        defer { model.remove() }
        let encoder = try TransformerEncoder(folder: model.folder, precision: .full)
        let rows = (0..<3).map { encoder.vectors(of: [[2, 5, 3]], pooling: .token($0))[0] }
        let mean = encoder.vectors(of: [[2, 5, 3]])[0]
        for i in mean.indices { #expect(abs(mean[i] - (rows[0][i] + rows[1][i] + rows[2][i]) / 3) < 1e-4) }
        #expect(encoder.vectors(of: [[2, 5, 3], []], pooling: .token(7)).allSatisfy { $0.allSatisfy { $0 == 0 } })
        #expect(try encoder.tokenStates([5]) == rows[1])
        #expect(encoder.vocabularyFile.split(separator: 0x0A).count == SmallTransformer.words.count)
    }

    @Test("Models that do not fit together are refused with the reason")
    func refused() throws {
        let changes: [(String, Int, (String, inout [Int], inout [Float]) -> Void)] = [
            ("heads", 5, { _, _, _ in }),
            (
                "'encoder.layer.0.output.dense.weight' has the shape", 2,
                { name, shape, _ in if name.hasSuffix("0.output.dense.weight") { shape.reverse() } }
            ),
            ("a number that is none", 2, { name, _, numbers in if name.hasSuffix("key.bias") { numbers[3] = .nan } }),
            ("does not fit", 2, { name, shape, _ in if name.contains("word_emb") { shape[0] = 1 << 40 } }),
            (
                "tokens, the model only", 2,
                { name, shape, numbers in if name.contains("word_emb") { (shape[0], numbers) = (4, Array(numbers[..<96])) } }
            ),
        ]
        for (reason, heads, change) in changes {
            let model = try SmallTransformer(heads: heads, change: change)
            defer { model.remove() }
            for precision in [TransformerEncoder.Precision.full, .int8] {
                let error = #expect(throws: InferenceError.self) { try TransformerEncoder(folder: model.folder, precision: precision) }
                #expect(error.map { "\($0)".contains(reason) } == true, "\(String(describing: error))")
            }
        }
        #expect(throws: InferenceError.self) { try TransformerEncoder(folder: "/no/such/folder") }
    }

    @Test("Weights beyond measure give zeros, not numbers that are none")
    func overflow() throws {
        let model = try SmallTransformer { name, _, numbers in if name.hasSuffix("dense.weight") { numbers = numbers.map { $0 * 3e38 } } }
        defer { model.remove() }
        for precision in [TransformerEncoder.Precision.full, .int8] {
            for vector in try TransformerEncoder(folder: model.folder, precision: precision).encode(texts) {
                #expect(vector.allSatisfy { $0.isFinite })
            }
        }
    }
}
