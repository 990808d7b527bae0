import BriefModel
import BriefRendering

/// Two versions of an article: what was taken out and what was put in, marked in one text.
struct VersionsPage {
    let earlier: StoredArticle
    let later: StoredArticle
    let notice: String?

    /// Bytes of a text that is compared.
    static let longest = 512 << 10
    /// Paragraphs that are the same and shown beside one that changed.
    private static let shownSame = 1

    func document() -> [UInt8] {
        let article = later.article
        let title = Phrase("Versions: {title}", ["title": article.title])
        return Page.document(title: title, description: "What changed in an article", frame: .site(current: nil, notice: notice)) { html in
            html.element("article", .class("piece")) { html in
                html.element("header", .class("mast")) { masthead(to: &$0) }
                guard max(earlier.article.text.utf8.count, article.text.utf8.count) <= Self.longest else {
                    html.element("p", say: "These texts are too long to be compared on a page.")
                    return
                }
                html.element("div", .class("body diff"), .lang(article.language)) { changes(to: &$0) }
            }
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        let article = later.article
        html.element("p", .class("kick")) { Caption.write(outlet: later.outlet, day: article.day, language: article.language, to: &$0) }
        html.element("h1", .class("page"), .lang(article.language), .directionOfText) {
            $0.element("a", .href(.article(article.id, version: article.version)), text: article.title.shown())
        }
        html.element("p", .class("meta")) { html in
            html.say(
                "From version {before}, read on {earlier}, to version {after}, read on {later}.",
                [
                    "before": earlier.article.version, "earlier": earlier.article.fetched, "after": article.version,
                    "later": article.fetched,
                ])
            html.text(" ")
            html.element("del", say: "Taken out")
            html.text(" ")
            html.element("ins", say: "Put in")
        }
        guard later.versions.count > 2 else { return }
        html.element("form", .class("ask"), .action(.site("articles", article.id.rawValue, "changes")), .method("get")) { html in
            for (name, label, current) in [("from", "From version", earlier.article.version), ("to", "To version", article.version)]
                as [(StaticString, Phrase, Int)]
            {
                html.element("p") { html in
                    html.element("label", .for(name.description), say: label)
                    html.void("input", .id(name.description), .name(name), .type("number"), .value(String(current)), .required)
                }
            }
            html.element("p") { $0.element("button", .class("btn"), say: "Compare") }
        }
    }

    private func changes(to html: inout HTMLWriter) {
        let difference = TextDifference(from: earlier.article.text, to: later.article.text)
        let counts = difference.counts
        html.element(
            "p", .class("meta"), .lang(html.words.language.tag), say: "Words taken out: {removed}. Words put in: {added}.",
            ["removed": counts.removed, "added": counts.added])
        for stretch in difference.stretches {
            switch stretch {
            case .changed(let parts): html.element("p") { write(parts, to: &$0) }
            case .same(let paragraphs): write(same: paragraphs, to: &html)
            }
        }
    }

    private func write(_ parts: [TextDifference.Part], to html: inout HTMLWriter) {
        for part in parts {
            switch part.kind {
            case .same: html.text(part.text)
            case .removed: html.element("del", text: part.text)
            case .added: html.element("ins", text: part.text)
            }
        }
    }

    private func write(same paragraphs: [String], to html: inout HTMLWriter) {
        guard paragraphs.count > 2 * Self.shownSame + 1 else {
            for text in paragraphs { html.element("p", text: text) }
            return
        }
        for text in paragraphs.prefix(Self.shownSame) { html.element("p", text: text) }
        let hidden = paragraphs.dropFirst(Self.shownSame).dropLast(Self.shownSame)
        html.element("details") { html in
            html.element("summary", .lang(html.words.language.tag), say: "{count} paragraphs are the same", ["count": hidden.count])
            for text in hidden { html.element("p", text: text) }
        }
        for text in paragraphs.suffix(Self.shownSame) { html.element("p", text: text) }
    }
}
