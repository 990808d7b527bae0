import BriefModel

/// How much of each article's own words a brief takes: so many in a row, so many in all, and no more letters in a row than its publisher allows a
/// quotation (`max-snippet`).
struct FairUse: Sendable {
    private let limit: QuoteLimit
    private let articles: [ArticleID: AnalyzedArticle]

    init(_ material: BriefMaterial) {
        limit = material.topic.quoteLimit ?? .standard
        articles = material.articles
    }

    /// Whether its longest run of words is short enough.
    func allows(_ line: Line, of article: ArticleID) -> Bool {
        let run = line.longestRun
        guard run.words <= limit.run else { return false }
        return articles[article]?.article.wishes?.longestSnippet.map { run.bytes <= $0 } ?? true
    }

    /// What may still be taken of each article beside what is said, each sentence counted once.
    func room(beside said: [Candidate]) -> Room {
        var taken: [ArticleID: Int] = [:]
        var counted: Set<Int> = []
        for one in said where counted.insert(one.id).inserted { taken[one.source.article, default: 0] += one.wording.line.copied }
        return Room(taken: taken, limit: limit.article)
    }

    struct Room {
        fileprivate let taken: [ArticleID: Int]
        fileprivate let limit: Int

        func holds(_ candidate: Candidate) -> Bool {
            taken[candidate.source.article, default: 0] + candidate.wording.line.copied <= limit
        }
    }
}

extension Line {
    /// Words that stand in the article.
    fileprivate var copied: Int { words.count { $0.range != nil && !$0.core.isEmpty } }

    /// The most words in a row that stand just so in the article, and the bytes from the first to the last of the longest such row.
    fileprivate var longestRun: (words: Int, bytes: Int) {
        var longest = (words: 0, bytes: 0)
        var run = (words: 0, bytes: 0)
        var end: Int?
        for word in words {
            guard let range = word.range else {
                end = nil
                continue
            }
            // A word left out leaves three bytes at least.
            let goesOn = end.map { $0 <= range.lowerBound && range.lowerBound <= $0 + 2 } ?? false
            if !goesOn { run = (0, 0) }
            run.bytes += range.upperBound - (goesOn ? end ?? range.lowerBound : range.lowerBound)
            if !word.core.isEmpty { run.words += 1 }
            longest = (max(longest.words, run.words), max(longest.bytes, run.bytes))
            end = range.upperBound
        }
        return longest
    }
}
