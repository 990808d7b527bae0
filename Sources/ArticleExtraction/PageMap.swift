import HTMLParsing

/// A page with every node judged: what can be read, what is furniture, what stands in the byline, how much text is where.
struct PageMap {
    enum Role: UInt8 {
        case content, furniture, byline
        /// A reader does not see it.
        case unseen
    }

    let document: HTMLDocument
    private(set) var roles: [Role]
    /// What the names of each element say; empty where nothing is seen.
    private(set) var traits: [NameTraits]
    /// What the classes of this page were read as.
    private(set) var classes = ClassMemo()
    /// Bytes of text below each node, white space left out, furniture or not.
    let rawLength: [Int32]
    /// Bytes of visible text below each node, white space left out; furniture counts nothing.
    private(set) var textLength: [Int32]
    /// Of that, inside links.
    private(set) var linkLength: [Int32]
    /// Text of blocks that read like prose, below each node.
    private(set) var prose: [Int32]
    /// How many such blocks.
    private(set) var proseBlocks: [Int32]

    init(_ document: HTMLDocument) {
        self.document = document
        let count = document.count
        roles = [Role](repeating: .content, count: count)
        textLength = [Int32](repeating: 0, count: count)
        linkLength = textLength
        prose = textLength
        proseBlocks = textLength
        traits = [NameTraits](repeating: [], count: count)
        rawLength = Self.rawLengths(document)
        judge(rawLength)
        measure(rawLength)
    }

    /// Whether a node and all below it stay out of the article's text.
    func isSkipped(_ node: Int) -> Bool { roles[node] != .content }

    // Reverse document order: children come before their parents.
    private static func rawLengths(_ document: HTMLDocument) -> [Int32] {
        let neverText = TagRoles.neverText
        var lengths = [Int32](repeating: 0, count: document.count)
        for node in document.nodes.reversed() {
            guard let parent = document.parent(node) else { continue }
            // What stands in scripts and the like is no text.
            guard !neverText.contains(document.tag(parent)) else { continue }
            if document.isText(node) {
                let range = document.textRange(node)
                lengths[node] = document.bytes.withUnsafeBufferPointer { bytes in
                    var length: Int32 = 0
                    for byte in UnsafeBufferPointer(rebasing: bytes[range]) { length += byte > 0x20 ? 1 : 0 }
                    return length
                }
            }
            lengths[parent] += lengths[node]
        }
        return lengths
    }

    private mutating func judge(_ raw: [Int32]) {
        let judge = NodeJudge(document)
        let total = Double(max(raw.first ?? 0, 1))
        var node = 0
        // Below furniture only what is seen matters.
        var furnitureEnd = 0
        while node < document.count {
            guard document.isElement(node) else {
                node += 1
                continue
            }
            let has = document.attributes(of: node)
            if judge.isUnseen(node, has: has) {
                roles[node] = .unseen
                node = document.end(of: node)
                continue
            }
            if has.contains(.class) || has.contains(.id) { readNames(node) }
            if node >= furnitureEnd {
                let role = judge.role(node, share: Double(raw[node]) / total, length: Int(raw[node]), traits: traits[node], has: has)
                if role != .content {
                    roles[node] = role
                    furnitureEnd = document.end(of: node)
                }
            }
            node += 1
        }
    }

    /// What class and id say.
    private mutating func readNames(_ node: Int) {
        if let range = document.attributeRange(.class, of: node) { traits[node] = classes.reading(document.bytes[range]).traits }
        if let range = document.attributeRange(.id, of: node) { traits[node].formUnion(.reading(document.bytes[range])) }
    }

    private mutating func measure(_ raw: [Int32]) {
        var block = [Int32](repeating: 0, count: document.count)
        var inLink = [Bool](repeating: false, count: document.count)
        var ownText = [Int32](repeating: 0, count: document.count)
        var ownLink = ownText
        let (blockTags, headings) = (TagRoles.blocks, TagRoles.headings)
        var node = 0
        while node < document.count {
            if isSkipped(node) {
                node = document.end(of: node)
                continue
            }
            let parent = document.parent(node) ?? 0
            let tag = document.tag(node)
            block[node] = node == 0 || blockTags.contains(tag) ? Int32(node) : block[parent]
            inLink[node] = inLink[parent] || tag == .a
            if document.isText(node), raw[node] > 0 {
                textLength[node] = raw[node]
                ownText[Int(block[node])] += raw[node]
                if inLink[node] {
                    linkLength[node] = raw[node]
                    ownLink[Int(block[node])] += raw[node]
                }
            }
            node += 1
        }
        for node in document.nodes.reversed() {
            // Forty bytes: a short sentence, or thirteen ideographs. Two fifths of links: no sentence but a list of them.
            if ownText[node] >= 40, ownLink[node] * 5 < ownText[node] * 2, !headings.contains(document.tag(node)) {
                prose[node] += ownText[node] - ownLink[node]
                proseBlocks[node] += 1
            }
            guard let parent = document.parent(node) else { continue }
            textLength[parent] += textLength[node]
            linkLength[parent] += linkLength[node]
            prose[parent] += prose[node]
            proseBlocks[parent] += proseBlocks[node]
        }
    }
}
