import BriefModel
import SQLiteStorage
import Storage

/// Fills a library with made-up articles. See `usage`.
@main
struct Filling {
    private static let usage = "usage: filling library=FOLDER articles=N   adds so many made-up articles, in words of those that are there"
    private static let batch = 2_000

    static func main() async throws {
        let settings = Dictionary(
            CommandLine.arguments.dropFirst().map { word in (String(word.prefix { $0 != "=" }), String(word.drop { $0 != "=" }.dropFirst())) },
            uniquingKeysWith: { $1 })
        guard let folder = settings["library"], let count = settings["articles"].flatMap({ Int($0) }) else { return print(usage) }
        let library = try SQLiteLibrary(path: folder, mode: .readWrite)
        var press = MadeUpPress(wordsOf: try await library.articles(), articles: count)
        for start in stride(from: 0, to: count, by: batch) {
            _ = try await library.record((start..<min(start + batch, count)).map { press.reading($0) })
        }
    }
}
