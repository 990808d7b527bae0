import BriefModel
import Rounds
import Storage

/// Articles that say nothing, in a vocabulary of 60,000 words by Zipf's law. The words of a real library come first, by how often they stand there: so
/// its telling words stand in many of the made-up articles, too, and finding the few that matter is as hard as among news.
struct MadeUpPress {
    private let articles: Int
    private let words: [String]
    /// Sentences and titles are drawn from pools, as those of agencies are.
    private var sentences: [String] = []
    private var titles: [String] = []
    private var chance: Chance
    /// Nil: no article speaks of anything.
    private var desk: SubjectDesk?

    static let prefix = "made-up-"

    private static let vocabulary = 60_000
    private static let known = 6_000
    private static let outlets = 200
    private static let sentencePool = 60_000
    private static let titlePool = 30_000
    private static let syllables = [
        "ka", "ro", "mi", "ten", "sol", "ver", "dan", "lu", "pre", "gor", "has", "ti", "ne", "bal", "os", "fen", "qui", "mar", "el", "dro",
    ]
    /// 12 January 2026, and how many days from then on articles are dated to.
    private static let firstDay = CalendarDay(daysSince1970: 20_465)
    private static let days = 48

    /// - Parameters:
    ///   - articles: how many will be asked for in all: they are spread evenly over the days.
    ///   - first: the number of the first of these.
    init(wordsOf held: [Article], articles: Int, first: Int = 0, desk: SubjectDesk? = nil) {
        self.articles = articles
        self.desk = desk
        self.chance = Chance(seed: 7 &+ UInt64(first))
        var chance = Chance(seed: 3)
        words = Self.words(of: held, &chance).filter { desk?.isOwn($0) != true }
        sentences = (0..<Self.sentencePool).map { _ in sentence() }
        titles = (0..<Self.titlePool).map { _ in phrase(words: 8) }
    }

    private static func words(of held: [Article], _ chance: inout Chance) -> [String] {
        var counts: [String: Int] = [:]
        for article in held where article.language == "en" {
            let words = article.text.split { !$0.isASCII || !$0.isLetter && $0 != "-" && $0 != "'" }
            for word in words where word.first?.isLetter == true { counts[String(word), default: 0] += 1 }
        }
        var words = Array(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).prefix(known))
        var seen = Set(words)
        while words.count < vocabulary {
            var word = (0..<(2 + chance.below(3))).map { _ in syllables[chance.below(syllables.count)] }.joined()
            if chance.below(4) == 0 { word = capitalised(word) }
            if seen.insert(word).inserted { words.append(word) }
        }
        return words
    }

    private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private mutating func phrase(words count: Int) -> String {
        (0..<count).map { _ in words[chance.rank(of: words.count) - 1] }.joined(separator: " ")
    }

    private mutating func sentence() -> String {
        let words = phrase(words: 9 + chance.below(16))
        let figure = chance.below(10) < 3 ? " \(2 + chance.below(899))" : ""
        return Self.capitalised(words) + figure + "."
    }

    /// Four paragraphs of two sentences.
    mutating func reading(_ number: Int) -> Reading {
        var paragraphs = (0..<4).map { _ in sentences[chance.below(sentences.count)] + " " + sentences[chance.below(sentences.count)] }
        var title = titles[chance.below(titles.count)]
        if let told = desk?.told(in: number) {
            title = told.title + " " + title
            paragraphs = told.paragraphs + paragraphs.dropFirst(told.paragraphs.count)
        }
        let outlet = "outlet\(number % Self.outlets).example"
        let age = Int64(number) * Int64(Self.days) * 86_400 / Int64(max(articles, 1))
        let published = Timestamp(secondsSince1970: Timestamp(day: Self.firstDay).secondsSince1970 + age)
        let article = Article(
            id: ArticleID("\(Self.prefix)\(number)"), address: "https://\(outlet)/\(number)", outlet: OutletID(outlet), title: title,
            published: published, fetched: published, language: "en", body: paragraphs.map { (.paragraph, $0) })
        return Reading(article: article, rawBytes: [], mediaType: "text/html")
    }
}
