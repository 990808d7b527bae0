/// The tokens of many texts, one after another, each once a text.
struct TokenLists {
    private var ids: [Int32] = []
    private var ends: [Int] = [0]

    var count: Int { ends.count - 1 }
    subscript(text: Int) -> ArraySlice<Int32> { ids[ends[text]..<ends[text + 1]] }

    /// - Parameter limit: the most tokens of a text, as many as the teacher reads.
    init(_ texts: [String], _ tokenizer: WordPieceTokenizer, limit: Int) {
        var seen = TokenSet(tokens: tokenizer.vocabulary.count)
        for text in texts {
            tokenizer.encode(text, limit: limit, marked: false, into: &ids)
            seen.makeDistinct(&ids, from: ends[ends.count - 1])
            ends.append(ids.count)
        }
    }

    /// In how many texts each of so many tokens occurs.
    func counts(of tokens: Int) -> [Int] {
        var counts = [Int](repeating: 0, count: tokens)
        for id in ids { counts[Int(id)] += 1 }
        return counts
    }

    /// Which tokens some texts have, and in which of them each stands.
    static func uses(of texts: [ArraySlice<Int32>]) -> TokenUses {
        // Sorted by token, then by place.
        var pairs: [UInt64] = []
        for (place, ids) in texts.enumerated() { for id in ids { pairs.append(UInt64(id) << 32 | UInt64(place)) } }
        pairs.sort()
        return TokenUses(pairs)
    }
}

/// Tokens with the places where each stands.
struct TokenUses {
    private(set) var tokens: [Int32] = []
    private var starts: [Int] = []
    private var allPlaces: [Int32] = []

    init(_ sorted: [UInt64]) {
        for pair in sorted {
            let token = Int32(pair >> 32)
            if token != tokens.last {
                tokens.append(token)
                starts.append(allPlaces.count)
            }
            allPlaces.append(Int32(truncatingIfNeeded: pair))
        }
        starts.append(allPlaces.count)
    }

    func places(_ index: Int) -> ArraySlice<Int32> { allPlaces[starts[index]..<starts[index + 1]] }
}
