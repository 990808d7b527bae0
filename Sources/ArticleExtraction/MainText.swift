import HTMLParsing

/// Finds the element that holds the article.
enum MainText {
    /// From the page downwards, into whichever child holds almost all of the prose, or most of it and a name that says so.
    static func root(_ map: PageMap) -> Int {
        let document = map.document
        var here = 0
        while true {
            let candidates = document.children(here).filter { document.isElement($0) && !map.isSkipped($0) && map.prose[$0] > 0 }
            guard let best = candidates.max(by: { map.prose[$0] < map.prose[$1] }) else { return here }
            // An `<i>` that nobody closed holds the rest of the page.
            guard !TagRoles.prose.contains(document.tag(best)) || map.proseBlocks[best] > 1 else { return here }
            let share = Double(map.prose[best]) / Double(max(map.prose[here], 1))
            let keepsBlocks = map.proseBlocks[best] >= 2 || map.proseBlocks[best] == map.proseBlocks[here]
            let isDominant = share >= 0.85 && keepsBlocks
            guard isDominant || (share >= 0.5 && isNamed(map, best)) else { return here }
            here = best
        }
    }

    /// The element calls itself the article.
    private static func isNamed(_ map: PageMap, _ node: Int) -> Bool {
        let document = map.document
        switch document.tag(node) {
        case .article, .main: return true
        default: break
        }
        if let property = document.attribute(.itemprop, of: node), property == "articleBody" { return true }
        return map.traits[node].contains(.article)
    }
}
