import BriefModel

/// Whose copy an article says it is: a credit line, another outlet's name in the byline, "(Name)" in the dateline or at the end.
struct ReprintCredit {
    private let outlets: [(id: OutletID, words: [Substring])]

    init(outlets: [Outlet]) {
        self.outlets = outlets.sorted { $0.id < $1.id }.compactMap { outlet in
            let name = Self.folded(outlet.name)
            var words = name.split(separator: " ")
            if words.first == "the" { words.removeFirst() }
            return words.isEmpty ? nil : (outlet.id, words)
        }
    }

    /// The other outlets an article credits.
    func credited(by article: Article) -> Set<OutletID> {
        var found: Set<OutletID> = []
        let lines = article.authors + [article.creditLine ?? "", lastBlock(of: article)]
        let phrases = lines.filter { !$0.isEmpty && $0.utf8.count <= 240 }.map { Self.folded($0).split(separator: " ") }
        let dateline = parenthesis(atStartOf: article)
        for outlet in outlets where outlet.id != article.outlet {
            if phrases.contains(where: { $0.contains(run: outlet.words) }) || isShortForm(dateline, of: outlet.words) { found.insert(outlet.id) }
        }
        return found
    }

    private func lastBlock(of article: Article) -> String {
        guard article.blocks.count > 1, let last = article.blocks.last else { return "" }
        return article.text.stretch(last.range)
    }

    /// "ROME (Name) –": the words in brackets within the first words of the body.
    private func parenthesis(atStartOf article: Article) -> [Substring] {
        guard article.blocks.count > 1 else { return [] }
        let range = article.blocks[1].range
        let bytes = Array(article.text.stretch(range.lowerBound..<min(range.upperBound, range.lowerBound + 80)).utf8)
        guard let open = bytes.firstIndex(of: 0x28), let close = bytes.firstIndex(of: 0x29), open < close else { return [] }
        return Self.folded(String(decoding: bytes[(open + 1)..<close], as: UTF8.self)).split(separator: " ")
    }

    private func isShortForm(_ words: [Substring], of name: [Substring]) -> Bool {
        guard let first = words.first, first.utf8.count >= 3 else { return false }
        return name.starts(with: words)
    }

    /// Lower-case words parted by single spaces, punctuation gone.
    private static func folded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x80...: bytes.append(byte)
            default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension [Substring] {
    fileprivate func contains(run: [Substring]) -> Bool {
        guard !run.isEmpty, count >= run.count else { return false }
        return (0...(count - run.count)).contains { self[$0..<($0 + run.count)].elementsEqual(run) }
    }
}

extension String {
    /// The text at these UTF-8 offsets; a cut character shows as a replacement mark.
    fileprivate func stretch(_ range: Range<Int>) -> String {
        guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
        return String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}
