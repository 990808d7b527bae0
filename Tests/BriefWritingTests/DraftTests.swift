import BriefModel
import BriefWriting
import Testing

@Suite struct DraftTests {
    let material = SampleMaterial.material
    let draft: Draft

    init() throws { draft = try #require(SampleMaterial.draft) }

    @Test func everyStatementCitesPassagesThatStandInTheirArticles() throws {
        for statement in draft.statements {
            #expect(!statement.citations.isEmpty, "\(statement.text)")
            for citation in statement.citations + statement.dissent.map(\.citation) {
                let article = try #require(material.articles[citation.passage.article]).article
                #expect(citation.passage.holds(in: article))
                if let marked = citation.marked { #expect(citation.passage.exact.slice(utf8: marked)?.isEmpty == false) }
            }
        }
    }

    /// The words a writer may add: who reported it and when, and the frame of a correction.
    static let frames: Set<String> = [
        "reported", "wrote", "on", "of", "the", "in", "it", "had", "earlier", "corrected", "a", "report", "has", "knows", "rates", "is", "s",
    ]

    @Test func wordsAreOnlyTakenAway() {
        for statement in draft.statements {
            let passages = words(statement.citations.map(\.passage.exact).joined(separator: " "))
            let outlets = words(statement.citations.compactMap { SampleMaterial.outlets[$0.outlet]?.name }.joined(separator: " "))
            let months = words(CalendarDay.monthNames.joined(separator: " "))
            for word in words(statement.text)
            where !passages.contains(word) && !outlets.contains(word) && !Self.frames.contains(word) && !months.contains(word) {
                #expect(Int(word) != nil, "“\(word)” is in no passage of: \(statement.text)")
            }
        }
    }

    @Test func noStatementStartsWithAWordThatPointsBack() {
        let dangling: Set<String> = [
            "it", "they", "he", "she", "this", "these", "those", "that", "its", "their", "his", "her", "but", "and", "however", "meanwhile", "we",
            "our", "i",
        ]
        for statement in draft.statements { #expect(!dangling.contains(first(statement.text)), "\(statement.text)") }
    }

    @Test func noStatementSpeaksInTheFirstPersonOrOfAWeekday() {
        let banned: Set<String> = [
            "we", "our", "ours", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow",
        ]
        for statement in draft.statements where !statement.text.contains("\"") && statement.id != draft.headline.id {
            #expect(words(statement.text).isDisjoint(with: banned), "\(statement.text)")
        }
    }

    @Test func sentencesCanBeReadAloud() {
        for statement in draft.statements { #expect(statement.text.split(separator: " ").count <= 42, "\(statement.text)") }
        let lengths = draft.statements.map { $0.text.split(separator: " ").count }
        #expect(lengths.reduce(0, +) / lengths.count <= 26)
        #expect(draft.headline.text.count <= 110)
    }

    @Test func tabloidsContentFarmsAndOpinionNeverCarryAStatementAlone() {
        for statement in draft.statements {
            #expect(statement.citations.contains { !(SampleMaterial.outlets[$0.outlet]?.kind.needsCorroboration ?? false) }, "\(statement.text)")
        }
    }

    @Test func nothingThatAddressesReadersOrMachinesIsSaid() {
        for statement in draft.statements {
            let said = words(statement.text)
            #expect(!said.contains("zibbleclick") && !said.contains("klaxon") && !statement.text.contains("2.4 million"))
            #expect(
                said.isDisjoint(with: ["you", "your", "instructions", "readers", "summarising"]) || statement.text.contains("\""), "\(statement.text)"
            )
        }
    }

    @Test func aReprintIsNamedBesideItsOriginAndNeverCountedAgain() throws {
        let copies = Set(SampleMaterial.reprints.flatMap(\.copies))
        for citation in draft.statements.flatMap(\.citations) { #expect(!copies.contains(citation.passage.article)) }
        let label = try #require(draft.statements.flatMap(\.citations).first { $0.passage.exact.contains("directing his department") })
        #expect(label.reprintedBy == ["ct", "hv", "tv"])
        for statement in draft.statements {
            #expect(Set(statement.corroboration.outlets).count == statement.corroboration.outlets.count)
            #expect(!statement.corroboration.outlets.contains("tv"))
        }
    }

    @Test func theCorrectedNumberIsShownAsACorrectionAndTheWrongOneNeverStated() throws {
        let correction = try #require(draft.statements.first { $0.text.contains("35") && $0.text.contains("34") })
        #expect(
            correction.text
                == "Northlight Wire corrected a report on 6 February: the number of signatories to military AI declaration is 35; it had earlier reported 34."
        )
        #expect(correction.dissent.contains { $0.citation.passage.article == "nw-0205-reaim" })
        for statement in draft.statements where statement.id != correction.id {
            #expect(!statement.text.contains("Thirty-four") && !words(statement.text).contains("34"))
        }
    }

    @Test func whatALaterReportOvertookStandsAsDissentOnly() throws {
        let sold = try #require(draft.statements.first { $0.text.contains("H200") && $0.text.contains("sold") })
        #expect(sold.dissent.contains { $0.citation.outlet == "dk" })
        #expect(!draft.statements.contains { $0.text.contains("has bought 400,000") })
    }

    @Test func aBriefDrawsOnManyOutletsAndIsNeitherShortNorLong() {
        let cited = Set(draft.statements.flatMap(\.citations).map(\.outlet))
        #expect(cited.count >= 9, "\(cited.sorted())")
        #expect(cited.contains("or") || cited.contains("fn") || cited.contains("lj"))
        // The conclusion says again what stands above.
        let again = draft.sections.filter { $0.kind == .conclusion }.flatMap { $0.blocks.flatMap(\.statements) }.count
        let body = draft.statements.count - draft.timeline.count - again
        #expect((30...60).contains(body), "\(body) statements")
        #expect(draft.timeline.count <= 20)
        #expect(draft.sections.first?.kind == .overview && draft.sections.last?.kind == .takeaways)
    }

    @Test func nothingIsSaidTwiceInTheBody() {
        let body = draft.deck + draft.sections.filter { $0.kind != .conclusion }.flatMap { $0.blocks.flatMap(\.statements) }
        let twice = Dictionary(grouping: body, by: \.text).filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "\(twice)")
    }

    @Test func statementsAreNumberedInReadingOrder() {
        #expect(draft.statements.map(\.id.rawValue) == (1...draft.statements.count).map { "s\($0)" })
    }

    @Test func theSameMaterialMakesTheSameDraft() { #expect(BriefWriter().draft(from: material) == draft) }

    @Test func nothingToSayIsNoDraft() {
        let empty = BriefMaterial(
            topic: Topic(title: "Nothing", sources: []), articles: [:], outlets: [:], reprints: [], stories: [], themes: [], claims: [], disputes: [],
            asOf: SampleMaterial.asOf)
        #expect(BriefWriter().draft(from: empty) == nil)
    }

    private func words(_ text: String) -> Set<String> {
        Set(text.lowercased().replacing("’", with: "'").split { !($0.isLetter || $0.isNumber || $0 == "-") }.map(String.init))
    }

    private func first(_ text: String) -> String { text.split(separator: " ").first.map { $0.lowercased() } ?? "" }
}
