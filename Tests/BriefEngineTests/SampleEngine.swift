import BriefEngine
import BriefModel
import DocumentConversion
import Fetching
import Foundation
import LocalInference
import SampleLibrary
import Storage

/// The engine over the sample web in memory, read once for all tests.
enum SampleEngine {
    static let asOf = Timestamp(day: SampleLibrary.day, hour: 23, minute: 59, second: 59)
    static let topic = SampleLibrary.topic(readFrom: SampleLibrary.inMemoryOrigin + "/feeds.opml")

    /// - Parameters:
    ///   - opening: what the second page of the one printed report begins with; nil: it has one page.
    ///   - rewriting: what a file of the site holds instead, by its path.
    static func read(
        turningThePageBefore opening: String? = nil, rewriting: (_ path: String, _ body: [UInt8]) -> [UInt8] = { $1 }
    ) async throws -> (engine: Engine, store: InMemoryLibrary) {
        let store = InMemoryLibrary()
        let pdf = [UInt8](try Data(contentsOf: URL(filePath: SampleLibrary.siteFolder + "/quillhaven-institute/reports/verification-guide.pdf")))
        var text = try SampleLibrary.text(of: "qi-0224-verification-pdf")
        if let opening { text = text.replacing(opening, with: "\u{0C}" + opening) }
        let converter = InMemoryPDFConverter(texts: [pdf: text])
        let engine = Engine(
            store: store, fetcher: SampleLibrary.inMemoryFetcher(rewriting: rewriting), converter: converter, encoder: try StaticEncoder.inside(),
            clock: .fixed(asOf))
        _ = try await engine.read(topic)
        return (engine, store)
    }

    /// The engine over a library that a test filled.
    static func over(_ store: InMemoryLibrary, at moment: Timestamp) throws -> Engine {
        Engine(
            store: store, fetcher: SampleLibrary.inMemoryFetcher(), converter: InMemoryPDFConverter(texts: [:]), encoder: try StaticEncoder.inside(),
            clock: .fixed(moment))
    }

    static func brief(asOf moment: Timestamp = asOf) async throws -> Brief {
        try await read().engine.brief(on: topic, asOf: moment)
    }
}
