import BriefModel
import HTMLParsing

/// A block of text as it stands in the page, before it is known to belong to the article.
struct PageBlock {
    var kind: TextBlock.Kind
    /// UTF-8, white space normalised.
    var text: [UInt8]
    /// Bytes of it inside links.
    var linkLength = 0
    /// It holds a `<time>`, or an element that calls itself a byline.
    var holdsTime = false
    /// The node its text starts at.
    var node: Int

    var string: String { String(decoding: text, as: UTF8.self) }
}

/// Walks an element in document order and cuts its text into blocks.
struct BlockReader {
    let map: PageMap
    private(set) var blocks: [PageBlock] = []
    private var text: [UInt8] = []
    private var linkLength = 0
    private var holdsTime = false
    private var start = 0
    private var pendingSpace = false
    private var breaks = 0

    static func blocks(_ map: PageMap, in root: Int) -> [PageBlock] {
        var reader = BlockReader(map: map)
        reader.read(root, until: map.document.end(of: root))
        return reader.blocks
    }

    /// The blocks that stand before a node.
    static func blocks(_ map: PageMap, before node: Int) -> [PageBlock] {
        var reader = BlockReader(map: map)
        reader.read(0, until: node)
        return reader.blocks
    }

    private init(map: PageMap) { self.map = map }

    private mutating func read(_ root: Int, until end: Int) {
        let document = map.document
        // Open elements that end a block or change what text in them is.
        var open: [(end: Int, tag: HTMLTag)] = []
        var node = root
        while node < end {
            while let last = open.last, last.end <= node {
                leave(last.tag, open)
                open.removeLast()
            }
            if map.isSkipped(node) {
                // What is left out still keeps words apart.
                pendingSpace = pendingSpace || TagRoles.blocks.contains(document.tag(node))
                if map.roles[node] == .byline, TagRoles.blocks.contains(document.tag(node)) { flush(open) }
                node = document.end(of: node)
                continue
            }
            if document.isText(node) {
                append(document.bytes[document.textRange(node)], at: node, isLink: open.contains { $0.tag == .a })
            } else {
                enter(document.tag(node), open)
                if TagRoles.blocks.contains(document.tag(node)) || document.tag(node) == .a {
                    open.append((document.end(of: node), document.tag(node)))
                }
            }
            node += 1
        }
        while let last = open.popLast() { leave(last.tag, open + [last]) }
        flush(open)
    }

    private mutating func enter(_ tag: HTMLTag, _ open: [(end: Int, tag: HTMLTag)]) {
        switch tag {
        case .br:
            breaks += 1
            if breaks >= 2 { flush(open) }
            pendingSpace = true
        case .time: holdsTime = true
        case .td, .th: if !text.isEmpty { appendCellMark() }
        case _ where TagRoles.blocks.contains(tag): flush(open)
        default: break
        }
    }

    private mutating func leave(_ tag: HTMLTag, _ open: [(end: Int, tag: HTMLTag)]) {
        if tag == .td || tag == .th { return }
        if TagRoles.blocks.contains(tag) { flush(open) }
    }

    private mutating func appendCellMark() {
        text += Array(" |".utf8)
        pendingSpace = true
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, at node: Int, isLink: Bool) {
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let length = Whitespace.length(bytes, at)
            if length > 0 {
                pendingSpace = true
                at += length
                continue
            }
            if text.isEmpty {
                start = node
            } else if pendingSpace {
                text.append(0x20)
            }
            pendingSpace = false
            breaks = 0
            text.append(bytes[at])
            if isLink { linkLength += 1 }
            at += 1
        }
    }

    private mutating func flush(_ open: [(end: Int, tag: HTMLTag)]) {
        if text.last == UInt8(ascii: "|") { text.removeLast(min(2, text.count)) }
        if !text.isEmpty {
            blocks.append(PageBlock(kind: kind(open), text: text, linkLength: linkLength, holdsTime: holdsTime, node: start))
            text = []
        }
        linkLength = 0
        holdsTime = false
        pendingSpace = false
        breaks = 0
    }

    private func kind(_ open: [(end: Int, tag: HTMLTag)]) -> TextBlock.Kind {
        for (_, tag) in open.reversed() {
            switch tag {
            case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
            case .li, .dd, .dt: return .listItem
            case .blockquote: return .quote
            case .caption, .figcaption: return .caption
            case .p: if !open.contains(where: { $0.tag == .blockquote || $0.tag == .li }) { return .paragraph }
            case .tr, .td, .th: return isLayout ? .paragraph : .tableRow
            default: break
            }
        }
        return .paragraph
    }

    /// One cell of text in a row: the table lays out the page.
    private var isLayout: Bool { !text.contains(UInt8(ascii: "|")) }
}

enum Whitespace {
    /// Bytes of the white space character that starts here, zero-width ones among them; 0 when it is none.
    static func length(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int {
        let byte = bytes[at]
        if byte <= 0x20 { return 1 }
        guard byte >= 0xC2, at + 1 < bytes.endIndex else { return 0 }
        if byte == 0xC2 { return bytes[at + 1] == 0xA0 ? 2 : 0 }
        guard byte >= 0xE2, at + 2 < bytes.endIndex else { return 0 }
        switch (byte, bytes[at + 1], bytes[at + 2]) {
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE3, 0x80, 0x80): return 3
        default: return 0
        }
    }

    static func normalised(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = ArraySlice(Array(bytes))
        var output: [UInt8] = []
        var pending = false
        var at = bytes.startIndex
        while at < bytes.endIndex {
            let length = Whitespace.length(bytes, at)
            if length > 0 {
                pending = !output.isEmpty
                at += length
                continue
            }
            if pending { output.append(0x20) }
            pending = false
            output.append(bytes[at])
            at += 1
        }
        return output
    }

    static func normalised(_ text: String) -> String { String(decoding: normalised(text.utf8), as: UTF8.self) }
}
