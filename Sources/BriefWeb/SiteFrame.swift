import BriefModel
import BriefRendering

/// The rooms of the site, as its navigation names them.
enum Room: CaseIterable {
    case topics, search, audit

    var title: Phrase {
        switch self {
        case .topics: "Topics"
        case .search: "Search"
        case .audit: "Check a brief"
        }
    }

    var link: Link {
        switch self {
        case .topics: .site()
        case .search: .site("search")
        case .audit: .site("audit")
        }
    }
}

extension PageFrame {
    /// A page of the site, in its reader's language; passages lead to our stored copy.
    /// - Parameter topic: whose brief it is, where something changed since the edition before.
    static func site(current: Room?, notice: String?, changesOf topic: String? = nil) -> PageFrame {
        let reader = Reader.current
        var frame = PageFrame(
            home: .site(), navigation: Room.allCases.map { Item(title: $0.title, link: $0.link, isCurrent: $0 == current) } + account, notice: notice,
            article: { .passage($0) }, copy: { .article($0) },
            changes: topic.map { .site("briefs", $0, "changes") }, allowsForms: true)
        frame.words = reader.words
        frame.foot = { LanguageForm(reader: reader).write(to: &$0) }
        return frame
    }

    /// Where somebody signed in signs out again.
    private static var account: [Item] {
        Visitor.current.formToken == nil ? [] : [Item(title: "Account", link: .site("account"), isCurrent: false)]
    }
}

extension Link {
    /// Where news of one topic come from; of all of them without one.
    static func events(of topic: String? = nil) -> Link {
        guard let topic else { return .site("events") }
        return .site("events", query: topicQuery(topic))
    }

    /// Where a list of feeds is added to a topic.
    static func importing(to topic: String) -> Link {
        .site("import", query: topicQuery(topic))
    }

    private static func topicQuery(_ topic: String) -> [(name: StaticString, value: String)] {
        let key: StaticString = "topic"
        return [(key, topic)]
    }

    static func article(_ id: ArticleID, version: Int? = nil) -> Link {
        guard let version else { return .site("articles", id.rawValue) }
        return .site("articles", id.rawValue, query: [("version", String(version))])
    }

    /// Our stored copy of an article, with the passage marked and in view.
    static func passage(_ passage: Passage) -> Link {
        .site(
            "articles", passage.article.rawValue,
            query: [
                ("version", String(passage.version)), ("from", String(passage.range.lowerBound)), ("to", String(passage.range.upperBound)),
            ], fragment: "passage")
    }
}

/// Words in a caption that several pages share.
enum Caption {
    /// "wire agency", "trade press, in Chinese".
    static func write(outlet: Outlet, day: CalendarDay, language: String, to html: inout HTMLWriter) {
        let kind = outlet.kindAndLanguage(language, for: html.words.language)
        let name = Phrase.verbatim(outlet.name.shown())
        html.say(Phrase("{first}, {second}", ["first": Phrase.series([name] + kind)]), ["second": { $0.day(day, inFull: true) }])
    }

    /// By the reader's clock. On a page of its own `html.moment` says the same, exactly for programs too.
    static func clock(_ moment: Timestamp) -> String { Reader.current.words("{moment}", ["moment": moment]) }
}
