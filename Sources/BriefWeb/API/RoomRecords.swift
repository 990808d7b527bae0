import BriefModel
import BriefRendering
import Storage

/// A passage with where it stands, as a program reads it.
struct CitationRecord: Encodable {
    let article: String
    let version: Int
    /// UTF-8 byte offsets into the text of that version.
    let from, to: Int
    let exact, outlet, title, address, day, language: String

    init(_ citation: TopicTimeline.Citation) {
        article = citation.passage.article.rawValue
        version = citation.passage.version
        from = citation.passage.range.lowerBound
        to = citation.passage.range.upperBound
        exact = citation.passage.exact
        outlet = citation.outlet
        title = citation.title
        address = citation.address
        day = citation.day.description
        language = citation.language
    }
}

/// A story in a list.
struct StoryLine: Encodable {
    let id, title: String
    let theme, firstDay, lastDay: String?
    /// Reprints left out.
    let articles, outlets: Int
    let languages: [String]
    let trend: String?
    let isPinned: Bool

    init(_ account: StoryAccount) {
        id = account.story.id.rawValue
        title = account.story.title
        theme = account.theme
        firstDay = account.pieces.map(\.day).min()?.description
        lastDay = account.lastDay?.description
        articles = account.pieces.count
        outlets = Set(account.pieces.map(\.outlet.id)).count
        languages = Set(account.pieces.map(\.language)).sorted()
        trend = account.coverage.map { coverage in
            switch coverage.trend {
            case .new: "new"
            case .rising: "rising"
            case .steady: "steady"
            case .quiet: "quiet"
            }
        }
        isPinned = account.story.isPinned
    }
}

/// A story told whole.
struct StoryRecord: Encodable {
    struct Step: Encodable {
        let day, kind: String
        let outlets: Int
        let passages: [CitationRecord]
    }

    struct Piece: Encodable {
        let article, title, outlet, day, language: String
        let reprintedBy: [String]
    }

    struct Difference: Encodable {
        let whatDiffers, kind, why: String
        let followed, notFollowed: CitationRecord
    }

    let story: StoryLine
    /// Oldest first.
    let steps: [Step]
    let articles: [Piece]
    let disputes: [Difference]

    init(_ account: StoryAccount) {
        story = StoryLine(account)
        steps = account.timeline.lanes.flatMap(\.steps).map {
            Step(day: $0.day.description, kind: $0.kind.rawValue, outlets: $0.outlets, passages: $0.citations.map(CitationRecord.init))
        }
        articles = account.pieces.map {
            Piece(
                article: $0.article.rawValue, title: $0.title, outlet: $0.outlet.name, day: $0.day.description, language: $0.language,
                reprintedBy: $0.reprintedBy)
        }
        disputes = account.differences.map {
            Difference(
                whatDiffers: $0.dispute.whatDiffers, kind: $0.dispute.kind.rawValue, why: $0.dispute.why, followed: CitationRecord($0.followed),
                notFollowed: CitationRecord($0.notFollowed))
        }
    }
}

/// A person or body in a list.
struct PersonLine: Encodable {
    let id, name, kind: String
    let articles, outlets, sayings: Int
    let lastDay: String?

    init(_ profile: Profile) {
        id = profile.key
        name = profile.name
        kind = profile.kind == .person ? "person" : "body"
        articles = profile.articles
        outlets = profile.outlets
        sayings = profile.sayingCount
        lastDay = profile.days.last?.day.description
    }
}

/// A person or body told of.
struct PersonRecord: Encodable {
    struct Day: Encodable {
        let day: String
        let articles: Int
    }

    struct Companion: Encodable {
        let id, name: String
        let articles: Int
    }

    let person: PersonLine
    let aliases, roles: [String]
    let days: [Day]
    /// Newest first.
    let sayings: [SayingRecord]
    let company: [Companion]

    init(_ profile: Profile) {
        person = PersonLine(profile)
        aliases = profile.aliases
        roles = profile.roles
        days = profile.days.map { Day(day: $0.day.description, articles: $0.articles) }
        sayings = profile.sayings.map(SayingRecord.init)
        company = profile.company.map { Companion(id: $0.key, name: $0.name, articles: $0.articles) }
    }
}

struct SayingRecord: Encodable {
    let speaker, modality: String
    /// The speaker's among the people; nil for nobody in particular.
    let person: String?
    let quotation: String?
    let passage: CitationRecord

    init(_ saying: Saying) {
        speaker = saying.speaker
        modality = saying.modality.rawValue
        person = saying.profile
        quotation = saying.quotation
        passage = CitationRecord(saying.citation)
    }
}

struct FigureRecord: Encodable {
    let value: Double
    /// The upper end of a range.
    let upper: Double?
    let unit: String?
    let comparator, claimant, modality: String
    let passage: CitationRecord

    init(_ figure: GivenFigure) {
        value = figure.quantity.value
        upper = figure.quantity.upper
        unit = figure.quantity.unit
        comparator = figure.quantity.comparator.rawValue
        claimant = figure.claimant
        modality = figure.modality.rawValue
        passage = CitationRecord(figure.citation)
    }
}

/// What a search found.
struct SearchRecord: Encodable {
    struct Facet: Encodable {
        let name: String
        let values: [Value]
    }

    struct Value: Encodable {
        let value, name: String
        let articles: Int
    }

    let articles: [Found.Hit]
    /// Of all that are found; those on this page are some of them.
    let total: Int
    /// There are more, recorded earlier, that were not looked at.
    let isCut: Bool
    let facets: [Facet]
    let remark: String?

    init(_ results: SearchResults?, remark: String?) {
        articles = (results?.lines ?? []).map(Found.Hit.init)
        total = results?.total ?? 0
        isCut = results?.isCut ?? false
        facets = (results?.facets ?? []).map { facet in
            Facet(name: facet.kind.rawValue, values: facet.values.map { Value(value: $0.value, name: $0.name.english, articles: $0.count) })
        }
        self.remark = remark
    }
}

extension Found.Hit {
    init(_ line: SearchResults.Line) {
        self.init(
            FoundArticle(
                id: line.article, title: line.excerpt.title, outlet: line.outlet, day: line.day, language: line.language,
                snippet: line.excerpt.text))
    }
}
