import BriefModel

/// "BROOK: Let me answer that.": a speaker before a colon at the head of a block, in transcripts and headlines.
enum SpokenLines {
    /// - Parameter line: the first sentence of its block.
    /// - Returns: the words for the speaker; nil where the block does not begin with one.
    static func speaker(of line: TokenLine, names: [Name], isHeadline: Bool) -> ClosedRange<Int>? {
        var end = 0
        while end < min(line.count, 5), line.isWord(end), line.tokens[end].isCapitalized {
            let gap = line.gap(after: end)
            if gap.first == UInt8(ascii: ":"), gap.dropFirst().first == 0x20, end + 2 < line.count {
                return isSpeaker(0...end, line, names, isHeadline) ? 0...end : nil
            }
            guard line.isSpaced(after: end) || gap.first == 0x2E else { return nil }
            end += 1
        }
        return nil
    }

    /// A name or capitals, and none of the words that head lists and notes.
    private static func isSpeaker(_ words: ClosedRange<Int>, _ line: TokenLine, _ names: [Name], _ isHeadline: Bool) -> Bool {
        let range = line.bytes(from: words.lowerBound, through: words.upperBound)
        let isPerson = names.contains { $0.kind == .person && $0.range.overlaps(range) }
        let isShouted = words.count <= 3 && line.text.bytes[range].allSatisfy { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard isPerson || isShouted && !isHeadline else { return false }
        return !words.contains { notSpeakers.contains(line.word($0)) || line.tokens[$0].isStopword }
    }

    private static let notSpeakers = Stopwords.set(
        "latest note notes update updated correction exclusive breaking watch read related source sources photo video poll analysis opinion review editor editors more here date time where when who what why how fact claim verdict question answer example summary warning tip step"
    )
}
