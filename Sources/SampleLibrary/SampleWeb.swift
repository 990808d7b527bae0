public import Fetching

/// The sample outlets without a socket: a table for tests that need pages and no network.
extension SampleLibrary {
    /// Where the outlets are in `inMemoryFetcher()`.
    public static let inMemoryOrigin = "http://127.0.0.1:8737"

    /// A fetcher that holds every file of the site, answered as the sample server would.
    /// - Parameters:
    ///   - origin: what the literal `http://localhost:PORT` in the files stands for.
    ///   - rewriting: what a file holds instead, by its path: the same web with another fact in it.
    public static func inMemoryFetcher(
        origin: String = inMemoryOrigin, rewriting: (_ path: String, _ body: [UInt8]) -> [UInt8] = { $1 }
    ) -> InMemoryFetcher {
        let site = SampleSite(folder: siteFolder)
        var answers: [String: Answer] = [:]
        for path in site.paths() {
            guard case .page(let page) = site.reply(to: path, origin: origin) else { continue }
            let fields = ["content-type": page.contentType, "etag": page.entityTag, "last-modified": SampleSite.lastModified]
            answers[origin + path] = Answer(status: 200, fields: fields, body: rewriting(path, page.body))
        }
        return InMemoryFetcher(answers)
    }
}
