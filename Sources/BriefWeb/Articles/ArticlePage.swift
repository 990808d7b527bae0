import BriefModel
import BriefRendering

/// An article as it was read: our stored text, with the passage asked for marked. What it says is shown, never obeyed.
struct ArticlePage {
    let stored: StoredArticle
    /// UTF-8 byte offsets into the article's text; nil to mark nothing.
    let passage: Range<Int>?
    /// What its sentences assert, to be told beside them; nil for the text alone.
    let claims: [Claim]?
    let notice: String?

    /// Bytes of a text on one page; of a longer one the part around the passage.
    private static let longest = 512 << 10
    /// Bytes of a text whose claims are told.
    static let longestMarked = 64 << 10

    /// The text behind the title, as UTF-8 byte offsets.
    private var body: Range<Int> {
        let end = stored.article.text.utf8.count
        return min(stored.article.blocks.first?.range.upperBound ?? 0, end)..<end
    }

    /// The part of it that is shown.
    private var shown: Range<Int> {
        let text = stored.article.text, body = body
        guard body.count > Self.longest else { return body }
        let start = max(body.lowerBound, (passage?.lowerBound ?? 0) - Self.longest / 4)
        return text.characterStart(start)..<text.characterStart(min(start + Self.longest, body.upperBound))
    }

    func document() -> [UInt8] {
        let article = stored.article
        return Page.document(title: article.title, description: "An article as it was read", frame: .site(current: nil, notice: notice)) { html in
            html.element("article", .class("piece")) { html in
                html.element("header", .class("mast")) { masthead(to: &$0) }
                if let claims { ClaimKey(claims: claims).write(to: &html) }
                html.element("div", .class("body"), .lang(article.language), .directionOfText) { html in
                    var page: String?
                    let shown = shown
                    if shown.count < body.count { cut(to: &html) }
                    for block in article.blocks.dropFirst() where block.range.overlaps(shown) {
                        // The printed page a quotation is to be looked up on.
                        if let next = block.page, next != page { html.element("p", .class("meta"), say: "Page {number}", ["number": next]) }
                        page = block.page ?? page
                        write(TextBlock(kind: block.kind, range: block.range.clamped(to: shown), page: block.page), to: &html)
                    }
                }
            }
        }
    }

    private func cut(to html: inout HTMLWriter) {
        html.element("p", .class("meta")) { html in
            html.say("This text is too long for a page: a part of it follows.")
            html.text(" ")
            html.element("a", .href(.site("articles", stored.article.id.rawValue + ".json")), say: "All of it, as JSON")
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        let article = stored.article
        html.element("p", .class("kick")) { Caption.write(outlet: stored.outlet, day: article.day, language: article.language, to: &$0) }
        html.element("h1", .class("page"), .lang(article.language), .directionOfText) { html in
            // A title too long for a line is shown without its marks.
            if let title = article.blocks.first, title.range.count <= 300 { text(of: title, to: &html) } else { html.text(article.title.shown()) }
        }
        html.element("p", .class("meta")) { html in
            html.say(.sentences(facts))
            html.text(" ")
            if let link = Link(address: article.address) {
                html.element("a", .href(link), .outward, say: "Original")
            } else {
                html.text(article.address.shown())
            }
        }
        if let found = article.provenance?.phrase {
            html.element("p", .class("meta"), say: .sentences([found, "In brackets: how often what was found so is right."]))
        }
        ways(to: &html)
        guard stored.versions.count > 1 else { return }
        html.element("p", .class("meta")) { html in
            html.say("Versions:")
            html.text(" ")
            for (place, version) in stored.versions.enumerated() {
                if place > 0 { html.comma() }
                if version == article.version {
                    html.element("b", say: "{version} (this one)", ["version": version])
                } else {
                    html.element("a", .href(.article(article.id, version: version)), text: String(version))
                }
            }
            if let before = stored.versions.last(where: { $0 < article.version }) {
                html.stop()
                html.element(
                    "a", .href(.changes(of: article.id, from: before, to: article.version)), say: "What changed since version {version}",
                    ["version": before])
            }
        }
    }

    /// From the text alone to what it claims, and back.
    private func ways(to html: inout HTMLWriter) {
        let article = stored.article
        guard article.text.utf8.count <= Self.longestMarked else { return }
        html.element("p", .class("meta hide-p")) { html in
            var query: [(name: StaticString, value: String)] = [("version", String(article.version))]
            if let passage { query += [("from", String(passage.lowerBound)), ("to", String(passage.upperBound))] }
            query.append(("claims", claims == nil ? "1" : "0"))
            let link = Link.site("articles", article.id.rawValue, query: query, fragment: passage == nil ? nil : "passage")
            html.element("a", .href(link), say: claims == nil ? "Show on whose word each sentence is" : "Show the text alone")
        }
    }

    /// Who wrote it, whose it is, and when it was read.
    private var facts: [Phrase] {
        let article = stored.article
        let authors = article.authors.prefix(20).map { $0.shown() }.joined(separator: ", ")
        let said: [Phrase?] = [
            authors.isEmpty ? nil : Phrase("By {authors}.", ["authors": authors]),
            article.creditLine.map { Phrase("Credited: {credit}.", ["credit": $0.shown()]) },
            article.isCorrection ? "This is a correction." : nil, article.wishes?.phrase,
            Phrase("Text as it was read on {moment}.", ["moment": article.fetched]),
        ]
        return said.compactMap { $0 }
    }

    private func write(_ block: TextBlock, to html: inout HTMLWriter) {
        switch block.kind {
        case .title, .paragraph, .tableRow: html.element("p") { text(of: block, to: &$0) }
        case .heading: html.element("h2") { text(of: block, to: &$0) }
        case .listItem: html.element("p", .class("item")) { text(of: block, to: &$0) }
        case .quote: html.element("blockquote") { text(of: block, to: &$0) }
        case .code: html.element("pre") { text(of: block, to: &$0) }
        case .caption: html.element("p", .class("lab")) { text(of: block, to: &$0) }
        }
        html.newline()
    }

    /// A block, with what its sentences assert told after them.
    private func text(of block: TextBlock, to html: inout HTMLWriter) {
        var place = block.range.lowerBound
        for claim in claims ?? [] where claim.isTold && block.range.lowerBound <= claim.passage.range.lowerBound {
            let range = claim.passage.range
            guard range.lowerBound >= place, range.upperBound <= block.range.upperBound else { continue }
            text(place..<range.lowerBound, to: &html)
            html.element("span", .class("claim \(claim.modality.rawValue)")) { text(range, to: &$0) }
            html.element("small", .class("by"), .lang(html.words.language.tag)) { html in
                html.text(" ")
                html.say(claim.told)
            }
            place = range.upperBound
        }
        text(place..<block.range.upperBound, to: &html)
    }

    /// A range, with the part of the passage that lies in it marked.
    private func text(_ range: Range<Int>, to html: inout HTMLWriter) {
        let text = stored.article.text
        let marked = passage.map { $0.clamped(to: range) } ?? range.lowerBound..<range.lowerBound
        guard !marked.isEmpty, let before = text.slice(utf8: range.lowerBound..<marked.lowerBound), let words = text.slice(utf8: marked),
            let after = text.slice(utf8: marked.upperBound..<range.upperBound)
        else { return html.text(text.slice(utf8: range) ?? "") }
        html.text(before)
        if passage?.lowerBound == marked.lowerBound {
            html.element("mark", .id("passage"), text: words)
        } else {
            html.element("mark", text: words)
        }
        html.text(after)
    }
}

extension String {
    /// The nearest byte offset at or before this one at which a character of UTF-8 begins.
    fileprivate func characterStart(_ offset: Int) -> Int {
        guard offset < utf8.count else { return utf8.count }
        let index = utf8.index(startIndex, offsetBy: offset)
        return utf8.distance(from: startIndex, to: unicodeScalars.index(before: unicodeScalars.index(after: index)))
    }
}
