import BriefModel
import Foundation
import Ingestion
import Testing

@Suite("Reprints")
struct ReprintTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/SampleLibrary/Resources/sample-library")
    private static let outlets = [
        Outlet(id: "nw", name: "Northlight Wire", kind: .wireAgency), Outlet(id: "paper", name: "The Paper"), Outlet(id: "other", name: "Other Post"),
        Outlet(id: "post", name: "Tern Post"),
    ]

    private static func article(
        _ id: String, _ paragraphs: [String], outlet: String, day: Int = 20_500, authors: [String] = [], credit: String? = nil,
        isCorrection: Bool = false
    ) -> Article {
        let moment = Timestamp(day: CalendarDay(daysSince1970: day))
        return Article(
            id: ArticleID(id), address: id, outlet: OutletID(outlet), title: "Headline of \(id)", authors: authors, published: moment,
            fetched: moment,
            language: "en", creditLine: credit, isCorrection: isCorrection, body: paragraphs.map { (.paragraph, $0) })
    }

    private static let story = [
        "The harbour office said on Monday that the old crane on the north quay would be taken down before the winter storms.",
        "It was built in 1931 and has not lifted a load since the coal trade ended, but sailors still steer by it at dusk.",
        "A petition to keep it has gathered 4,100 names, and the council is expected to hear its authors next week.",
        "Taking it down will cost about two million, half of which the port has put aside over the last ten years.",
    ]

    private func groups(_ articles: [Article]) -> [ReprintGroup] { ReprintDetector().groups(among: articles, outlets: Self.outlets) }

    @Test("the sample library's copies are found, each with its origin, and nothing else")
    func sample() throws {
        struct Group: Decodable {
            struct Copy: Decodable { let article: String }
            let original: String
            let copies: [Copy]
        }
        let texts = try FileManager.default.contentsOfDirectory(atPath: Self.folder.appending(path: "text").path).sorted()
        let articles = try texts.map { name in
            let text = try String(contentsOf: Self.folder.appending(path: "text/\(name)"), encoding: .utf8)
            let day = Int(name.split(separator: "-")[1]) ?? 0
            return Self.article(
                String(name.dropLast(4)), text.split(separator: "\n\n").dropFirst().map(String.init), outlet: String(name.prefix(2)),
                day: 20_000 + day)
        }
        let found = groups(articles)
        let gold = try JSONDecoder().decode([Group].self, from: Data(contentsOf: Self.folder.appending(path: "gold/syndication.json")))
        for group in gold {
            #expect(found.contains(ReprintGroup(origin: ArticleID(group.original), copies: group.copies.map { ArticleID($0.article) })))
        }
        #expect(found.count == 5 && found.flatMap(\.copies).count == 12)
    }

    @Test("trimmed, reordered, re-quoted or lightly edited, a copy is a copy")
    func edits() {
        let trimmed = Array(Self.story.prefix(2))
        let reordered = Array(Self.story.reversed())
        let spun = Self.story.map { $0.replacingOccurrences(of: "said", with: "stated").replacingOccurrences(of: "about", with: "roughly") }
        let dateline = ["TERN (Northlight) – " + Self.story[0].replacingOccurrences(of: "office", with: "office’s head")] + Self.story.dropFirst()
        for text in [trimmed, reordered, spun, Array(dateline)] {
            let found = groups([Self.article("origin", Self.story, outlet: "nw"), Self.article("copy", text, outlet: "paper", day: 20_501)])
            #expect(found == [ReprintGroup(origin: "origin", copies: ["copy"])])
        }
    }

    @Test("an article that quotes a sentence, or a round-up of two stories, is no reprint")
    func notCopies() {
        let own = [
            "Our reporter climbed the crane last week and found a kestrel nesting in the cabin.", Self.story[1],
            "The bird does not care about petitions, and neither, it seems, does the night watchman who feeds it.",
            "He has worked on the quay for thirty years and expects to be gone before the crane is.",
        ]
        let second = [
            "The ferry to Upper Tern will run every hour from May, the operator said, after a trial that filled every boat.",
            "Fares stay as they are, and bicycles travel free before nine in the morning and after six at night.",
        ]
        #expect(groups([Self.article("origin", Self.story, outlet: "nw"), Self.article("own", own, outlet: "paper")]).isEmpty)
        let roundUp = Self.article("round-up", Array(Self.story.prefix(1)) + second, outlet: "other", day: 20_502)
        #expect(groups([Self.article("origin", Self.story, outlet: "nw"), roundUp]).isEmpty)
    }

    @Test("a later report by the same outlet that repeats its background is no reprint")
    func sameOutlet() {
        let later =
            Array(Self.story.prefix(3)) + [
                "On Friday the council voted to keep the crane after all, by seven votes to six, to loud applause from the gallery."
            ]
        #expect(groups([Self.article("first", Self.story, outlet: "nw"), Self.article("later", later, outlet: "nw", day: 20_504)]).isEmpty)
    }

    @Test("the origin is the credited outlet, else the wire agency, else the earliest")
    func origin() {
        let early = Self.article("early", Self.story, outlet: "paper", day: 20_499)
        let late = Self.article("late", Self.story, outlet: "post", day: 20_502)
        let wire = Self.article("wire", Self.story, outlet: "nw", day: 20_501)
        #expect(groups([late, early]).map(\.origin) == ["early"])
        #expect(groups([late, early, wire]).map(\.origin) == ["wire"])
        for crediting in [
            Self.article("c", Self.story, outlet: "paper", day: 20_490, credit: "By Tern Post"),
            Self.article("c", Self.story, outlet: "paper", day: 20_490, authors: ["Tern Post"]),
            Self.article("c", Self.story + ["This report was supplied by Tern Post."], outlet: "paper", day: 20_490),
        ] {
            #expect(groups([crediting, late]) == [ReprintGroup(origin: "late", copies: ["c"])])
        }
    }

    @Test("pairs among plain texts carry similarity and containment")
    func pairs() {
        let text = Self.story.joined(separator: " ")
        let found = ReprintDetector().pairs(among: [
            ("a", text), ("b", Self.story[0] + " " + Self.story[2]), ("c", "Nothing of the kind."), ("d", text),
        ])
        #expect(found.map { [$0.first, $0.second] } == [["a", "b"], ["a", "d"], ["b", "d"]])
        #expect(found[0].containment > 0.99 && found[0].similarity < 0.7 && found[1].similarity == 1)
    }

    @Test("nothing, one text, empty texts and ideographs are handled")
    func oddTexts() {
        #expect(groups([]).isEmpty && groups([Self.article("a", Self.story, outlet: "nw")]).isEmpty)
        #expect(ReprintDetector().pairs(among: [("a", ""), ("b", ""), ("c", "…")]).isEmpty)
        #expect(ReprintDetector().pairs(among: [("a", "港口办公室周一表示，将拆除旧起重机。"), ("b", "港口办公室周一表示将拆除旧起重机。")]).count == 1)
    }

    @Test("five thousand texts with a stock phrase and a widely printed story take seconds", .timeLimit(.minutes(5)))
    func manyTexts() {
        let texts = (0..<5_000).map { number in
            let own = (0..<30).map { "word\(number * 31 + $0)" }.joined(separator: " ")
            return (id: "\(number)", text: number % 50 == 0 ? Self.story.joined(separator: " ") : "People familiar with the matter said that \(own).")
        }
        let copied = Set(ReprintDetector().pairs(among: texts).flatMap { [$0.first, $0.second] })
        #expect(copied.count == 100)
    }
}
