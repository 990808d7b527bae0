import Inference

/// What was learnt about comparing tokens.
struct ComparisonWeights: Sendable {
    /// Shares of middle and last rows in likeness, of the learnt space, and how sharply tokens choose.
    let mix: [Float]
    let learntShare: Float
    let sharpness: Float
    /// 0 … 1 a token of the vocabulary: how rare it was in training.
    let rarity: [Float]
    let queries, projection: Dense
    let claimComparison, evidenceComparison: Dense
    let claimLayer, evidenceLayer: PreNormLayer
    let cross: CrossAttention
    let crossNorm: LayerNorm
    let steps: Rows
    let fault, deciding, claimWeigh, evidenceWeigh: Dense
    let hidden, outcomes: Dense

    static let stepKinds = 12, learntWidth = 64, features = 8

    init(_ file: Safetensors, rowWidth: Int, words: Int) throws(InferenceError) {
        let projected = try file.tensor("compare.p.weight", shape: [nil, rowWidth]).shape[0]
        let width = try file.tensor("compare.tag.weight", shape: [1, nil]).shape[1]
        let hiddenWidth = try file.tensor("compare.out.0.bias", shape: [nil]).shape[0]
        let kinds = try file.tensor("compare.out.3.bias", shape: [nil]).shape[0]
        let sizes = [projected, width, hiddenWidth]
        guard sizes.allSatisfy({ (4...4096).contains($0) && $0 % 4 == 0 }), width % PreNormLayer.heads == 0,
            kinds == Entailment.Outcome.allCases.count + Entailment.Fault.allCases.count
        else { throw .malformed(file: file.name, reason: "its comparison has sizes that do not fit") }
        mix = try file.numbers("compare.mix", shape: [2])
        learntShare = try file.numbers("compare.qs", shape: [1])[0]
        sharpness = try file.numbers("compare.tau", shape: [1])[0]
        rarity = try file.numbers("rarity", shape: [words])
        queries = try Dense(file, "compare.q.weight", bias: nil, outputs: Self.learntWidth, inputs: rowWidth)
        projection = try Dense(file, "compare.p.weight", bias: nil, outputs: projected, inputs: rowWidth)
        var steps = Rows(count: Self.stepKinds, width: Self.features)
        steps.numbers = try file.numbers("compare.delta.weight", shape: [Self.stepKinds, Self.features])
        self.steps = steps
        let compared = 2 * projected + 2 * Self.features
        claimComparison = try Dense(file, "compare.cmp.0", outputs: width, inputs: compared)
        evidenceComparison = try Dense(file, "compare.ecmp.0", outputs: width, inputs: compared)
        claimLayer = try PreNormLayer(file, "compare.att", width: width)
        evidenceLayer = try PreNormLayer(file, "compare.eatt", width: width)
        cross = try CrossAttention(file, "compare.cross", width: width)
        crossNorm = try LayerNorm(file, "compare.ln", width: width, epsilon: 1e-5)
        fault = try Dense(file, "compare.tag", outputs: 1, inputs: width)
        deciding = try Dense(file, "compare.etag", outputs: 1, inputs: width)
        claimWeigh = try Dense(file, "compare.w", outputs: 1, inputs: width)
        evidenceWeigh = try Dense(file, "compare.ew", outputs: 1, inputs: width)
        hidden = try Dense(file, "compare.out.0", outputs: hiddenWidth, inputs: 4 * width)
        outcomes = try Dense(file, "compare.out.3", outputs: kinds, inputs: hiddenWidth)
    }
}
