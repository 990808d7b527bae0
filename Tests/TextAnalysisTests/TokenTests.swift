import BriefModel
import Testing
import TextAnalysis

@Suite struct Tokens {
    @Test func hyphenatedWordsStayWholeAndPossessivesAreLeftOut() {
        let tokens = TextAnalyzer().tokens(in: "China’s case-by-case review of Nvidia's H200 and the 910C")
        #expect(tokens.map(\.folded) == ["china", "case-by-case", "review", "of", "nvidia", "h200", "and", "the", "910c"])
        #expect(tokens.filter(\.isStopword).map(\.folded) == ["of", "and", "the"])
    }

    @Test func numbersAreReadAsTheirLanguageWritesThem() {
        #expect(TextAnalyzer().tokens(in: "24,000 and $1.2").filter { $0.kind == .number }.map(\.folded) == ["24000", "1.2"])
        #expect(TextAnalyzer().tokens(in: "24.000 und 1,5", language: "de").filter { $0.kind == .number }.map(\.folded) == ["24000", "1.5"])
    }

    @Test func chineseIsReadInPairs() {
        #expect(TextAnalyzer().tokens(in: "中国海关H200", language: "zh").map(\.folded) == ["中国", "国海", "海关", "h200"])
    }

    @Test func stemsFollowTheLanguageAndNamesKeepTheirEnds() {
        #expect(TextAnalyzer().tokens(in: "approved approvals").map(\.stem) == ["approv", "approv"])
        #expect(TextAnalyzer().tokens(in: "die Anfragen", language: "de").map(\.stem).last == "anfrag")
        #expect(TextAnalyzer().tokens(in: "d'OpenAI", language: "fr").map(\.stem) == ["d", "openai"])
    }

    @Test func foldingMeetsAccentsQuotesAndCase() {
        #expect(Folding.fold("Straße ÉTÉ “A Coruña”’s") == "strasse ete \"a coruna\"'s")
    }

    @Test(arguments: [
        ("The committee said that it would not wait for the report.", "en"), ("Der Ausschuss hat sich nicht auf den Bericht geeinigt.", "de"),
        ("Le comité n'a pas voulu attendre le rapport de la commission.", "fr"), ("知情人士称，有关部门要求企业仅在必要时采购。", "zh"),
        ("El comité no quiso esperar a que se publicara el informe de la comisión.", "es"), ("Комитет не стал ждать доклада.", "ru"),
        ("委員会は報告を待たなかった。", "ja"),
    ])
    func languageIsKnownByScriptAndFunctionWords(text: String, language: String) {
        #expect(LanguageDetector.language(of: text) == language)
    }
}
