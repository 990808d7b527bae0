import BriefBootstrap
import BriefEngine
import BriefModel
import FoundationEssentials
import Ingestion
import SampleLibrary
import Storage

/// One whole run over a data folder, kept with everything that came of it.
struct SampleRun {
    let data: String
    let gold: Gold
    /// Of the library, made for this run.
    let folder: String
    let engine: Engine
    let topic: Topic
    let report: ReadingReport
    let requested: [String]
    let study: Study
    let brief: Brief
    let asOf: Timestamp
    /// Stored articles by the identifier the annotations use.
    let articles: [String: Article]
    /// The text of every stored article.
    let texts: [String]
    /// The other way round; articles without annotation are missing.
    let goldID: [ArticleID: String]

    init(data: String, gold: Gold, asOf: Timestamp) async throws {
        self.data = data
        self.gold = gold
        self.asOf = asOf
        let server = try await RunningSampleServer.start(site: data + "/site")
        folder = FileManager.default.temporaryDirectory.appending(path: "sample-run-\(UUID().uuidString)").path()
        let library = try Bootstrap(library: LibraryPlace(path: folder), access: .writing, allowsLocalAddresses: true, clock: .fixed(asOf))
        let store = library.store
        engine = library.engine
        topic = SampleLibrary.topic(readFrom: server.address(of: "feeds.opml"))
        report = try await engine.read(topic)
        requested = await server.requestedPaths()
        await server.stop()
        study = try await engine.study(topic, asOf: asOf)
        brief = try await engine.brief(on: topic, asOf: asOf)

        var byPath: [String: Article] = [:]
        let stored = try await store.articles()
        for article in stored { byPath[Self.path(article.address)] = article }
        texts = stored.map(\.text)
        var found: [String: Article] = [:]
        for entry in gold.articles { found[entry.id] = byPath[Self.path(entry.url)] }
        articles = found
        goldID = Dictionary(uniqueKeysWithValues: found.map { ($0.value.id, $0.key) })
    }

    /// Takes its library away.
    func discard() { try? FileManager.default.removeItem(atPath: folder) }

    private static func path(_ address: String) -> String { WebAddress(address)?.path ?? address.replacing("http://localhost:PORT", with: "") }

    /// Single spaces; straight signs. How a line of a brief is compared with an annotated one.
    static func normalised(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .replacing("’", with: "'").replacing("‘", with: "'").replacing("“", with: "\"").replacing("”", with: "\"")
    }
}
