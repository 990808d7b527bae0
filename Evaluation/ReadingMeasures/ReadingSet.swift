public import Figures

/// The public labelled sets for what is read; each figure is defined by its set, the scoring is written again here.
public enum ReadingSet: String, CaseIterable, Sendable {
    case html5Conformance = "html5-conformance"
    case feedsFeedparser = "feeds-feedparser"
    case feedsFeedvalidator = "feeds-w3c-feedvalidator"
    case feedsGofeed = "feeds-gofeed"
    case articleScrapinghub = "article-scrapinghub"
    case articleTrafilatura = "article-trafilatura"
    case datesHtmldate = "dates-htmldate"

    /// - Parameters:
    ///   - data: the folder of the set, packed or unpacked, either half.
    ///   - every: 1 measures all items; N every Nth.
    ///   - show: told a line for every item that misses.
    public func figures(data: String, every: Int = 1, show: (String) -> Void = { _ in }) throws -> [Figure] {
        let set = try LabelledSet(at: data, every: every)
        return switch self {
        case .html5Conformance: try HTML5Conformance.figures(set, show: show) + EncodingSniffing.figures(set, show: show)
        case .feedsFeedparser: try FeedparserExpectations.figures(set, show: show)
        case .feedsFeedvalidator: try FeedvalidatorFiles.figures(set, show: show)
        case .feedsGofeed: try GofeedPairs.figures(set, show: show)
        case .articleScrapinghub: try ScrapinghubArticles.figures(set, show: show)
        case .articleTrafilatura: try TrafilaturaArticles.figures(set, show: show)
        case .datesHtmldate: try HtmldateDates.figures(set, show: show)
        }
    }
}
