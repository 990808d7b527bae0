import BriefModel
import HTMLParsing

/// Walks a page in document order and cuts its text into blocks.
struct BlockReader {
    let map: PageMap
    private(set) var blocks: [PageBlock] = []
    private var block = PageBlock(kind: .paragraph, text: [], node: 0)
    /// The block's text while it grows.
    private var text: [UInt8] = []
    private var pendingSpace = false
    private var breaks = 0
    private let blockTags = TagRoles.blocks
    private let wording = TagRoles.wording
    private let neverArticle = TagRoles.furniture

    /// All blocks a reader sees that may be the article's; furniture is told apart later.
    static func blocks(_ map: PageMap) -> [PageBlock] {
        var reader = BlockReader(map: map)
        reader.read()
        return reader.blocks
    }

    private init(map: PageMap) { self.map = map }

    private mutating func read() {
        let document = map.document
        // Elements that end a block or change what text in them is.
        var outer: [BlockPlace] = []
        var place = BlockPlace()
        var node = 0
        while node < document.count {
            while place.end <= node {
                if place.startsBlock { leave(place.tag) }
                place = outer.removeLast()
            }
            if document.isText(node) {
                append(at: node, place)
                node += 1
                continue
            }
            let tag = document.tag(node)
            let isBlock = blockTags.contains(tag)
            if isLeftOut(node, tag, isBlock, isInFurniture: place.innerFurniture > 0) {
                // What is left out still keeps words apart.
                pendingSpace = pendingSpace || isBlock
                if map.roles[node] == .byline, isBlock { flush() }
                node = document.end(of: node)
                continue
            }
            enter(tag, isBlock)
            if isBlock || wording.contains(tag) || !map.traits[node].isEmpty {
                outer.append(place)
                place = place.inside(node, tag, map, isBlock: isBlock)
            }
            node += 1
        }
        flush()
    }

    private func isLeftOut(_ node: Int, _ tag: HTMLTag, _ isBlock: Bool, isInFurniture: Bool) -> Bool {
        let role = map.roles[node]
        if role == .unseen { return true }
        guard role != .content || isInFurniture else { return false }
        // Furniture in the middle of a line is not worth a block; some is never an article's.
        return !isBlock && role != .content && !text.isEmpty || neverArticle.contains(tag)
            || !map.traits[node].isDisjoint(with: [.comments, .signup, .author])
    }

    private mutating func enter(_ tag: HTMLTag, _ isBlock: Bool) {
        switch tag {
        case .br:
            breaks += 1
            if breaks >= 2 { flush() }
            pendingSpace = true
        case .time: block.holdsTime = true
        case .a: block.links += 1
        case .td, .th: if !text.isEmpty { appendCellMark() }
        case _ where isBlock: flush()
        default: break
        }
    }

    private mutating func leave(_ tag: HTMLTag) {
        if tag != .td, tag != .th { flush() }
    }

    private mutating func appendCellMark() {
        text.append(0x20)
        text.append(UInt8(ascii: "|"))
        pendingSpace = true
    }

    private mutating func append(at node: Int, _ place: BlockPlace) {
        let document = map.document
        document.bytes.withUnsafeBufferPointer { bytes in
            let range = document.textRange(node)
            var at = range.lowerBound
            while at < range.upperBound {
                let space = Whitespace.length(bytes, at, range.upperBound)
                if space > 0 {
                    pendingSpace = true
                    at += space
                    continue
                }
                let end = Whitespace.endOfRun(bytes, at, range.upperBound)
                if text.isEmpty {
                    block.node = node
                    block.place = place
                } else if pendingSpace {
                    text.append(0x20)
                }
                pendingSpace = false
                breaks = 0
                let run = UnsafeBufferPointer(rebasing: bytes[at..<end])
                text.append(contentsOf: run)
                block.lastNode = node
                if place.isLink || place.isBold || place.isItalic {
                    let length = run.count(where: { $0 != 0x20 })
                    if place.isLink { block.linkLength += length }
                    if place.isBold { block.boldLength += length }
                    if place.isItalic { block.italicLength += length }
                }
                at = end
            }
        }
    }

    private mutating func flush() {
        if text.last == UInt8(ascii: "|") { text.removeLast(min(2, text.count)) }
        if !text.isEmpty {
            block.text = Array(text[...])
            block.kind = block.place.kind
            // One cell of text in a row: the table lays out the page.
            if block.kind == .tableRow, !text.contains(UInt8(ascii: "|")) { block.kind = .paragraph }
            blocks.append(block)
        }
        text.removeAll(keepingCapacity: true)
        block = PageBlock(kind: .paragraph, text: [], node: 0)
        pendingSpace = false
        breaks = 0
    }
}
