import BriefModel
import HTMLParsing

/// Reads names out of bylines: "By Jane Doe | 24 February 2026", "24 February 2026 by Jane Doe", "Jane Doe and John Roe".
enum BylineReader {
    /// The names a byline gives; empty when it holds none.
    static func names(in text: String) -> [String] {
        var rest = withoutDate(text)
        let lower = rest.lowercased()
        // "… | By Jane Doe", "4 February 2026 by Jane Doe": what follows the word is the name.
        if lower.utf8.count == rest.utf8.count {
            for credit in BylineWords.credits {
                if lower.hasPrefix(credit) {
                    rest = String(decoding: rest.utf8.dropFirst(credit.utf8.count), as: UTF8.self)
                    break
                }
                if let found = position(of: " " + credit, in: lower) {
                    rest = String(decoding: rest.utf8.dropFirst(found + credit.utf8.count + 1), as: UTF8.self)
                    break
                }
            }
        }
        return split(rest).filter(isName)
    }

    /// Several names in one text.
    static func split(_ text: String) -> [String] {
        var parts = [text]
        for separator in [" and ", " und ", " et ", " & ", ", ", "; ", " | ", " • ", " / ", "，", "、"] {
            parts = parts.flatMap { pieces($0, separator) }
        }
        return parts.map { trimmed(Whitespace.normalised($0)) }.filter { !$0.isEmpty }
    }

    private static func pieces(_ text: String, _ separator: String) -> [String] {
        guard text.utf8.count > separator.utf8.count else { return [text] }
        var output: [String] = []
        var rest = Array(text.utf8)[...]
        let wanted = Array(separator.utf8)
        var start = rest.startIndex
        var at = start
        while at + wanted.count <= rest.endIndex {
            if rest[at..<(at + wanted.count)].elementsEqual(wanted) {
                output.append(String(decoding: rest[start..<at], as: UTF8.self))
                at += wanted.count
                start = at
            } else {
                at += 1
            }
        }
        rest = rest[start...]
        return output + [String(decoding: rest, as: UTF8.self)]
    }

    private static func trimmed(_ text: String) -> String {
        let edges = Set(",;|·•-–—()[]:".unicodeScalars).union([" "])
        var view = text.unicodeScalars[...]
        while let first = view.first, edges.contains(first) { view.removeFirst() }
        while let last = view.last, edges.contains(last) { view.removeLast() }
        return String(view)
    }

    /// A few words, no sentence, no number, no label of a page.
    private static func isName(_ text: String) -> Bool {
        guard (2...80).contains(text.utf8.count), !text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "@") }) else {
            return false
        }
        let words = text.split(separator: " ")
        guard words.count <= 6 else { return false }
        let lower = text.lowercased()
        return !labels.contains(lower.trimmingMarks) && !labels.contains(where: { lower.hasPrefix($0 + " ") || lower.hasPrefix($0 + ":") })
    }

    private static let labels: Set<String> = [
        "share", "print", "published", "posted", "updated", "email", "comments", "comment", "facebook", "twitter", "last updated", "read more",
        "am", "pm", "gmt", "utc", "uhr", "min read", "minutes", "follow", "save", "veröffentlicht", "publié", "stand", "date", "admin",
    ]

    private static func withoutDate(_ text: String) -> String {
        guard let date = WrittenDate.first(in: text.utf8) else { return text }
        let bytes = Array(text.utf8)
        return Whitespace.normalised(
            String(decoding: bytes[..<date.range.lowerBound] + Array(" | ".utf8) + bytes[date.range.upperBound...], as: UTF8.self))
    }

    private static func position(of piece: String, in text: String) -> Int? {
        let wanted = Array(piece.utf8)
        let bytes = Array(text.utf8)
        guard bytes.count >= wanted.count else { return nil }
        return (0...(bytes.count - wanted.count)).first { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    }
}

/// Chooses the authors: what the page's data declares, else its byline, else what stands above the text.
enum AuthorChoice {
    static func authors(_ map: PageMap, meta: MetaTags, data: LinkedData, byline: [String]) -> [String] {
        let declared = data.authors.isEmpty ? meta.authors : data.authors
        let names = declared.flatMap(BylineReader.split).filter { !$0.isEmpty && !$0.hasPrefix("http") && $0.utf8.count <= 120 }
        if !names.isEmpty { return unique(names) }
        if let linked = linkedAuthors(map), !linked.isEmpty { return unique(linked) }
        for text in byline {
            let found = BylineReader.names(in: text)
            if !found.isEmpty { return unique(found) }
        }
        return []
    }

    private static func linkedAuthors(_ map: PageMap) -> [String]? {
        let document = map.document
        let nodes = document.nodes.lazy.filter { node in
            let isAuthor = document.attribute(.rel, of: node) == "author" || document.attribute(.itemprop, of: node) == "author"
            return isAuthor && (map.isReadable(node) || map.isInByline(node))
        }
        return nodes.prefix(4).flatMap { BylineReader.names(in: Whitespace.normalised(document.textContent($0))) }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
