import BriefModel
import BriefRendering

/// Quotations by speaker, and figures by unit, among what the latest editions of the topics were written from.
struct SaidSearch {
    let request: SearchRequest
    let topics: [StudiedTopic]

    /// Choices that are offered.
    private static let offered = 30

    struct Choice: Hashable {
        let name: String
        let count: Int
    }

    /// An article that is on two topics says a thing once.
    var sayings: [Saying] {
        var seen: Set<Saying> = []
        let speaker = FoldedWords(request.speaker), words = FoldedWords(request.typed)
        return topics.flatMap(\.sayings).filter { saying in
            (speaker.isEmpty || speaker.areIn(saying.speaker)) && (words.isEmpty || words.areIn(saying.citation.passage.exact))
                && (topics.count < 2 || seen.insert(saying).inserted)
        }
    }

    var figures: [GivenFigure] {
        var seen: Set<GivenFigure> = []
        let words = FoldedWords(request.typed)
        return topics.flatMap(\.figures).filter { figure in
            (request.unit.isEmpty || figure.quantity.unit == request.unit) && (words.isEmpty || words.areIn(figure.citation.passage.exact))
                && (topics.count < 2 || seen.insert(figure).inserted)
        }
    }

    /// Who speaks most.
    var speakers: [Choice] { most(topics.flatMap { topic in topic.profiles.map { ($0.name, $0.sayingCount) } }) }

    /// What is counted most.
    var units: [Choice] { most(topics.flatMap(\.figures).compactMap { figure in figure.quantity.unit.map { ($0, 1) } }) }

    private func most(_ counted: [(String, Int)]) -> [Choice] {
        var counts: [String: Int] = [:]
        // A name too long to be asked for is no choice.
        for (name, count) in counted where count > 0 && name.utf8.count <= SearchRequest.longest { counts[name, default: 0] += count }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.offered).map { Choice(name: $0.key, count: $0.value) }
    }
}

/// Words that have to stand in a text, whatever the case of its ASCII letters.
struct FoldedWords {
    private let words: [[UInt8]]

    init(_ typed: String) {
        words = typed.split { $0.isWhitespace || "\"“”".contains($0) }.map { $0.utf8.map(Self.folded) }.filter { !$0.isEmpty }
    }

    var isEmpty: Bool { words.isEmpty }

    func areIn(_ text: String) -> Bool { words.allSatisfy { word in Self.stands(word, in: text) } }

    private static func stands(_ word: [UInt8], in text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count >= word.count else { return false }
            for start in 0...bytes.count - word.count where folded(bytes[start]) == word[0] {
                if word.indices.allSatisfy({ folded(bytes[start + $0]) == word[$0] }) { return true }
            }
            return false
        }
    }

    private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

/// The page of either.
struct SaidPage {
    let search: SaidSearch
    let notice: String?

    private var request: SearchRequest { search.request }

    func document() -> [UInt8] {
        let frame = PageFrame.site(current: .search, notice: notice)
        return Page.document(title: Phrase("Search: {words}", ["words": request.kind.title]), description: request.kind.title, frame: frame) { html in
            html.element("h1", .class("page"), say: "Search")
            SearchTabs(current: request.kind).write(to: &html)
            form(to: &html)
            guard !search.topics.isEmpty else { return empty(to: &html) }
            html.element("div", .class("cols flip")) { html in
                html.element("div", .class("facets"), .id("narrow")) { choices(to: &$0) }
                html.element("section", .labelledBy("h-results")) { results(frame: frame, to: &$0) }
            }
        }
    }

    private func form(to html: inout HTMLWriter) {
        let isQuotes = request.kind == .quotes
        html.element("form", .action(.site("search")), .method("get"), .role("search"), .class("ask")) { html in
            html.void("input", .type("hidden"), .name("kind"), .value(request.kind.rawValue))
            html.element("p") { html in
                html.element("label", .for("who"), say: isQuotes ? "Speaker" : "Unit")
                html.void(
                    "input", .id("who"), .name(isQuotes ? "speaker" : "unit"), .type("search"), .value(isQuotes ? request.speaker : request.unit),
                    .maxLength(SearchRequest.longest))
            }
            html.element("p") { html in
                html.element("label", .for("q"), say: "Words in the sentence")
                html.void("input", .id("q"), .name("q"), .type("search"), .value(request.typed), .maxLength(SearchRequest.longest))
            }
            html.element("p") { $0.element("button", .class("btn"), say: Phrase("Search", context: "button")) }
        }
    }

    private func choices(to html: inout HTMLWriter) {
        let isQuotes = request.kind == .quotes
        html.element("h2", say: isQuotes ? "Who says most" : "What is counted most")
        html.element("ul") { html in
            for choice in isQuotes ? search.speakers : search.units {
                var other = request
                (other.page, other.typed) = (1, "")
                if isQuotes { other.speaker = choice.name } else { other.unit = choice.name }
                html.element("li") { html in
                    html.element("a", .href(other.link(page: 1))) { html in
                        let name = choice.name.shown(upTo: 80)
                        // Units are counted under their English names.
                        if isQuotes { html.isolated(name) } else { html.text(name, in: "en") }
                    }
                    html.text(" ")
                    html.element("span", .class("num"), text: String(choice.count))
                }
            }
        }
    }

    private func results(frame: PageFrame, to html: inout HTMLWriter) {
        let start = (request.page - 1) * SearchRequest.perPage
        let total: Int
        if request.kind == .quotes {
            let found = search.sayings
            total = found.count
            heading(Phrase("{count} quotations and reports of somebody’s word", ["count": total]), isEmpty: total == 0, to: &html)
            for saying in found.dropFirst(start).prefix(SearchRequest.perPage) { saying.write(frame: frame, to: &html) }
        } else {
            let found = search.figures
            total = found.count
            heading(Phrase("{count} figures", ["count": total]), isEmpty: total == 0, to: &html)
            for figure in found.dropFirst(start).prefix(SearchRequest.perPage) { figure.write(frame: frame, to: &html) }
        }
        Leafing(page: request.page, perPage: SearchRequest.perPage, total: total) { request.link(page: $0) }.write(to: &html)
    }

    private func heading(_ counted: Phrase, isEmpty: Bool, to html: inout HTMLWriter) {
        html.element("h2", .id("h-results"), say: isEmpty ? "Nothing found" : counted)
        html.element(
            "p", .class("lab"),
            say: isEmpty
                ? "No article behind the latest editions says so. Leave a field empty to widen the search, or look among all articles."
                : "Newest first, from the articles behind the latest edition of each topic; reprints left out.")
    }

    private func empty(to html: inout HTMLWriter) {
        html.element("div", .class("empty")) { html in
            html.element("h2", say: "No edition yet")
            html.element("p", say: "Who says what is read out of the articles on a topic when its brief is written. Write one, and look again.")
            html.element("p") { $0.element("a", .href(.site()), say: "All topics") }
        }
    }
}
