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
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                let byte = UInt8(scalar.value)
                if byte &- 0x41 < 26 { output.append(byte | 0x20) } else if byte &- 0x61 < 26 || byte &- 0x30 < 10 { output.append(byte) }
            } else if scalar.properties.isAlphabetic {
                output += scalar.properties.lowercaseMapping.utf8
            }
        }
        return String(decoding: output, as: UTF8.self)
    }
}
