import HTMLParsing

/// What a reader sees of a page as Markdown, with its links and notes. Unlike an article, all of it is kept but navigation and forms: of a brief that is
/// to be checked, no sentence may be lost.
struct PageMarkdown {
    private let document: HTMLDocument
    private let map: PageMap
    /// Elements that notes lead to, with the number of their mark.
    private var notes: [String: String] = [:]
    private var draft = MarkdownDraft()
    private var closing: [(end: Int, leave: Leave)] = []
    /// Of the lists around: the next number, or nil for one without numbers.
    private var lists: [Int?] = []
    private var prefix = ""

    private enum Leave { case link(String?), block, list }

    private static let leftOut = TagSet([.nav, .form, .dialog, .menu, .search])

    static func read(_ document: HTMLDocument) -> [UInt8] {
        var page = PageMarkdown(document)
        page.run()
        return page.draft.bytes
    }

    private init(_ document: HTMLDocument) {
        self.document = document
        map = PageMap(document)
        for node in document.nodes where document.tag(node) == .a {
            guard let href = document.attribute(.href, of: node), href.first == "#", let label = Self.label(document.textContent(node)) else {
                continue
            }
            notes[String(href.dropFirst())] = label
        }
    }

    private mutating func run() {
        let root = Self.root(document, map)
        var node = root
        let (blocks, neverText) = (TagRoles.blocks, TagRoles.neverText)
        while node < document.end(of: root) {
            leave(until: node)
            if document.isText(node) {
                draft.append(document.bytes[document.textRange(node)])
                node += 1
                continue
            }
            let tag = document.tag(node)
            if neverText.contains(tag) || Self.leftOut.contains(tag) || map.roles[node] == .unseen || isWayBack(node, tag) || isAside(node) {
                node = document.end(of: node)
                continue
            }
            if let label = raisedLabel(node, tag) {
                draft.mark("[\(label)]")
                node = document.end(of: node)
                continue
            }
            enter(node, tag, isBlock: blocks.contains(tag))
            node += 1
        }
        leave(until: Int.max)
        draft.end(prefix)
    }

    private mutating func enter(_ node: Int, _ tag: HTMLTag, isBlock: Bool) {
        switch tag {
        case .br: draft.space()
        case .a:
            let href = document.attribute(.href, of: node)
            let target = href.flatMap { $0.first == "#" ? notes[String($0.dropFirst())].map { "#" + $0 } : $0 }
            draft.openLink()
            closing.append((document.end(of: node), .link(target)))
        case .td, .th:
            draft.space()
            if !draft.isBlockEmpty { draft.mark("|") }
            draft.space()
        case _ where isBlock: enterBlock(node, tag)
        default: break
        }
    }

    private mutating func enterBlock(_ node: Int, _ tag: HTMLTag) {
        draft.end(prefix)
        prefix = ""
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6: prefix = String(repeating: "#", count: Int(TagRoles.headingLevel(tag))) + " "
        case .ol: lists.append(document.attribute(named: "start", of: node).flatMap { Int($0) } ?? 1)
        case .ul: lists.append(nil)
        case .li:
            prefix = "- "
            if let last = lists.last, let number = last {
                prefix = "\(number). "
                lists[lists.count - 1] = number + 1
            }
        case .tr: prefix = "| "
        case .blockquote: prefix = "> "
        default: break
        }
        if let id = document.attribute(.id, of: node), let label = notes[id] { prefix = "[\(label)]: " }
        closing.append((document.end(of: node), tag == .ol || tag == .ul ? .list : .block))
    }

    private mutating func leave(until node: Int) {
        while let last = closing.last, last.end <= node {
            closing.removeLast()
            switch last.leave {
            case .link(let target): draft.closeLink(target)
            case .block:
                draft.end(prefix)
                prefix = ""
            case .list:
                draft.end(prefix)
                prefix = ""
                if !lists.isEmpty { lists.removeLast() }
            }
        }
    }

    /// A raised figure, or several ("4, 5"), that lead nowhere still name entries of the list of sources.
    private func raisedLabel(_ node: Int, _ tag: HTMLTag) -> String? {
        guard tag == .sup, document.first(.a, in: node) == nil else { return nil }
        let labels = document.textContent(node).split(separator: ",").map { Self.label(String($0)) }
        return labels.contains(nil) || labels.isEmpty ? nil : labels.compactMap(\.self).joined(separator: ", ")
    }

    /// The page itself calls it a note beside its text: evidence cards of our own pages. (Notes that the text refers to are `doc-footnote`.)
    private func isAside(_ node: Int) -> Bool { document.attribute(named: "role", of: node) == "note" }

    /// "↩" at the end of a note.
    private func isWayBack(_ node: Int, _ tag: HTMLTag) -> Bool {
        guard tag == .a, let href = document.attribute(.href, of: node), href.first == "#" else { return false }
        return document.textContent(node).unicodeScalars.allSatisfy { ["↩", "↑", "^", " ", "\u{FE0E}", "\u{FE0F}"].contains($0) }
    }

    /// "1", "[1]" as the whole of a link.
    private static func label(_ text: String) -> String? {
        let digits = text.filter { !"[]^ \n".contains($0) }
        return (1...3).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber } ? digits : nil
    }

    /// The page's `main` or `article` where the text is in one, else its body: what stands beside the text may be its sources.
    private static func root(_ document: HTMLDocument, _ map: PageMap) -> Int {
        var here = MainText.root(map)
        var found: Int?
        while true {
            if document.tag(here) == .main || document.tag(here) == .article && found == nil { found = here }
            guard let parent = document.parent(here) else { break }
            here = parent
        }
        return found ?? document.first(.body) ?? 0
    }
}
