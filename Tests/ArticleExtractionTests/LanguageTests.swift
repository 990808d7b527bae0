import Testing

@testable import ArticleExtraction

@Suite struct LanguageTests {
    static let sentences: [(String, String)] = [
        ("en", "The committee will publish its report on the new rules for chip exports next week."),
        ("de", "Der Ausschuss veröffentlicht seinen Bericht über die neuen Ausfuhrregeln in der nächsten Woche."),
        ("fr", "La commission publiera la semaine prochaine son rapport sur les nouvelles règles d’exportation."),
        ("es", "La comisión publicará la próxima semana su informe sobre las nuevas normas de exportación."),
        ("it", "La commissione pubblicherà la prossima settimana la sua relazione sulle nuove regole."),
        ("pt", "A comissão vai publicar na próxima semana o seu relatório sobre as novas regras de exportação."),
        ("nl", "De commissie publiceert volgende week haar verslag over de nieuwe regels voor de uitvoer."),
        ("sv", "Utskottet kommer att offentliggöra sin rapport om de nya exportreglerna i nästa vecka."),
        ("fi", "Valiokunta julkaisee ensi viikolla raporttinsa uusista vientisäännöistä."),
        ("pl", "Komisja opublikuje w przyszłym tygodniu sprawozdanie na temat nowych zasad wywozu."),
        ("cs", "Výbor zveřejní příští týden svou zprávu o nových pravidlech pro vývoz čipů."),
        ("hu", "A bizottság jövő héten teszi közzé jelentését az új kiviteli szabályokról."),
        ("tr", "Komisyon, yeni ihracat kurallarına ilişkin raporunu gelecek hafta yayımlayacak."),
        ("vi", "Ủy ban sẽ công bố báo cáo về các quy định xuất khẩu mới vào tuần tới."),
        ("ru", "Комитет опубликует свой доклад о новых правилах экспорта на следующей неделе."),
        ("uk", "Комітет оприлюднить свій звіт про нові правила експорту наступного тижня."),
        ("bg", "Комисията ще публикува доклада си за новите правила за износ през следващата седмица."),
        ("ar", "ستنشر اللجنة تقريرها عن قواعد التصدير الجديدة في الأسبوع المقبل."),
        ("fa", "این کمیته هفته آینده گزارش خود را درباره مقررات تازه صادرات منتشر می‌کند."),
        ("he", "הוועדה תפרסם בשבוע הבא את הדוח שלה על כללי הייצוא החדשים."),
        ("el", "Η επιτροπή θα δημοσιεύσει την έκθεσή της την επόμενη εβδομάδα."),
        ("hi", "समिति अगले सप्ताह नए निर्यात नियमों पर अपनी रिपोर्ट प्रकाशित करेगी।"),
        ("zh", "委员会将于下周公布关于新出口规定的报告。"), ("zh", "委員會將於下週公布關於新出口規定的報告。"),
        ("ja", "委員会は来週、新しい輸出規制に関する報告書を公表する。"), ("ko", "위원회는 다음 주 새로운 수출 규정에 관한 보고서를 발표한다."),
        ("th", "คณะกรรมการจะเผยแพร่รายงานในสัปดาห์หน้า"), ("ka", "კომიტეტი ანგარიშს მომავალ კვირას გამოაქვეყნებს"),
        ("hy", "Հանձնաժողովը կհրապարակի իր զեկույցը"),
    ]

    @Test(arguments: sentences) func aSentenceIsEnough(_ language: String, _ text: String) {
        #expect(LanguageChoice.language(declared: [], text: text) == language)
    }

    @Test(arguments: [
        ("ja", "東京のニュース"), ("ko", "서울"), ("el", "Αθήνα"), ("he", "שלום"), ("th", "ไทย"), ("ka", "თბილისი"), ("zh", "北京"), ("ru", "Москва"),
    ])
    func aScriptTellsAWord(_ language: String, _ text: String) {
        #expect(LanguageChoice.language(declared: ["en"], text: text) == language)
    }

    @Test(arguments: ["Nvidia", "OK", "TSMC 2nm", "", "12 %", "…"]) func aNameIsNoLanguage(_ text: String) {
        #expect(LanguageChoice.language(declared: [], text: text) == nil)
        #expect(LanguageChoice.language(declared: [nil, "de-AT"], text: text) == "de")
    }

    @Test func aLongTextOverrulesATemplate() {
        let german = String(repeating: Self.sentences[1].1 + " ", count: 5)
        #expect(LanguageChoice.language(declared: ["en-US"], text: german) == "de")
    }

    @Test func aShortTextDoesNot() {
        #expect(LanguageChoice.language(declared: ["en"], text: "Der Spiegel") == "en")
    }

    @Test func betweenNeighboursThePageKnowsBest() {
        let croatian = String(repeating: "Odbor će sljedećeg tjedna objaviti izvješće o novim pravilima za izvoz. ", count: 6)
        #expect(LanguageChoice.language(declared: ["bs"], text: croatian) == "bs")
    }

    @Test(arguments: [("en-GB", "en"), ("pt_BR", "pt"), (" EN ", "en"), ("iw", "he"), ("nb-NO", "no")]) func aTagIsReducedToItsLanguage(
        _ tag: String, _ language: String
    ) {
        #expect(LanguageChoice.language(declared: [tag], text: "") == language)
    }

    @Test(arguments: ["English", "", "x", "123"]) func whatIsNoTagIsPassedOver(_ tag: String) {
        #expect(LanguageChoice.language(declared: [tag, "fr"], text: "") == "fr")
    }

    @Test func controlCharactersAndNoncharactersDoNotHideATextsLanguage() {
        let rubbish = [0x20, 0x1, 0x7F, 0xFFFE, 0xFDD0, 0x20].compactMap { Unicode.Scalar($0 as UInt32) }.map { String($0) }.joined()
        let text = Self.sentences[2].1.split(separator: " ").joined(separator: rubbish)
        #expect(LanguageChoice.language(declared: [], text: text) == "fr")
    }

    @Test func aHugeTextIsSampled() {
        let text = String(repeating: Self.sentences[0].1 + " ", count: 200_000)
        #expect(LanguageChoice.language(declared: [], text: text) == "en")
    }

    @Test func manyThreadsMayAskAtOnce() async {
        await withTaskGroup(of: Bool.self) { group in
            for round in 0..<400 {
                let (language, text) = Self.sentences[round % Self.sentences.count]
                group.addTask { LanguageChoice.language(declared: [], text: text) == language }
            }
            for await isRight in group { #expect(isRight) }
        }
    }

    @Test func anyTextIsTakenWithoutHarm() {
        var state: UInt64 = 9
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let plane: UInt32 = [0x80, 0x800, 0x3000, 0xFFFF, 0x10FFFF][Int(state >> 60) % 5]
                if let scalar = Unicode.Scalar(UInt32(truncatingIfNeeded: state >> 24) % plane) { text.unicodeScalars.append(scalar) }
            }
            _ = LanguageChoice.language(declared: [], text: text)
        }
    }
}
