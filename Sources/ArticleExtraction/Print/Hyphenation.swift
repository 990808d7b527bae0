/// Undoes the hyphens that a printer set at line ends, without a dictionary: what the document writes elsewhere decides.
struct Hyphenation {
    /// Words as they stand within lines, lower case.
    private var words: Set<[UInt8]> = []
    /// Compounds with a hyphen within lines, and their first parts.
    private var compounds: Set<[UInt8]> = []
    private var firstParts: Set<[UInt8]> = []

    private static let most = 200_000

    init(_ lines: some Sequence<[UInt8]>) {
        for line in lines where words.count < Self.most {
            // The first and the last word of a line may be parts of one.
            for word in line.split(separator: 0x20).dropFirst().dropLast() { note(word) }
        }
    }

    private mutating func note(_ word: ArraySlice<UInt8>) {
        let lower = Self.trimmed(word).map(Phrases.lower)
        guard (1...60).contains(lower.count) else { return }
        guard let hyphen = lower.firstIndex(of: Self.hyphen), hyphen > 0 else {
            words.insert(lower)
            return
        }
        compounds.insert(lower)
        firstParts.insert(Array(lower[..<hyphen]))
    }

    /// Appends a line to the text before it.
    func join(_ line: some Sequence<UInt8>, to text: inout [UInt8]) {
        let line = Array(line)
        guard let first = line.first, let last = text.last else { return text += line }
        if text.suffix(2).elementsEqual([0xC2, 0xAD]) {
            text.removeLast(2)
            return text += line
        }
        let hyphenLength = last == Self.hyphen ? 1 : text.suffix(3).elementsEqual("\u{2010}".utf8) ? 3 : 0
        if hyphenLength > 0, text.count > hyphenLength, Self.isLetter(text[text.count - hyphenLength - 1]) {
            if Self.suspended.contains(Phrases.lowered(line.prefix { $0 != 0x20 })) {
                text.append(0x20)
                return text += line
            }
            if Self.isLower(line), !keepsHyphen(text.dropLast(hyphenLength), line) { text.removeLast(hyphenLength) }
            return text += line
        }
        // Chinese and Japanese have no spaces.
        if !(last >= 0x80 && first >= 0xE3 && first <= 0xE9) || !Self.isIdeograph(text.suffix(3)) { text.append(0x20) }
        text += line
    }

    /// "state-" and "owned": kept when the document writes "state-owned" elsewhere, or never "stateowned" but other words with "state-".
    private func keepsHyphen(_ before: ArraySlice<UInt8>, _ after: [UInt8]) -> Bool {
        let first = before.reversed().prefix { $0 != 0x20 }.reversed().map(Phrases.lower)
        let second = Self.trimmed(after.prefix { $0 != 0x20 }).map(Phrases.lower)
        if words.contains(first + second) { return false }
        if compounds.contains(first + [Self.hyphen] + second) { return true }
        // "up-to-" and "date": a compound already.
        if first.contains(Self.hyphen) { return words.contains(second) }
        return firstParts.contains(first) && words.contains(second)
    }

    /// "two- and three-digit": the word after the hyphen is left out, not broken.
    private static let suspended: Set<String> = ["and", "or", "to", "und", "oder", "bis", "sowie", "bzw.", "et", "ou", "y", "o", "e", "en", "of"]

    private static let hyphen = UInt8(ascii: "-")

    private static func trimmed(_ word: some BidirectionalCollection<UInt8>) -> [UInt8] {
        var word = Array(word)[...]
        while let last = word.last, !isLetter(last) { word.removeLast() }
        while let first = word.first, !isLetter(first) { word.removeFirst() }
        return Array(word)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }

    private static func isLower(_ line: [UInt8]) -> Bool {
        String(decoding: line.prefix(4), as: UTF8.self).unicodeScalars.first?.properties.isLowercase ?? false
    }

    private static func isIdeograph(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count == 3, let first = bytes.first else { return false }
        return (0xE3...0xE9).contains(first) || first == 0xEF
    }
}
