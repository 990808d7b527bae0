import Foundation
import Inference

/// How large a transformer is: from its tensors where they tell, the rest from the files beside them.
struct TransformerShape: Sendable {
    let words: Int
    let positions: Int
    let width: Int
    let inner: Int
    let layers: Int
    let heads: Int
    let epsilon: Float

    /// What `config.json` says that the tensors do not.
    private struct Configuration: Decodable {
        let num_attention_heads: Int
        let layer_norm_eps: Float?
        let hidden_act: String?
        let position_embedding_type: String?
    }

    /// Bounds: 48 layers, numbers a row 8,192.
    static let mostLayers = 48, mostWidth = 8192, largestConfiguration = 1 << 20

    init(_ file: Safetensors, folder: String) throws(InferenceError) {
        let configuration = try Self.decoded(Configuration.self, "\(folder)/config.json")
        guard configuration.hidden_act ?? "gelu" == "gelu", configuration.position_embedding_type ?? "absolute" == "absolute" else {
            throw .malformed(file: "config.json", reason: "only models with GELU and absolute positions are read")
        }
        try self.init(file, name: "config.json", heads: configuration.num_attention_heads, epsilon: configuration.layer_norm_eps ?? 1e-12)
    }

    /// - Parameter name: what is blamed when the sizes do not fit.
    init(_ file: Safetensors, name: String, heads: Int, epsilon: Float) throws(InferenceError) {
        func fault(_ reason: String) -> InferenceError { .malformed(file: name, reason: reason) }
        let table = try file.tensor("embeddings.word_embeddings.weight", shape: [nil, nil])
        (words, width) = (table.shape[0], table.shape[1])
        positions = try file.tensor("embeddings.position_embeddings.weight", shape: [nil, width]).shape[0]
        inner = try file.tensor("encoder.layer.0.intermediate.dense.weight", shape: [nil, width]).shape[0]
        layers = (0...Self.mostLayers).first { file.tensors["encoder.layer.\($0).output.dense.weight"] == nil } ?? .max
        self.heads = heads
        self.epsilon = epsilon
        guard layers <= Self.mostLayers else { throw fault("it has more than \(Self.mostLayers) layers") }
        guard words > 0, positions > 1, (4...Self.mostWidth).contains(width), (4...Self.mostWidth).contains(inner), width % 4 == 0, inner % 4 == 0
        else { throw fault("rows of \(width) and \(inner) numbers, \(positions) positions: no size that is read") }
        guard heads > 0, width % heads == 0 else { throw fault("\(heads) heads do not share \(width) numbers") }
        guard epsilon > 0, epsilon < 1 else { throw fault("its layer norm has no sensible epsilon") }
    }

    /// The most tokens of a text that the model was trained for: `sentence_bert_config.json`, if it is there.
    func longestText(folder: String) throws(InferenceError) -> Int {
        struct Sentences: Decodable { let max_seq_length: Int? }
        let file = "\(folder)/sentence_bert_config.json"
        guard FileManager.default.fileExists(atPath: file) else { return positions }
        return max(2, min(positions, try Self.decoded(Sentences.self, file).max_seq_length ?? positions))
    }

    private static func decoded<T: Decodable>(_ type: T.Type, _ path: String) throws(InferenceError) -> T {
        let file = try MappedFile(path: path, limit: largestConfiguration)
        do { return try JSONDecoder().decode(type, from: Data(file.bytes)) } catch {
            throw .malformed(file: file.name, reason: "its fields are not a model's")
        }
    }
}
