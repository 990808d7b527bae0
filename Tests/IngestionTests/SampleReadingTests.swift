import BriefModel
import Fetching
import Foundation
import Ingestion
import Storage
import Testing

/// The sample library, read as a whole.
@Suite struct SampleReadingTests {
    @Test func `everything the publishers allow is read, and the page they forbid is never asked for`() async throws {
        let web = InMemoryFetcher(try SampleWeb.answers())
        let desk = Desk(converter: try SampleWeb.converter())
        let report = try await desk.read(web, [.opmlAddress(SampleWeb.outline)])
        #expect(report.feeds == 14)
        #expect(report.new == 84)
        #expect(report.failures.map(\.isRefusal) == [true])
        #expect(report.failures.first?.address.contains("/daily-klaxon/exclusive/") == true)
        #expect(!web.requestedAddresses.contains { $0.contains("/exclusive/") })
        #expect(Set(web.requestedAddresses).count == web.requestedAddresses.count, "nothing is asked twice")
    }

    @Test func `each article goes to the outlet, date and language the gold gives it`() async throws {
        let desk = Desk(converter: try SampleWeb.converter())
        try await desk.read(InMemoryFetcher(try SampleWeb.answers()), [.opmlAddress(SampleWeb.outline)])
        let held = Dictionary(try await desk.library.articles().map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
        let gold = try JSONDecoder().decode([Gold].self, from: Data(contentsOf: SampleWeb.folder.appendingPathComponent("gold/articles.json")))
        #expect(!gold.isEmpty)
        for entry in gold where !entry.url.contains("/exclusive/") {
            let address = entry.url.replacingOccurrences(of: "http://localhost:PORT", with: SampleWeb.root)
            guard let article = held[address] else {
                Issue.record("\(address) is not held")
                continue
            }
            #expect(article.outlet.rawValue == entry.outlet)
            #expect(article.language == entry.language, "\(address)")
            if entry.format != "pdf" { #expect(article.day.description == entry.date.prefix(10), "\(address)") }
        }
        #expect(Set(held.values.map(\.id)).count == held.count)
        let outlets = try await desk.library.outlets()
        #expect(outlets.first { $0.id == "northlight-wire" }?.kind == .wireAgency)
        #expect(outlets.first { $0.id == "linjiang-keji" }?.name == "临江科技观察")
    }

    @Test func `read twice, nothing is stored twice and nothing unchanged is sent again`() async throws {
        let web = InMemoryFetcher(try SampleWeb.answers())
        let desk = Desk(converter: try SampleWeb.converter())
        try await desk.read(web, [.opmlAddress(SampleWeb.outline)])
        let before = try await desk.library.articles()
        let again = try await desk.read(web, [.opmlAddress(SampleWeb.outline)])
        #expect((again.new, again.updated) == (0, 0))
        #expect(again.unchanged == 84)
        #expect(again.feeds == 14)
        #expect(try await desk.library.articles() == before)
    }

    private struct Gold: Decodable {
        let url, outlet, language, date, format: String
    }
}
