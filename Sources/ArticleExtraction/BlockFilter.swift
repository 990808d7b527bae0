import BriefModel

/// Rules that tell a line of names and days, and a list of links.
enum BlockFilter {
    /// Mostly links: a menu, a list of other stories.
    static func isLinkList(_ block: PageBlock) -> Bool {
        let letters = block.text.count - block.text.count(where: { $0 == 0x20 })
        return block.kind == .paragraph || block.kind == .quote
            ? block.linkLength * 10 > letters * 9 && letters < 120 : block.linkLength * 2 > letters
    }

    /// Short, and it holds a time element, or is little more than a date and a name.
    static func isByline(_ block: PageBlock) -> Bool {
        guard block.text.count <= 160, block.kind != .heading else { return false }
        if block.holdsTime, block.text.count <= 120 { return true }
        let endsSentence = block.text.last == UInt8(ascii: ".")
        let opening = BylineWords.openings.length(in: block.text, at: 0)
        if opening > 0, block.text.count <= 80, block.text.count > opening, !endsSentence { return true }
        guard block.text.contains(where: { $0 &- 0x30 < 10 }), let date = WrittenDate.first(in: block.text) else { return false }
        return (opening > 0 && block.text.count <= 80) || (block.text.count - date.range.count <= 40 && !endsSentence)
    }
}

enum BylineWords {
    static let openings = Phrases([
        "by ", "by: ", "published", "posted", "updated", "last updated", "written by", "story by", "author:", "von ", "veröffentlicht", "par ",
        "publié", "mis à jour", "por ", "publicado", "di ", "pubblicato", "stand:", "date:", "文/", "作者", "来源", "记者", "发布时间",
    ])
    /// What stands before a name; the longest first.
    static let credits = ["written by ", "story by ", "words by ", "by: ", "by ", "von: ", "von ", "par ", "por ", "author: ", "作者：", "作者:", "文/"]
}

extension String {
    /// Without punctuation and spaces at its ends.
    var trimmingMarks: String {
        func isMark(_ scalar: Unicode.Scalar) -> Bool { !scalar.properties.isAlphabetic && scalar.properties.numericType == nil }
        let scalars = Array(unicodeScalars)
        guard let first = scalars.firstIndex(where: { !isMark($0) }), let last = scalars.lastIndex(where: { !isMark($0) }) else { return "" }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[first...last])
        return String(view)
    }
}

/// Text reduced to what two spellings of one headline share.
enum Folding {
    /// Lower case; letters and digits only. ASCII punctuation, curly quotes and dashes fall away.
    static func key(_ text: String) -> String {
        var text = text
        return String(decoding: text.withUTF8(key), as: UTF8.self)
    }

    /// The same of a text's bytes.
    static func key(_ text: [UInt8]) -> [UInt8] { text.withUnsafeBufferPointer(key) }

    /// The keys of several texts, a blank between them.
    static func keys(_ texts: some Sequence<[UInt8]>) -> [UInt8] {
        var output: [UInt8] = []
        for text in texts {
            if !output.isEmpty { output.append(0x20) }
            text.withUnsafeBufferPointer { append(keyOf: $0, to: &output) }
        }
        return output
    }

    /// Whether a text's key is this one; most texts are told by their first letters.
    static func isKey(_ key: [UInt8], of text: [UInt8]) -> Bool {
        var at = 0
        for byte in text {
            guard byte < 0x80 else { return Self.key(text) == key }
            guard let letter = letter(byte) else { continue }
            guard at < key.count, key[at] == letter else { return false }
            at += 1
        }
        return at == key.count
    }

    /// Of an ASCII letter or digit; nil for anything else.
    private static func letter(_ byte: UInt8) -> UInt8? {
        (byte | 0x20) &- 0x61 < 26 ? byte | 0x20 : byte &- 0x30 < 10 ? byte : nil
    }

    private static func key(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count)
        append(keyOf: text, to: &output)
        return output
    }

    private static func append(keyOf text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var at = 0
        while at < text.count, text[at] < 0x80 {
            if let letter = letter(text[at]) { output.append(letter) }
            at += 1
        }
        guard at < text.count else { return }
        for scalar in String(decoding: text[at...], as: UTF8.self).unicodeScalars {
            if scalar.isASCII {
                if let letter = letter(UInt8(scalar.value)) { output.append(letter) }
            } else if scalar.properties.isAlphabetic {
                output += scalar.properties.lowercaseMapping.utf8
            }
        }
    }
}
