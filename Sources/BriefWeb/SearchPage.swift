import BriefModel
import BriefRendering

/// Full-text search over what was read.
struct SearchPage {
    /// As typed; empty before the first search.
    let words: String
    let found: [FoundArticle]
    let notice: String?

    static let limit = 50
    /// In characters; of a longer question the beginning is asked.
    static let longestQuery = 200

    func document() -> [UInt8] {
        Page.document(
            title: words.isEmpty ? "Search" : Phrase("Search: {words}", ["words": words]), description: "Search results",
            frame: .site(current: .search, notice: notice)
        ) { html in
            html.element("h1", .class("page"), say: "Search")
            html.element("form", .action(.site("search")), .method("get"), .role("search")) { html in
                html.element("div", .class("find")) { html in
                    html.element("label", .class("vh"), .for("q"), say: "Words to find")
                    html.void("input", .id("q"), .name("q"), .type("search"), .value(words), .maxLength(200), .required)
                    html.element("button", say: Phrase("Search", context: "button"))
                }
            }
            if !words.isEmpty { results(to: &html) }
        }
    }

    private var heading: Phrase {
        if found.isEmpty { return Phrase("Nothing with “{words}”", ["words": words]) }
        if found.count == SearchPage.limit { return Phrase("The best {count} articles with “{words}”", ["count": found.count, "words": words]) }
        return Phrase("{count} articles with “{words}”", ["count": found.count, "words": words])
    }

    private func results(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-results")) { html in
            html.element("h2", .id("h-results"), .class("after"), say: heading)
            html.element("p", .class("lab"), say: found.isEmpty ? "This library holds no article with these words." : "Best match first.")
            let query = Highlight(words: words)
            for article in found {
                html.element("article", .class("art")) { html in
                    html.element("h3", .lang(article.language), .directionOfText) {
                        $0.element("a", .href(.article(article.id)), text: article.title.shown())
                    }
                    html.element("p", .class("meta")) { Caption.write(outlet: article.outlet, day: article.day, language: article.language, to: &$0) }
                    html.element("p", .class("hit"), .lang(article.language), .directionOfText) {
                        query.write(article.snippet.shown(upTo: 1_000), to: &$0)
                    }
                }
            }
        }
    }
}

/// Marks the words of a query in a text, whatever their case.
struct Highlight {
    private let words: [String]

    init(words: String) {
        self.words = words.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    func write(_ text: String, to html: inout HTMLWriter) {
        var rest = text[...]
        while let start = rest.firstIndex(where: { $0.isLetter || $0.isNumber }) {
            html.text(rest[..<start])
            let word = rest[start...].prefix { $0.isLetter || $0.isNumber }
            write(word: word, to: &html)
            rest = rest[word.endIndex...]
        }
        html.text(rest)
    }

    /// Marked where it begins with a word of the query, or holds one in a script without spaces.
    private func write(word: Substring, to html: inout HTMLWriter) {
        let folded = word.lowercased()
        if words.contains(where: { folded.hasPrefix($0) || ($0.utf8.first.map { $0 > 0xE2 } == true && folded.contains($0)) }) {
            html.element("mark", text: word)
        } else {
            html.text(word)
        }
    }
}
