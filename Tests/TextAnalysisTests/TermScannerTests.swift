import BriefModel
import Testing
import TextAnalysis

@Suite("Words as numbers")
struct TermScannerTests {
    private func scanned(_ text: String, language: String = "en") -> [TermMention] {
        var scanner = TermScanner()
        var words: [TermMention] = []
        scanner.scan(Array(text.utf8), in: 0..<text.utf8.count, language: language, into: &words)
        return words
    }

    @Test(
        "the words are those of the mark-up, by their stems",
        arguments: [
            ("en", "The U.S. Navy’s 5bn-dollar plan wasn't OpenAI's: “Crème brûlée,” said Xi, 1,200.5 km off."),
            ("de", "Die Bundesregierung prüft 24.000 Fälle; Straßen und Brücken seien betroffen."),
            ("fr", "L’Élysée n'a pas confirmé qu'il s'agissait d'un essai."), ("zh", "中国海关暂不放行英伟达H200芯片。"),
            ("en", "🙂 — … \u{202E}abc\u{200B} naïve 中文 mixed русский текст 12"),
        ])
    func sameWords(language: String, text: String) {
        let tokens = TextAnalyzer().tokens(in: text, language: language).filter { $0.kind != .symbol }
        let words = scanned(text, language: language)
        #expect(words.map(\.range) == tokens.map(\.range))
        for (word, token) in zip(words, tokens) where token.kind != .number {
            #expect(word.known.stem == WordHash.number(of: token.stem), "\(token.folded)")
            #expect(word.isStopword == token.isStopword, "\(token.folded)")
            #expect(word.isCapitalized == token.isCapitalized || word.kind == .ideographs, "\(token.folded)")
        }
    }

    @Test("figures have their value, and countries their English name")
    func values() {
        #expect(scanned("5bn").first?.known.value == 5e9)
        #expect(scanned("twenty").first?.known.value == 20)
        #expect(scanned("24,000").first?.known.value == 24_000)
        #expect(scanned("Chinese").first?.known.name.0 == scanned("China").first?.known.name.0)
        #expect(scanned("中国", language: "zh").first?.known.name.0 == scanned("China").first?.known.name.0)
    }

    @Test("a word begins a sentence after a stop, but not after an initial")
    func sentences() {
        let words = scanned("Talks ended. Nobody met Dario R. Amodei then.")
        #expect(words.filter(\.beginsSentence).map(\.range.lowerBound) == [0, 13])
    }
}
