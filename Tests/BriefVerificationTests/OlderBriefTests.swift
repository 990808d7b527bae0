import BriefModel
import BriefVerification
import Testing

/// The audit of the two briefs of the sample library against their open annotations.
@Suite struct SampleBriefAuditTests {
    @Test(arguments: [("audit.json", false), ("audit_control.json", true)])
    func everyAnnotatedLineIsOneFinding(gold: String, isControl: Bool) throws {
        let audit = isControl ? SampleShelf.controlBrief : SampleShelf.olderBrief
        for line in try GoldLine.read(gold) {
            #expect(audit.findings.count { $0.text == line.text } == 1, "\(line.id): \(line.text)")
        }
    }

    @Test func theOlderBriefIsJudgedAsItsReadersJudgedIt() throws {
        let lines = try GoldLine.read("audit.json")
        let exact = lines.count { line in SampleShelf.olderBrief.verdict(of: line.text)?.rawValue == line.verdict }
        #expect(Double(exact) / Double(lines.count) >= 0.82, "\(exact) of \(lines.count)")
    }

    @Test func theControlBriefIsJudgedAsItWasWritten() throws {
        let lines = try GoldLine.read("audit_control.json")
        let exact = lines.count { line in SampleShelf.controlBrief.verdict(of: line.text)?.rawValue == line.verdict }
        #expect(Double(exact) / Double(lines.count) >= 0.9, "\(exact) of \(lines.count)")
    }

    /// Of the two that are missed the sources say that much is needed, or scarce, where the line tells of less reliance: see decision 0028.
    @Test func mostContradictedLinesAreFoundAndNoOtherIsCalledSo() throws {
        for (gold, audit) in [("audit.json", SampleShelf.olderBrief), ("audit_control.json", SampleShelf.controlBrief)] {
            let lines = try GoldLine.read(gold)
            let called = lines.filter { audit.verdict(of: $0.text) == .contradicted }
            #expect(called.allSatisfy { $0.verdict == "contradicted" }, "\(called.map(\.id))")
            let contradicted = lines.filter { $0.verdict == "contradicted" }
            #expect(contradicted.allSatisfy { audit.verdict(of: $0.text) != .supported })
            #expect(Double(called.count) >= 0.6 * Double(contradicted.count))
        }
    }

    @Test func aFirmFiledUnderTheWrongCountryIsReportedWithThePassageThatSaysWhereItIs() throws {
        let finding = try #require(SampleShelf.olderBrief.findings.first { $0.text.hasPrefix("Startups like MatX") })
        #expect(finding.verdict == .contradicted)
        #expect(finding.reasons.contains(.attribute))
        #expect(finding.span.flatMap { finding.text.slice(utf8: $0) } == "MatX")
        let evidence = try #require(finding.evidence.first)
        #expect(evidence.stance == .contradicts)
        #expect(
            evidence.passage.exact.contains("MatX is") && evidence.passage.exact.contains("American")
                || evidence.passage.exact.contains("United States"))
    }

    @Test func aFigureThatWasCorrectedIsStaleAndTheNoteSaysBoth() throws {
        let finding = try #require(SampleShelf.controlBrief.findings.first { $0.text.hasPrefix("Thirty-four countries") })
        #expect(finding.verdict == .contradicted)
        #expect(finding.reasons == [.number, .outdated])
        #expect(finding.span.flatMap { finding.text.slice(utf8: $0) } == "Thirty-four")
        #expect(finding.note.contains("35") && finding.note.contains("Thirty-four"))
    }

    @Test func everyPassageStandsWhereItIsSaidToAndItsMarkIsInside() {
        let articles = Dictionary(uniqueKeysWithValues: SampleShelf.articles.map { ($0.article.id, $0.article) })
        for finding in SampleShelf.olderBrief.findings + SampleShelf.controlBrief.findings {
            if let span = finding.span { #expect(finding.text.slice(utf8: span) != nil) }
            for evidence in finding.evidence {
                #expect(articles[evidence.passage.article].map { evidence.passage.holds(in: $0) } == true)
                if let marked = evidence.marked { #expect(evidence.passage.exact.slice(utf8: marked) != nil) }
            }
        }
    }

    @Test func aTabloidAloneNeverCarriesALine() throws {
        let finding = try #require(SampleShelf.verifier.audit("China now makes everything it needs.").findings.first)
        #expect(finding.verdict != .supported)
    }

    @Test func anAuditIsTheSameTwice() {
        #expect(SampleShelf.verifier.audit(SampleShelf.text("control_brief.txt")) == SampleShelf.controlBrief)
    }
}

extension Audit {
    func verdict(of text: String) -> Verdict? { findings.first { $0.text == text }?.verdict }
}
