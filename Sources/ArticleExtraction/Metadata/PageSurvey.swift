import HTMLParsing

/// One line of a page as a reader sees it: the text between two block boundaries.
struct PageLine {
    enum Zone: UInt8 { case main, byline, furniture, comments }

    /// White space normalised; cut at `PageSurvey.lineLimit` bytes.
    let text: [UInt8]
    /// Of the whole line, in bytes.
    let length: Int
    let linkLength: Int
    let zone: Zone
    /// 1…6 for `h1`…`h6`; 0 for other lines.
    let heading: Int
    /// Where the line's text starts.
    let node: Int

    var string: String { String(decoding: text, as: UTF8.self) }
    var isProse: Bool { heading == 0 && length >= 80 && linkLength * 2 < length && zone == .main }
}

/// An element whose markup says what it is, and where it stands.
struct PageMark {
    enum Sign: UInt8 { case published, modified, created, headline, author, authorLink, authorAddress, authorClass, name, section, time, title }

    let sign: Sign
    let node: Int
    /// The line it stands in, or the one that follows.
    let line: Int
    let zone: PageLine.Zone
    /// Inside something that is described as another thing than the article: a comment, a product, an image.
    let isForeign: Bool
}

/// Everything metadata is read from, gathered in one pass over the page: named values, marked elements, visible lines, scripts.
struct PageSurvey {
    let document: HTMLDocument
    private(set) var meta = MetaTags()
    private(set) var marks: [PageMark] = []
    private(set) var lines: [PageLine] = []
    private(set) var linkedScripts: [Int] = []
    private(set) var otherScripts: [Int] = []

    /// Longer lines are prose: their beginning is enough.
    static let lineLimit = 400
    /// A page with more is no article; the rest is not looked at.
    private static let mostLines = 20_000

    private var text: [UInt8] = []
    private var length = 0
    private var linkLength = 0
    private var pendingSpace = false
    private var start = 0
    private var open: [Frame] = []
    private var classes: ClassMemo
    private let blockTags = TagRoles.blocks
    private let headings = TagRoles.headings
    private var mainHeadings: [Int] = []

    private struct Frame {
        let end: Int
        let isBlock: Bool
        let zone: PageLine.Zone
        let heading: Int
        let isLink: Bool
        let isHidden: Bool
        let isForeign: Bool
    }

    init(_ map: PageMap) {
        document = map.document
        classes = map.classes
        mainHeadings = document.elements(.h1)
        open.append(Frame(end: document.count, isBlock: true, zone: .main, heading: 0, isLink: false, isHidden: false, isForeign: false))
        for node in document.nodes {
            while let last = open.last, last.end <= node, open.count > 1 { leave(last) }
            if document.isText(node) {
                if let here = open.last, !here.isHidden { append(node, isLink: here.isLink) }
            } else if document.isElement(node) {
                enter(node, map)
            }
        }
        while open.count > 1, let last = open.last { leave(last) }
        flush()
    }

    private mutating func leave(_ frame: Frame) {
        if frame.isBlock { flush() }
        open.removeLast()
    }

    private mutating func enter(_ node: Int, _ map: PageMap) {
        let tag = document.tag(node)
        switch tag {
        case .meta: return meta.read(document, node)
        case .link: return meta.readLink(document, node)
        case .script: return addScript(node)
        case .br, .hr: return flush()
        default: break
        }
        let outer = open[open.count - 1]
        let isBlock = blockTags.contains(tag)
        if isBlock { flush() }
        let has = document.attributes(of: node)
        let className = has.contains(.class) ? document.attributeRange(.class, of: node).map { classes.reading(document.bytes[$0]) } : nil
        if lines.count < Self.mostLines, !has.isEmpty || tag == .time { addMarks(node, tag, has, className?.signs ?? [], outer) }
        guard document.firstChild(node) != nil else { return }
        let isHidden =
            outer.isHidden || map.roles[node] == .unseen || tag == .rt || tag == .rp
        var zone = outer.zone
        if zone == .main || zone == .byline {
            switch map.roles[node] {
            case .content: break
            case .byline: zone = .byline
            case .furniture, .unseen: zone = .furniture
            }
        }
        if zone != .comments, tag != .body, tag != .html,
            className?.isDiscussion ?? false || has.contains(.id) && holdsDiscussion(node),
            map.prose[node] * 2 < map.prose[0] || map.isSkipped(node), !holdsMainHeading(node)
        {
            zone = .comments
        }
        let foreign = has.contains(.itemtype) ? foreignness(node) : nil
        open.append(
            Frame(
                end: document.end(of: node), isBlock: isBlock, zone: zone,
                heading: headings.contains(tag) ? Int(document.name(node).utf8.last ?? 0x30) - 0x30 : outer.heading,
                isLink: outer.isLink || tag == .a, isHidden: isHidden, isForeign: foreign ?? outer.isForeign))
    }

    /// Its id says so.
    private func holdsDiscussion(_ node: Int) -> Bool {
        document.attributeRange(.id, of: node).map { ClassNames.isDiscussion(document.bytes[$0]) } ?? false
    }

    private func holdsMainHeading(_ node: Int) -> Bool {
        let end = document.end(of: node)
        var (low, high) = (0, mainHeadings.count)
        while low < high {
            let middle = (low + high) / 2
            if mainHeadings[middle] < node { low = middle + 1 } else { high = middle }
        }
        return low < mainHeadings.count && mainHeadings[low] < end
    }

    private mutating func addScript(_ node: Int) {
        guard let type = document.attributeRange(.type, of: node) else { return otherScripts.append(node) }
        if ByteText.contains(document.bytes[type], "ld+json") { linkedScripts.append(node) } else { otherScripts.append(node) }
    }

    /// Whether what a microdata scope describes is another thing than the page's article; nil when the element opens no scope.
    private func foreignness(_ node: Int) -> Bool? {
        guard let type = document.attributeRange(.itemtype, of: node) else { return nil }
        let bytes = document.bytes[type]
        if ByteText.contains(bytes, "Comment") || ByteText.contains(bytes, "Review") || ByteText.contains(bytes, "Event") { return true }
        return ByteText.contains(bytes, "Article") || ByteText.contains(bytes, "Posting") ? false : nil
    }

    private mutating func addMarks(_ node: Int, _ tag: HTMLTag, _ has: HTMLAttributeSet, _ signs: [PageMark.Sign], _ frame: Frame) {
        func add(_ sign: PageMark.Sign) {
            marks.append(PageMark(sign: sign, node: node, line: lines.count, zone: frame.zone, isForeign: frame.isForeign))
        }
        if tag == .time { add(.time) }
        if has.contains(.itemprop) || has.contains(.property),
            let range = document.attributeRange(.itemprop, of: node) ?? document.attributeRange(.property, of: node)
        {
            for name in document.bytes[range].split(separator: 0x20) { MetaTags.property(name).map(add) }
        }
        if tag == .a, has.contains(.rel), let rel = document.attributeRange(.rel, of: node), ByteText.contains(document.bytes[rel], "author") {
            add(.authorLink)
        }
        if tag == .a, let href = document.attributeRange(.href, of: node), ClassNames.namesAuthor(document.bytes[href]) { add(.authorAddress) }
        for sign in signs { add(sign) }
    }

    private mutating func append(_ node: Int, isLink: Bool) {
        let range = document.textRange(node)
        let before = length
        document.bytes.withUnsafeBufferPointer { bytes in
            var at = range.lowerBound
            while at < range.upperBound {
                let space = Whitespace.length(bytes, at, range.upperBound)
                if space > 0 {
                    pendingSpace = true
                    at += space
                    continue
                }
                let end = Whitespace.endOfRun(bytes, at, range.upperBound)
                if length == 0 { start = node }
                if pendingSpace, length > 0 {
                    length += 1
                    if text.count < Self.lineLimit { text.append(0x20) }
                }
                pendingSpace = false
                length += end - at
                if text.count < Self.lineLimit {
                    text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[at..<min(end, at + Self.lineLimit - text.count)]))
                }
                at = end
            }
        }
        if isLink { linkLength += length - before }
    }

    private mutating func flush() {
        defer { pendingSpace = false }
        guard length > 0, let frame = open.last else { return }
        // Cut between characters.
        if length > text.count { while let last = text.last, last & 0xC0 == 0x80 { text.removeLast() } }
        if lines.count < Self.mostLines {
            lines.append(
                PageLine(text: Array(text[...]), length: length, linkLength: linkLength, zone: frame.zone, heading: frame.heading, node: start))
        }
        text.removeAll(keepingCapacity: true)
        length = 0
        linkLength = 0
    }
}
