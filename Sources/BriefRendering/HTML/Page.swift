public import BriefModel
import Crypto
import FoundationEssentials

/// What stands around a page: where its brand and navigation lead (nowhere, in a file), and the notice at its foot.
public struct PageFrame: Sendable {
    public struct Item: Sendable {
        public let title: Phrase
        public let link: Link
        public let isCurrent: Bool

        public init(title: Phrase, link: Link, isCurrent: Bool) {
            self.title = title
            self.link = link
            self.isCurrent = isCurrent
        }
    }

    /// What a page of a site hears while it is looked at.
    public struct Live: Sendable {
        /// Where events come from.
        public let events: Link
        /// The editions that the page shows: name of the topic, moment.
        public let editions: [(topic: String, asOf: Timestamp)]

        /// It waits for something, and is loaded again when that has ended.
        public let waits: Bool

        public init(events: Link, editions: [(topic: String, asOf: Timestamp)], waits: Bool = false) {
            self.events = events
            self.editions = editions
            self.waits = waits
        }
    }

    public var home: Link?
    /// Nil where nothing is told later than the page.
    public var live: Live?
    /// What is typed is checked while it is.
    public var checksForms = false
    public var navigation: [Item]
    /// In which our own words are said.
    public var words: Words = .english
    /// What a site has at the foot of its pages.
    public var foot: (@Sendable (inout HTMLWriter) -> Void)?
    /// Said at the foot of every page, for instance that the outlets of a sample are invented.
    public var notice: String?
    /// Where our own copy of an article is shown, at a passage of it; nil in a file.
    public var article: (@Sendable (Passage) -> Link)?
    /// Where our own copy of an article is shown; nil in a file.
    public var copy: (@Sendable (ArticleID) -> Link)?
    /// Where a story is told whole; nil in a file.
    public var story: (@Sendable (StoryID) -> Link)?
    /// Where a person or body is told of, by the key of its profile; nil in a file.
    public var profile: (@Sendable (String) -> Link)?
    /// Whom a text names of those that we tell of, with where we do; nil in a file.
    public var people: (@Sendable (String) -> [(name: String, link: Link)])?
    /// Where all that changed since the last edition is told; nil in a file.
    public var changes: Link?
    /// Where a statement, by its number, is followed over the editions; nil in a file, and where there is one edition.
    public var history: (@Sendable (Int) -> Link)?
    /// Forms may be sent to our own site.
    public var allowsForms: Bool
    /// Who may be shown the page: said at its head and foot, and of every page that is printed.
    public var marking: TrafficLight?
    /// What stands above every page of a file that is printed; nil for what is read on a screen.
    var runningHead: String?

    /// A page that is one file.
    public static func file(notice: String? = nil, marking: TrafficLight? = nil) -> PageFrame {
        var frame = PageFrame(notice: notice)
        frame.marking = marking
        return frame
    }

    public init(
        home: Link? = nil, navigation: [Item] = [], notice: String? = nil, article: (@Sendable (Passage) -> Link)? = nil,
        copy: (@Sendable (ArticleID) -> Link)? = nil, changes: Link? = nil, allowsForms: Bool = false
    ) {
        self.home = home
        self.navigation = navigation
        self.notice = notice
        self.article = article
        self.copy = copy
        self.changes = changes
        self.allowsForms = allowsForms
    }
}

extension PageFrame {
    /// What its printed pages are called in the stylesheet, by marking; and whether it is only ever printed.
    fileprivate var bodyClass: String? {
        let kinds = [marking?.cssClass, runningHead == nil ? nil : "printed"].compactMap { $0 }
        return kinds.isEmpty ? nil : kinds.joined(separator: " ")
    }
}

/// One HTML document: everything it needs is inside it, and its content security policy says so.
public enum Page {
    /// - Parameters:
    ///   - title: a name or a headline as it is (`String`), or our own words (`Phrase`).
    @_disfavoredOverload public static func document(
        title: String, description: Phrase, frame: PageFrame, hasScript: Bool = false, main: (inout HTMLWriter) -> Void
    ) -> [UInt8] {
        document(title: .verbatim(title), description: description, frame: frame, hasScript: hasScript, main: main)
    }

    public static func document(
        title: Phrase, description: Phrase, frame: PageFrame, hasScript: Bool = false, main: (inout HTMLWriter) -> Void
    ) -> [UInt8] {
        var html = HTMLWriter(capacity: 256 * 1024, words: frame.words)
        html.verbatim("<!doctype html>\n")
        html.element("html", .lang(frame.words.language.tag)) { html in
            html.newline()
            document(title: title, description: description, frame: frame, hasScript: hasScript, to: &html, main: main)
            html.newline()
        }
        html.newline()
        return html.bytes
    }

    private static func document(
        title: Phrase, description: Phrase, frame: PageFrame, hasScript: Bool, to html: inout HTMLWriter, main: (inout HTMLWriter) -> Void
    ) {
        html.element("head") { head(title: title, description: description, frame: frame, to: &$0) }
        html.newline()
        let body = { (html: inout HTMLWriter) in
            html.element("a", .class("skip"), .href(.fragment("main")), say: "Skip to the text")
            Mark.writeDefinitions(to: &html)
            banner(frame, to: &html)
            html.element("main", .id("main")) { html in
                if let live = frame.live { announcements(live, to: &html) }
                main(&html)
            }
            foot(frame, to: &html)
            if hasScript, frame.runningHead == nil { html.element("script") { $0.verbatim(resource: PackageResources.brief_js) } }
            if frame.live != nil || frame.checksForms { html.element("script") { $0.verbatim(resource: PackageResources.desk_js) } }
            if frame.allowsForms { html.element("script") { $0.verbatim(resource: PackageResources.zone_js) } }
        }
        if let kind = frame.bodyClass { html.element("body", .class(kind), content: body) } else { html.element("body", content: body) }
    }

    /// Where the script says that there is something new; empty, and without it not to be seen.
    private static func announcements(_ live: PageFrame.Live, to html: inout HTMLWriter) {
        let editions = live.editions.map { "\($0.topic)=\($0.asOf)" }.joined(separator: " ")
        let told: [Attribute] = [
            .id("live"), .data("data-events", live.events.text), .data("data-editions", editions),
            .data("data-news", html.words("A new edition is here.")), .data("data-show", html.words(Phrase("Show it", context: "button"))),
        ]
        html.element("div", told + (live.waits ? [.data("data-goes", "1")] : [])) { html in
            html.element("p", .id("news"), .role("status"), .polite) { _ in }
        }
    }

    /// The policy of every page, also for a server to send as a header. Only our own inline style and script run; nothing is fetched from anywhere.
    public static func contentSecurityPolicy(allowsForms: Bool) -> String { policy(allowsForms: allowsForms) }

    private static func policy(allowsForms: Bool, furtherStyle: [UInt8]? = nil) -> String {
        let styles = ([styleHash] + (furtherStyle.map { [policySource($0)] } ?? [])).joined(separator: " ")
        // A page of a site may also hear what is new there, have checked what is being typed, and tell its reader's zone.
        let site = allowsForms ? " \(deskHash) \(zoneHash); connect-src 'self'" : ""
        return
            "default-src 'none'; style-src \(styles); script-src \(scriptHash)\(site); base-uri 'none'; form-action \(allowsForms ? "'self'" : "'none'")"
    }

    private static let styleHash = policySource(PackageResources.bigpicture_css)
    private static let deskHash = policySource(PackageResources.desk_js)
    private static let zoneHash = policySource(PackageResources.zone_js)
    private static let scriptHash = policySource(PackageResources.brief_js)

    private static func head(title: Phrase, description: Phrase, frame: PageFrame, to html: inout HTMLWriter) {
        let running = frame.runningHead.map(RunningHead.style)
        html.void("meta", .charset)
        html.void("meta", .httpEquiv("Content-Security-Policy"), .content(policy(allowsForms: frame.allowsForms, furtherStyle: running)))
        html.void("meta", .name("viewport"), .content("width=device-width, initial-scale=1"))
        // Browsers send "Origin: null" with a form of a page that sends no referrer, and our forms are told by their origin.
        html.void("meta", .name("referrer"), .content(frame.allowsForms ? "same-origin" : "no-referrer"))
        html.void("meta", .name("color-scheme"), .content("light dark"))
        html.element("title", text: frame.words(title).shown() + " · Big Picture")
        html.void("meta", .name("description"), .content(frame.words(description)))
        html.element("style") { $0.verbatim(resource: PackageResources.bigpicture_css) }
        if let running { html.element("style") { $0.verbatim(resource: running) } }
    }

    private static func banner(_ frame: PageFrame, to html: inout HTMLWriter) {
        html.element("header", .class("top")) { html in
            if let home = frame.home {
                html.element("a", .class("brand"), .href(home), text: "Big Picture")
            } else {
                html.element("span", .class("brand"), text: "Big Picture")
            }
            label(frame, to: &html)
            guard !frame.navigation.isEmpty else { return }
            html.element("nav", .label(Phrase("Main", context: "navigation"))) { html in
                html.element("ul") { html in
                    for item in frame.navigation {
                        html.element("li") { html in
                            if item.isCurrent {
                                html.element("a", .href(item.link), .currentPage, say: item.title)
                            } else {
                                html.element("a", .href(item.link), say: item.title)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func label(_ frame: PageFrame, to html: inout HTMLWriter) {
        guard let marking = frame.marking else { return }
        html.element("p", .class("tlp \(marking.cssClass)")) { html in
            html.element("b", text: marking.label)
            html.text(" " + marking.rule)
        }
    }

    private static func foot(_ frame: PageFrame, to html: inout HTMLWriter) {
        html.element("footer", .class("foot")) { html in
            label(frame, to: &html)
            if let notice = frame.notice { html.element("p", .language("en"), text: notice) }
            frame.foot?(&html)
            html.element(
                "p",
                say: "Everything on this page is in this page: it loads nothing and reports to nobody. Links to sources lead to their publishers.")
        }
    }
}

/// `sha256-…`, as CSP Level 3 writes a hash source: our own inline style and script by name.
private func policySource(_ bytes: [UInt8]) -> String {
    "'sha256-" + Data(SHA256.hash(data: bytes)).base64EncodedString() + "'"
}
