/// A text as it is compared: the hashed word triples, each within one sentence, so that reordered paragraphs, a dropped dateline or one changed word
/// leave most of them as they were; and the keys under which it is found.
struct ReprintText: Sendable {
    /// Sorted, without repeats; of a very long text the smallest.
    let shingles: [UInt64]
    /// Below this every shingle of the text is held; nil where all are.
    let bound: UInt64?
    /// MinHash bands: near-duplicates meet under these, whatever their length and punctuation.
    let bands: [UInt64]
    /// The smallest shingles of each sentence: an excerpt meets its source under these.
    let sentences: [UInt64]

    /// Words in a shingle. Three, because a light edit of every tenth word then still leaves seven of ten shingles.
    static let width = 3
    /// Shingles kept of one text. A quarter of a million words have this many; beyond it the smallest stand for all (a bottom-k sketch).
    static let most = 1 << 16
    /// Sentence keys of one text, whatever its length: an article costs what an article costs.
    static let mostSentenceKeys = 256
    /// A text of few sentences has several keys a sentence, so that an edit of each still leaves some.
    private static let wantedSentenceKeys = 12
    /// Shingles of one sentence that a further key stands for: texts without full stops have keys all along.
    private static let stride = 32

    init(_ text: String) { self.init(WordScanner(text)) }

    /// - Parameter leavingOut: sentence keys; sentences whose first key is among them do not count.
    init(_ scan: WordScanner, leavingOut: Set<UInt64> = []) {
        var hashes: [UInt64] = []
        hashes.reserveCapacity(scan.words.count)
        var keys: [UInt64] = []
        let each = max(1, (Self.wantedSentenceKeys + scan.sentenceEnds.count - 1) / max(1, scan.sentenceEnds.count))
        var start = 0
        for end in scan.sentenceEnds {
            let first = hashes.count
            for place in start..<max(start, end - Self.width + 1) {
                hashes.append(Mixing.mixed(scan.words[place].hash, scan.words[place + 1].hash, scan.words[place + 2].hash))
            }
            start = end
            guard hashes.count > first else { continue }
            let own = Self.smallest(max(each, 1 + (hashes.count - first) / Self.stride), of: hashes[first...])
            if leavingOut.contains(own[0]) { hashes.removeSubrange(first...) } else { keys += own }
        }
        // A text too short for a shingle is one as a whole.
        if hashes.isEmpty, leavingOut.isEmpty, !scan.words.isEmpty { hashes = [scan.words.reduce(0) { Mixing.mixed($0, $1.hash) }] }
        hashes.sort()
        hashes.removeRepeats()
        bands = MinHash.keys(ofSorted: hashes)
        bound = hashes.count > Self.most ? hashes[Self.most] : nil
        shingles = bound == nil ? hashes : Array(hashes.prefix(Self.most))
        keys.sort()
        keys.removeRepeats()
        sentences = Array(keys.prefix(Self.mostSentenceKeys))
    }

    /// Sorted.
    private static func smallest(_ count: Int, of hashes: ArraySlice<UInt64>) -> [UInt64] {
        if count == 1 { return hashes.min().map { [$0] } ?? [] }
        return Array(hashes.sorted().prefix(count))
    }

    /// How many shingles both have, and how many of each could have been shared: below the bound of either text, where that is cut.
    func overlap(with other: ReprintText) -> (shared: Int, ours: Int, theirs: Int) {
        let bound = min(bound ?? .max, other.bound ?? .max)
        let ours = shingles.below(bound)
        let theirs = other.shingles.below(bound)
        var left = 0
        var right = 0
        var shared = 0
        while left < ours.count, right < theirs.count {
            let (one, two) = (ours[left], theirs[right])
            if one == two { shared += 1 }
            if one <= two { left += 1 }
            if two <= one { right += 1 }
        }
        return (shared, ours.count, theirs.count)
    }
}

extension [UInt64] {
    /// Of sorted values those below one; all where that is the largest there is.
    fileprivate func below(_ bound: UInt64) -> ArraySlice<UInt64> {
        guard bound < .max, let last, last >= bound else { return self[...] }
        return prefix { $0 < bound }
    }

    /// Of sorted values each once.
    mutating func removeRepeats() {
        guard var last = first else { return }
        var kept = 1
        for place in 1..<Swift.max(1, count) where self[place] != last {
            last = self[place]
            self[kept] = last
            kept += 1
        }
        removeSubrange(kept...)
    }
}
