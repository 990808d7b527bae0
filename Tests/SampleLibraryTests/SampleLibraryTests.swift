import BriefModel
import Fetching
import Foundation
import Testing

@testable import SampleLibrary

enum SampleFile {
    static func bytes(_ path: String) -> Data? { FileManager.default.contents(atPath: SampleLibrary.folder + "/" + path) }
}

@Suite("The sample library")
struct SampleLibraryTests {
    @Test("it comes with the two briefs and the text of every annotated article")
    func texts() throws {
        #expect(try SampleLibrary.olderBrief.hasPrefix("Big Picture Brief"))
        #expect(try !SampleLibrary.controlBrief.isEmpty)
        struct Entry: Decodable {
            let id: String
            let title: String
        }
        let articles = try JSONDecoder().decode([Entry].self, from: #require(SampleFile.bytes("gold/articles.json")))
        for article in articles { #expect(try SampleLibrary.text(of: article.id).hasPrefix(article.title)) }
    }

    @Test("a file that is not there is named")
    func missing() { #expect(throws: SampleFileMissing(path: "text/none.txt")) { try SampleLibrary.text(of: "none") } }

    @Test("its notice is kept")
    func notice() throws {
        #expect(String(decoding: try #require(SampleFile.bytes("README.md")), as: UTF8.self).contains("wrong on purpose"))
    }

    @Test("the last day is 1 March 2026")
    func day() { #expect(SampleLibrary.day.description == "2026-03-01") }

    @Test("the in-memory web holds every file of the site and keeps its robots.txt")
    func inMemory() async throws {
        let fetcher = SampleLibrary.inMemoryFetcher()
        let origin = SampleLibrary.inMemoryOrigin
        guard case .fetched(let page) = try await fetcher.fetch(FetchRequest(address: origin + "/zibbleclick/rss")) else { throw Unmet() }
        #expect(page.mediaType == "application/rss+xml")
        #expect(SampleSite(folder: SampleLibrary.siteFolder).paths().count == 131)
        await #expect(throws: FetchError.self) { try await fetcher.fetch(FetchRequest(address: origin + "/daily-klaxon/exclusive/x.html")) }
    }

    @Test("the topic file says what the topic says")
    func topicFile() {
        let address = "http://127.0.0.1:1/feeds.opml"
        let (topic, file) = (SampleLibrary.topic(readFrom: address), SampleLibrary.topicFile(readFrom: address))
        for term in topic.include + [topic.title, address] { #expect(file.contains("\"\(term)\"")) }
    }
}
