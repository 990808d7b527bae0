import Inference

/// What a token, and what a place, is before the first layer.
struct TokenEmbeddings: Sendable {
    let dimensions: Int
    private let words: Words
    /// A row a position, with the embedding of the first segment added: a text is one segment.
    private let positions: [Float]
    private let norm: LayerNorm

    private enum Words: Sendable {
        /// Read from the file as they are needed: most of a vocabulary is not, and it is half of the model.
        case full(@Sendable (Int, UnsafeMutablePointer<Float>) -> Void)
        case bytes([Int8], scales: [Float])
    }

    init(_ file: Safetensors, words count: Int, dimensions: Int, positions: Int, epsilon: Float, precision: TransformerEncoder.Precision)
        throws(InferenceError)
    {
        let tensor = "embeddings.word_embeddings.weight"
        switch precision {
        case .full:
            words = .full(try file.rows(tensor, shape: [count, dimensions]))
        case .int8:
            let rows = try file.quantisedRows(tensor, shape: [count, dimensions])
            words = .bytes(rows.values, scales: rows.scales)
        }
        let segment = try file.numbers("embeddings.token_type_embeddings.weight", shape: [2, dimensions])
        let places = try file.numbers("embeddings.position_embeddings.weight", shape: [positions, dimensions])
        self.positions = places.indices.map { places[$0] + segment[$0 % dimensions] }
        self.dimensions = dimensions
        norm = try LayerNorm(file, "embeddings.LayerNorm", width: dimensions, epsilon: epsilon)
    }

    /// Writes a row a token.
    /// - Precondition: every token is in the vocabulary and there are no more than positions.
    func embed(_ tokens: [Int32], into rows: UnsafeMutablePointer<Float>, _ instructions: Instructions) {
        for (place, token) in tokens.enumerated() {
            let row = rows + place * dimensions
            let at = place * dimensions
            switch words {
            case .full(let read):
                read(Int(token), row)
                for i in 0..<dimensions { row[i] += positions[at + i] }
            case .bytes(let table, let scales):
                let from = Int(token) * dimensions
                let scale = scales[Int(token)]
                for i in 0..<dimensions { row[i] = Float(table[from + i]) * scale + positions[at + i] }
            }
        }
        norm.apply(rows, adding: nil, count: tokens.count, instructions)
    }
}
