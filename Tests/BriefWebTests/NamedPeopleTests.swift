import BriefModel
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing

@testable import BriefWeb

@Suite("Whom a statement names") struct NamedPeopleTests {
    private static func profile(_ name: String, _ aliases: String...) -> Profile {
        Profile(
            key: name.lowercased().replacing(" ", with: "-"), name: name, kind: .person, aliases: aliases, roles: [], days: [], outlets: 1,
            sayings: [],
            sayingCount: 0, mentions: [], company: [], ties: [])
    }

    private static let people = NamedPeople([
        profile("Anna Keller", "Keller", "Mayor"), profile("Bank of Averland"), profile("Averland"), profile("Joe Mayor", "Mayor"), profile("台积电"),
        profile("EU"),
    ])

    @Test(
        "each is found once, by a name that is theirs alone and stands there as a word",
        arguments: [
            ("Keller said that Anna Keller would stay.", ["anna-keller"]), ("The Bank of Averland and Averland.", ["bank-of-averland", "averland"]),
            ("The Mayor of Averlandia, in EUR", []), ("EU", ["eu"]), ("据台积电称", ["台积电"]), ("", []), ("McKeller’s Kellers", []),
            ("Keller’s EU", ["anna-keller", "eu"]),
        ] as [(String, [String])])
    func found(text: String, keys: [String]) { #expect(Self.people.named(in: text).map(\.key) == keys) }

    @Test("the evidence of a statement leads to those it names, as soon as they are known") func page() async throws {
        let isKnown = Mutex(false), customs = Self.profile("Customs")
        var content = try SampleSite.content()
        content.rooms = try SampleSite.rooms()
        content.rooms?.named = { _ in isKnown.withLock { $0 } ? NamedPeople([customs]) : nil }
        let pages = try await Application(router: BriefSite(content).router()).test(.router) { client in
            var pages: [String] = []
            for isKnownNow in [false, true, false] {
                isKnown.withLock { $0 = isKnownNow }
                pages.append(try await client.execute(uri: "/briefs/chips", method: .get) { String(buffer: $0.body) })
            }
            return pages
        }
        let link = "<p class=\"ev-n\">Named: <a href=\"/people/customs?topic=chips\""
        #expect(pages.map { $0.contains(link) } == [false, true, true], "what is whole is kept")
    }
}
