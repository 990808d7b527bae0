import BriefModel

/// A number that is part of a thing's name: "Claude Opus 4.5", "Landsat 9", "Boeing 737 MAX".
struct ModelNumber {
    let line: TokenLine

    /// Whether a name goes on at a token: with a number, or with the capitals behind one.
    func belongs(_ index: Int, isStart: Bool) -> Bool {
        guard index > 0, index < line.count, line.isSpaced(after: index - 1) else { return false }
        return line.isNumber(index) && isModel(index, isStart: isStart)
    }

    /// "737 MAX jets": three digits and capitals before a word for a thing.
    func begins(_ index: Int) -> Bool {
        guard line.isNumber(index), line.tokens[index].range.count == 3, line.isSpaced(after: index), index + 2 < line.count else { return false }
        let capitals = line.text.bytes[line.tokens[index + 1].range]
        return capitals.count <= 4 && capitals.allSatisfy { $0 >= 0x41 && $0 <= 0x5A } && line.isSpaced(after: index + 1)
            && KindWords.products.contains(line.word(index + 2))
    }

    private func isModel(_ index: Int, isStart: Bool) -> Bool {
        let digits = line.tokens[index].folded
        let next = line.word(index + 1)
        guard !Self.heads.contains(line.word(index - 1)), !Self.units.contains(next), !line.gap(after: index).starts(with: "%".utf8),
            !line.gap(after: index).starts(with: "-".utf8), !line.gap(after: index).starts(with: [0xE2, 0x80, 0x93])
        else { return false }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ part in part.allSatisfy(\.isWholeNumber) }) else { return false }
        if parts.count == 2 { return parts[0].count <= 2 && parts[1].count == 1 }
        // "737" before capitals or a word for a thing; two digits anywhere but before something counted.
        let isThing = KindWords.products.contains(next) || RoleNouns.role(next.hasSuffix("s") ? String(next.dropLast()) : next) == .product
        if parts[0].count == 3 { return isThing || line.isWord(index + 1) && line.tokens[index + 1].isCapitalized && line.isSpaced(after: index) }
        guard parts.count == 1, parts[0].count <= 2 else { return false }
        return isThing || !isStart && (!line.isSpaced(after: index) || line.tokens[index + 1].isStopword)
    }

    /// What is counted or numbered without being a thing.
    private static let heads = Stopwords.set(
        """
        article section part chapter page phase level tier room gate flight route highway number no act scene group series round week day year
        january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
        """)
    private static let units = Stopwords.set("per percent million billion trillion points times to pc years year days people goals")
}
