public import BriefModel

/// Text that speaks to a machine reading the page instead of to a person ("ignore all previous instructions").
/// It stays in the stored article, and no stage after storage sees it: a source can never steer the program.
public enum MachineAddress {
    /// The sentences whose block says nothing to a machine. A block with one such sentence is dropped whole:
    /// what stands beside an instruction was written for the same reader.
    public static func removed(from sentences: [Sentence]) -> [Sentence] {
        let addressed = Set(sentences.filter(speaksToMachine).map(\.block))
        return addressed.isEmpty ? sentences : sentences.filter { !addressed.contains($0.block) }
    }

    /// Whether a sentence instructs a machine reader. Reports *about* machines and instructions do not count:
    /// there must be an order to forget orders, or a machine addressed in the second person.
    public static func speaksToMachine(_ sentence: Sentence) -> Bool {
        let words = sentence.tokens.filter { $0.kind == .word || $0.kind == .number }.map(\.folded)
        return ordersToForget(words) || addressesMachine(words)
    }

    /// "ignore … instructions", "disregard the above prompt", not said of somebody ("it ignores instructions").
    private static func ordersToForget(_ words: [String]) -> Bool {
        for (index, word) in words.enumerated() where forget.contains(word) {
            let following = words[(index + 1)...].prefix(6)
            guard let order = following.firstIndex(where: orders.contains) else { continue }
            let between = words[(index + 1)..<order]
            if between.contains(where: earlier.contains) { return true }
        }
        return false
    }

    /// "if you are a summarising assistant", "note to AI systems", "AI assistants: you must".
    private static func addressesMachine(_ words: [String]) -> Bool {
        guard let machine = words.indices.first(where: { isMachine(words, at: $0) }) else { return false }
        if words.indices.contains(where: { words[$0] == "if" && words[($0 + 1)...].starts(with: ["you", "are"]) }),
            words.contains(where: duties.contains) || words.contains("please")
        {
            return true
        }
        let before = words[..<machine].suffix(4)
        let isNote = before.contains(where: notes.contains) && before.contains(where: ["to", "for"].contains)
        let isBidden = words.indices.contains { words[$0] == "you" && words[($0 + 1)...].prefix(2).contains(where: duties.contains) }
        return isNote || isBidden
    }

    private static func isMachine(_ words: [String], at index: Int) -> Bool {
        if machines.contains(words[index]) { return true }
        guard index + 1 < words.count else { return false }
        return kinds.contains(words[index]) && readers.contains(words[index + 1])
    }

    private static let forget: Set = ["ignore", "disregard", "forget", "override", "bypass"]
    private static let orders: Set = ["instructions", "instruction", "prompt", "prompts", "guidelines", "directives", "rules", "context"]
    private static let earlier: Set = ["previous", "prior", "above", "earlier", "preceding", "your", "system", "existing"]
    private static let notes: Set = ["note", "notice", "message", "instruction", "instructions", "attention", "important"]
    private static let duties: Set = ["must", "should", "shall", "need", "have", "are"]
    private static let machines: Set = ["chatbot", "chatbots", "llm", "llms", "summariser", "summarizer", "summarisers", "summarizers"]
    private static let kinds: Set = ["ai", "language", "summarising", "summarizing", "llm", "artificial", "automated", "virtual"]
    private static let readers: Set = [
        "system", "systems", "model", "models", "assistant", "assistants", "agent", "agents", "reader", "readers", "crawler", "crawlers",
        "intelligence", "bot", "bots", "tool", "tools",
    ]
}
