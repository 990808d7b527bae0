import HTMLParsing

/// A page with every node judged: what can be read, what is furniture, what stands in the byline, how much text is where.
struct PageMap {
    enum Role: UInt8 { case content, furniture, byline }

    let document: HTMLDocument
    private(set) var roles: [Role]
    /// Bytes of visible text below each node, white space left out; furniture counts nothing.
    private(set) var textLength: [Int32]
    /// Of that, inside links.
    private(set) var linkLength: [Int32]
    /// Text of blocks that read like prose, below each node.
    private(set) var prose: [Int32]
    /// How many such blocks.
    private(set) var proseBlocks: [Int32]
    /// Where the elements are that classes call a byline, in document order.
    private(set) var bylines: [Int] = []

    init(_ document: HTMLDocument) {
        self.document = document
        let count = document.count
        roles = [Role](repeating: .content, count: count)
        textLength = [Int32](repeating: 0, count: count)
        linkLength = textLength
        prose = textLength
        proseBlocks = textLength
        let raw = Self.rawLengths(document)
        judge(raw)
        measure(raw)
    }

    /// Whether a node and all below it stay out of the article's text.
    func isSkipped(_ node: Int) -> Bool { roles[node] != .content }

    // Reverse document order: children come before their parents.
    private static func rawLengths(_ document: HTMLDocument) -> [Int32] {
        var lengths = [Int32](repeating: 0, count: document.count)
        for node in document.nodes.reversed() {
            if document.isText(node) {
                var length: Int32 = 0
                for byte in document.bytes[document.textRange(node)] where byte > 0x20 { length += 1 }
                lengths[node] = length
            } else if TagRoles.neverText.contains(document.tag(node)) {
                lengths[node] = 0
            }
            if let parent = document.parent(node) { lengths[parent] += lengths[node] }
        }
        return lengths
    }

    private mutating func judge(_ raw: [Int32]) {
        let total = max(raw.first ?? 0, 1)
        var node = 0
        while node < document.count {
            let role =
                document.isElement(node) ? NodeJudge.role(document, node, share: Double(raw[node]) / Double(total), length: Int(raw[node])) : .content
            if role != .content {
                roles[node] = role
                if role == .byline { bylines.append(node) }
                node = document.end(of: node)
            } else {
                node += 1
            }
        }
    }

    private mutating func measure(_ raw: [Int32]) {
        var block = [Int32](repeating: 0, count: document.count)
        var inLink = [Bool](repeating: false, count: document.count)
        var ownText = [Int32](repeating: 0, count: document.count)
        var ownLink = ownText
        var node = 0
        while node < document.count {
            if isSkipped(node) {
                node = document.end(of: node)
                continue
            }
            let parent = document.parent(node) ?? 0
            let tag = document.tag(node)
            block[node] = node == 0 || TagRoles.blocks.contains(tag) ? Int32(node) : block[parent]
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
            if ownText[node] >= 40, ownLink[node] * 5 < ownText[node] * 2, !TagRoles.headings.contains(document.tag(node)) {
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

enum TagRoles {
    static let neverText = TagSet([
        .script, .style, .noscript, .template, .head, .iframe, .object, .embed, .svg, .math, .canvas, .audio, .video, .select, .textarea, .input,
        .button, .map, .noframes,
    ])
    static let furniture = TagSet([.nav, .aside, .footer, .dialog, .menu, .figcaption, .label, .option, .legend, .progress, .meter, .search])
    static let headings = TagSet([.h1, .h2, .h3, .h4, .h5, .h6])
    static let blocks = TagSet([
        .address, .article, .aside, .blockquote, .body, .caption, .center, .dd, .details, .dialog, .div, .dl, .dt, .fieldset, .figcaption, .figure,
        .footer, .form, .h1, .h2, .h3, .h4, .h5, .h6, .header, .hgroup, .hr, .html, .li, .main, .menu, .nav, .ol, .p, .pre, .search, .section,
        .summary, .table, .tbody, .td, .tfoot, .th, .thead, .tr, .ul,
    ])
}

/// A set of tags looked up by their place in the list of all tags.
struct TagSet: Sendable {
    private let members: [Bool]

    init(_ tags: [HTMLTag]) {
        let wanted = Set(tags)
        members = HTMLTag.allCases.map { wanted.contains($0) }
    }

    func contains(_ tag: HTMLTag) -> Bool { members[tag.number] }
}
