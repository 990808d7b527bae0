import BriefModel
import HTMLParsing

/// What a page says of its article beside the text, every candidate reconciled with its rivals.
struct PageMetadata {
    let survey: PageSurvey
    let data: LinkedData
    /// What the page and its tags call it, to tell its own data from that of others.
    private let addresses: [WebAddress]
    private let titles: [String]
    let headline: HeadlineChoice
    let authors: AuthorChoice
    let dates: DateChoice
    let siteName: String?

    /// - Parameters:
    ///   - root: the node that holds the article.
    ///   - address: where the page came from.
    ///   - latest: the last day it can be of; nil when that is not known.
    ///   - fetched: what "3 hours ago" is counted from; nil when that is not known.
    init(_ map: PageMap, root: Int, address: WebAddress?, latest: CalendarDay?, fetched: Timestamp? = nil) {
        let document = map.document
        survey = PageSurvey(map)
        let declared = [survey.meta.canonical, survey.meta.value("og:url")].compactMap { $0 }.compactMap { address?.resolving($0) ?? WebAddress($0) }
        addresses = [address].compactMap { $0 } + declared
        let pageTitle = document.first(.title).map { MarkupText.plain(document.textContent($0)) } ?? ""
        titles = [survey.meta.value("og:title"), pageTitle].compactMap { $0 }
        data = LinkedData(document, scripts: survey.linkedScripts, addresses: addresses, titles: titles)
        let frame = TextFrame(survey, root: root)
        let site = SiteName(survey, data: data, pageTitle: pageTitle, address: addresses.first)
        siteName = site.name
        headline = HeadlineChoice(survey, data: data, frame: frame, site: site, pageTitle: pageTitle, addresses: addresses)
        authors = AuthorChoice(survey, data: data, frame: frame, headline: headline, site: site)
        let language =
            document.first(.html).flatMap { document.attribute(.lang, of: $0) ?? document.attribute(.xmlLang, of: $0) }
            ?? survey.meta["og:locale", "content-language"]
        var dates = DateChoice(
            DateReading(
                survey, data: data, frame: frame, titleLine: headline.line, addresses: addresses, language: language, latest: latest))
        if dates.published == nil, let fetched {
            dates.take(RelativeDate.found(in: survey, frame: frame, titleLine: headline.line, fetched: fetched))
        }
        self.dates = dates
    }

    /// The whole text of the page's article as its JSON-LD gives it; nil too when it is not clear whose text that is.
    var linkedText: String? {
        let data = LinkedData(survey.document, scripts: survey.linkedScripts, addresses: addresses, titles: titles, withText: true)
        guard let main = data.main, main.kind == .article, !data.isUncertain else { return nil }
        return main.text
    }

    /// From JSON-LD and the keyword tags, in their order, each once.
    var keywords: [String] {
        let declared = [survey.meta["news_keywords"], survey.meta["keywords"], survey.meta["parsely-tags"]].compactMap { $0 } + survey.meta.tags
        var seen: Set<String> = []
        return ((data.main?.keywords ?? []) + declared).flatMap { $0.split { $0 == "," || $0 == ";" } }.map { Whitespace.normalised(String($0)) }
            .filter { !$0.isEmpty && $0.utf8.count <= 80 && seen.insert($0.lowercased()).inserted }.prefix(40).map { $0 }
    }

    var provenance: Provenance {
        Provenance(title: headline.best?.mark, authors: authors.authors?.mark, published: dates.published?.mark, modified: dates.modified?.mark)
    }
}
