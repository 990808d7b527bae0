import BriefModel
import BriefVerification
import Testing
import TextAnalysis

/// What a brief cites is followed to what it says.
@Suite struct CitationTests {
    private static let asOf = Timestamp(day: CalendarDay(year: 2026, month: 3, day: 1) ?? Timestamp(secondsSince1970: 0).day)

    private static func article(_ id: String, outlet: String, title: String, _ text: String) -> AnalyzedArticle {
        TextAnalyzer().analyze(
            Article(
                id: ArticleID(id), address: "https://www.\(outlet).example/\(id)/", outlet: OutletID(outlet), title: title, published: asOf,
                fetched: asOf, language: "en", body: [(.paragraph, text)]))
    }

    private static let verifier: BriefVerifier = {
        let articles = [
            article(
                "bridge", outlet: "courier", title: "Tern bridge reopens to lorries", "The Tern bridge reopened to lorries on Monday, the city said."),
            article("port", outlet: "tribune", title: "Calder port counts its ships", "The port of Calder counted 412 ships in January."),
        ]
        let outlets = [
            OutletID("courier"): Outlet(id: "courier", name: "Tern Valley Courier"),
            OutletID("tribune"): Outlet(id: "tribune", name: "Calder Tribune"),
        ]
        return BriefVerifier(index: EvidenceIndex(articles: articles, outlets: outlets, reprints: []), asOf: asOf)
    }()

    private func checks(_ text: String) -> [CitationCheck] { Self.verifier.audit(text).findings.flatMap(\.citations) }

    private static let bridge = "The Tern bridge reopened to lorries on Monday"

    @Test(arguments: [
        "\(bridge) [1].\n\n[1]: https://courier.example/bridge",
        "\(bridge). [1]\n\n## Sources\n1. [Bridge](http://www.courier.example/bridge/?utm_source=x)",
        "\(bridge)[^n].\n\n[^n]: Tern Valley Courier, https://courier.example/bridge", "[\(bridge)](https://courier.example/bridge#top).",
        "\(bridge).¹\n\nReferences\n\n1. Tern Valley Courier, 1 March 2026", "\(bridge) (Source: Tern Valley Courier).",
        "\(bridge). (Source: [report](https://courier.example/bridge))", "\(bridge) https://courier.example/bridge.",
        "\(bridge) [[1]](https://courier.example/bridge).", "\(bridge)【1†source】.\n\n[1] Tern bridge reopens to lorries, Courier",
        "\(bridge) \\[1\\].\n\n## Sources\n\n1. [Bridge](<https://courier.example/bridge>)",
        "\(bridge) [1].\n\n## Sources\n\nIn order of first use.\n\n1. [Bridge](<https://courier.example/bridge>)",
        "\(bridge).<sup>1</sup>\n\n[1]: <https://courier.example/bridge>",
    ]) func everyWayToCiteLeadsToTheArticle(_ text: String) {
        let found = checks(text)
        #expect(found.map(\.outcome) == [.supports], "\(text)")
        #expect(found.first?.articles == ["bridge"])
        #expect(Self.verifier.audit(text).findings.first?.text.contains("Monday") == true)
    }

    @Test func aSourceThatDoesNotSaySoIsToldFromOneThatNobodyHas() {
        #expect(checks("\(Self.bridge) [1].\n\n[1]: https://tribune.example/port").map(\.outcome) == [.anotherSupports])
        #expect(checks("Pigs flew over the harbour of Linjiang [1].\n\n[1]: https://tribune.example/port").map(\.outcome) == [.noneSupports])
        #expect(checks("\(Self.bridge) [1].\n\n[1]: https://elsewhere.example/").map(\.outcome) == [.notHeld])
        #expect(checks("\(Self.bridge) [7].").map(\.outcome) == [.leadsNowhere])
        #expect(checks("The port of Calder counted 512 ships in January [1].\n\n[1]: https://tribune.example/port").map(\.outcome) == [.contradicts])
    }

    @Test func aMarkBelongsToTheSentenceItStandsBehind() {
        let text =
            "\(Self.bridge). [1] The port of Calder counted 412 ships in January. [2]\n\n[1]: https://courier.example/bridge\n[2]: https://tribune.example/port"
        let findings = Self.verifier.audit(text).findings.filter { $0.verdict == .supported }
        #expect(findings.map { $0.citations.map(\.mark) } == [["[1]"], ["[2]"]])
        #expect(findings.flatMap(\.citations).allSatisfy { $0.outcome == .supports })
    }

    @Test func marksAreNoWordsOfTheLineAndEntriesAreNoClaims() {
        let findings = Self.verifier.audit("\(Self.bridge) [1], [2]. It rained.\n\n## References\n- The Tern bridge reopened, Courier\n- Two")
            .findings
        #expect(findings.first?.text == "\(Self.bridge).")
        #expect(findings.suffix(2).allSatisfy { $0.verdict == .notAClaim && $0.reasons == [.metadata] })
        #expect(findings.first?.citations.map(\.target) == ["The Tern bridge reopened, Courier", "Two"])
    }

    @Test func whatFollowsAFootnoteIndentedIsItsEvidenceAndNoLine() {
        let text = """
            \(Self.bridge).[^1] Nothing else is known.[^n]

            [^1]: **1 outlet**

                > “The Tern bridge reopened to lorries on Monday, the city said.” [Courier](<https://courier.example/bridge>)

                **≠ Says otherwise.** Not followed.

                > “The port of Calder counted 412 ships in January.” [Tribune](<https://tribune.example/port>)

            [^n]: None
            """
        let findings = Self.verifier.audit(text).findings
        #expect(findings.map(\.text) == ["\(Self.bridge).", "Nothing else is known.", "1 outlet", "None"])
        #expect(findings.first?.citations.map(\.articles) == [["bridge"]], "who says otherwise is not cited for it")
        #expect(findings.first?.citations.map(\.outcome) == [.supports])
    }

    @Test func aSourceInAnotherLanguageIsNotCalledSilent() {
        let german = TextAnalyzer().analyze(
            Article(
                id: "bruecke", address: "https://zeitung.example/bruecke", outlet: "zeitung", title: "Die Brücke", published: Self.asOf,
                fetched: Self.asOf, language: "de", body: [(.paragraph, "Seit Montag fahren wieder Lastwagen über den Fluss.")]))
        let verifier = BriefVerifier(index: EvidenceIndex(articles: [german], outlets: [:], reprints: []), asOf: Self.asOf)
        let findings = verifier.audit("\(Self.bridge) [1].\n\n[1]: https://zeitung.example/bruecke").findings
        #expect(findings.flatMap(\.citations).map(\.outcome) == [.notChecked])
    }

    @Test func footnotesAndSourcesOfOneNumberAreTwo() {
        let text =
            "\(Self.bridge) \\[2\\] ≠[^1].\n\n## Sources\n\n1. https://tribune.example/port\n2. https://courier.example/bridge\n\n[^1]: https://courier.example/bridge"
        #expect(checks(text).map(\.mark) == ["[2]", "[^1]"])
        #expect(checks(text).map(\.outcome) == [.supports, .supports])
        #expect(Self.verifier.audit(text).findings.first?.text == "\(Self.bridge).")
    }

    @Test func whatIsNoMarkStaysInTheLine() {
        let text = "The plot of 40 m² was sold [sic] for [an unknown sum], f(x) and a_b included."
        #expect(Self.verifier.audit(text).findings.map(\.text) == [text])
        #expect(checks(text).isEmpty)
    }

    @Test func anOpenLineSaysWhatWouldSettleIt() throws {
        let findings = Self.verifier.audit(
            "\(Self.bridge).\n\nThe port of Calder counted 512 ships in January.\n\nIn May the firm Marrow Shipping sold 40 ferries."
        )
        .findings
        #expect(findings[0].settling == nil)
        #expect(findings[1].settling?.contains("Calder Tribune") == true && findings[1].settling?.contains("412") == true)
        #expect(findings[2].settling?.contains("Marrow") == true && findings[2].settling?.contains("40") == true)
    }
}
