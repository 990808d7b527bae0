import BriefModel
import Testing

@testable import BriefWriting

/// How much of an article a brief takes.
@Suite struct FairUseTests {
    private func statements(_ limit: QuoteLimit?, words: Int? = nil) throws -> [Statement] {
        let draft = try #require(BriefWriter().draft(from: SampleMaterial.make(words: words, quoteLimit: limit)))
        return draft.sections.filter { $0.kind != .conclusion }.flatMap { $0.blocks.filter { $0.heading != "Corrected" }.flatMap(\.statements) }
    }

    private func words(_ text: String) -> [String] { text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init) }

    private func longestRun(_ statement: Statement) -> Int {
        let ours = words(statement.text)
        let theirs = statement.citations.map { " " + words($0.passage.exact).joined(separator: " ") + " " }
        var longest = 0
        for start in ours.indices {
            for end in start..<ours.count where end - start + 1 > longest {
                let run = " " + ours[start...end].joined(separator: " ") + " "
                if theirs.contains(where: { $0.contains(run) }) { longest = end - start + 1 }
            }
        }
        return longest
    }

    @Test func aRunOfWordsIsNoLongerThanAsked() throws {
        let free = try statements(nil), bound = try statements(QuoteLimit(run: 14, article: 1_000))
        #expect(free.contains { longestRun($0) > 18 }, "without the limit some run is longer")
        // Numbers and hyphens divide words otherwise for the test than for the writer.
        #expect(!bound.isEmpty && bound.allSatisfy { longestRun($0) <= 18 })
    }

    @Test func noArticleGivesMoreWordsThanAsked() throws {
        func most(_ statements: [Statement]) -> Int {
            var taken: [ArticleID: Int] = [:]
            var told: Set<String> = []
            for statement in statements where told.insert(statement.text).inserted {
                guard let source = statement.citations.first?.passage.article else { continue }
                taken[source, default: 0] += words(statement.text).count
            }
            return taken.values.max() ?? 0
        }
        let free = try statements(QuoteLimit(run: 200, article: 5_000), words: 3_000),
            bound = try statements(QuoteLimit(run: 200, article: 40), words: 3_000)
        #expect(most(free) > 80)
        #expect(!bound.isEmpty && most(bound) <= 52, "framing words are not the article's; \(most(bound))")
    }

    @Test func aPublishersLimitOfLettersIsKept() throws {
        let article = SampleMaterial.article(
            "nw-0228-short", ["A ministry orders ships", "The Arden Ministry ordered fourteen ships for the northern fleet on Monday."],
            day: SampleMaterial.asOf.day)
        let asking = AnalyzedArticle(article: article.article.asking(UsageWishes(longestSnippet: 30)), sentences: article.sentences)
        let sentence = try #require(article.sentences.last)
        func allows(_ articles: [AnalyzedArticle]) -> Bool {
            FairUse(SampleMaterial.make(stories: [], articles: articles)).allows(Line(sentence), of: article.article.id)
        }
        #expect(allows([article]) && !allows([asking]))
    }
}
