import BriefModel
import BriefVerification
import Testing

/// What a reader sees beside a verdict on the two briefs of the sample library.
@Suite struct ExhibitTests {
    /// Share of annotated claim lines beside which at least one of the annotated passages stands; a reprint counts for its origin.
    @Test(arguments: [("audit.json", false, 0.5), ("audit_control.json", true, 0.85)])
    func mostLinesShowAPassageThatItsReadersChose(gold: String, isControl: Bool, floor: Double) throws {
        let audit = isControl ? SampleShelf.controlBrief : SampleShelf.olderBrief
        let lines = try GoldLine.read(gold).filter { $0.verdict != "not-a-claim" && !$0.evidence.isEmpty }
        let agreed = lines.count { line in
            let shown = audit.findings.first { $0.text == line.text }?.evidence ?? []
            return line.evidence.contains { chosen in
                shown.contains { $0.passage.exact == chosen.text && origin(of: $0.passage.article.rawValue) == origin(of: chosen.article) }
            }
        }
        #expect(Double(agreed) >= floor * Double(lines.count), "\(agreed) of \(lines.count)")
    }

    private func origin(of article: String) -> String {
        SampleShelf.reprints.first { $0.copies.contains(ArticleID(article)) }?.origin.rawValue ?? article
    }

    @Test func atMostFourPassagesNoneTwiceAndThoseAgainstComeFirst() {
        let rank: [Stance: Int] = [.contradicts: 0, .supports: 1, .mentions: 2]
        for finding in SampleShelf.olderBrief.findings + SampleShelf.controlBrief.findings {
            #expect(finding.evidence.count <= 4, "\(finding.text)")
            #expect(Set(finding.evidence.map(\.passage.exact)).count == finding.evidence.count, "\(finding.text)")
            let ranks = finding.evidence.compactMap { rank[$0.stance] }
            #expect(ranks == ranks.sorted(), "\(finding.text)")
        }
    }

    private func finding(_ line: String) throws -> Finding { try #require(SampleShelf.verifier.audit("- " + line).findings.first) }

    @Test func aFirmInTheWrongCountryIsAnsweredByTheSentenceThatSaysWhereItIs() throws {
        let finding = try #require(SampleShelf.olderBrief.findings.first { $0.text.hasPrefix("Startups like MatX") })
        #expect(finding.evidence.first?.passage.exact == "MatX is a United States company based in Mountain View, California.")
        #expect(finding.note == "Harbour Vale Post says MatX is a United States company; this line counts it among China’s.")
    }

    @Test func aPassageWithAnotherFigureNeverSupports() throws {
        let finding = try finding("Thirty-five of 85 countries signed the A Coruña declaration; the United States and China did not.")
        #expect(finding.verdict == .supported)
        #expect(finding.evidence.contains { $0.passage.exact == "The correct number is 35 of the 85 countries that attended." })
        #expect(!finding.evidence.contains { $0.passage.exact.contains("Thirty-four") })
    }

    @Test func aFigureGivenToTheWrongOneNamesBothOwners() throws {
        let finding = try finding("By Anthropic's count, Moonshot AI was behind more than 13 million of the exchanges.")
        #expect(finding.note.contains("to MiniMax; Moonshot AI’s figure is more than 3.4 million."))
        #expect(finding.span.flatMap { finding.text.slice(utf8: $0) } == "Moonshot AI")
    }

    @Test func wordsGivenToTheWrongMouthNameWhoSaidThem() throws {
        let body = try finding("The Pentagon argues it’s \"not democratic\" for AI firms to limit military use.")
        #expect(body.note == "The words are found, but said by Emil Michael, not the Pentagon.")
        let column = try finding("As one analyst notes, \"The chip war just moved to the model layer.\"")
        #expect(column.note == "The words are from an opinion column in Slow Column, not an analyst’s.")
    }

    @Test func whatNobodyWritesAboutShowsNothing() throws {
        let finding = try finding("Several African governments have set up AI funds of more than $10 billion.")
        #expect(finding.evidence.isEmpty)
        #expect(finding.note == "No passage found that says this.")
    }

    @Test func aDoubtedLineShowsTheSentenceThatDoubtsIt() throws {
        let line =
            "This process involves reducing complex models into smaller, optimized variants that can be locally deployed within China and shared with regional allies."
        let finding = try finding(line)
        #expect(finding.evidence.first?.passage.exact.hasPrefix("But we know of no public evidence that a model distilled from Claude") == true)
    }

    @Test func aTitleWithARemarkInParenthesesIsAHeading() {
        let audit = SampleShelf.verifier.audit(
            "Weekly brief (written by hand; some sentences are old)\n\nThe Fujian was commissioned on 5 November 2025 at Sanya.")
        #expect(audit.findings.first?.reasons == [.heading])
    }
}
