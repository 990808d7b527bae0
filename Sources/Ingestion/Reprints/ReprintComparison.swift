import BriefModel

/// Texts side by side: what each holds, and how much of it another holds.
struct ReprintComparison {
    /// Where a text can be read again: shingles are kept, words are not.
    struct Source {
        let text: String
        /// Nil: all of it.
        let ranges: [Range<Int>]?

        init(_ text: String) {
            self.text = text
            ranges = nil
        }

        /// The body; a headline is often an outlet's own, and often the only thing that is.
        init(_ article: Article) {
            text = article.text
            ranges = article.blocks.dropFirst().map(\.range)
        }

        var scan: WordScanner { ranges.map { WordScanner(of: $0, in: text) } ?? WordScanner(text) }
    }

    private var sources: [Source] = []
    private(set) var texts: [ReprintText] = []
    /// The texts without their outlet's boilerplate, where there is any.
    private var own: [Int: ReprintText] = [:]
    private var facts: [Int: ReprintFacts] = [:]

    /// Fewer shingles than this are a phrase: only the whole of it is a copy.
    private static let phrase = 8
    private static let phraseCoverage = 0.9

    mutating func add(_ source: Source) {
        sources.append(source)
        texts.append(ReprintText(source.scan))
    }

    /// What weighs nothing in a text: sentences by their keys. Where little else is left, it is not boilerplate but the article itself that is repeated.
    mutating func leaveOut(_ boilerplate: Set<UInt64>, of place: Int) {
        guard !boilerplate.isEmpty else { return }
        let rest = ReprintText(sources[place].scan, leavingOut: boilerplate)
        if rest.shingles.count * 4 >= texts[place].shingles.count { own[place] = rest }
    }

    /// The sentence keys under which a text is worth looking for.
    func telling(_ place: Int) -> [UInt64] { (own[place] ?? texts[place]).sentences }

    /// Nil where neither text holds the least share of the other, or where both are filled-in forms of one template.
    mutating func match(_ first: Int, _ second: Int, least: Double) -> ReprintMatch? {
        let both = texts[first].overlap(with: texts[second])
        let firstCovered = own[first].map { Self.share(of: $0, in: texts[second]) } ?? Self.share(both.shared, of: both.ours)
        let secondCovered = own[second].map { Self.share(of: $0, in: texts[first]) } ?? Self.share(both.shared, of: both.theirs)
        guard max(firstCovered, secondCovered) >= least, !facts(of: first).contradict(facts(of: second)) else { return nil }
        return ReprintMatch(
            first: first, second: second, firstCovered: firstCovered, secondCovered: secondCovered,
            similarity: Double(both.shared) / Double(both.ours + both.theirs - both.shared))
    }

    private static func share(of text: ReprintText, in other: ReprintText) -> Double {
        let overlap = text.overlap(with: other)
        return share(overlap.shared, of: overlap.ours)
    }

    private static func share(_ shared: Int, of count: Int) -> Double {
        guard count > 0 else { return 0 }
        let share = Double(shared) / Double(count)
        return count < phrase && share < phraseCoverage ? 0 : share
    }

    private mutating func facts(of place: Int) -> ReprintFacts {
        if let known = facts[place] { return known }
        let read = ReprintFacts(sources[place].scan)
        facts[place] = read
        return read
    }
}

/// Two texts and how much of each is in the other.
struct ReprintMatch {
    let first: Int
    let second: Int
    /// The share of the first's own text that the second holds, 0…1.
    let firstCovered: Double
    let secondCovered: Double
    /// Shared shingles over all shingles of both (Jaccard), 0…1.
    let similarity: Double
}
