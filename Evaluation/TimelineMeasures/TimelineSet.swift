import BriefModel
import Figures
import Foundation

/// One topic of a set of timelines: articles in sentences, and what journalists made of them.
struct TimelineTopic {
    struct Piece: Decodable {
        let id: String
        let time: String
        /// Parted into words by spaces.
        let sents: [String]
    }

    struct Told: Decodable {
        let name: String
        let timeline: [Day]

        /// `[day, [sentences]]`
        struct Day: Decodable {
            let day: String
            let sentences: [String]

            init(from decoder: any Decoder) throws {
                var fields = try decoder.unkeyedContainer()
                day = try fields.decode(String.self)
                sentences = try fields.decode([String].self)
            }
        }
    }

    let name: String
    let pieces: [Piece]
    let timelines: [Told]

    /// The topics of a folder, by name.
    static func all(in folder: URL) throws -> [TimelineTopic] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        let topics = Set(names.compactMap { name in name.range(of: ".articles.jsonl").map { String(name[..<$0.lowerBound]) } }).sorted()
        guard !topics.isEmpty else { throw LabelledSetError.incomplete(folder.path, lacking: "TOPIC.articles.jsonl.gz") }
        return try topics.map { topic in
            TimelineTopic(
                name: topic, pieces: try rows("\(topic).articles.jsonl", in: folder), timelines: try rows("\(topic).timelines.jsonl", in: folder))
        }
    }

    /// Packed or not.
    private static func rows<Row: Decodable>(_ name: String, in folder: URL) throws -> [Row] {
        let plain = folder.appending(path: name)
        let file = FileManager.default.fileExists(atPath: plain.path) ? plain : folder.appending(path: name + ".gz")
        return try PackedLines.lines(of: file).map { try JSONDecoder().decode(Row.self, from: $0) }
    }

    /// The articles published within the span, each sentence a paragraph, written as text is written.
    func articles(within span: ClosedRange<CalendarDay>) -> [(piece: Piece, article: Article)] {
        pieces.compactMap { piece in
            guard let day = CalendarDay(iso: piece.time), span.contains(day) else { return nil }
            let moment = Timestamp(day: day)
            let article = Article(
                id: ArticleID(piece.id), address: "set:\(piece.id)", outlet: OutletID(piece.id.split(separator: "/").first.map(String.init) ?? ""),
                title: "", published: moment, fetched: moment, language: "en", body: piece.sents.map { (.paragraph, Self.written($0)) })
            return (piece, article)
        }
    }

    /// Words parted by spaces, back to running text.
    static func written(_ parted: String) -> String {
        var text = parted
        for (from, to) in joins { text = text.replacingOccurrences(of: from, with: to) }
        return text
    }

    private static let joins = [
        ("\\/", "/"), ("-LRB-", "("), ("-RRB-", ")"), ("` `", "“"), ("``", "“"), ("''", "”"), ("`", "‘"), (" 's ", "'s "), (" 're ", "'re "),
        (" 've ", "'ve "), (" 'll ", "'ll "), (" ' ", "' "), (" .", "."), (" ,", ","), (" ;", ";"), (" :", ":"), (" !", "!"), (" ?", "?"),
        (" )", ")"),
        (" %", "%"), ("( ", "("), ("$ ", "$"), (" - ", "-"),
    ]
}
