public import BriefModel

/// A person or body as articles on a topic tell of it: when it is named, what it said, and with whom it is named.
public struct ProfilePage {
    private let profile: Profile
    private let topic: (title: String, link: Link)
    private let others: [(title: String, link: Link)]
    private let frame: PageFrame

    /// - Parameters:
    ///   - topic: whose articles tell of it, and where that is told.
    ///   - others: topics whose articles name it as well.
    public init(_ profile: Profile, topic: (title: String, link: Link), others: [(title: String, link: Link)], frame: PageFrame) {
        self.profile = profile
        self.topic = topic
        self.others = others
        self.frame = frame
    }

    public func document() -> [UInt8] {
        Page.document(title: profile.name, description: "A person or body as articles tell of it", frame: frame) { html in
            html.element("header", .class("mast")) { masthead(to: &$0) }
            html.element("div", .class("cols")) { html in
                html.element("div") { html in
                    sayings(to: &html)
                    mentions(to: &html)
                }
                html.element("div", .class("story")) { html in
                    if let chart = MentionChart(profile) { chart.write(to: &html) }
                    if let network = CompanyPicture(profile, frame: frame) { network.write(to: &html) }
                }
            }
        }
    }

    private func masthead(to html: inout HTMLWriter) {
        html.element("p", .class("kick")) { html in
            html.say(
                profile.kind == .person ? "{topic} · Person" : "{topic} · Body",
                ["topic": { $0.element("a", .href(topic.link), text: topic.title.shown()) }])
        }
        html.element("h1", .class("page"), .directionOfText, text: profile.name.shown())
        html.element("p", .class("meta"), say: profile.countLine)
        if !profile.roles.isEmpty {
            html.element("p", .class("meta"), say: "Called: {roles}.", ["roles": Phrase.clauses(profile.roles.map { .verbatim($0.shown()) })])
        }
        if !profile.aliases.isEmpty {
            html.element("p", .class("meta"), say: "Also named: {names}.", ["names": Phrase.series(profile.aliases.map { .verbatim($0.shown()) })])
        }
        guard !others.isEmpty else { return }
        html.element("p", .class("meta")) { html in
            html.say(
                "Also on: {topics}",
                [
                    "topics": { html in
                        for (place, other) in others.enumerated() {
                            if place > 0 { html.comma() }
                            html.element("a", .href(other.link), text: other.title.shown())
                        }
                    }
                ])
        }
    }

    private func sayings(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-said")) { html in
            html.element("h2", .id("h-said"), say: "Quoted and reported")
            guard !profile.sayings.isEmpty else {
                html.element("p", .class("lab"), say: "No article quotes this name or reports its word.")
                return
            }
            let isCut = profile.sayings.count < profile.sayingCount
            let cut = Phrase("The newest {count} of {total}.", ["count": profile.sayings.count, "total": profile.sayingCount])
            html.element("p", .class("lab"), say: .sentences((isCut ? [cut] : []) + ["Newest first; reprints left out."]))
            for saying in profile.sayings { saying.write(frame: frame, isNaming: false, to: &html) }
        }
        html.newline()
    }

    private func mentions(to html: inout HTMLWriter) {
        html.element("section", .labelledBy("h-named")) { html in
            html.element("h2", .id("h-named"), .class("after"), say: "Where named")
            html.element("p", .class("lab"), say: "The first passage of each article, newest first.")
            for citation in profile.mentions { citation.write(frame: frame, to: &html) }
        }
        html.newline()
    }
}

extension Saying {
    /// The sentence as it stands, with what kind of word it is.
    public func write(frame: PageFrame, isNaming: Bool = true, to html: inout HTMLWriter) {
        html.element("div", .class("said-by")) { html in
            html.element("p", .class("st")) { html in
                guard isNaming else { return html.say(form.capitalized) }
                html.say(Phrase("{first}, {second}", ["second": form]), ["first": { name(frame: frame, to: &$0) }])
            }
            citation.write(frame: frame, to: &html)
        }
    }

    private func name(frame: PageFrame, to html: inout HTMLWriter) {
        if let profile, let link = frame.profile?(profile) {
            html.element("a", .href(link), text: speaker.shown())
        } else {
            html.isolated(speaker.shown())
        }
    }

    /// "quoted", "reported with caution".
    var form: Phrase {
        switch (quotation == nil, modality) {
        case (false, .denied): "quoted, denying"
        case (false, _): "quoted"
        case (true, .denied): "reported, denying"
        case (true, .hedged): "reported with caution"
        case (true, _): "reported"
        }
    }
}

extension GivenFigure {
    /// "34 countries", "$1.2 billion", "about 40%".
    public var words: String {
        let number = Figure.words(quantity) + (quantity.upper.map { " to " + Figure.words($0) } ?? "")
        let sign = quantity.comparator == .equal ? "" : quantity.comparator.rawValue + " "
        let isMeasure = ["USD", "EUR", "GBP", "percent"].contains(quantity.unit)
        return sign + number + (isMeasure ? "" : quantity.unit.map { " " + $0 } ?? "")
    }

    public func write(frame: PageFrame, to html: inout HTMLWriter) {
        html.element("div", .class("said-by")) { html in
            html.element("p", .class("st")) { html in
                let whose = claimant == citation.outlet ? "the outlet’s own word" : Phrase("on the word of {name}", ["name": claimant.shown()])
                html.say(
                    Phrase("{first}, {second}", ["second": whose]),
                    ["first": { $0.element("b", .class("num")) { $0.text(words, in: "en") } }])
            }
            citation.write(frame: frame, to: &html)
        }
    }
}

extension Profile {
    /// "Named in 12 articles by 7 outlets, 3 February to 26 February 2026. Reprints are left out."
    var countLine: Phrase {
        let named =
            if let first = days.first, let last = days.last {
                Phrase(
                    "Named in {articles} articles by {outlets} outlets, {days}.",
                    ["articles": articles, "outlets": outlets, "days": Wording.span(first.day, last.day)])
            } else {
                Phrase("Named in {articles} articles by {outlets} outlets.", ["articles": articles, "outlets": outlets])
            }
        return .sentences([named, "Reprints are left out."])
    }
}
