import BriefModel
import ClaimAnalysis
import Foundation
import Testing
import TextAnalysis

/// The open gold of the sample library: both corrections are found, and what only looks like a dispute is none.
@Suite struct SampleLibraryDisputes {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/SampleLibrary/Resources/sample-library")

    private struct Entry: Decodable {
        let id: String
        let outlet: String
        let outlet_name: String
        let date: String
        let language: String
        let story: String?
    }
    private struct Side: Decodable {
        let article: String
        let text: String
    }
    private struct Contradiction: Decodable {
        let id: String
        let is_contradiction: Bool
        let a: Side
        let b: Side
    }
    private struct Syndication: Decodable {
        struct Copy: Decodable { let article: String }
        let original: String
        let copies: [Copy]
    }

    private static func gold<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: root.appendingPathComponent("gold/\(name).json")))
    }

    /// As the library's README lists them.
    private static let kinds = [
        "northlight-wire": "wire agency", "calder-tribune": "national daily", "harbour-vale-post": "national daily",
        "tern-valley-courier": "regional",
        "lattice-ledger": "trade press", "quillhaven-institute": "think tank", "averland-trade-office": "notices", "bulkhead-orbit": "defence blog",
        "daily-klaxon": "tabloid", "slow-column": "opinion", "zibbleclick": "content farm",
    ]

    private static func disputes() throws -> [Dispute] {
        var articles: [ArticleID: Article] = [:]
        var outlets: [OutletID: Outlet] = [:]
        var claims: [Claim] = []
        for entry in try gold("articles", as: [Entry].self) {
            let text = try String(contentsOf: root.appendingPathComponent("text/\(entry.id).txt"), encoding: .utf8)
            let parts = text.components(separatedBy: "\n\n").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }.filter { !$0.isEmpty }
            let outlet = Outlet(id: OutletID(entry.outlet), name: entry.outlet_name, kind: OutletKind(label: kinds[entry.outlet] ?? "daily"))
            outlets[outlet.id] = outlet
            let article = Article(
                id: ArticleID(entry.id), address: "", outlet: outlet.id, title: parts[0],
                published: CalendarDay(iso: entry.date.prefix(10)).map { Timestamp(day: $0) }, fetched: Timestamp(secondsSince1970: 1_772_000_000),
                language: entry.language, isCorrection: parts[0].lowercased().hasPrefix("correction"),
                body: parts.dropFirst().map { (.paragraph, $0) })
            articles[article.id] = article
            claims += ClaimAnalyzer().claims(in: TextAnalyzer().analyze(article), story: entry.story.map { StoryID($0) }, outletName: outlet.name)
        }
        let reprints = try gold("syndication", as: [Syndication].self).map {
            ReprintGroup(origin: ArticleID($0.original), copies: $0.copies.map { ArticleID($0.article) })
        }
        return DisputeFinder().disputes(among: claims, articles: articles, outlets: outlets, reprints: reprints)
    }

    @Test func lookAlikesAreNoDisputesAndMostContradictionsAreFound() throws {
        let found = try Self.disputes()
        let copies = Dictionary(
            try Self.gold("syndication", as: [Syndication].self).flatMap { group in group.copies.map { ($0.article, group.original) } },
            uniquingKeysWith: { first, _ in first })
        func isFound(_ contradiction: Contradiction) -> Bool {
            let (a, b) = (copies[contradiction.a.article] ?? contradiction.a.article, copies[contradiction.b.article] ?? contradiction.b.article)
            return found.contains {
                Set([$0.followed.passage.article.rawValue, $0.notFollowed.passage.article.rawValue]) == Set([a, b]) && $0.kind != .hedgeDropped
            }
        }
        let gold = try Self.gold("contradictions", as: [Contradiction].self)
        #expect(gold.filter { !$0.is_contradiction && isFound($0) }.map(\.id) == [])
        let real = gold.filter(\.is_contradiction)
        #expect(real.count(where: isFound) * 4 >= real.count * 3)
    }

    @Test func theSignatoryCountIsShownAsCorrected() throws {
        let corrected = try Self.disputes().filter { $0.kind == .corrected }
        #expect(corrected.contains { $0.whatDiffers.hasSuffix("34 / 35") })
    }

    @Test func theSameInputGivesTheSameDisputes() throws {
        #expect(try Self.disputes() == Self.disputes())
    }
}
