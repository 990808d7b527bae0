import BriefModel

/// What was found on one statement, before it is put into words.
struct Judgement: Sendable {
    struct Witness: Sendable {
        let entry: Int
        let stance: Stance
        /// Absolute byte range in the article's text.
        let marked: Range<Int>?
        let score: Double
    }

    var verdict: Verdict
    var reasons: [ReasonCode]
    /// In the statement's text.
    var span: Range<Int>?
    var witnesses: [Witness]
    /// 0 … 1, 0.5 between supported and not.
    var score: Double
    /// How far the passages bear the statement out, before any verdict; not scaled.
    var bearing: Double = 0
    /// What the deciding passage says instead, in its words.
    var instead: String?
    /// A sentence for the reader on what differs, where one was made with the objection.
    var telling: String?
}

/// Something in the library that speaks against a statement.
struct Objection: Sendable {
    let reason: ReasonCode
    let alsoReason: ReasonCode?
    let entry: Int
    /// In the statement's text.
    let span: Range<Int>
    /// Absolute byte range in the article's text.
    let marked: Range<Int>?
    /// 0 … 1: how much of the rest of the statement the passage is about.
    let strength: Double
    /// False where it bears on an added part only.
    let isCentral: Bool
    var instead: String?
    /// What differs, as a sentence for the reader.
    var telling: String?
}
