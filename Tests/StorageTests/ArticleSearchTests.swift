import BriefModel
import Storage
import Testing

/// What finding articles by a reader's question promises, whichever way a library does it.
@Suite struct ArticleSearchTests {
    typealias Kind = LibraryContractTests.Kind

    private func library(_ kind: Kind) async throws -> Shelf {
        let library = try Shelf(kind)
        _ = try await library.store.record([
            Sample.reading("a", text: "The carrier left port with H200 chips.", published: 1_000),
            Sample.reading("b", text: "A second carrier stayed. Hängt da: the port.", outlet: "y", published: 2_000),
            Sample.reading("c", text: "Carriers carry chips.", published: 3_000),
            Sample.reading("zh", text: "中国海关暂未放行英伟达H200芯片。海关人士说。", published: 4_000),
        ])
        return library
    }

    @Test(
        arguments: Kind.allCases,
        [
            ("carrier", "a b"), ("CARRIER port", "a b"), ("\"the carrier\"", "a"), ("“left port”", "a"), ("\"port left\"", ""), ("carr*", "a b c"),
            ("chips -H200", "c"), ("carrier -\"second carrier\"", "a"), ("second OR chips", "a b c"), ("port second OR left", "a b"),
            ("H200", "a zh"), ("海关人", "zh"), ("芯片海关", ""),
            ("title:c", "c"), ("海关", "zh"), ("关海", ""), ("英伟达H200", "zh"), ("海关 OR stayed", "b zh"), ("H200 -海关", "a"), ("\"中国海关\"", "zh"),
            ("O'Neill; DROP TABLE", ""), ("\u{2}carrier\u{3}", "a b"),
        ])
    func `a question finds what answers it`(kind: Kind, asked: (typed: String, found: String)) async throws {
        let library = try await library(kind)
        let found = try await library.store.matches(SearchQuestion(asked.typed), limit: 10)
        #expect(found.matches.map(\.article.rawValue).sorted().joined(separator: " ") == asked.found, "\(asked.typed)")
        #expect(!found.isCut)
    }

    @Test(arguments: Kind.allCases) func `a match says by what it can be narrowed, and of many those recorded last are taken`(kind: Kind) async throws
    {
        let library = try await library(kind)
        let one = try await library.store.matches(SearchQuestion("second"), limit: 10).matches.first
        #expect(one == SearchMatch(article: "b", outlet: "y", language: "en", dated: Timestamp(secondsSince1970: 2_000)))
        let cut = try await library.store.matches(SearchQuestion("carr*"), limit: 2)
        #expect(cut.isCut && cut.matches.map(\.article).sorted() == ["b", "c"])
    }

    @Test(arguments: Kind.allCases) func `only the latest text is found, in letters of any script`(kind: Kind) async throws {
        let library = try await library(kind)
        _ = try await library.store.record([Sample.reading("a", text: "A frigate."), Sample.reading("zh", text: "现在放行。")])
        #expect(try await library.store.matches(SearchQuestion("h200"), limit: 9).matches.isEmpty)
        #expect(try await library.store.matches(SearchQuestion("海关"), limit: 9).matches.isEmpty)
        #expect(try await library.store.matches(SearchQuestion("放行"), limit: 9).matches.map(\.article) == ["zh"])
    }

    @Test(arguments: Kind.allCases) func `an excerpt shows the words found, marked`(kind: Kind) async throws {
        let library = try await library(kind)
        for (typed, id, marked) in [("H200", "a", "H200"), ("海关", "zh", "海关")] as [(String, ArticleID, String)] {
            let excerpt = try #require(try await library.store.excerpts(of: [id, "none"], answering: SearchQuestion(typed))[id])
            #expect(excerpt.title == "On \(id)" && excerpt.parts.contains(.init(marked, isMarked: true)), "\(excerpt.parts)")
        }
    }

    @Test(arguments: Kind.allCases) func `openings come in the order of recording, each latest version once`(kind: Kind) async throws {
        let library = try await library(kind)
        let first = try await library.store.openings(after: 0, limit: 10)
        #expect(Set(first.map(\.match.article)) == ["a", "b", "c", "zh"] && first.allSatisfy { $0.text.hasPrefix("On ") })
        let mark = try #require(first.map(\.mark).max())
        #expect(try await library.store.openings(after: mark, limit: 10).isEmpty)
        _ = try await library.store.record(Sample.reading("a", text: "A frigate."))
        #expect(try await library.store.openings(after: mark, limit: 10).map(\.match.article) == ["a"])
    }

    @Test(
        arguments: [
            ("", SearchQuestionError.nothing), (" -- ** ", .starInside), ("&", .nothing), ("\"open", .openQuotation), ("-a", .onlyUnwanted),
            ("OR a", .loneOr), ("a OR", .loneOr), ("a OR OR b", .loneOr), ("a OR -b", .loneOr), ("w*rd", .starInside), ("ab*", .shortBeginning),
            ((0...16).map { "w\($0)" }.joined(separator: " "), .tooManyTerms),
        ])
    func `what is no question says why`(typed: String, why: SearchQuestionError) {
        #expect(throws: why) { try SearchQuestion(typed) }
    }

    @Test func `whatever is typed, its words alone are a question`() throws {
        for typed in ["\"open", "-a", "a OR", "NEAR(a b)", "a* AND (", "^{}x", "title:", "a\"b\"c"] {
            _ = try SearchQuestion(SearchQuestion.quoting(wordsOf: typed))
        }
        #expect(SearchQuestion.quoting(wordsOf: "(*)") == "")
    }
}
