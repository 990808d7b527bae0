import BriefModel

/// A place in a brief's line that names a source for it.
struct CitationMark: Hashable, Sendable {
    enum Target: Hashable, Sendable {
        /// An address as written, absolute or not.
        case address(String)
        /// The number or name of an entry in the brief's own list of sources.
        case entry(String)
        /// Words that name a source: "Northlight Wire, 23 February".
        case words(String)
    }

    /// UTF-8 bytes of the line, as a reader sees it, that stand before the mark.
    var offset: Int
    /// As a reader sees the mark itself.
    let shown: String
    let target: Target
}

/// A line without its markup, and the citation marks that were in it.
struct MarkedLine: Sendable {
    var text: String
    var marks: [CitationMark]

    /// What its links lead to.
    var addresses: [String] {
        marks.compactMap { mark in if case .address(let address) = mark.target { address } else { nil } }
    }
}

/// What a brief says it rests on: the entries of its list of sources, by number or name.
struct BriefReferences: Sendable {
    struct Entry: Sendable {
        let words: String
        var addresses: [String]
    }

    private var entries: [String: Entry] = [:]

    /// Footnotes and numbered sources have names of their own, and some briefs mix them: "[^1]" in the text, "1." in the list.
    func entry(_ label: String) -> Entry? {
        entries[label] ?? entries[label.hasPrefix("^") ? String(label.dropFirst()) : "^" + label]
    }

    mutating func add(_ label: String, _ entry: Entry) {
        if entries[label] == nil { entries[label] = entry }
    }

    mutating func add(addresses: [String], to label: String) {
        for address in addresses where entries[label]?.addresses.contains(address) == false { entries[label]?.addresses.append(address) }
    }

    private static let headings: Set<String> = [
        "sources", "source", "references", "reference", "notes", "footnotes", "endnotes", "citations", "works cited", "bibliography", "links",
    ]

    /// "Sources", "References:", "Sources (29)" as a line of its own.
    static func isHeading(_ line: String) -> Bool {
        let words = line.lowercased().split { !$0.isLetter && $0 != " " }.first.map { BriefText.trimmed(String($0)) } ?? ""
        return line.utf8.count <= 24 && headings.contains(words)
    }

    /// "[1] …", "[1]: …", "[^note]: …" at the start of a line: the label, and what stands after it.
    static func entry(in line: Substring) -> (label: String, rest: Substring)? {
        guard line.first == "[", let close = line.utf8.prefix(40).firstIndex(of: 0x5D) else { return nil }
        let label = label(line[line.index(after: line.startIndex)..<close])
        var rest = line[line.index(after: close)...]
        let isNamed = rest.hasPrefix(":")
        guard let label, isNamed || label.allSatisfy(\.isNumber), isNamed || rest.hasPrefix(" ") else { return nil }
        if isNamed { rest = rest.dropFirst() }
        let text = BriefText.trimmed(String(rest))
        return text.isEmpty ? nil : (label, text[...])
    }

    /// "1", "^1", "^note" as the name of an entry, of footnotes with the sign: they are numbered by themselves; nil for any other words in brackets.
    static func label(_ inside: Substring) -> String? {
        let name = inside.hasPrefix("^") ? inside.dropFirst() : inside
        guard !name.isEmpty, name.utf8.count <= 32 else { return nil }
        let isNumber = name.utf8.count <= 3 && name.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if inside.hasPrefix("^") { return name.contains(" ") ? nil : "^" + name.lowercased() }
        return isNumber ? String(name) : nil
    }
}
