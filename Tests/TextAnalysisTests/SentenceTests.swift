import BriefModel
import Testing
import TextAnalysis

@Suite struct SentenceSplitting {
    /// `|` marks where a sentence ends and the next begins.
    @Test(arguments: [
        ("The rule took effect.| It names nobody.", "en"),
        ("Mr. Smith met Gen. Jones at 5:01 p.m. on Friday.| They spoke.", "en"),
        ("The U.S. Army said so.| The U.S.| The rest is silence.", "en"),
        ("WASHINGTON, 14 January — The department said on Tuesday that it would wait.", "en"),
        ("Sales rose 1.2 percent, i.e. hardly at all.| No. 14 stays.", "en"),
        ("\"Really?\" he asked.| Nobody answered.", "en"),
        ("\"It is late. We are tired,\" she said.| He left.", "en"),
        ("\"Money is the one input,\" said A. B. Clarke of the firm.| \"Memory and yield are.\"", "en"),
        ("He said “that is all.”| Then he left.", "en"),
        ("Why did they stay away?| Delegates spoke of strain!| So it goes…", "en"),
        ("Bereits am 12. Februar hatte die Firma geklagt.| „Das genügt“, sagt Frau Dr. Meyer.| Mehr nicht.", "de"),
        ("« Le contrat existe. Il est secret », dit M. Martin.| Personne ne l'a vu.", "fr"),
        ("美国放行之后，中国海关暂未放行。|知情人士称，可能例外！|他说：“现在谁都还没有收到货。”", "zh"),
        ("“批文和到货是两回事。”分析员说。|本报未能核实。", "zh"),
    ])
    func endsWhereAReaderWouldEndIt(marked: String, language: String) {
        let wanted = marked.split(separator: "|").map { String($0.drop { $0 == " " }) }
        let text = marked.filter { $0 != "|" }
        #expect(TextAnalyzer().sentences(in: text, language: language).map(\.text) == wanted)
    }

    @Test func blankLinesAlwaysEndASentence() {
        #expect(TextAnalyzer().sentences(in: "A heading\n\nA line\nwrapped over two.").map(\.text) == ["A heading", "A line\nwrapped over two."])
    }

    @Test func codeHasNoSentences() {
        let article = Article(
            id: "a", address: "", outlet: "o", title: "Chips sold", published: nil, fetched: Timestamp(secondsSince1970: 0), language: "en",
            body: [(.paragraph, "One sentence."), (.code, "print(\"The minister resigned today.\")"), (.paragraph, "Another one.")])
        let sentences = TextAnalyzer().analyze(article).sentences
        #expect(sentences.map(\.text) == ["Chips sold", "One sentence.", "Another one."])
        #expect(sentences.map(\.block) == [0, 1, 3])
    }

    @Test func blocksKeepTheirSentencesApart() {
        let article = Article(
            id: "a", address: "", outlet: "o", title: "Chips sold", published: nil, fetched: Timestamp(secondsSince1970: 0), language: "en",
            body: [(.paragraph, "One sentence. Another one."), (.listItem, "an item")])
        let sentences = TextAnalyzer().analyze(article).sentences
        #expect(sentences.map(\.block) == [0, 1, 1, 2])
        #expect(sentences.map(\.text) == ["Chips sold", "One sentence.", "Another one.", "an item"])
    }

    @Test(arguments: 0..<60)
    func rangesHoldOnAnyText(seed: Int) {
        var generator = SeededGenerator(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
        let pieces = [
            "The ", "US ", "24,000 ", "accounts. ", "“Quote", "” ", "„Zitat“ ", "« ", "» ", "'", "’s ", "\"", "。", "中国", "一月十三日", "！", "$", "1.2 ",
            "bn ", "No. ",
            "\n\n", "\n", "é", "e\u{301}", "👩‍👩‍👧", "\u{0}", "—", "(", ")", "said ", "according to ", "He ", "Nvidia ", "H200 ", "not ",
            "34 of the 85 countries", "Freitag ",
            "\u{FEFF}", "  ", "...", "?!", "Mr. ", "J. ", "half a ", "million", " per cent", "between 3 and ", "5 November 2025", "M. ", "l'", "ß",
            "İ", "ﬁ",
        ]
        for language in ["en", "de", "fr", "zh"] {
            let text = (0..<80).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined()
            let bytes = Array(text.utf8)
            var end = 0
            for sentence in TextAnalyzer().sentences(in: text, language: language, day: CalendarDay(year: 2026, month: 3, day: 1)) {
                #expect(sentence.range.lowerBound >= end && sentence.range.upperBound <= bytes.count && !sentence.range.isEmpty)
                end = sentence.range.upperBound
                #expect(Array(sentence.text.utf8) == Array(bytes[sentence.range]))
                #expect(text.slice(utf8: sentence.range) != nil)
                let inside =
                    sentence.tokens.map(\.range) + sentence.names.map(\.range) + sentence.quantities.map(\.range) + sentence.dates.map(\.range)
                    + sentence.quotations.map(\.range) + sentence.cues.map(\.range) + (sentence.attribution.map { [$0.cueRange] } ?? [])
                for range in inside {
                    #expect(range.lowerBound >= sentence.range.lowerBound && range.upperBound <= sentence.range.upperBound && !range.isEmpty)
                    #expect(text.slice(utf8: range) != nil)
                }
                for name in sentence.names { #expect(Array(name.text.utf8) == Array(bytes[name.range])) }
            }
        }
    }
}

/// SplitMix64: the same numbers on every run.
struct SeededGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
