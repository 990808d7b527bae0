import BriefModel
import HTMLParsing

/// Code in a text: kept as its author set it, and told apart, as it states nothing.
enum CodeText {
    /// The block as it stands in the page, when it is code: line breaks and indents are part of it. Nil for all other blocks: prose is
    /// put into `<pre>` too, for its line breaks.
    static func text(of block: PageBlock, in map: PageMap) -> String? {
        guard block.place.preformatted > 0, isCode(block, map) else { return nil }
        let document = map.document
        var text: [UInt8] = []
        var node = block.node
        while node <= block.lastNode {
            if map.roles[node] == .unseen, document.end(of: node) > node + 1 {
                node = document.end(of: node)
                continue
            }
            if document.isText(node) { text += document.bytes[document.textRange(node)] } else if document.tag(node) == .br { text.append(0x0A) }
            node += 1
        }
        return tidy(text)
    }

    /// Its element or class says so, or one in twenty-five of its characters is a mark that prose hardly has.
    private static func isCode(_ block: PageBlock, _ map: PageMap) -> Bool {
        let document = map.document
        let pre = block.place.preformatted
        if document.descendants(pre).prefix(8).contains(where: { document.tag($0) == .code || document.tag($0) == .kbd }) { return true }
        for node in [pre, document.parent(pre)].compactMap({ $0 }) {
            if let names = document.attributeRange(.class, of: node), classes.occur(in: Array(document.bytes[names].prefix(200))) { return true }
        }
        return block.text.count(where: { marks.contains($0) }) * 25 >= block.text.count
    }

    private static let marks = Set("{}[]();=<>_$#\\|&*+@~^`".utf8)
    private static let classes = Phrases(["highlight", "language-", "lang-", "code", "brush:", "prettyprint", "syntax", "hljs", "shell", "terminal"])

    /// Without blank lines around it and blanks at the ends of lines.
    private static func tidy(_ text: [UInt8]) -> String {
        var lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            line.prefix((line.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? line.startIndex) - line.startIndex)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return String(decoding: Array(lines.drop(while: \.isEmpty).joined(separator: [0x0A])), as: UTF8.self)
    }
}
