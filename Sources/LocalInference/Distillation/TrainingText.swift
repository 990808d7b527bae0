/// The sentences a student learns from.
struct TrainingText {
    /// Bounds on a sentence's bytes: shorter says nothing, longer the teacher would cut.
    static let shortest = 12, longest = 400

    let sentences: [String]

    /// Chooses among lines by the plan's seed, each once, and adds the made-up ones.
    init(_ lines: [String], words: [String], plan: DistillationPlan) {
        var random = SplitMix64(seed: plan.seed)
        var seen: Set<String> = []
        var kept = lines.filter { (Self.shortest...Self.longest).contains($0.utf8.count) && seen.insert($0).inserted }
        kept.shuffle(using: &random)
        let real = min(kept.count, Int(Double(plan.sentences) / (1 + max(0, plan.madeUp))))
        let made = words.count < 16 ? 0 : min(plan.sentences - real, Int(Double(real) * max(0, plan.madeUp)))
        kept.removeLast(kept.count - real)
        let madeUp = (0..<made).map { place in
            place % 2 == 0 ? Self.bag(words, &random) : Self.mixed(kept[Int(random.next() % UInt64(real))], words, &random)
        }
        sentences = (kept + madeUp).shuffled(using: &random)
    }

    /// Three to nine words.
    private static func bag(_ words: [String], _ random: inout SplitMix64) -> String {
        (0..<3 + Int(random.next() % 7)).map { _ in words[Int(random.next() % UInt64(words.count))] }.joined(separator: " ")
    }

    /// A sentence with a quarter of its words replaced.
    private static func mixed(_ sentence: String, _ words: [String], _ random: inout SplitMix64) -> String {
        var parts = sentence.utf8.split(separator: 0x20).map { String(Substring($0)) }
        for _ in 0..<max(1, parts.count / 4) {
            parts[Int(random.next() % UInt64(parts.count))] = words[Int(random.next() % UInt64(words.count))]
        }
        return parts.joined(separator: " ")
    }
}
