import BriefModel
import HTMLParsing

/// The text of a message written as a page. Everything a reader sees belongs to it: a mail has no navigation, and its classes name the
/// template ("email-body"), so the rules for web pages do not fit.
struct MailPage {
    private(set) var blocks: [LinedBlock] = []
    /// Absolute, each once.
    private(set) var links: [String] = []
    /// Where its link "view in browser" leads.
    private(set) var address: String?
    private(set) var title: String?

    private let document: HTMLDocument
    private var line: [UInt8] = []
    private var lines: [String] = []

    init(_ document: HTMLDocument) {
        self.document = document
        title = document.first(.title).map { Whitespace.normalised(document.textContent($0)) }
        readText()
        readLinks()
    }

    private mutating func readText() {
        var open: [(end: Int, tag: HTMLTag)] = []
        var node = 0
        while node < document.count {
            while let last = open.last, last.end <= node {
                close(open)
                open.removeLast()
            }
            let tag = document.tag(node)
            if document.isElement(node), Self.unseen.contains(tag) || NodeJudge.isHidden(document, node, has: document.attributes(of: node)) {
                node = document.end(of: node)
                continue
            }
            if document.isText(node) {
                line += document.bytes[document.textRange(node)]
            } else if tag == .br {
                endLine()
            } else if Self.blocks.contains(tag) {
                close(open)
                open.append((document.end(of: node), tag))
            } else if Self.cells.contains(tag) {
                line.append(0x20)
            }
            node += 1
        }
        close(open)
    }

    private mutating func endLine() {
        let text = String(decoding: Self.withoutFillers(Whitespace.normalised(line)), as: UTF8.self)
        // An empty line parts paragraphs.
        lines.append(text)
        line = []
    }

    private mutating func close(_ open: [(end: Int, tag: HTMLTag)]) {
        endLine()
        let kind = Self.kind(open)
        for group in lines.split(separator: "") { blocks.append(LinedBlock(kind: kind, lines: Array(group))) }
        lines = []
    }

    /// Preheaders are followed by soft hyphens, joiners and other characters that take no room, to keep the text below out of sight.
    private static func withoutFillers(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(where: { $0 >= 0x80 }) else { return text }
        var output = String.UnicodeScalarView()
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0xAD, 0x34F, 0x61C, 0x180E, 0x200B...0x200F, 0x2060...0x2064, 0x2800, 0xFEFF: break
            default: output.append(scalar)
            }
        }
        return Whitespace.normalised(Array(String(output).utf8))
    }

    private static func kind(_ open: [(end: Int, tag: HTMLTag)]) -> TextBlock.Kind {
        for (_, tag) in open.reversed() {
            switch tag {
            case .h1, .h2, .h3, .h4, .h5, .h6: return .heading
            case .li, .dd, .dt: return .listItem
            case .blockquote: return .quote
            case .figcaption, .caption: return .caption
            default: break
            }
        }
        return .paragraph
    }

    private static let unseen: Set<HTMLTag> = [
        .script, .style, .head, .title, .noscript, .template, .svg, .math, .button, .select, .textarea, .object, .iframe,
    ]
    /// Templates lay out by tables: a cell is a block there.
    private static let blocks: Set<HTMLTag> = [
        .p, .div, .h1, .h2, .h3, .h4, .h5, .h6, .li, .ul, .ol, .dl, .dd, .dt, .blockquote, .pre, .table, .tr, .td, .th, .section, .article, .header,
        .footer, .main, .aside, .nav, .center, .figure, .figcaption, .caption, .address, .hr, .form, .body,
    ]
    private static let cells: Set<HTMLTag> = [.img]

    private mutating func readLinks() {
        var seen: Set<String> = []
        for node in document.elements(.a) {
            guard let href = document.attribute(.href, of: node), let target = WebAddress(href) else { continue }
            let words = Whitespace.normalised(document.textContent(node))
            if MailFurniture.opensInBrowser(words) {
                address = address ?? target.text
            } else if !MailFurniture.isFurniture(words), seen.insert(target.text).inserted {
                links.append(target.text)
            }
        }
    }
}
