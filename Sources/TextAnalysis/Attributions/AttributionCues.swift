import BriefModel

/// The words that put something down to somebody, in lists by number; verbs first, from `AttributionVerbs`.
enum AttributionCues {
    struct Verb { let lemma: String; let verb: AttributionVerbs.Verb }

    struct Word {
        let lemma: String
        let kind: Attribution.Kind
        /// May be followed by "to" and a verb that is the content.
        let takesInfinitive: Bool
    }

    static let verbs: [Verb] = {
        var order: [String] = []
        var merged: [String: AttributionVerbs.Verb] = [:]
        for row in AttributionVerbs.rows {
            for lemma in row.verbs.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init) where merged[lemma] == nil {
                order.append(lemma)
                merged[lemma] = AttributionVerbs.Verb(kind: row.kind, frames: row.frames, particles: AttributionVerbs.particles[lemma] ?? [])
            }
        }
        for (lemma, particles) in AttributionVerbs.particles.sorted(by: { $0.key < $1.key }) where merged[lemma] == nil {
            order.append(lemma)
            merged[lemma] = AttributionVerbs.Verb(kind: .statement, frames: .particle, particles: particles)
        }
        return order.compactMap { lemma in merged[lemma].map { Verb(lemma: lemma, verb: $0) } }
    }()

    static let nouns: [Word] = words(
        [
            (
                .statement, false,
                """
                claim statement allegation accusation assertion contention argument suggestion warning announcement report rumor rumour complaint admission
                acknowledgment acknowledgement confession denial insistence revelation remark comment prediction estimate testimony declaration charge
                assurance theory reminder finding ruling hint complaint
                """
            ),
            (
                .belief, false,
                "belief view opinion fear concern worry doubt expectation conclusion idea notion conviction feeling suspicion hope sense assumption question"
            ),
            (
                .intention, true,
                "promise pledge vow threat plan proposal decision intention desire refusal commitment offer willingness request demand recommendation call"
            ),
        ])

    static let adjectives: [Word] = words(
        [
            (
                .belief, false,
                "sure confident certain aware convinced worried concerned afraid hopeful optimistic skeptical sceptical adamant mindful unsure doubtful"
            ),
            (
                .stance, false,
                "proud glad sorry surprised frustrated disappointed unhappy supportive critical grateful outraged upset dismissive thankful"
            ),
            (.intention, true, "eager willing reluctant determined unwilling"),
        ])

    /// Longest first where one begins another.
    static let prepositions: [[String]] = [
        "according to", "in the view of", "in the words of", "in the opinion of", "in the eyes of",
    ].map { $0.split(separator: " ").map(String.init) }

    private static func words(_ rows: [(Attribution.Kind, Bool, String)]) -> [Word] {
        rows.flatMap { kind, takesInfinitive, list in
            list.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Word(lemma: String($0), kind: kind, takesInfinitive: takesInfinitive) }
        }
    }
}
