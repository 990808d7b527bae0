import BriefModel

/// A passage as quoted: its exact words, the deciding ones marked, and who published it when.
struct PassageView {
    let passage: Passage
    let marked: Range<Int>?
    let source: BriefSource?
    let outlet: Outlet
    let day: CalendarDay
    let language: String
    /// Names of the outlets that reprinted it.
    var reprintedBy: [String] = []
    /// The number and anchor of the source list, where the page has one.
    var isNumbered = true

    init(_ citation: Citation, in references: References) {
        passage = citation.passage
        marked = citation.marked
        source = references.source(citation.passage.article)
        outlet = references.outlet(citation.outlet)
        day = citation.day
        language = citation.language
        reprintedBy = citation.reprintedBy.map { references.outlet($0).name.shown() }
    }

    /// A passage of an article of the source list; nil for one that is not in it.
    init?(_ passage: Passage, marked: Range<Int>?, in references: References, isNumbered: Bool = true) {
        guard let source = references.source(passage.article) else { return nil }
        self.passage = passage
        self.marked = marked
        self.source = source
        outlet = source.outlet.named(at: source.address)
        day = source.day
        language = source.language
        self.isNumbered = isNumbered
    }

    /// "p. 12": where to open what was printed.
    var page: String? { passage.page.map { "p. " + $0 } }

    /// The passage before, inside and after the deciding words; without usable marks all of it comes before.
    var parts: (before: Substring, marked: Substring, after: Substring) {
        let exact = passage.exact
        guard let marked, !marked.isEmpty, let middle = exact.slice(utf8: marked) else { return (exact[...], "", "") }
        return (exact[..<middle.startIndex], middle, exact[middle.endIndex...])
    }

    func write(frame: PageFrame, stance: Stance? = nil, to html: inout HTMLWriter) {
        html.element("figure", .class("q")) { html in
            if let stance { PassageView.writeStance(stance, to: &html) }
            html.element("blockquote", .language(language), .directionOfText) { quotation(to: &$0) }
            html.element("figcaption") { caption(frame: frame, to: &$0) }
            if !reprintedBy.isEmpty { html.element("p", .class("rep"), say: Wording.reprinted(by: reprintedBy)) }
        }
    }

    private func quotation(to html: inout HTMLWriter) {
        let parts = parts
        html.text(parts.before)
        if !parts.marked.isEmpty { html.element("mark", text: parts.marked) }
        html.text(parts.after)
    }

    private func caption(frame: PageFrame, to html: inout HTMLWriter) {
        if isNumbered, let source {
            html.element("span", .class("num"), text: "[\(source.number)]")
            html.text(" ")
            html.element("a", .href(.fragment("src-\(source.number)")), text: outlet.name.shown())
        } else {
            html.element("b", text: outlet.name.shown())
        }
        for part in outlet.kindAndLanguage(language, for: html.words.language) {
            html.comma()
            html.say(part)
        }
        html.comma()
        html.day(day)
        if let page = passage.page {
            html.comma()
            html.say("p. {number}", ["number": page])
        }
        writeWayToOriginal(frame: frame, to: &html)
    }

    /// Where the words stand: our stored copy when the page is served, and the publisher's page, opened at the passage.
    private func writeWayToOriginal(frame: PageFrame, to html: inout HTMLWriter) {
        let stored = frame.article.map { $0(passage) }
        let published = source.flatMap { Link(address: $0.address) }?.showing(passage.exact)
        guard stored != nil || published != nil else { return }
        html.element("span", .class("at")) { html in
            if let stored {
                html.comma()
                html.element("a", .href(stored), .label("Stored text, at this passage"), say: "stored text")
            }
            if let published {
                html.comma()
                html.element(
                    "a", .href(published), .outward, .label(Phrase("Original at {outlet}, at this passage", ["outlet": outlet.name.shown()])),
                    say: Phrase("original", context: "inside a caption"))
            }
        }
    }

    static func writeStance(_ stance: Stance, to html: inout HTMLWriter) {
        html.element("p", .class(stance == .contradicts ? "st no" : "st")) { html in
            if stance == .contradicts { Mark.writeOtherwise(to: &html) }
            html.say(Wording.stance(stance))
        }
    }
}

extension Outlet {
    /// A file has no outlet that anybody knows: it goes by its own name.
    fileprivate func named(at address: String) -> Outlet {
        guard address.hasPrefix("file://"), let name = address.split(separator: "/").last else { return self }
        var file = self
        file.name = String(name)
        return file
    }
}
