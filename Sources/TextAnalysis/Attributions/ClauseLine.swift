import BriefModel

/// A sentence of English as the finder of attributions sees it: for each word what it may be, whether it is quoted, and the marks after it.
struct ClauseLine {
    struct Marks: OptionSet {
        let rawValue: UInt16
        static let comma = Marks(rawValue: 1)
        /// A semicolon, or a stop inside the sentence that ends one ("!", "?").
        static let stop = Marks(rawValue: 2)
        static let colon = Marks(rawValue: 4)
        static let dash = Marks(rawValue: 8)
        static let opensBracket = Marks(rawValue: 16)
        static let closesBracket = Marks(rawValue: 32)
        static let opensQuotation = Marks(rawValue: 64)
        static let closesQuotation = Marks(rawValue: 128)
        /// Something ends here: what stands before and after is no one phrase.
        static let parting: Marks = [.comma, .stop, .colon, .dash, .opensQuotation, .closesQuotation]
    }

    let line: TokenLine
    let names: [Name]
    /// Quotations with their marks that stand in the sentence or reach into it.
    let quoted: [Range<Int>]
    let words: [ClauseWord]
    let isQuoted: [Bool]
    /// Marks after each word.
    private let marks: [Marks]
    private let marksBeforeFirst: Marks

    init(line: TokenLine, names: [Name], quoted: [Range<Int>]) {
        self.line = line
        self.names = names
        self.quoted = quoted
        words = line.tokens.map { $0.kind == .word ? ClauseWord.word($0.folded) : .none }
        // The quotations are in order and apart: one pass over both.
        var next = 0
        var isQuoted: [Bool] = []
        isQuoted.reserveCapacity(line.count)
        for token in line.tokens {
            while next < quoted.count, quoted[next].upperBound <= token.range.lowerBound { next += 1 }
            isQuoted.append(next < quoted.count && quoted[next].contains(token.range.lowerBound))
        }
        self.isQuoted = isQuoted
        next = 0
        marksBeforeFirst = Self.marks(in: line.gap(after: -1), quoted: quoted, next: &next)
        var marks: [Marks] = []
        marks.reserveCapacity(line.count)
        for index in 0..<line.count { marks.append(Self.marks(in: line.gap(after: index), quoted: quoted, next: &next)) }
        self.marks = marks
    }

    var count: Int { words.count }

    func marks(after index: Int) -> Marks { index < 0 ? marksBeforeFirst : index < marks.count ? marks[index] : .stop }

    func has(_ classes: ClauseWord.Classes, at index: Int) -> Bool {
        index >= 0 && index < words.count && !words[index].classes.isDisjoint(with: classes)
    }

    func word(_ index: Int) -> String { line.word(index) }

    /// No mark parts the word from the next.
    func joins(_ index: Int) -> Bool { marks(after: index).isDisjoint(with: .parting) }

    func isCapitalized(_ index: Int) -> Bool { index >= 0 && index < count && line.tokens[index].isCapitalized }

    func startsName(_ index: Int) -> Bool {
        index >= 0 && index < count && names.contains { $0.range.lowerBound == line.tokens[index].range.lowerBound }
    }

    func isInName(_ index: Int) -> Bool {
        index >= 0 && index < count && line.tokens[index].isCapitalized && names.contains { $0.range.overlaps(line.tokens[index].range) }
    }

    func nameEnds(_ index: Int) -> Bool {
        index >= 0 && index < count && names.contains { $0.range.upperBound == line.tokens[index].range.upperBound }
    }

    /// The last word of the name that begins at the word.
    func nameEnd(_ index: Int) -> Int? {
        guard index >= 0, index < count, let name = names.first(where: { $0.range.lowerBound == line.tokens[index].range.lowerBound }) else {
            return nil
        }
        return (index..<count).last { line.tokens[$0].range.upperBound <= name.range.upperBound }
    }

    /// - Parameter next: the first quotation that is not over before the gap.
    private static func marks(in gap: ArraySlice<UInt8>, quoted: [Range<Int>], next: inout Int) -> Marks {
        var marks: Marks = []
        var index = gap.startIndex
        while index < gap.endIndex {
            let byte = gap[index]
            switch byte {
            case UInt8(ascii: ","): marks.insert(.comma)
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"): marks.insert(.stop)
            case UInt8(ascii: ":"): marks.insert(.colon)
            case UInt8(ascii: "("), UInt8(ascii: "["): marks.insert(.opensBracket)
            case UInt8(ascii: ")"), UInt8(ascii: "]"): marks.insert(.closesBracket)
            case UInt8(ascii: "-") where index > gap.startIndex || index + 1 < gap.endIndex: marks.insert(.dash)
            case 0xE2 where index + 2 < gap.endIndex && gap[index + 1] == 0x80 && (gap[index + 2] == 0x93 || gap[index + 2] == 0x94):
                marks.insert(.dash)
            default: break
            }
            index += 1
        }
        while next < quoted.count, quoted[next].lowerBound < gap.endIndex {
            if quoted[next].lowerBound >= gap.startIndex { marks.insert(.opensQuotation) }
            guard quoted[next].upperBound <= gap.endIndex else { break }
            if quoted[next].upperBound > gap.startIndex { marks.insert(.closesQuotation) }
            next += 1
        }
        return marks
    }
}
