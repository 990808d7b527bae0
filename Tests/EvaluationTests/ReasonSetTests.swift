import Foundation
import Testing

@testable import ClaimMeasures
@testable import Figures

/// The items in `Evaluation/reasons` are what their guidelines say, and each is audited as a reader would have it audited.
@Suite("Claims with one thing wrong")
struct ReasonSetTests {
    static let folder = FloorTests.file.deletingLastPathComponent().appending(path: "reasons").path

    private func items() throws -> [ReasonItem] {
        try #require(try PackedLines.items(ReasonItem.self, folder: Self.folder, name: ""))
            + ReasonFigures.decoded(URL(filePath: Self.folder).appending(path: ReasonFigures.later))
    }

    @Test("Every item names its sentences and marks the words at fault")
    func wellFormed() throws {
        let items = try items()
        #expect(Set(items.map(\.id)).count == items.count && items.count >= 600)
        for item in items {
            let sentences = Set(item.sentences.map(\.id))
            #expect(!item.evidence.isEmpty && sentences.isSuperset(of: item.evidence), "\(item.id)")
            #expect(item.sentences.allSatisfy { line in item.articles.contains { $0.id == line.article } }, "\(item.id)")
            #expect(
                (item.range == nil) == (item.verdict == "supported") && (item.verdict == "supported") == (item.reason == "supported"), "\(item.id)")
            if let range = item.range { #expect(!range.isEmpty && range.upperBound <= item.claim.unicodeScalars.count, "\(item.id)") }
        }
    }

    @Test("A wrong figure is found with its words, its reason and the sentence that shows it")
    func number() throws {
        let item = try JSONDecoder().decode(
            ReasonItem.self,
            from: Data(
                #"""
                {"id": "x", "set_id": "x", "claim": "Zoë Brook’s firm Acme raised $40 million in March.",
                 "articles": [{"id": "a1", "outlet": "Paper", "date": "2025-04-02"}],
                 "sentences": [{"id": "s1", "article": "a1", "text": "It rained all week in Sarn."},
                               {"id": "s2", "article": "a1", "text": "Zoë Brook’s firm Acme raised $35 million in March."}],
                 "verdict": "contradicted", "also_ok": [], "reason": "number", "span": {"start": 29, "end": 40}, "evidence": ["s2"]}
                """#.utf8))
        let answer = ReasonFigures.answer(item)
        #expect(answer.verdict == "contradicted" && answer.reason == "number")
        #expect(answer.span == item.range)
        #expect(answer.evidence == ["s2"])
        let pair = ReasonFigures.Pair(item: item, answer: answer)
        #expect(pair.spanF1 == 1 && pair.evidenceF1 == 1)
    }

    @Test("A verdict that can be defended counts in the lenient figure only")
    func lenient() throws {
        let items = try Array(items().filter { !$0.also_ok.isEmpty }.prefix(5))
        let pairs = items.map { item in
            ReasonFigures.Pair(
                item: item, answer: .init(verdict: item.also_ok[0], reason: item.reason, span: item.range, evidence: Set(item.evidence.prefix(1))))
        }
        #expect(ReasonFigures.verdict(pairs) < 1)
        #expect(ReasonFigures.lenient(pairs) == 1)
        #expect(ReasonFigures.reason(pairs) == 1)
    }
}
