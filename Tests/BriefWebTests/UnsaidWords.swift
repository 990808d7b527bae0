/// What a page shows in words that nobody said in the reader's language: text outside of the brackets that `Words.marking()` sets around ours, and outside of
/// what says its own language. Reads the pages we write, not HTML at large.
struct UnsaidWords {
    /// Runs of text, and labels that are only spoken, without those that hold no letter.
    private(set) var runs: [String] = []

    private static let void: Set<Substring> = ["meta", "input", "path", "circle", "line", "rect", "use", "br"]
    /// Names, code, what somebody typed, and what is no text.
    private static let skipped: Set<Substring> = ["style", "script", "code", "pre", "textarea", "option", "time"]

    init(page: String) {
        var rest = page[...], open: [(tag: Substring, isContent: Bool)] = [], depth = 0
        while let start = rest.firstIndex(of: "<") {
            read(rest[..<start], isContent: open.contains(where: \.isContent), depth: &depth)
            guard let end = rest[start...].firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("/") {
                // A shape of a picture can hold a title, and is no element of its own here.
                if open.last?.tag == tag.dropFirst() { open.removeLast() }
            } else if !tag.hasPrefix("!") {
                let name = tag.prefix { $0 != " " }
                readLabel(of: tag)
                guard !Self.void.contains(name), !tag.hasSuffix("/") else { continue }
                let isContent = Self.skipped.contains(name) || (tag.contains(" lang=\"") && name != "html") || tag.contains("class=\"addr\"")
                open.append((name, isContent))
                if name == "style" || name == "script", let close = rest.firstRange(of: "</\(name)") { rest = rest[close.lowerBound...] }
            }
        }
    }

    private mutating func readLabel(of tag: Substring) {
        guard let label = tag.firstRange(of: "aria-label=\"") else { return }
        var depth = 0
        read(tag[label.upperBound...].prefix { $0 != "\"" }, isContent: false, depth: &depth)
    }

    private mutating func read(_ text: Substring, isContent: Bool, depth: inout Int) {
        var run = ""
        for character in text {
            switch character {
            case "⟦": depth += 1
            case "⟧": depth -= 1
            default: if depth == 0, !isContent { run.append(character) }
            }
        }
        let trimmed = run.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        if trimmed.contains(where: \.isLetter) { runs.append(trimmed) }
    }
}
