import BriefModel
import BriefWeb
import Storage

extension SampleSite {
    /// A topic of one story, one person, one quotation and one figure, in which every name and title can be chosen.
    static func studied(words: String = "Chips <held> back", outlet: Outlet = outlet) throws -> StudiedTopic {
        let passage = try passage()
        let citation = TopicTimeline.Citation(
            passage: passage, outlet: outlet.name, title: words, address: "https://wire.example/1", day: day, kind: outlet.kind)
        let step = TopicTimeline.Step(day: day, kind: .reported, citations: [citation], outlets: 1)
        let story = Story(
            id: "wire-1", title: words, articles: ["wire-1"], updates: [Update(day: day, article: "wire-1", passage: passage)], keyTerms: [])
        let coverage = Coverage(story: "wire-1", title: words, days: [.init(day: day, outlets: [outlet.id])], trend: .new)
        func claim(_ value: Double) -> Claim {
            Claim(
                id: "wire-1#1", passage: passage, claimant: words, claimantIsAnonymous: false, modality: .attributed, isAffirmed: true, names: [],
                quantities: [Quantity(range: 0..<1, value: value, unit: "chip")], dates: [], cues: [], story: "wire-1")
        }
        let dispute = Dispute(
            kind: .disagreement, followed: claim(34), notFollowed: claim(35), whatDiffers: "number of chips: 34 / 35", why: "Two against one.")
        let account = StoryAccount(
            story: story, theme: "Customs",
            timeline: TopicTimeline(topic: words, asOf: day, lanes: [.init(story: "wire-1", title: words, steps: [step])], leftOut: 0),
            pieces: [.init(article: "wire-1", title: words, outlet: outlet, day: day, language: "en", reprintedBy: [words])],
            differences: [.init(dispute: dispute, followed: citation, notFollowed: citation)], coverage: coverage,
            decisions: [StoryDecision(number: 1, topic: "chips", made: Timestamp(day: day), ruling: .titled("wire-1", words))])
        let saying = Saying(speaker: words, profile: "jane doe", quotation: "held", modality: .attributed, citation: citation)
        let figure = GivenFigure(
            quantity: Quantity(range: 0..<1, value: 34, unit: "chip"), claimant: words, modality: .attributed, citation: citation)
        let profile = Profile(
            key: "jane doe", name: words, kind: .person, aliases: [words], roles: [words], days: [.init(day: day, articles: 1)], outlets: 1,
            sayings: [saying], sayingCount: 1, mentions: [citation],
            company: [.init(key: "bureau", name: words, articles: 2), .init(key: "john roe", name: words, articles: 1)],
            ties: [.init(first: "bureau", second: "john roe", articles: 1)])
        return StudiedTopic(
            name: TopicName(slug: "chips", title: "Chips & customs"), asOf: Timestamp(day: day), stories: [account],
            trends: Trends(topic: "Chips", asOf: day, window: 7, stories: [coverage], outlets: [outlet.id: outlet]), profiles: [profile],
            sayings: [saying], figures: [figure])
    }

    static func rooms(_ studied: StudiedTopic? = nil) throws -> RoomsContent {
        let studied = try studied ?? self.studied()
        return RoomsContent(
            topics: { [studied.name] }, studied: { $0 == studied.name.slug ? studied : nil },
            claims: { stored in
                let range = stored.article.blocks[1].range
                guard let passage = Passage(of: stored.article, range: range) else { return [] }
                return [
                    Claim(
                        id: "wire-1#1", passage: passage, claimant: "Jane <Doe>", claimantIsAnonymous: false, modality: .attributed, isAffirmed: true,
                        names: [], quantities: [], dates: [], cues: [], story: nil)
                ]
            })
    }

    /// Search over a library that holds these articles.
    static func finding(_ articles: [Article]) -> SearchContent {
        @Sendable func library() async throws -> InMemoryLibrary {
            let store = InMemoryLibrary()
            _ = try await store.record(articles.map { Reading(article: $0, rawBytes: [], mediaType: "text/html") })
            return store
        }
        return SearchContent(
            matches: { try await library().matches($0, limit: $1) }, excerpts: { try await library().excerpts(of: $0, answering: $1) },
            nearest: { _, limit in
                NearestArticles(matches: articles.reversed().prefix(limit).map { SearchMatch($0) }, known: articles.count, isComplete: false)
            },
            paragraphs: { ids, _ in
                Dictionary(
                    articles.filter { ids.contains($0.id) }.map { ($0.id, Excerpt(title: $0.title, parts: [.init("near")])) },
                    uniquingKeysWith: { first, _ in first })
            }, outlets: { [outlet.id: outlet] })
    }
}
