/// What decides a distillation: with the same teacher and the same texts, the same plan gives the same bytes.
public struct DistillationPlan: Hashable, Sendable {
    /// Numbers a row of the student has: a multiple of 64, at most the teacher's. Any first part of a row is the best of its length; a vector has as
    /// many again for which words it has (`WordSketch`).
    public var dimensions = 256
    public var quantisation = StudentQuantisation.int8
    /// Sentences the teacher is asked, of those given; the most by far of the time goes there.
    public var sentences = 160_000
    /// For each sentence of the corpus, so many made-up ones: words of the vocabulary at random, alone or in the place of a quarter of a
    /// sentence's words. They teach how much words weigh that the corpus lacks, names above all.
    public var madeUp = 0.3
    /// Rounds over all sentences in the fit.
    public var rounds = 4
    public var seed: UInt64 = 1

    public init() {}
}

/// How far a distillation is.
public struct DistillationProgress: Hashable, Sendable {
    /// What is done in turn.
    public enum Stage: String, Sendable, CaseIterable {
        case vocabulary, sentences, start, fit
    }

    public let stage: Stage
    public let done, total: Int
    /// Until this stage ends, by its pace so far; nil while nothing is known.
    public let secondsLeft: Double?
}
