import BriefModel
import Glibc
import LocalInference
import Rounds
import StoryClustering

/// Stories as they stream by, in a race: `stories TASK key=value …`. See `usage`.
@main
struct Stories {
    private static let usage = """
        usage: stories place texts=FILE             a text a line: a title, or a title, a tab and the rest; placed in a stream of its own each round
               stories endless count=N [words=N]    made-up titles or articles without end; time and memory on the way; no rounds
        """

    static func main() throws {
        let words = CommandLine.arguments.dropFirst()
        guard let task = words.first else { return print(usage) }
        let settings = Dictionary(
            words.dropFirst().map { word in (String(word.prefix { $0 != "=" }), String(word.drop { $0 != "=" }.dropFirst())) },
            uniquingKeysWith: { $1 })
        switch task {
        case "place": try place(bytes(of: settings["texts"] ?? ""))
        case "endless": try Endless(words: Int(settings["words"] ?? "") ?? 8).run(count: Int(settings["count"] ?? "") ?? 1_000_000)
        default: print(usage)
        }
    }

    private static func place(_ file: [UInt8]) throws {
        let texts = file.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        let articles = texts.enumerated().map { place, text in
            let parts = text.split(separator: "\t", maxSplits: 1).map(String.init)
            return article(place, title: parts.first ?? "", text: parts.count > 1 ? parts[1] : "")
        }
        let encoder = try StaticEncoder.inside()
        try rounds(count: articles.count, bytes: file.count) {
            var stream = StoryStream(encoder: encoder)
            var stories: Set<StoryID> = []
            for start in stride(from: 0, to: articles.count, by: 128) {
                stories.formUnion(try stream.place(Array(articles[start..<min(start + 128, articles.count)])))
                for (story, _) in stream.takeJoined() { stories.remove(story) }
            }
            return stories.count
        }
    }

    static func article(_ number: Int, title: String, text: String) -> Article {
        Article(
            id: ArticleID("\(number)"), address: "", outlet: OutletID("o\(number % 97)"), title: title, published: nil,
            fetched: Timestamp(day: CalendarDay(daysSince1970: 0)), language: "en", body: text.isEmpty ? [] : [(.paragraph, text)])
    }
}
