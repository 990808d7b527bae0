import HTMLParsing

/// Decides of one element whether a reader sees it as part of an article.
struct NodeJudge {
    let document: HTMLDocument
    /// Where the main headings are, in document order.
    let mainHeadings: [Int]
    private let neverText = TagRoles.neverText
    private let furniture = TagRoles.furniture
    private let headings = TagRoles.headings
    private let wording = TagRoles.wording

    init(_ document: HTMLDocument) {
        self.document = document
        mainHeadings = document.nodes.filter { document.tag($0) == .h1 && document.isElement($0) }
    }

    /// - Parameters:
    ///   - share: of the page's text below this element.
    ///   - length: that text in bytes.
    ///   - traits: what its names say.
    ///   - has: its attributes.
    func role(_ node: Int, share: Double, length: Int, traits: NameTraits, has: HTMLAttributeSet) -> PageMap.Role {
        let tag = document.tag(node)
        switch tag {
        case .html, .body, .main, .article: return .content
        default: break
        }
        if has.contains(.itemprop), let property = document.attributeRange(.itemprop, of: node),
            document.bytes[property].elementsEqual("articleBody".utf8)
        {
            return .content
        }
        if furniture.contains(tag) { return share < 0.6 ? .furniture : .content }
        if tag == .header { return share < 0.4 && !holdsMainHeading(node) ? .furniture : .content }
        if has.contains(.role), let role = document.attributeRange(.role, of: node), role.count < 20,
            Self.furnitureRoles.contains(document.bytes[role])
        {
            return share < 0.6 ? .furniture : .content
        }
        return named(node, tag, share: share, length: length, traits)
    }

    private static let furnitureRoles = WordSet([
        "navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar", "tablist", "tooltip",
    ])

    private func named(_ node: Int, _ tag: HTMLTag, share: Double, length: Int, _ traits: NameTraits) -> PageMap.Role {
        if traits.isDisjoint(with: [.furniture, .byline]) || headings.contains(tag) || !traits.isDisjoint(with: [.article, .quotedPost]) {
            return .content
        }
        if traits.contains(.furniture) {
            if wording.contains(tag) { return .content }
            // A wrapper may carry any name ("has-sidebar"); an element with most of the text or the main heading is no furniture.
            let isSmall = share < 0.4 || (share < 0.7 && traits.contains(.comments))
            return isSmall && !holdsMainHeading(node) ? .furniture : .content
        }
        return length < 200 && !holdsMainHeading(node) ? .byline : .content
    }

    private func holdsMainHeading(_ node: Int) -> Bool {
        let end = document.end(of: node)
        var low = 0
        var high = mainHeadings.count
        while low < high {
            let middle = (low + high) / 2
            if mainHeadings[middle] <= node { low = middle + 1 } else { high = middle }
        }
        return low < mainHeadings.count && mainHeadings[low] < end
    }

    /// Not shown, by its tag or else.
    func isUnseen(_ node: Int, has: HTMLAttributeSet) -> Bool {
        neverText.contains(document.tag(node)) || !has.isEmpty && Self.isHidden(document, node, has: has)
    }

    /// Not shown: attributes, and inline styles that hide text from eyes but not from machines.
    static func isHidden(_ document: HTMLDocument, _ node: Int, has: HTMLAttributeSet) -> Bool {
        if has.contains(.hidden) { return true }
        if has.contains(.ariaHidden), let value = document.attributeRange(.ariaHidden, of: node), document.bytes[value].elementsEqual("true".utf8) {
            return true
        }
        guard has.contains(.style), let style = document.attributeRange(.style, of: node) else { return false }
        return InlineStyle(document.bytes[style]).hides
    }
}

/// A few ASCII words, found without making a String.
struct WordSet: Sendable {
    private let words: [[UInt8]]

    init(_ words: [String]) { self.words = words.map { Array($0.utf8) } }

    func contains(_ bytes: ArraySlice<UInt8>) -> Bool { words.contains { $0.elementsEqual(bytes) } }
}
