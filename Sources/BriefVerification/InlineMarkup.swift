/// Markdown inside a line: emphasis, code, links, images, citation marks. What a reader would see is kept, but for marks that only cite.
struct InlineMarkup {
    static func read(_ text: String) -> MarkedLine {
        let bytes = Array(text.utf8)
        let telling: Set<UInt8> = [0x2A, 0x5F, 0x60, 0x5B, 0x3C, 0x7E, 0x5C, 0x28, 0x3A, 0xC2, 0xE2, 0xE3]
        guard bytes.contains(where: telling.contains) else { return MarkedLine(text: text, marks: []) }
        var reader = InlineMarkup(bytes: bytes)
        reader.run()
        return MarkedLine(text: String(decoding: reader.result, as: UTF8.self), marks: reader.marks)
    }

    private let bytes: [UInt8]
    private var at = 0
    private var result: [UInt8] = []
    private var marks: [CitationMark] = []

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        result.reserveCapacity(bytes.count)
    }

    private mutating func run() {
        while at < bytes.count {
            let byte = bytes[at]
            switch byte {
            case 0x5C where escapedMark(): continue
            case 0x5C where at + 1 < bytes.count && Self.isPunctuation(bytes[at + 1]):
                result.append(bytes[at + 1])
                at += 2
            case 0x2A, 0x60: at += 1
            case 0x7E where at + 1 < bytes.count && bytes[at + 1] == 0x7E: at += 2
            case 0x5F where isEdge(at): at += 1
            case 0x21 where at + 1 < bytes.count && bytes[at + 1] == 0x5B && link(at + 1) != nil: at = link(at + 1)?.end ?? at + 1
            case 0x5B where bracket(): continue
            case 0x28 where sourceNote(closedBy: 0x29): continue
            case 0x3C where angle(): continue
            case 0x68 where bareAddress(): continue
            case 0xC2, 0xE2: if !superscript() { keep() }
            case 0xE3 where lenticular(): continue
            default: keep()
            }
        }
    }

    private mutating func keep() {
        result.append(bytes[at])
        at += 1
    }

    /// A mark that is no words of the line: the space before it goes where punctuation follows or the line ends.
    private mutating func cite(_ shown: String, _ target: CitationMark.Target, end: Int) {
        at = end
        // "[1], [2]", "[1] ≠[^2]": what parts two marks goes with them.
        if let last = marks.last?.offset, result.count > last, result[last...].allSatisfy(Self.parting.contains) {
            result.removeSubrange(last...)
        }
        let next = at < bytes.count ? bytes[at] : 0x2E
        if result.last == 0x20, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x29, 0x20].contains(next) { result.removeLast() }
        marks.append(CitationMark(offset: result.count, shown: shown, target: target))
    }

    private static let parting = Set(", ≠".utf8)

    // MARK: Brackets

    private mutating func bracket() -> Bool {
        if let link = link(at) {
            let words = Self.trimmed(bytes[link.text])
            let target = link.address.first == 0x23 ? nil : String(decoding: link.address, as: UTF8.self)
            let label = Self.label(words)
            if let label {
                cite("[\(label)]", target.map { .address($0) } ?? .entry(label), end: link.end)
            } else {
                // What a link's words are is read like the rest of the line.
                let inner = InlineMarkup.read(String(decoding: bytes[link.text], as: UTF8.self))
                result += Array(inner.text.utf8)
                if let target { marks.append(CitationMark(offset: result.count, shown: inner.text, target: .address(target))) }
                at = link.end
            }
            return true
        }
        if sourceNote(closedBy: 0x5D) { return true }
        guard let close = bytes[at...].prefix(40).firstIndex(of: 0x5D), close > at + 1 else { return false }
        let names = String(decoding: bytes[(at + 1)..<close], as: UTF8.self).split(separator: ",").map { $0.drop { $0 == " " } }
        let labels = names.compactMap { BriefReferences.label($0.last == " " ? $0.dropLast() : $0) }
        guard !names.isEmpty, labels.count == names.count else { return false }
        for label in labels { cite("[\(label)]", .entry(label), end: close + 1) }
        return true
    }

    /// `\[1, 2\]`: who writes Markdown by program escapes the brackets, and a reader sees "[1, 2]".
    private mutating func escapedMark() -> Bool {
        guard bytes[at...].starts(with: "\\[".utf8), let close = bytes[at...].prefix(80).firstRange(of: Array("\\]".utf8)) else { return false }
        let labels = bytes[(at + 2)..<close.lowerBound].split(separator: 0x2C).map { Self.trimmed($0) }
        guard !labels.isEmpty, labels.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } }) else { return false }
        for label in labels.map({ String(decoding: $0, as: UTF8.self) }) { cite("[\(label)]", .entry(label), end: close.upperBound) }
        return true
    }

    /// `[text](address "title")` or `[text][name]`; brackets inside the text come in pairs.
    private func link(_ open: Int) -> (text: Range<Int>, address: ArraySlice<UInt8>, end: Int)? {
        var depth = 0
        var close = open
        let limit = min(bytes.count, open + 600)
        while close < limit {
            if bytes[close] == 0x5B { depth += 1 }
            if bytes[close] == 0x5D { depth -= 1 }
            if depth == 0 { break }
            close += 1
        }
        guard close < limit, depth == 0, close + 1 < bytes.count, bytes[close + 1] == 0x28 else { return nil }
        // Addresses of encyclopaedias hold pairs of parentheses.
        var end = close + 2
        var nested = 0
        while end < min(bytes.count, close + 2_100), bytes[end] != 0x29 || nested > 0 {
            nested += bytes[end] == 0x28 ? 1 : bytes[end] == 0x29 ? -1 : 0
            end += 1
        }
        guard end < bytes.count, bytes[end] == 0x29 else { return nil }
        let address = bytes[(close + 2)..<end].drop { $0 == 0x20 || $0 == 0x3C }.prefix { $0 > 0x20 && $0 != 0x3E }
        return ((open + 1)..<close, address, end + 1)
    }

    /// The name of an entry that a link's words are: `1`, `[1]`, `^1^`, `\[1\]`.
    private static func label(_ words: ArraySlice<UInt8>) -> String? {
        let bare = words.filter { ![0x5B, 0x5D, 0x5E, 0x5C].contains($0) }
        return (1...3).contains(bare.count) && bare.allSatisfy { (0x30...0x39).contains($0) } ? String(decoding: bare, as: UTF8.self) : nil
    }

    // MARK: Other marks

    /// `(Source: …)`, `[Sources: …]`: whose word it is, no part of what is said.
    private mutating func sourceNote(closedBy closing: UInt8) -> Bool {
        let opening = Self.sourceWords.first { word in
            bytes.count > at + word.count && zip(bytes[(at + 1)...], word).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        guard let opening, let close = closing == 0x29 ? closingParenthesis(at) : bytes[at...].prefix(600).firstIndex(of: closing) else {
            return false
        }
        let inner = InlineMarkup.read(String(decoding: bytes[(at + 1 + opening.count)..<close], as: UTF8.self))
        let linked = inner.marks
        if linked.isEmpty {
            for part in inner.text.split(separator: ";") {
                let words = BriefText.trimmed(String(part))
                if !words.isEmpty { cite("Source: " + words, .words(words), end: close + 1) }
            }
        } else {
            for mark in linked { cite("Source: " + (mark.shown.isEmpty ? inner.text : mark.shown), mark.target, end: close + 1) }
        }
        at = close + 1
        return true
    }

    private static let sourceWords: [[UInt8]] = [Array("source: ".utf8), Array("sources: ".utf8), Array("source - ".utf8)]

    private func closingParenthesis(_ open: Int) -> Int? {
        var depth = 0
        for place in open..<min(bytes.count, open + 2_400) {
            if bytes[place] == 0x28 { depth += 1 }
            if bytes[place] == 0x29 { depth -= 1 }
            if depth == 0 { return place }
        }
        return nil
    }

    /// `<https://…>`, `<sup>1</sup>`, and tags, of which nothing is seen.
    private mutating func angle() -> Bool {
        let rest = bytes[(at + 1)...]
        if rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8), let end = rest.prefix(2_100).firstIndex(of: 0x3E) {
            let address = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
            cite(address, .address(address), end: end + 1)
            return true
        }
        if rest.starts(with: "sup>".utf8) {
            let digits = bytes[(at + 5)...].prefix(3).prefix { (0x30...0x39).contains($0) }
            if !digits.isEmpty, bytes[digits.endIndex...].starts(with: "</sup>".utf8) {
                let label = String(decoding: digits, as: UTF8.self)
                cite("[\(label)]", .entry(label), end: digits.endIndex + 6)
                return true
            }
        }
        guard at + 1 < bytes.count, bytes[at + 1] == 0x2F || (0x61...0x7A).contains(bytes[at + 1] | 0x20),
            let end = bytes[at...].prefix(200).firstIndex(of: 0x3E)
        else { return false }
        at = end + 1
        return true
    }

    /// An address among words is a mark; one that is all of the line stays its text.
    private mutating func bareAddress() -> Bool {
        guard at > 0, !Self.isWord(bytes[at - 1]) else { return false }
        let rest = bytes[at...]
        guard rest.starts(with: "http://".utf8) || rest.starts(with: "https://".utf8) else { return false }
        var end = rest.prefix(2_100).prefix { $0 > 0x20 && $0 != 0x3C && $0 != 0x3E && $0 != 0x22 && $0 != 0x29 && $0 != 0x5D }.endIndex
        while end > at, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(bytes[end - 1]) { end -= 1 }
        guard end > at + 8 else { return false }
        let address = String(decoding: bytes[at..<end], as: UTF8.self)
        cite(address, .address(address), end: end)
        return true
    }

    /// `¹` to `⁹⁹⁹` after the end of a clause; "m²" is a unit.
    private mutating func superscript() -> Bool {
        guard let last = result.last, [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x22, 0x27, 0x29, 0x9D].contains(last) else { return false }
        var digits: [UInt8] = []
        var end = at
        while digits.count < 3, let found = Self.superscripts.first(where: { bytes[end...].starts(with: $0) }) {
            digits.append(UInt8(0x30 + (Self.superscripts.firstIndex(of: found) ?? 0)))
            end += found.count
        }
        guard !digits.isEmpty else { return false }
        let label = String(decoding: digits, as: UTF8.self)
        cite("[\(label)]", .entry(label), end: end)
        return true
    }

    private static let superscripts = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"].map { Array($0.utf8) }

    /// `【4†source】`, as some chatbots write their marks.
    private mutating func lenticular() -> Bool {
        guard bytes[at...].starts(with: "【".utf8) else { return false }
        let digits = bytes[(at + 3)...].prefix(3).prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty, let close = bytes[digits.endIndex...].prefix(60).firstRange(of: Array("】".utf8)) else { return false }
        let label = String(decoding: digits, as: UTF8.self)
        cite("[\(label)]", .entry(label), end: close.upperBound)
        return true
    }

    // MARK: Bytes

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let start = bytes.drop { $0 == 0x20 }
        return start.last == 0x20 ? start.dropLast() : start
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte) || (0x7B...0x7E).contains(byte)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// An underscore at the edge of a word is emphasis, inside one it is the word's.
    private func isEdge(_ place: Int) -> Bool {
        func isWord(_ at: Int) -> Bool { bytes.indices.contains(at) && Self.isWord(bytes[at]) }
        return !(isWord(place - 1) && isWord(place + 1))
    }
}
