import BriefModel
import HTMLParsing

/// Markup of a feed with nothing left that runs, loads or hides: known elements, two attributes, absolute web addresses.
enum MarkupSanitiser {
    static func clean(_ markup: String, base: WebAddress?) -> String? {
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: Array(markup.utf8))
            return write(document, base: base)
        } catch {
            return nil
        }
    }

    private static func write(_ document: HTMLDocument, base: WebAddress?) -> String? {
        var output = ""
        var open: [(tag: HTMLTag, end: Int)] = []
        var node = 0
        while node < document.count {
            while let last = open.last, last.end <= node {
                output += "</\(last.tag.rawValue)>"
                open.removeLast()
            }
            let tag = document.tag(node)
            if dropped.contains(tag) {
                node = document.end(of: node)
                continue
            }
            if document.isText(node) {
                output += FeedText.escaped(String(decoding: document.bytes[document.textRange(node)], as: UTF8.self))
            } else if kept.contains(tag) {
                output += "<\(tag.rawValue)\(attributes(document, node, base))>"
                if !void.contains(tag) { open.append((tag, document.end(of: node))) }
            }
            node += 1
        }
        for last in open.reversed() { output += "</\(last.tag.rawValue)>" }
        return FeedText.tidy(output) == nil ? nil : output
    }

    private static func attributes(_ document: HTMLDocument, _ node: Int, _ base: WebAddress?) -> String {
        var output = ""
        for (name, attribute) in [("href", HTMLAttribute.href), ("src", .src)] {
            guard document.tag(node) == (attribute == .href ? .a : .img), let value = document.attribute(attribute, of: node) else { continue }
            guard let address = base?.resolving(value) ?? WebAddress(value) else { continue }
            output += " \(name)=\"\(FeedText.escaped(address.text, inAttribute: true))\""
        }
        if document.tag(node) == .img, let alt = document.attribute(.alt, of: node) {
            output += " alt=\"\(FeedText.escaped(alt, inAttribute: true))\""
        }
        return output
    }

    private static let dropped: Set<HTMLTag> = [
        .script, .style, .template, .noscript, .iframe, .object, .embed, .form, .svg, .math, .head, .frameset, .audio, .video, .canvas,
        .textarea, .select, .button,
    ]
    private static let void: Set<HTMLTag> = [.br, .hr, .img]
    private static let kept: Set<HTMLTag> = [
        .a, .abbr, .b, .blockquote, .br, .caption, .cite, .code, .dd, .del, .div, .dl, .dt, .em, .figcaption, .figure, .h1, .h2, .h3, .h4, .h5,
        .h6, .hr, .i, .img, .ins, .kbd, .li, .mark, .ol, .p, .pre, .q, .s, .samp, .small, .span, .strong, .sub, .sup, .table, .tbody, .td, .tfoot,
        .th, .thead, .tr, .u, .ul,
    ]
}
