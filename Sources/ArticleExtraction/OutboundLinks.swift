import BriefModel
import HTMLParsing

/// Where the text of an article leads to: links of its kept blocks only, as menus and teasers lead everywhere.
enum OutboundLinks {
    /// Absolute http and https addresses in the order of the text, each once.
    /// - Parameters:
    ///   - base: what relative links are resolved against.
    ///   - own: addresses of the page itself: a link to its own sections leads nowhere else.
    static func found(in blocks: [PageBlock], of map: PageMap, base: WebAddress?, without own: [WebAddress]) -> [String] {
        var seen = Set(own)
        var found: [String] = []
        func add(_ node: Int) {
            guard let href = map.document.attribute(.href, of: node), let target = base?.resolving(href) ?? WebAddress(href) else { return }
            if seen.insert(target).inserted { found.append(target.text) }
        }
        for block in blocks {
            if block.place.isLink, let around = link(around: block.node, map.document) { add(around) }
            var node = block.node
            while node <= block.lastNode {
                if map.isSkipped(node), map.document.end(of: node) > node + 1 {
                    node = map.document.end(of: node)
                    continue
                }
                if map.document.tag(node) == .a { add(node) }
                node += 1
            }
        }
        return found
    }

    private static func link(around node: Int, _ document: HTMLDocument) -> Int? {
        var here = document.parent(node)
        while let outer = here, document.tag(outer) != .a { here = document.parent(outer) }
        return here
    }
}
