import HTMLParsing

/// Finds the headline among the places that repeat it, and the outlet's name where it is glued to it.
struct HeadlineChoice {
    let title: String
    /// "Headline - Site": what the page title has beside the headline.
    let siteName: String?

    init(_ map: PageMap, meta: MetaTags, data: LinkedData, root: Int) {
        let document = map.document
        let pageTitle = document.first(.title).map { Whitespace.normalised(document.textContent($0)) } ?? ""
        let declared = [data.headline, meta["og:title"], meta["itemprop:headline"], meta["twitter:title"], meta["dc.title"]].compactMap { $0 }.map(
            Self.plain)
        let headings = Self.headings(map, root)
        let known = ([pageTitle] + declared).map(Folding.key)
        // A heading is the headline as readers see it, when the page's own data knows it too.
        let confirmed = headings.first { heading in
            let key = Folding.key(heading)
            return !key.isEmpty && known.contains { $0 == key || $0.contains(key) && key.utf8.count >= 8 }
        }
        let (short, site) = Self.withoutSite(pageTitle, siteName: meta["og:site_name"] ?? data.publisher)
        title = confirmed ?? declared.first { !$0.isEmpty } ?? (short.isEmpty ? headings.first ?? "" : short)
        siteName = meta["og:site_name"] ?? data.publisher ?? meta["application-name"] ?? Self.rest(of: pageTitle, beside: title) ?? site
    }

    /// Visible headings, `h1` before the others, those in the page before those in furniture.
    private static func headings(_ map: PageMap, _ root: Int) -> [String] {
        let document = map.document
        let nodes = document.nodes.filter { TagRoles.headings.contains(document.tag($0)) && map.isReadable($0) }
        let sorted = nodes.filter { document.tag($0) == .h1 } + nodes.filter { document.tag($0) != .h1 && document.tag($0) != .h6 }
        return sorted.prefix(30).map { Whitespace.normalised(document.textContent($0)) }.filter { !$0.isEmpty && $0.utf8.count < 400 }
    }

    /// Some systems escape twice: `&amp;quot;`.
    private static func plain(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return Whitespace.normalised(text) }
        do throws(HTMLError) {
            let document = try HTMLDocument(utf8: Array(text.utf8))
            return Whitespace.normalised(document.textContent(0))
        } catch {
            return Whitespace.normalised(text)
        }
    }

    private static let separators = [" - ", " | ", " – ", " — ", " :: ", " » ", " · ", ": "]

    /// The page title without its site, which is the known name or else the shorter end.
    private static func withoutSite(_ pageTitle: String, siteName: String?) -> (title: String, site: String?) {
        if let siteName, !siteName.isEmpty {
            for separator in separators {
                if pageTitle.hasSuffix(separator + siteName) { return (String(pageTitle.dropLast(separator.count + siteName.count)), siteName) }
                if pageTitle.hasPrefix(siteName + separator) { return (String(pageTitle.dropFirst(separator.count + siteName.count)), siteName) }
            }
        }
        for separator in separators.dropLast() {
            guard let cut = pageTitle.lastRange(of: separator) else { continue }
            let (head, tail) = (pageTitle[..<cut.lowerBound], pageTitle[cut.upperBound...])
            if head.utf8.count >= tail.utf8.count, head.utf8.count >= 10 { return (String(head), String(tail)) }
        }
        return (pageTitle, nil)
    }

    /// "Site: Headline" or "Headline - Site" with the headline known.
    private static func rest(of pageTitle: String, beside title: String) -> String? {
        for separator in separators {
            if pageTitle.hasPrefix(title + separator) { return String(pageTitle.dropFirst(title.count + separator.count)) }
            if pageTitle.hasSuffix(separator + title) { return String(pageTitle.dropLast(title.count + separator.count)) }
        }
        return nil
    }
}

extension String {
    /// Where a piece of ASCII or other text stands last.
    fileprivate func lastRange(of piece: String) -> Range<String.Index>? {
        let wanted = Array(piece.utf8)
        let bytes = Array(utf8)
        guard bytes.count >= wanted.count else { return nil }
        for start in stride(from: bytes.count - wanted.count, through: 0, by: -1) where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            return utf8.index(startIndex, offsetBy: start)..<utf8.index(startIndex, offsetBy: start + wanted.count)
        }
        return nil
    }
}
