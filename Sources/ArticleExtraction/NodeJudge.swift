import HTMLParsing

/// Decides of one element whether a reader sees it as part of an article.
enum NodeJudge {
    /// - Parameters:
    ///   - share: of the page's text below this element.
    ///   - length: that text in bytes.
    static func role(_ document: HTMLDocument, _ node: Int, share: Double, length: Int) -> PageMap.Role {
        let tag = document.tag(node)
        if TagRoles.neverText.contains(tag) || isHidden(document, node, tag) { return .furniture }
        switch tag {
        case .html, .body, .main, .article: return .content
        default: break
        }
        if document.has(.itemprop, node), let property = document.attribute(.itemprop, of: node), property == "articleBody" { return .content }
        if TagRoles.furniture.contains(tag) { return share < 0.6 ? .furniture : .content }
        if tag == .header { return isPageHeader(document, node, share) ? .furniture : .content }
        if let role = document.attribute(.role, of: node), furnitureRoles.contains(role) { return share < 0.6 ? .furniture : .content }
        return named(document, node, tag, share: share, length: length)
    }

    private static let furnitureRoles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "dialog", "alertdialog", "search", "menu", "menubar", "toolbar", "tablist", "tooltip",
    ]

    /// A page's header, or an article's own, which repeats title and byline.
    private static func isPageHeader(_ document: HTMLDocument, _ node: Int, _ share: Double) -> Bool {
        share < 0.4 && document.first(.h1, in: node) == nil
    }

    private static func named(_ document: HTMLDocument, _ node: Int, _ tag: HTMLTag, share: Double, length: Int) -> PageMap.Role {
        if TagRoles.headings.contains(tag) { return .content }
        var isByline = false
        var isFurniture = false
        for attribute in [HTMLAttribute.class, .id] {
            guard let range = document.attributeRange(attribute, of: node) else { continue }
            switch NameReader.role(document.bytes[range]) {
            case .article: return .content
            case .furniture: isFurniture = true
            case .byline: isByline = true
            case nil: break
            }
        }
        if isFurniture {
            // A wrapper may carry any name ("has-sidebar"); an element with most of the text or the main heading is no furniture.
            return share < 0.4 || (share < 0.7 && isDiscussion(document, node)) ? (holdsHeading(document, node) ? .content : .furniture) : .content
        }
        return isByline && length < 200 && !holdsHeading(document, node) ? .byline : .content
    }

    private static func holdsHeading(_ document: HTMLDocument, _ node: Int) -> Bool { document.first(.h1, in: node) != nil }

    private static func isDiscussion(_ document: HTMLDocument, _ node: Int) -> Bool {
        [HTMLAttribute.id, .class].contains { attribute in
            document.attribute(attribute, of: node).map { $0.lowercased().contains("comment") || $0.lowercased().contains("disqus") } ?? false
        }
    }

    /// Not shown: attributes, and inline styles that hide text from eyes but not from machines.
    static func isHidden(_ document: HTMLDocument, _ node: Int, _ tag: HTMLTag) -> Bool {
        if document.has(.hidden, node) { return true }
        if let value = document.attributeRange(.ariaHidden, of: node), document.bytes[value].elementsEqual("true".utf8) { return true }
        guard let style = document.attributeRange(.style, of: node) else { return false }
        return InlineStyle(document.bytes[style]).hides
    }
}

/// Reads class and id names word by word.
enum NameReader {
    /// The strongest role among the names: the article's own text, then furniture, then byline.
    static func role(_ value: ArraySlice<UInt8>) -> FurnitureWords.Role? {
        guard value.count <= 400 else { return nil }
        var found: FurnitureWords.Role?
        for name in value.split(separator: 0x20) {
            let whole = String(decoding: name.map(lower), as: UTF8.self)
            if FurnitureWords.articleNames.contains(whole) { return .article }
            if let role = FurnitureWords.words[whole] { found = stronger(found, role) }
            for word in words(name) {
                if let role = FurnitureWords.words[word] {
                    found = stronger(found, role)
                } else if FurnitureWords.furnitureStems.open(Array(word.utf8)) {
                    found = .furniture
                }
            }
        }
        return found
    }

    private static func stronger(_ one: FurnitureWords.Role?, _ other: FurnitureWords.Role) -> FurnitureWords.Role {
        one == .furniture ? .furniture : other
    }

    /// "postComments-list" is post, comments, list.
    private static func words(_ name: ArraySlice<UInt8>) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasLower = false
        for byte in name {
            let isUpper = (0x41...0x5A).contains(byte)
            let isLetter = (0x61...0x7A).contains(byte | 0x20)
            if !isLetter || (isUpper && wasLower) {
                if word.count > 1 { words.append(String(decoding: word, as: UTF8.self)) }
                word.removeAll(keepingCapacity: true)
            }
            if isLetter { word.append(lower(byte)) }
            wasLower = isLetter && !isUpper
        }
        if word.count > 1 { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    private static func lower(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
