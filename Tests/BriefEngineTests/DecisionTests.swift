import BriefEngine
import BriefModel
import Storage
import Testing

/// What a user says of stories is kept with the library and obeyed by every run after it.
@Suite struct DecisionTests {
    private static let later = Timestamp(secondsSince1970: SampleEngine.asOf.secondsSince1970 + 3_600)
    private static let twoStories: @Sendable (Study) -> [Story] = {
        Array($0.stories.sorted { ($1.articles.count, $0.id) < ($0.articles.count, $1.id) }.prefix(2))
    }

    private func study(_ engine: Engine, asOf: Timestamp = later) async throws -> Study { try await engine.study(SampleEngine.topic, asOf: asOf) }

    @Test func storiesMergedAreOneFromThenOnAndNotBefore() async throws {
        let (engine, store) = try await SampleEngine.read()
        let two = Self.twoStories(try await study(engine))
        let ruling = StoryRuling.together(two.flatMap(\.articles))
        let before = try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf)
        let tried = try engine.stories(of: try await study(engine), with: ruling)
        let kept = try await store.keep(ruling, topic: SampleEngine.topic.slug, made: Self.later)

        let merged = try await study(engine)
        #expect(merged.stories.contains { Set($0.articles) == Set(two.flatMap(\.articles)) })
        #expect(merged.stories == tried, "what was announced is what came")
        #expect(merged.effect(of: ruling).isObeyed && merged.effect(of: ruling).absent.isEmpty)
        #expect(try await engine.brief(on: SampleEngine.topic, asOf: SampleEngine.asOf) == before, "a brief as of earlier stays as it was")

        #expect(try await store.withdraw(storyDecision: kept.number, topic: kept.topic, at: Self.later))
        #expect(try await study(engine).stories.filter { two.map(\.id).contains($0.id) }.count == 2)
    }

    @Test func whatAUserDecidedMeanwhileIsNoNews() async throws {
        let (engine, store) = try await SampleEngine.read()
        let two = Self.twoStories(try await study(engine))
        _ = try await store.keep(.together(two.flatMap(\.articles)), topic: SampleEngine.topic.slug, made: Self.later)
        #expect(try await engine.changes(in: SampleEngine.topic, since: SampleEngine.asOf, asOf: Self.later).stories.isEmpty)
    }

    @Test func aPinnedStoryLeadsTheBriefAndKeepsItsName() async throws {
        let (engine, store) = try await SampleEngine.read()
        let study = try await study(engine)
        let last = try #require(study.themes.last?.stories.last)
        for ruling in [StoryRuling.pinned(ArticleID(last.rawValue)), .titled(ArticleID(last.rawValue), "My own words")] {
            _ = try await store.keep(ruling, topic: SampleEngine.topic.slug, made: Self.later)
        }
        let pinned = try await self.study(engine)
        #expect(pinned.themes.first?.stories.first == last && study.themes.first?.stories.first != last)
        #expect(pinned.timeline(limit: 1).lanes.map(\.title) == ["My own words"])
        let brief = try await engine.brief(on: SampleEngine.topic, asOf: Self.later)
        #expect(brief.draft.sections.first { $0.kind == .theme }?.blocks.flatMap(\.statements).contains { $0.story == last } == true)
    }

    @Test func anotherTopicIsNotTouchedAndWhatIsGoneIsSaid() async throws {
        let (engine, store) = try await SampleEngine.read()
        let untouched = try await study(engine).stories
        _ = try await store.keep(.together(Self.twoStories(try await study(engine)).flatMap(\.articles)), topic: "another", made: Self.later)
        let gone = StoryRuling.apart(["no-such-article"], from: untouched[0].articles)
        _ = try await store.keep(gone, topic: SampleEngine.topic.slug, made: Self.later)
        let study = try await study(engine)
        #expect(study.stories == untouched)
        #expect(study.effect(of: gone).absent == ["no-such-article"])
    }

    @Test func aDecisionAgainstALaterOneIsToldAsSuch() async throws {
        let (engine, store) = try await SampleEngine.read()
        let story = try #require(try await study(engine).stories.first { $0.updates.count > 2 })
        let first = try #require(story.updates.first?.article)
        let study = try await study(engine)
        let article = try #require(study.onTopic.first { $0.article.id == first }?.article)
        let apart = try study.parting([article], from: story)
        _ = try await store.keep(apart, topic: SampleEngine.topic.slug, made: Self.later)
        #expect(try await self.study(engine).effect(of: apart).isObeyed)
        let together = StoryRuling.together(story.articles)
        _ = try await store.keep(together, topic: SampleEngine.topic.slug, made: Self.later)
        let now = try await self.study(engine)
        #expect(!now.effect(of: apart).isObeyed && now.effect(of: together).isObeyed)
    }

    @Test func aStoryIsFoundByIdentifierArticleOrWordsAndAnUnclearNameListsTheCandidates() async throws {
        let study = try await study(try await SampleEngine.read().engine)
        let story = try #require(study.stories.first { $0.articles.count > 1 })
        #expect(try study.story(named: story.id.rawValue) == story)
        #expect(try study.story(named: story.articles[1].rawValue) == story)
        #expect(try study.story(named: story.title.lowercased()) == story)
        #expect(throws: NamingError.noStory("zebra crossing")) { try study.story(named: "zebra crossing") }
        #expect(throws: NamingError.noStory(" ")) { try study.story(named: " ") }
        let many = study.stories.filter { $0.title.lowercased().contains("a") }
        #expect(many.count > 1 && NamingError.stories("a", many).description.contains(many[1].id.rawValue))
        #expect(throws: NamingError.stories("a", many)) { try study.story(named: "a") }
        #expect(throws: NamingError.nothingLeft(story)) {
            try study.parting(study.onTopic.map(\.article).filter { story.articles.contains($0.id) }, from: story)
        }
    }
}
