/// Text as corpora hand it on, with its marks set apart from the words: "1, 000", "$ 1. 7 million", "34 - year - old", "-lrb-".
/// Closed up again, it reads as it was written; where each byte came from is kept.
public struct SpacedText: Sendable {
    /// The text closed up.
    public let text: String
    /// Offset in the text as given, a byte of `text`; nil where nothing was moved.
    private let origins: [Int]?

    /// - Parameter isSpaced: whether its marks stand apart; told by the text itself where nil.
    public init(_ given: String, isSpaced: Bool? = nil) {
        guard isSpaced ?? Self.isSpaced(given) else {
            text = Self.withoutMarkers(given)
            origins = nil
            return
        }
        let bytes = Array(Self.withoutMarkers(given).utf8)
        var closed: [UInt8] = []
        var origins: [Int] = []
        closed.reserveCapacity(bytes.count)
        origins.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if let (mark, length) = Self.bracket(bytes, at: index) {
                closed.append(mark)
                origins.append(index)
                index += length
            } else if bytes[index] == Self.space, let length = Self.needless(bytes, at: index) {
                index += length
            } else {
                closed.append(bytes[index])
                origins.append(index)
                index += 1
            }
        }
        text = String(decoding: closed, as: UTF8.self)
        self.origins = origins
    }

    /// The range in the text as given that a range of `text` came from.
    public func given(_ range: Range<Int>) -> Range<Int> {
        guard let origins, range.lowerBound < range.upperBound, range.upperBound <= origins.count else { return range }
        return origins[range.lowerBound]..<(origins[range.upperBound - 1] + 1)
    }

    /// "lrb", "rsb" and their like in either case, after the hyphen that opens them.
    private static func isBracketCode(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int) -> Bool {
        guard index + 4 < bytes.count, bytes[index + 4] == UInt8(ascii: "-") else { return false }
        let code = bytes[(index + 1)...(index + 3)].map { $0 | 0x20 }
        return ["lrb", "rrb", "lsb", "rsb"].contains { Array($0.utf8) == code }
    }

    private static let space = UInt8(ascii: " ")
    /// Whether marks stand apart from the words anywhere in it.
    public static func isSpaced(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            for index in bytes.indices.dropFirst().dropLast(2) {
                let isSign =
                    switch bytes[index] {
                    case UInt8(ascii: ","): bytes[index - 1] == space && bytes[index + 1] == space
                    case UInt8(ascii: "-"): bytes[index - 1] == space && (bytes[index + 1] == space || isBracketCode(bytes, after: index))
                    case UInt8(ascii: "("): bytes[index + 1] == space
                    case UInt8(ascii: ")"): bytes[index - 1] == space
                    case UInt8(ascii: "`"): bytes[index + 1] == UInt8(ascii: "`")
                    case UInt8(ascii: "'"): bytes[index - 1] == space && bytes[index + 1] | 0x20 == 0x73 && bytes[index + 2] == space
                    default: false
                    }
                if isSign { return true }
            }
            return false
        }
    }

    // MARK: Numbers and hyphens

    /// How many bytes to leave out at a space: 1 inside a number or after a hyphen, 0 never (nil where the space stays).
    private static func needless(_ bytes: [UInt8], at index: Int) -> Int? {
        guard index > 0, index + 1 < bytes.count else { return nil }
        let before = bytes[index - 1]
        if isDigit(bytes[index + 1]), index > 1, isDigit(bytes[index - 2]) {
            let whole = digits(bytes, before: index - 1)
            let next = bytes[(index + 1)...].prefix { isDigit($0) }.count
            if before == UInt8(ascii: ","), whole <= 3, next == 3 { return 1 }
            if before == UInt8(ascii: "."), whole <= 3 { return 1 }
        }
        return isHyphen(bytes, at: index) || before == UInt8(ascii: "-") && index > 1 && isHyphen(bytes, at: index - 2) ? 1 : nil
    }

    /// " - " between parts of one word: beside a figure, between capitals ("Coca - Cola"), before "old", after a prefix.
    private static func isHyphen(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index > 0, index + 3 < bytes.count, bytes[index] == space, bytes[index + 1] == UInt8(ascii: "-"), bytes[index + 2] == space else {
            return false
        }
        if isDigit(bytes[index - 1]) || isDigit(bytes[index + 3]) && isDigit(bytes[index - 1]) { return true }
        if isCapital(bytes[index + 3]), let start = bytes[..<index].lastIndex(where: { !isLetter($0) }).map({ $0 + 1 }) ?? .some(0), start < index,
            isCapital(bytes[start])
        {
            return true
        }
        let left = word(bytes[..<index].reversed().prefix { isLetter($0) }.reversed())
        let right = word(bytes[(index + 3)...].prefix { isLetter($0) })
        // "Walton - on - Thames"
        let isAfterHyphen = linking.contains(left) && index > left.utf8.count + 1 && bytes[index - left.utf8.count - 2] == UInt8(ascii: "-")
        let isBeforeHyphen = linking.contains(right) && bytes[(index + 3 + right.utf8.count)...].starts(with: " - ".utf8)
        return prefixes.contains(left) || suffixes.contains(right) || isAfterHyphen || isBeforeHyphen
    }

    private static let linking: Set<String> = ["on", "upon", "in", "by", "le", "de", "sur", "to", "of"]

    private static let prefixes: Set<String> = [
        "anti", "co", "ex", "half", "mid", "multi", "non", "post", "pre", "quarter", "re", "self", "semi", "sub", "ultra", "vice",
    ]
    private static let suffixes: Set<String> = ["based", "born", "led", "old", "olds", "time", "year", "day", "week", "month", "hour", "minute"]

    private static func word(_ bytes: some Sequence<UInt8>) -> String { String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self) }

    private static func digits(_ bytes: [UInt8], before index: Int) -> Int {
        bytes[..<index].reversed().prefix { isDigit($0) }.count
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    // MARK: Brackets

    private static let brackets: [(code: [UInt8], mark: UInt8)] = [
        ("-lrb-", "("), ("-rrb-", ")"), ("-lsb-", "["), ("-rsb-", "]"),
    ].map { (Array($0.0.utf8), $0.1.utf8.first ?? 0x28) }

    private static func bracket(_ bytes: [UInt8], at index: Int) -> (mark: UInt8, length: Int)? {
        if bytes[index] == 0x60, index + 1 < bytes.count, bytes[index + 1] == 0x60 { return (0x22, 2) }
        guard bytes[index] == 0x2D, index + 5 <= bytes.count else { return nil }
        let lowered = bytes[index..<(index + 5)].map { isLetter($0) ? $0 | 0x20 : $0 }
        return brackets.first { $0.code == lowered }.map { ($0.mark, 5) }
    }

    // MARK: Reference marks

    /// "[3]" refers to a note and counts nothing: white space instead, as long.
    private static func withoutMarkers(_ text: String) -> String {
        guard text.utf8.contains(0x5B) else { return text }
        var bytes = Array(text.utf8)
        var index = 0
        while let open = bytes[index...].firstIndex(of: 0x5B) {
            let end = bytes[(open + 1)...].prefix { isDigit($0) }.count + open + 1
            if end > open + 1, end < bytes.count, bytes[end] == 0x5D {
                for place in open...end { bytes[place] = space }
            }
            index = open + 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
