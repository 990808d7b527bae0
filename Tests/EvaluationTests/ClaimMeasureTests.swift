import Figures
import Foundation
import Testing

@testable import ClaimMeasures

/// Figures worked out by hand.
@Suite("Claims, reasons and attributions against what was marked")
struct ClaimMeasureTests {
    @Test("Each class counts half in balanced accuracy, however many items it has")
    func balanced() {
        // 3 of 4 that hold, 1 of 2 that do not.
        let wanted = [true, true, true, true, false, false]
        let given = [true, true, true, false, true, false]
        #expect(Agreement.balancedAccuracy(wanted: wanted, given: given) == (0.75 + 0.5) / 2)
        #expect(Agreement.balancedAccuracy(wanted: [true, true], given: [true, false]) == 0.5)
    }

    @Test("Each wanted class counts the same in macro F1; an answer outside of them is a miss only")
    func macro() {
        // a: 2 wanted, 1 given, 1 both: 2/3. b: 1 wanted, 2 given, 1 both: 2/3. c: wanted once, never given: 0.
        let f1 = Agreement.macroF1(wanted: ["a", "a", "b", "c"], given: ["a", "b", "b", "other"])
        #expect(abs(f1 - (2.0 / 3 + 2.0 / 3 + 0) / 3) < 1e-12)
    }

    @Test("Two stretches agree by what they share")
    func stretches() {
        #expect(Agreement.f1(0..<10, 5..<10) == 2 * 5.0 / 15)
        #expect(Agreement.f1(0..<4, 4..<8) == 0)
        #expect(Agreement.f1(3..<7, 3..<7) == 1)
    }

    @Test("Ranking counts pairs in the right order, ties half")
    func ranking() {
        // .9 and .5 against .5 and .1: three pairs right, one tied.
        #expect(Agreement.ranking(wanted: [true, true, false, false], scores: [0.9, 0.5, 0.5, 0.1]) == 3.5 / 4)
    }

    @Test("An interval holds still where all documents agree and spans them where they do not")
    func interval() {
        let share = { (items: [Int]) in Double(items.reduce(0, +)) / Double(items.count) }
        #expect(Resampling.interval([[1], [1, 1], [1]], share) == 1...1)
        let groups = Resampling.groups(["a1", "b0", "a1", "c0", "d1"], by: { String($0.prefix(1)) })
        #expect(groups == [["a1", "a1"], ["b0"], ["c0"], ["d1"]])
        let wide = Resampling.interval([[1], [0], [1], [0]], share)
        #expect(wide.lowerBound < 0.3 && wide.upperBound > 0.7)
        #expect(wide == Resampling.interval([[1], [0], [1], [0]], share))
    }

    @Test("Any half of a collection has the same name, packed or not; what is from another domain has its own")
    func names() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for name in ["wice.dev.jsonl", "cliff.heldout.jsonl.xz", "attribench.test.jsonl.gz", "attribench.ood.jsonl", "README.txt"] {
            try Data().write(to: folder.appending(path: name))
        }
        #expect(try SourcedClaims.collections(in: folder.path).map(\.name) == ["attribench", "attribench-ood", "cliff", "wice"])
    }

    @Test("Claims are judged one by one, at the middle of the score")
    func claims() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = [
            #"{"id":"1","claim":"Sales rose by 7 percent in May.","sents":["Sales rose 7 percent in May."],"label":1}"#,
            #"{"id":"2","claim":"Acme sold 40 ships.","sents":["It rained all week."],"label":0}"#,
            #"{"id":"3","claim":"Acme sold 40 ships.","sents":["The mayor opened a bridge."],"label":1}"#,
        ]
        try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "made.dev.jsonl"))
        var shown: [String] = []
        let figures = try SourcedClaims.figures(data: folder.path) { shown.append($0) }
        let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
        #expect(values["made"] == 75 && values["macro"] == 75)
        #expect(shown.contains { $0.hasPrefix("made 3: wanted supported") } && !shown.contains { $0.hasPrefix("made 1:") })
    }

    @Test("Evidence is measured apart from verdicts, against the set it meets best; claims without a set are left out")
    func evidence() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "claims-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let rain = (0..<6).map { #""It rained in Calder on day \#($0)."# + "\"" }.joined(separator: ",")
        let lines = [
            #"{"id":"1","claim":"Acme sold 40 ships.","sents":["It rained.","Acme sold 40 ships."],"label":1,"gold":[[0,1,2],[1]]}"#,
            #"{"id":"2","claim":"It rained in Calder.","sents":[\#(rain),"Nothing fell there."],"label":0,"gold":[[6,0]]}"#,
            #"{"id":"3","claim":"Acme sold 40 ships.","sents":["It rained."],"label":0,"gold":[[]]}"#,
        ]
        try Data(lines.joined(separator: "\n").utf8).write(to: folder.appending(path: "made.dev.jsonl"))
        var shown: [String] = []
        let figures = try SourcedClaims.figures(data: folder.path) { shown.append($0) }
        let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.name, $0.value) })
        // Of claim 1 a whole set is found, of claim 2 one sentence of two.
        #expect(values["made.evidence.recall@5"] == 0.75 && values["made.evidence.whole@5"] == 0.5)
        #expect(shown.contains { $0.hasPrefix("made 2: evidence 0.5") } && !shown.contains { $0.hasPrefix("made 1: evidence") })
    }

    @Test("Marks are read in bytes of the text, in pieces where they are in pieces")
    func brat() {
        let text = "“Ähre” , said Ö. Weiß , “ist gut” ."
        let marks = """
            T1\tSource 14 21\tÖ. Weiß
            T2\tCue 9 13\tsaid
            T3\tContent 0 6;24 33\t“Ähre” “ist gut”
            T4\tAttribution 9 13\tsaid
            E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3
            T5\tCue 9 9000\tbeyond the end
            E2\tDiscard:T4 Cue:T2
            """
        let found = BratFile(marks, text: text).attributions
        #expect(found.count == 1)
        func words(_ pieces: [Range<Int>]) -> [String] { pieces.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } }
        #expect(words(found[0].source) == ["Ö. Weiß"] && words(found[0].cue) == ["said"])
        #expect(words(found[0].content) == ["“Ähre”", "“ist gut”"])
    }

    @Test("A part is met whole when all its pieces are, and by its words otherwise")
    func spans() {
        let tokens = (0..<10).map { $0 * 2..<$0 * 2 + 1 }
        var counts = SpanCounts()
        // The first part whole; of the second three of its four words, and two that are not its own.
        counts.add(wanted: [[0..<3], [4..<7, 10..<13]], given: [[0..<3], [6..<7, 10..<17]], tokens: tokens)
        #expect(counts.exactF1 == 0.5)
        #expect(abs(counts.overlapF1 - 2 * 5.0 / (6 + 7)) < 1e-12)
        #expect(abs(counts.overlapRecall - 5.0 / 6) < 1e-12 && abs(counts.overlapPrecision - 5.0 / 7) < 1e-12)
    }

    @Test("What a text attributes is found with its places")
    func attributions() {
        let text = "The mine will close in May , said Ada Brook .\n\nIt rained all week ."
        let found = FoundAttributions(in: text).attributions
        #expect(found.count == 1)
        #expect(found.first?.source.compactMap { text.utf8Slice($0) } == ["Ada Brook"])
        #expect(found.first?.cue.compactMap { text.utf8Slice($0) } == ["said"])
        #expect(found.first?.content.first.flatMap { text.utf8Slice($0) } == "The mine will close in May")
    }

    @Test("Of attributions the outermost alone are measured, as the set marks them")
    func outermost() {
        let found = FoundAttributions(in: "Ada Brook said the union had warned that the mine would close .").attributions
        #expect(found.count == 1)
    }

    @Test("A third of the texts is never read, the same third every time")
    func unread() {
        let names = (0..<300).map { "outlet_2016-09-\($0)_story" }
        let unread = names.filter(AttributionFigures.isUnread)
        #expect((60...140).contains(unread.count))
        #expect(unread == names.filter(AttributionFigures.isUnread))
    }
}

extension String {
    fileprivate func utf8Slice(_ range: Range<Int>) -> String? { String(decoding: Array(utf8)[range], as: UTF8.self) }
}
