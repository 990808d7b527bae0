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
    /// Where a reader of claims was asked as well.
    var weighed: Weighing?
    /// What the deciding passage says instead, in its words.
    var instead: String?
    /// A sentence for the reader on what differs, where one was made with the objection.
    var telling: String?
    /// Everything found that speaks against it, surest first.
    var objections: [Objection] = []
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
    /// 0 … 1: how often an objection of this kind and strength is right, as far as written examples show.
    var certainty = 0.7
    var instead: String?
    /// What differs, as a sentence for the reader.
    var telling: String?
}

extension Objection {
    /// The same, bearing on a part only.
    func aside() -> Objection {
        Objection(
            reason: reason, alsoReason: alsoReason, entry: entry, span: span, marked: marked, strength: strength, isCentral: false,
            certainty: certainty, instead: instead, telling: telling)
    }

    /// The same for another reason.
    func told(as reason: ReasonCode) -> Objection {
        Objection(
            reason: reason, alsoReason: self.reason, entry: entry, span: span, marked: marked, strength: strength, isCentral: isCentral,
            certainty: certainty, instead: instead, telling: telling)
    }
}
