import BriefModel
import BriefRendering
import Storage

/// Search over what was read: by words or by meaning, narrowed by what the answers have in common.
struct SearchPage {
    /// What came of a search.
    enum Outcome {
        /// Nothing was asked yet.
        case none
        case found(SearchResults)
        /// What was typed is no question, and why.
        case refused(SearchQuestionError)
    }

    let request: SearchRequest
    let outcome: Outcome
    let notice: String?

    func document() -> [UInt8] {
        let title = request.isBlank ? "Search" : Phrase("Search: {words}", ["words": request.typed])
        return Page.document(title: title, description: "Search results", frame: .site(current: .search, notice: notice)) { html in
            html.element("h1", .class("page"), say: "Search")
            SearchTabs(current: .articles).write(to: &html)
            html.element("form", .action(.site("search")), .method("get"), .role("search")) { html in
                field(to: &html)
                ways(to: &html)
                switch outcome {
                case .none: break
                case .refused(let why): refusal(why, to: &html)
                case .found(let results):
                    html.element("div", .class("cols flip")) { html in
                        facets(results, to: &html)
                        html.element("section", .labelledBy("h-results")) { list(results, to: &$0) }
                    }
                }
            }
            SearchHelp(isOpen: request.isBlank).write(to: &html)
        }
    }

    // MARK: what is asked

    private func field(to html: inout HTMLWriter) {
        html.element("div", .class("find")) { html in
            html.element("label", .class("vh"), .for("q"), say: "Words to find")
            html.void("input", .id("q"), .name("q"), .type("search"), .value(request.typed), .maxLength(SearchRequest.longest), .required)
            html.element("button", say: Phrase("Search", context: "button"))
        }
    }

    private func ways(to html: inout HTMLWriter) {
        html.element("fieldset", .class("ways")) { html in
            html.element("legend", .class("vh"), say: "How to search")
            for way in SearchRequest.Way.allCases {
                choice("by", way.rawValue, way == .words ? "With these words" : "By meaning", isChosen: request.way == way, to: &html)
            }
            for order in SearchRequest.Order.allCases {
                choice("sort", order.rawValue, order == .best ? "Best first" : "Newest first", isChosen: request.order == order, to: &html)
            }
        }
    }

    private func choice(_ name: StaticString, _ value: String, _ title: Phrase, isChosen: Bool, to html: inout HTMLWriter) {
        html.element("label") { html in
            if isChosen {
                html.void("input", .type("radio"), .name(name), .value(value), .checked)
            } else {
                html.void("input", .type("radio"), .name(name), .value(value))
            }
            html.text(" ")
            html.say(title)
        }
    }

    private func facets(_ results: SearchResults, to html: inout HTMLWriter) {
        html.element("div", .class("facets"), .id("narrow")) { html in
            guard !results.facets.isEmpty else { return }
            html.element("h2", say: "Narrow the list")
            for facet in results.facets {
                html.element("fieldset") { html in
                    html.element("legend", say: facet.kind.title)
                    html.element("ul") { html in
                        for value in facet.values { html.element("li") { write(value, of: facet.kind, to: &$0) } }
                    }
                }
            }
            html.element("p", .class("follow")) { $0.element("button", .class("btn"), say: Phrase("Apply", context: "button")) }
        }
    }

    private func write(_ value: Facet.Value, of kind: Facet.Kind, to html: inout HTMLWriter) {
        html.element("label") { html in
            if value.isChosen {
                html.void("input", .type("checkbox"), .name(kind.field), .value(value.value), .checked)
            } else {
                html.void("input", .type("checkbox"), .name(kind.field), .value(value.value))
            }
            html.text(" ")
            html.say(value.name)
            html.text(" ")
            html.element("span", .class("num"), text: String(value.count))
        }
    }

    // MARK: what came of it

    private func refusal(_ why: SearchQuestionError, to html: inout HTMLWriter) {
        html.element("div", .class("empty"), .role("alert")) { html in
            html.element("h2", say: "This cannot be looked for")
            html.element("p", say: why.advice)
        }
    }

    private func list(_ results: SearchResults, to html: inout HTMLWriter) {
        html.element("h2", .id("h-results"), say: heading(results))
        html.element("p", .class("lab"), say: remark(results))
        if !results.facets.isEmpty { html.element("a", .class("to-facets"), .href(.fragment("narrow")), say: "Narrow the list") }
        for line in results.lines { html.element("article", .class("art")) { write(line, to: &$0) } }
        Leafing(page: request.page, perPage: SearchRequest.perPage, total: results.total) { request.link(page: $0) }.write(to: &html)
    }

    private func heading(_ results: SearchResults) -> Phrase {
        let typed = request.typed, count = results.total
        switch (request.way, results.total) {
        case (.words, 0): return Phrase("Nothing with “{words}”", ["words": typed])
        case (.words, _): return Phrase("{count} articles with “{words}”", ["count": count, "words": typed])
        case (.meaning, 0): return Phrase("Nothing near “{words}”", ["words": typed])
        case (.meaning, _): return Phrase("The {count} articles nearest to “{words}”", ["count": count, "words": typed])
        }
    }

    private func remark(_ results: SearchResults) -> Phrase {
        var said: [Phrase] = []
        if results.total == 0 {
            let isNarrowed = !request.narrowing.isEmpty
            said.append(
                isNarrowed
                    ? "Take away what the list is narrowed by, or look for other words."
                    : request.way == .words
                        ? "This library holds no article with these words. Try fewer or other words, or search by meaning."
                        : "This library holds no article that could be compared.")
        } else {
            said.append(results.isRanked ? (request.way == .words ? "Best match first." : "Nearest first.") : "Newest first.")
        }
        if results.isCut {
            said.append(
                Phrase(
                    "There are more: of those only the {count} read last were looked at. Add a word to narrow them.",
                    ["count": SearchRequest.mostMatches]))
        }
        if let known = results.knownMeanings {
            said.append(Phrase("The meaning of {count} articles is known so far; ask again in a moment for all.", ["count": known]))
        }
        return .sentences(said)
    }

    private func write(_ line: SearchResults.Line, to html: inout HTMLWriter) {
        html.element("h3", .lang(line.language), .directionOfText) {
            $0.element("a", .href(.article(line.article)), text: line.excerpt.title.shown())
        }
        html.element("p", .class("meta")) { Caption.write(outlet: line.outlet, day: line.day, language: line.language, to: &$0) }
        html.element("p", .class("hit"), .lang(line.language), .directionOfText) { html in
            for part in line.excerpt.parts {
                if part.isMarked { html.element("mark", text: part.text.shown(upTo: 500)) } else { html.text(part.text.shown(upTo: 500)) }
            }
        }
    }
}

extension SearchQuestionError {
    /// `description`, in the reader's language.
    var advice: Phrase {
        switch self {
        case .nothing: "There is no word in it. Type a word to look for."
        case .openQuotation: "A quotation mark is open. Close it at the end of the phrase, or take it away."
        case .onlyUnwanted: "It only says what shall not occur. Add a word that shall."
        case .loneOr: "OR stands between two words of which either will do. Put a wanted word on both sides, or write “or”."
        case .starInside: "A star stands at the end of a word, for any ending. Take the other stars away."
        case .shortBeginning: Phrase("A star needs at least {count} letters before it.", ["count": SearchQuestion.shortestBeginning])
        case .tooManyTerms:
            Phrase(
                "It has more than {count} parts. Leave some away, or put words that stand together in quotation marks.",
                ["count": SearchQuestion.mostTerms])
        }
    }
}

/// The three searches.
struct SearchTabs {
    let current: SearchRequest.Kind

    func write(to html: inout HTMLWriter) {
        html.element("nav", .class("tabs"), .label("What to search")) { html in
            html.element("ul") { html in
                for kind in SearchRequest.Kind.allCases {
                    html.element("li") { html in
                        var other = SearchRequest(query: "")
                        other.kind = kind
                        let link = other.link(page: 1)
                        if kind == current {
                            html.element("a", .href(link), .currentPage, say: kind.title)
                        } else {
                            html.element("a", .href(link), say: kind.title)
                        }
                    }
                }
            }
        }
    }
}

extension SearchRequest.Kind {
    var title: Phrase {
        switch self {
        case .articles: "Articles"
        case .quotes: "Quotations by speaker"
        case .figures: "Figures by unit"
        }
    }
}

/// What the signs in a question mean.
struct SearchHelp {
    let isOpen: Bool

    private static let signs: [(sign: String, meaning: Phrase)] = [
        ("chips export", "Both words, anywhere in an article."), ("\"export rule\"", "These words, side by side."),
        ("-Nvidia", "Without this word."), ("semicond*", "Words that begin so; three letters at least."),
        ("Huawei OR 华为", "Either of them. OR is written in capitals."), ("title:licence", "In the title."),
    ]

    func write(to html: inout HTMLWriter) {
        if isOpen {
            html.element("section", .class("after"), .labelledBy("h-signs")) { html in
                html.element("h2", .id("h-signs"), .class("after"), say: "What you can type")
                content(to: &html)
            }
        } else {
            html.element("details", .class("after")) { html in
                html.element("summary", say: "What you can type")
                content(to: &html)
            }
        }
    }

    private func content(to html: inout HTMLWriter) {
        html.element("dl", .class("signs")) { html in
            for (sign, meaning) in Self.signs {
                html.element("dt") { $0.element("code", text: sign) }
                html.element("dd", say: meaning)
            }
        }
        html.element(
            "p", .class("lab"),
            say:
                "By meaning, the words themselves do not count: a sentence finds articles that begin with the like, also in other languages. Names and figures are found better by words."
        )
    }
}

/// The way to the pages before and after.
struct Leafing {
    let page: Int
    let perPage: Int
    let total: Int
    let link: (Int) -> Link

    private var last: Int { max(1, (total + perPage - 1) / perPage) }

    func write(to html: inout HTMLWriter) {
        guard last > 1 else { return }
        html.element("nav", .class("step"), .label("Pages")) { html in
            html.element("span") { html in
                if page > 1 { html.element("a", .href(link(min(page, last + 1) - 1)), say: "Before") }
            }
            html.element("span", say: "Page {page} of {last}", ["page": page, "last": last])
            html.element("span") { html in
                if page < last { html.element("a", .href(link(page + 1)), say: "Next") }
            }
        }
    }
}
