public import Inference
import LocalInference

/// Lines that are found by what they mean: one encoder looks at all of them, a better one, if there is any, ranks the hundred that come nearest.
public struct NearestLines: Sendable {
    private var cascade: Cascade

    public init(_ lines: [String], recall: any SentenceEncoder, ranking: (any SentenceEncoder)?) throws(InferenceError) {
        cascade = Cascade(recall: recall, ranking: ranking)
        try cascade.add(lines)
    }

    /// - Parameters:
    ///   - model: what looks at every line, as `LocalModels.encoder` names it.
    ///   - ranking: named likewise; `none` for nothing; nil for the installed teacher, if there is one.
    public init(_ lines: [String], model: String, ranking: String?) throws(InferenceError) {
        let shelf = ModelShelf()
        let name = ranking ?? (shelf.isInstalled(.teacher) ? shelf.place(of: .teacher) : "none")
        try self.init(lines, recall: try LocalModels.encoder(model), ranking: name == "none" ? nil : try LocalModels.encoder(name))
    }

    /// The nearest lines, counted from 0, the nearest first, with their cosines.
    public func nearest(to text: String, count: Int) throws(InferenceError) -> [(line: Int, cosine: Float)] {
        try cascade.nearest(to: text, count: count).map { ($0.id, $0.score) }
    }
}
