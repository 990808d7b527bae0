import BriefModel
import SQLiteStorage
import Storage

/// Fills a library with made-up articles. See `usage`.
@main
struct Filling {
    private static let usage = """
        usage: filling library=FOLDER articles=N [from=N] [of=N] [subjects=WORDS,WORDS,... percent=N]
        adds so many made-up articles, in words of those that are there; the first is number `from` of `of`, and as many as `percent` in a hundred speak of
        the subjects
        """
    private static let batch = 2_000

    static func main() async throws {
        let settings = Dictionary(
            CommandLine.arguments.dropFirst().map { word in (String(word.prefix { $0 != "=" }), String(word.drop { $0 != "=" }.dropFirst())) },
            uniquingKeysWith: { $1 })
        func number(_ name: String) -> Int? { settings[name].flatMap { Int($0) } }
        guard let folder = settings["library"], let count = number("articles") else { return print(usage) }
        let first = number("from") ?? 0
        let library = try SQLiteLibrary(path: folder, mode: .readWrite)
        let held = try await library.articles().filter { !$0.id.rawValue.hasPrefix(MadeUpPress.prefix) }
        let subjects = settings["subjects"]?.split(separator: ",").map(String.init) ?? []
        let desk = subjects.isEmpty ? nil : SubjectDesk(subjects: subjects, percent: number("percent") ?? 100)
        var press = MadeUpPress(wordsOf: held, articles: number("of") ?? count, first: first, desk: desk)
        for start in stride(from: first, to: first + count, by: batch) {
            _ = try await library.record((start..<min(start + batch, first + count)).map { press.reading($0) })
        }
    }
}
