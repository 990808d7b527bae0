import BriefEngine
import BriefModel
import Testing

/// What the rooms to read in show, found in the sample library.
@Suite struct RoomTests {
    private static let studied = Task { try await SampleEngine.read().engine.study(SampleEngine.topic, asOf: SampleEngine.asOf) }

    @Test func everyStoryIsToldWholeAndReprintsAreFoldedIntoTheirOrigins() async throws {
        let study = try await Self.studied.value
        let accounts = study.accounts()
        #expect(Set(accounts.map(\.story.id)) == Set(study.stories.map(\.id)) && accounts.count == study.stories.count)
        let copies = Set(study.reprints.flatMap(\.copies))
        #expect(accounts.flatMap(\.pieces).allSatisfy { !copies.contains($0.article) })
        #expect(accounts.flatMap(\.pieces).reduce(0) { $0 + $1.reprintedBy.count } == copies.count)
        let days = accounts.compactMap { $0.lastDay?.daysSince1970 }
        #expect(days == days.sorted(by: >), "what was last told of comes first")
        #expect(Set(accounts.flatMap(\.differences).map(\.dispute)) == Set(study.disputes), "no dispute is lost")
    }

    @Test func whoSaysWhatIsPutDownToOnePersonWhateverTheFormOfTheName() async throws {
        let words = try await Self.studied.value.words()
        let keys = words.profiles.map(\.key)
        #expect(Set(keys).count == keys.count && words.profiles.allSatisfy { $0.kind == .person || $0.kind == .organisation })
        #expect(keys.contains("nvidia") && keys.contains("anthropic"))
        for profile in words.profiles {
            #expect(profile.sayings.allSatisfy { $0.profile == profile.key })
            #expect(profile.articles > 1 || profile.sayingCount > 0, "\(profile.name)")
            #expect(profile.days.map(\.day) == profile.days.map(\.day).sorted())
        }
    }

    @Test func whatIsQuotedStandsInItsPassage() async throws {
        let study = try await Self.studied.value
        let words = study.words()
        #expect(words.sayings.count > 50 && words.figures.count > 50)
        let articles = Dictionary(study.onTopic.map { ($0.article.id, $0.article) }, uniquingKeysWith: { first, _ in first })
        for saying in words.sayings {
            #expect(articles[saying.citation.passage.article].map(saying.citation.passage.holds) == true)
            if let quotation = saying.quotation { #expect(saying.citation.passage.exact.contains(quotation.prefix(12)), "\(quotation)") }
        }
    }

    @Test func companyIsMutual() async throws {
        let profiles = try await Self.studied.value.words().profiles
        let byKey = Dictionary(profiles.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var compared = 0
        for profile in profiles {
            for companion in profile.company {
                guard let back = byKey[companion.key]?.company.first(where: { $0.key == profile.key }) else { continue }
                #expect(back.articles == companion.articles)
                compared += 1
            }
        }
        #expect(compared > 20)
    }
}
