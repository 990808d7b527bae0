import BriefModel
import Testing
import TextAnalysis

private let day = CalendarDay(year: 2026, month: 2, day: 24)  // a Tuesday

private func markUp(_ text: String, language: String = "en") -> [Sentence] {
    TextAnalyzer().sentences(in: text, language: language, day: day)
}

@Suite struct Names {
    @Test func countriesMeetUnderOneKeyHoweverTheyAreSaid() {
        let keys = markUp("He met American, US and United States officials.").flatMap(\.names).map(\.key)
        #expect(Set(keys) == ["united states"])
        #expect(markUp("Talks in Beijing.").flatMap(\.names).map(\.key) == ["beijing"])
        #expect(Gazetteer.country(ofCapital: "beijing") == "china")
    }

    @Test func aSurnameMeansThePersonNamedInFull() {
        let names = markUp("Defence Secretary Anna Karlsson resigned. Nobody asked Karlsson why.").flatMap(\.names)
        #expect(names.map(\.key) == ["anna karlsson", "anna karlsson"])
        #expect(names.allSatisfy { $0.kind == .person })
    }

    @Test func anAcronymInBracketsMeansWhatItFollows() {
        let names = markUp("A unit of the People's Liberation Army (PLA) moved. The PLA said nothing.").flatMap(\.names)
        #expect(Set(names.map(\.key)) == ["people's liberation army"])
    }

    @Test func modelNumbersBelongToTheirProduct() {
        let names = markUp("Buyers want the Nvidia H200 and the Huawei Ascend 910C.").flatMap(\.names)
        #expect(names.map(\.text) == ["Nvidia", "H200", "Huawei", "Ascend 910C"])
    }

    @Test func aCapitalAtTheStartOfASentenceIsNoNameByItself() {
        #expect(markUp("Critics of the plan spoke. Distillation is common.").flatMap(\.names).isEmpty)
    }
}

@Suite struct Quantities {
    @Test(arguments: [
        ("They used about 24,000 fraudulent accounts.", 24_000, "account", Quantity.Comparator.about),
        ("Thirty-four countries signed.", 34, "country", .equal),
        ("It raised more than $3.4 billion.", 3_400_000_000, "USD", .moreThan),
        ("The share may not exceed 25 per cent.", 25, "percent", .atMost),
        ("It is worth up to €200m.", 200_000_000, "EUR", .atMost),
        ("No suit had been filed.", 0, "suit", .equal),
        ("They hope for half a million accelerators.", 500_000, "accelerator", .equal),
        ("The number of countries that signed was given as 34, at first.", 34, "country", .equal),
    ])
    func areReadWithWhatTheyCount(text: String, value: Double, unit: String, comparator: Quantity.Comparator) {
        let quantities = markUp(text).flatMap(\.quantities)
        #expect(quantities.map(\.value) == [value])
        #expect(quantities.map(\.unit) == [unit])
        #expect(quantities.map(\.comparator) == [comparator])
    }

    @Test func aPartAndItsWholeCountTheSame() {
        let quantities = markUp("In all 34 of the 85 countries signed.").flatMap(\.quantities)
        #expect(quantities.map(\.value) == [34, 85])
        #expect(quantities.map(\.unit) == ["country", "country"])
    }

    @Test func rangesHaveTwoEnds() {
        let quantity = markUp("It seeks between $300 million and $500 million.").flatMap(\.quantities).first
        #expect(quantity?.value == 300_000_000 && quantity?.upper == 500_000_000 && quantity?.unit == "USD")
    }

    @Test func datesTimesAndModelsAreNone() {
        #expect(markUp("On 5 November 2025 at 5:01 p.m. the H200 and notice 14/2026 came third.").flatMap(\.quantities).isEmpty)
    }

    @Test func germanFrenchAndChineseNumbers() {
        #expect(markUp("Genutzt wurden rund 24.000 Konten.", language: "de").flatMap(\.quantities).map(\.value) == [24_000])
        #expect(markUp("Le ministère a six mois au plus.", language: "fr").flatMap(\.quantities).map(\.comparator) == [.atMost])
        #expect(markUp("公司投资超过5亿美元。", language: "zh").flatMap(\.quantities).map(\.value) == [500_000_000])
    }
}

@Suite struct Dates {
    @Test(arguments: [
        ("It met on 5 November 2025.", "2025-11-05", "2025-11-05"), ("It met on Friday.", "2026-02-20", "2026-02-20"),
        ("The deadline expires on Friday.", "2026-02-27", "2026-02-27"), ("It met in December.", "2025-12-01", "2025-12-31"),
        ("It met in late January.", "2026-01-21", "2026-01-31"), ("It met last year.", "2025-01-01", "2025-12-31"),
        ("It met last autumn.", "2025-09-01", "2025-11-30"), ("It met yesterday.", "2026-02-23", "2026-02-23"),
        ("It met on 4 and 5 February.", "2026-02-04", "2026-02-05"), ("It met three days ago.", "2026-02-21", "2026-02-21"),
        ("It met in the last quarter of 2025.", "2025-10-01", "2025-12-31"), ("It met on Jan. 14, 2026.", "2026-01-14", "2026-01-14"),
    ])
    func resolveAgainstThePublicationDay(text: String, first: String, last: String) {
        let dates = markUp(text).flatMap(\.dates)
        #expect(dates.map(\.first.description) == [first])
        #expect(dates.map(\.last.description) == [last])
    }

    @Test func inGermanFrenchAndChinese() {
        #expect(markUp("Am 12. Februar tagte er.", language: "de").flatMap(\.dates).map(\.first.description) == ["2026-02-12"])
        #expect(markUp("Il l'a dit vendredi.", language: "fr").flatMap(\.dates).map(\.first.description) == ["2026-02-20"])
        #expect(markUp("美国一月十三日宣布。", language: "zh").flatMap(\.dates).map(\.first.description) == ["2026-01-13"])
    }
}

@Suite struct Voices {
    @Test(arguments: [
        ("Acme, a state-backed firm, said on Monday that it had grown.", "Acme", false),
        ("The US Commerce Department said it would wait.", "US Commerce Department", false),
        ("Talks have stalled, according to people familiar with the matter.", "people familiar with the matter", true),
        ("Acme's chief executive, Anna Karlsson, said it was true.", "Anna Karlsson", false),
        ("Its value, supporters say, lies elsewhere.", "supporters", false),
        ("By Acme's count the loss was small.", "Acme", false),
    ])
    func sourcesAreFound(text: String, source: String, isAnonymous: Bool) {
        let attribution = markUp(text).compactMap(\.attribution).first
        #expect(attribution?.source == source)
        #expect(attribution?.isAnonymous == isAnonymous)
    }

    @Test func pronounsAndCommonNounsMeanWhoSpokeBefore() {
        let sources = markUp(
            "Acme Robotics said it would appeal. The company said it had time. People familiar with the plan said more. They said it was secret."
        ).compactMap(\.attribution?.source)
        #expect(sources == ["Acme Robotics", "Acme Robotics", "People familiar with the plan", "People familiar with the plan"])
    }

    @Test func hedgesNamedAsSaidToBeAreNobodysWords() {
        #expect(markUp("Huawei is said to be planning more.").allSatisfy { $0.attribution == nil })
    }

    @Test func aSplitQuotationHasOneSpeaker() {
        let quotations = markUp("\"You cannot verify a feeling,\" said Jory Wren of the college, \"but you can ask.\"").flatMap(\.quotations)
        #expect(quotations.map(\.text) == ["You cannot verify a feeling,", "but you can ask."])
        #expect(quotations.map(\.speaker) == ["Jory Wren", "Jory Wren"])
    }

    @Test func otherLanguages() {
        #expect(
            markUp("„Das reicht“, sagt Mechthild Oberlauf vom Institut.", language: "de").flatMap(\.quotations).map(\.speaker) == [
                "Mechthild Oberlauf"
            ])
        #expect(markUp("« C'est clair », observe Claire Martin.", language: "fr").flatMap(\.quotations).map(\.speaker) == ["Claire Martin"])
        #expect(markUp("分析员苏望舒说：“现在谁都还没有收到货。”", language: "zh").flatMap(\.quotations).map(\.speaker) == ["苏望舒"])
    }
}

@Suite struct Cues {
    @Test(arguments: [
        ("The batch could exceed the limit.", Cue.Kind.hedge), ("It is said to be ready.", .hedge), ("They agreed in principle.", .hedge),
        ("It has yet to be built.", .negation), ("No case is known.", .negation), ("The firm plans to sell.", .plan),
        ("Shipments are planned for May.", .plan),
        ("The correct number is 35.", .correction), ("States must act.", .opinion),
    ])
    func areFound(text: String, kind: Cue.Kind) {
        #expect(markUp(text).flatMap(\.cues).contains { $0.kind == kind })
    }

    @Test func theMonthOfMayIsNoHedge() {
        #expect(!markUp("It was founded in May 2025.").flatMap(\.cues).contains { $0.kind == .hedge })
    }
}
