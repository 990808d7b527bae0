import BriefModel
import Foundation
import TextAnalysis

/// The sample library's canonical texts and its open annotations.
enum SampleShelf {
    struct Gold: Decodable {
        let id, outlet, language, title, date: String
        let on_topic: Bool
        let story: String?
        let copy_of: String?
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/SampleLibrary/Resources/sample-library")

    static func gold() throws -> [Gold] {
        try JSONDecoder().decode([Gold].self, from: Data(contentsOf: folder.appending(path: "gold/articles.json")))
    }

    /// All 85 articles, in order of date. Their day and outlet are in their names.
    static func articles() throws -> [AnalyzedArticle] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "text").path).sorted()
        let articles = try names.map { name in try article(named: String(name.dropLast(4))) }
        return articles.sorted { ($0.article.day, $0.article.id) < ($1.article.day, $1.article.id) }
    }

    private static func article(named id: String) throws -> AnalyzedArticle {
        let text = try String(contentsOf: folder.appending(path: "text/\(id).txt"), encoding: .utf8)
        let parts = text.split(separator: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
        let pieces = id.split(separator: "-")
        let day = Timestamp(
            day: CalendarDay(year: 2026, month: Int(pieces[1].prefix(2)) ?? 1, day: Int(pieces[1].suffix(2)) ?? 1) ?? CalendarDay(daysSince1970: 0))
        let language = ["lj": "zh", "or": "de", "fn": "fr"][pieces[0], default: "en"]
        return TextAnalyzer().analyze(
            Article(
                id: ArticleID(id), address: id, outlet: OutletID(String(pieces[0])), title: parts[0], published: day, fetched: day,
                language: language,
                body: parts.dropFirst().map { (.paragraph, $0) }))
    }

    /// Copies as annotated: who copied whom.
    static func reprints() throws -> [ReprintGroup] {
        Dictionary(grouping: try gold().filter { $0.copy_of != nil }) { $0.copy_of ?? "" }
            .map { ReprintGroup(origin: ArticleID($0), copies: $1.map { ArticleID($0.id) }) }.sorted { $0.origin < $1.origin }
    }
}

/// An article made up for a test.
func article(
    _ id: String, title: String = "", _ text: String, outlet: String = "paper", day: Int = 20_500, isDated: Bool = true, language: String = "en"
) -> AnalyzedArticle {
    let moment = Timestamp(day: CalendarDay(daysSince1970: day))
    return TextAnalyzer().analyze(
        Article(
            id: ArticleID(id), address: id, outlet: OutletID(outlet), title: title, published: isDated ? moment : nil, fetched: moment,
            language: language,
            body: text.split(separator: "\n").map { (.paragraph, String($0)) }))
}

/// B-cubed F1 of groups against a labelling; only labelled items count.
func bCubed(_ groups: [[String]], gold: [String: String]) -> Double {
    var precision = 0.0
    var recall = 0.0
    for group in groups.map({ $0.filter { gold[$0] != nil } }) {
        for item in group {
            let same = Double(group.filter { gold[$0] == gold[item] }.count)
            precision += same / Double(group.count)
            recall += same / Double(gold.values.filter { $0 == gold[item] }.count)
        }
    }
    precision /= Double(gold.count)
    recall /= Double(gold.count)
    return 2 * precision * recall / (precision + recall)
}
