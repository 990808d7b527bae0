import BriefModel
import BriefRendering

/// The rooms of the site, as its navigation names them.
enum Room: CaseIterable {
    case topics, stories, people, search, audit

    var title: Phrase {
        switch self {
        case .topics: "Topics"
        case .stories: "Stories"
        case .people: "People"
        case .search: "Search"
        case .audit: "Check a brief"
        }
    }

    var link: Link {
        switch self {
        case .topics: .site()
        case .stories: .site("stories")
        case .people: .site("people")
        case .search: .site("search")
        case .audit: .site("audit")
        }
    }
}

extension PageFrame {
    /// A page of the site, in its reader's language; passages lead to our stored copy.
    /// - Parameters:
    ///   - topic: whose brief it is, where something changed since the edition before.
    ///   - room: the topic in whose rooms stories and people are looked up; nil for all topics.
    static func site(current: Room?, notice: String?, changesOf topic: String? = nil, roomsOf room: String? = nil) -> PageFrame {
        let reader = Reader.current
        var frame = PageFrame(
            home: .site(), navigation: Room.allCases.map { Item(title: $0.title, link: $0.link, isCurrent: $0 == current) } + account, notice: notice,
            article: { .passage($0) }, copy: { .article($0) },
            changes: topic.map { .site("briefs", $0, "changes") }, allowsForms: true)
        frame.words = reader.words
        frame.foot = { LanguageForm(reader: reader).write(to: &$0) }
        frame.story = { .story($0, topic: room) }
        frame.profile = { .person($0, topic: room) }
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
        .site("events", query: query(topic: topic))
    }

    /// Where a list of feeds is added to a topic.
    static func importing(to topic: String) -> Link {
        .site("import", query: query(topic: topic))
    }

    static func story(_ id: StoryID, topic: String?) -> Link { .site("stories", id.rawValue, query: query(topic: topic)) }

    static func person(_ key: String, topic: String?) -> Link { .site("people", key, query: query(topic: topic)) }

    /// The part of an address that names a topic; nothing for all of them.
    static func query(topic: String?) -> [(name: StaticString, value: String)] {
        guard let topic else { return [] }
        return [("topic", topic)]
    }

    static func article(_ id: ArticleID, version: Int? = nil) -> Link {
        guard let version else { return .site("articles", id.rawValue) }
        return .site("articles", id.rawValue, query: [("version", String(version))])
    }

    static func changes(of id: ArticleID, from earlier: Int, to later: Int) -> Link {
        .site("articles", id.rawValue, "changes", query: [("from", String(earlier)), ("to", String(later))])
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
