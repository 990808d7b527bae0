public import BriefModel

/// One story in time: how it moved, where its sources differ, its articles, and what was decided on it.
public struct StoryPage {
    private let account: StoryAccount
    private let trends: Trends?
    private let topic: (title: String, link: Link)
    private let frame: PageFrame

    /// - Parameters:
    ///   - topic: what the story is a part of, and where that is told.
    public init(_ account: StoryAccount, trends: Trends?, topic: (title: String, link: Link), frame: PageFrame) {
        self.account = account
        self.trends = trends
        self.topic = topic
        self.frame = frame
    }

    public func document() -> [UInt8] {
        Page.document(title: account.story.title, description: "One story in time", frame: frame) { html in
            html.element("header", .class("mast")) { masthead(to: &$0) }
            html.element("div", .class("cols")) { html in
                html.element("div") { html in
                    updates(to: &html)
                    picture(to: &html)
                }
                html.element("div", .class("story")) { html in
                    differences(to: &html)
                    articles(to: &html)
                    decisions(to: &html)
                }
            }
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        html.element("p", .class("kick")) { html in
            html.say("{topic} · Story", ["topic": { $0.element("a", .href(topic.link), text: topic.title.shown()) }])
        }
        html.element("h1", .class("page"), .directionOfText, text: account.story.title.shown())
        html.element("p", .class("meta"), say: account.countLine)
        if let coverage = account.coverage, let trends {
            html.element("p", .class("meta")) { html in
                html.element("b") { html in
                    html.say("{sentence}.", ["sentence": Trends.Kind(coverage.trend).phrase])
                    html.text(" ")
                }
                html.say(trends.sentence(coverage))
            }
        }
    }

    // MARK: how it moved

    private func updates(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-moved")) { html in
            html.element("h2", .id("h-moved"), say: "How it moved")
            guard let lane = account.timeline.lanes.first else {
                html.element("p", .class("lab"), say: "Its articles say nothing that is not told elsewhere.")
                return
            }
            html.element("ol", .class("upd")) { html in
                for step in lane.steps {
                    html.element("li") { html in
                        html.day(step.day)
                        html.element("div") { write(step, to: &$0) }
                    }
                }
            }
        }
        html.newline()
    }

    private func write(_ step: TopicTimeline.Step, to html: inout HTMLWriter) {
        guard let first = step.citations.first else { return }
        html.element("h3", .lang(first.language), .directionOfText, text: first.title.shown())
        if step.kind == .told { html.element("p", .class("lab"), say: "Told later") }
        first.write(frame: frame, to: &html)
        guard step.citations.count > 1 else { return }
        html.element("details") { html in
            let others = step.citations.dropFirst().map { $0.attribution(for: html.words.language) }
            html.element("summary", say: "Also {names}", ["names": Phrase.list(others)])
            for citation in step.citations.dropFirst() { citation.write(frame: frame, to: &html) }
        }
    }

    private func picture(to html: inout HTMLWriter) {
        guard let lanes = StoryLanes(account.timeline, trends: nil, frame: frame) else { return }
        html.element("section", .class("after"), .labelledBy("h-time")) { html in
            html.element("h2", .id("h-time"), .class("after"), say: "In time")
            html.element("p", .class("lab"), say: .sentences(["A dot is a day, its size and number its outlets.", TopicTimeline.method]))
            lanes.writePicture(to: &html)
        }
    }

    // MARK: where sources differ

    private func differences(to html: inout HTMLWriter) {
        guard !account.differences.isEmpty else { return }
        html.element("section", .labelledBy("h-differ")) { html in
            html.element("h2", .id("h-differ"), say: "Disputed")
            for difference in account.differences.prefix(Self.mostDifferences) { write(difference, to: &html) }
            let more = account.differences.count - Self.mostDifferences
            if more > 0 { html.element("p", .class("meta"), say: "and {count} more", ["count": more]) }
        }
        html.newline()
    }

    private static let mostDifferences = 12

    private func write(_ difference: StoryAccount.Difference, to html: inout HTMLWriter) {
        let dispute = difference.dispute
        html.element("h3", .language("en"), .directionOfText, text: dispute.whatDiffers.capitalizedFirst.shown())
        let names = [difference.followed, difference.notFollowed].reduce(into: [ArticleID: String]()) {
            $0[$1.passage.article] = $1.outlet.shown(upTo: 80)
        }
        Strip(dispute)?.write(to: &html) { names[$0] ?? "" }
        let told = Wording.explanation(dispute)
        html.element("p", .class("why")) { html in
            if let label = told.label {
                html.element("b", say: label)
                html.text(" ")
            }
            html.text(told.why.shown(upTo: 1_000), in: "en")
        }
        for (citation, isFollowed) in [(difference.followed, true), (difference.notFollowed, false)] {
            html.element("div", .class(isFollowed ? "side" : "side no")) { html in
                html.element("p", .class("st")) { html in
                    if !isFollowed { Mark.writeOtherwise(to: &html) }
                    html.say(isFollowed ? "Followed" : "Not followed")
                }
                citation.write(frame: frame, to: &html)
            }
        }
    }

    // MARK: articles

    private func articles(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-articles")) { html in
            html.element("h2", .id("h-articles"), say: "Articles")
            for piece in account.pieces { html.element("article", .class("art")) { write(piece, to: &$0) } }
        }
        html.newline()
    }

    private func write(_ piece: StoryAccount.Piece, to html: inout HTMLWriter) {
        html.element("h3", .lang(piece.language), .directionOfText) { html in
            if let link = frame.copy?(piece.article) {
                html.element("a", .href(link), text: piece.title.shown())
            } else {
                html.text(piece.title.shown())
            }
        }
        html.element("p", .class("meta")) { html in
            let kind = piece.outlet.kindAndLanguage(piece.language, for: html.words.language)
            let outlet = Phrase.series([Phrase.verbatim(piece.outlet.name.shown())] + kind)
            html.say(Phrase("{first}, {second}", ["first": outlet]), ["second": { $0.day(piece.day) }])
        }
        if !piece.reprintedBy.isEmpty {
            html.element("p", .class("meta"), say: Wording.reprinted(by: piece.reprintedBy.prefix(20).map { $0.shown() }))
        }
    }

    // MARK: decisions

    private func decisions(to html: inout HTMLWriter) {
        guard !account.decisions.isEmpty else { return }
        let titles = account.pieces.reduce(into: [ArticleID: String]()) { $0[$1.article] = $1.title }
        html.element("section", .labelledBy("h-decided")) { html in
            html.element("h2", .id("h-decided"), say: "What was decided on it")
            html.element("ul", .class("news")) { html in
                for decision in account.decisions {
                    html.element("li") { html in
                        html.element("b") { $0.day(decision.made.day) }
                        html.element("span", say: decision.ruling.sentence { titles[$0] ?? $0.rawValue })
                    }
                }
            }
        }
    }
}

extension StoryRuling {
    fileprivate func sentence(naming name: (ArticleID) -> String) -> Phrase {
        func names(_ ids: [ArticleID]) -> Phrase {
            let titles = Phrase.series(ids.prefix(3).map { Phrase("“{title}”", ["title": name($0).shown()]) })
            return ids.count > 3 ? Phrase("{titles} and {count} more", ["titles": titles, "count": ids.count - 3]) : titles
        }
        return switch self {
        case .together(let articles): Phrase("One story: {titles}.", ["titles": names(articles)])
        case .apart(let articles, let others):
            Phrase("Not of one story: {titles}; and, on the other side, {others}.", ["titles": names(articles), "others": names(others)])
        case .titled(_, let title): Phrase("It is called “{title}”.", ["title": title.shown()])
        case .pinned: "It stays first."
        }
    }
}

extension StoryAccount {
    /// "14 January to 26 February 2026. 9 articles, 7 after folding reprints, from 6 outlets."
    var countLine: Phrase {
        let days = pieces.map(\.day)
        let span = days.min().flatMap { first in days.max().map { Phrase("{sentence}.", ["sentence": Wording.span(first, $0).capitalized]) } }
        let folded = pieces.reduce(0) { $0 + $1.reprintedBy.count }, outlets = Set(pieces.map(\.outlet.id)).count
        let articles =
            folded > 0
            ? Phrase(
                "{articles} articles, {count} after folding reprints, from {outlets} outlets.",
                ["articles": pieces.count + folded, "count": pieces.count, "outlets": outlets])
            : Phrase("{articles} articles, from {outlets} outlets.", ["articles": pieces.count, "outlets": outlets])
        return .sentences([span, articles].compactMap { $0 })
    }
}
