public import Inference

/// A model that a student can be made from.
public protocol DistillationTeacher: SentenceEncoder {
    /// Its vocabulary as a `vocab.txt`.
    var vocabularyFile: [UInt8] { get }
    /// What its last layer holds at the place of each token when it stands alone between the marks: `[CLS] token [SEP]`; one after another.
    /// (Better rows than the pooled vector gives: the marks say nothing of the token.)
    func tokenStates(_ tokens: [Int32]) throws(InferenceError) -> [Float]
}
