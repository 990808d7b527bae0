import BriefModel
import BriefVerification
import Testing

/// Lines of our own on the sample library, worded before they were first judged: true, false, half true, unknown, and no claims.
@Suite struct OwnLinesTests {
    struct Line: Sendable, CustomTestStringConvertible {
        let verdict: Verdict
        let text: String
        var testDescription: String { text }
    }

    static let lines: [Line] = [
        Line(verdict: .supported, text: "MiniMax accounted for over 13 million exchanges, according to Anthropic."),
        Line(verdict: .supported, text: "AMD reported record revenue of $10.3 billion for the last quarter of 2025."),
        Line(verdict: .supported, text: "The Fujian passed through the Taiwan Strait on 16 December."),
        Line(verdict: .supported, text: "Humain invested $3 billion in xAI."),
        Line(verdict: .supported, text: "SambaNova raised $350 million in a round led by Vista Equity Partners and Cambium Capital."),
        Line(verdict: .supported, text: "The A Coruña declaration sets out 20 principles and is not legally binding."),
        Line(verdict: .supported, text: "Nvidia's revenue for the quarter that ended on 25 January was $68.1 billion."),
        Line(verdict: .supported, text: "The Pentagon and some other agencies may keep using Anthropic's models for up to six months."),
        Line(verdict: .supported, text: "Neither the United States nor China signed the A Coruña declaration."),
        Line(
            verdict: .supported,
            text: "Emil Michael, a Pentagon under secretary, said it was \"not democratic\" for Anthropic to restrict how the military uses Claude."),
        Line(verdict: .contradicted, text: "The A Coruña declaration contains 25 principles."),
        Line(verdict: .contradicted, text: "DeepSeek was behind more than 3.4 million of the exchanges."),
        Line(verdict: .contradicted, text: "SambaNova is a Chinese company."),
        Line(verdict: .contradicted, text: "The A Coruña declaration is legally binding."),
        Line(verdict: .contradicted, text: "AMD reported record revenue of $12.1 billion for the last quarter of 2025."),
        Line(verdict: .contradicted, text: "China signed the A Coruña declaration."),
        Line(verdict: .contradicted, text: "Humain invested $5 billion in xAI."),
        Line(verdict: .contradicted, text: "An independent body has confirmed the figure of 24,000 accounts."),
        Line(verdict: .contradicted, text: "Etched is a Chinese chip designer."),
        Line(verdict: .partly, text: "Cambricon will make half a million accelerators in 2026."),
        Line(verdict: .partly, text: "China has approved a first batch of more than 400,000 H200 processors."),
        Line(verdict: .partly, text: "MatX raised $500 million and has won orders from the US Army."),
        Line(verdict: .unsupported, text: "Brazil has joined the talks on chip exports."),
        Line(verdict: .unsupported, text: "OpenAI will open a data centre in Norway next year."),
        Line(verdict: .unsupported, text: "Chinese astronauts repaired a broken satellite in January."),
        Line(verdict: .unsupported, text: "German carmakers reported record sales in February."),
        Line(verdict: .notAClaim, text: "Governments must act before it is too late."),
        Line(verdict: .notAClaim, text: "What to watch"),
        Line(verdict: .notAClaim, text: "This could reshape the industry."),
        Line(verdict: .notAClaim, text: "Last updated 1 March 2026"),
        Line(verdict: .supported, text: "TSMC will make MatX's chip in Taiwan, with shipments planned for 2027."),
        Line(verdict: .supported, text: "Canada, Germany and France were among the signatories of the A Coruña declaration."),
        Line(verdict: .supported, text: "The contract at issue between the Pentagon and Anthropic is worth up to $200 million."),
        Line(verdict: .supported, text: "The Orchestrator challenge offers up to $100 million in prizes."),
        Line(verdict: .supported, text: "Biren Technology began trading in Hong Kong on 2 January."),
        Line(verdict: .supported, text: "No suit had been filed over the label by Friday night."),
        Line(verdict: .contradicted, text: "The Orchestrator challenge offers up to $300 million in prizes."),
        Line(verdict: .contradicted, text: "The Pentagon has published the text of its agreement with OpenAI."),
        Line(verdict: .contradicted, text: "The General Assembly adopted the resolution on autonomous weapons by 156 votes to 5."),
        Line(verdict: .contradicted, text: "AMD is a Taiwanese company."),
        Line(verdict: .contradicted, text: "MatX's round was led by Vista Equity Partners."),
        Line(verdict: .contradicted, text: "An autonomous system is in service aboard the Fujian."),
        Line(verdict: .partly, text: "China is building a fourth aircraft carrier at Dalian."),
        Line(verdict: .unsupported, text: "Turkey has bought swarm software from Israel."),
        Line(verdict: .unsupported, text: "Anthropic opened an office in Warsaw in February."),
        Line(verdict: .notAClaim, text: "Can any of this be checked?"),
        Line(verdict: .notAClaim, text: "Why it matters"),
    ]

    /// Found wrong first, and what the rule against them was made by (page 0047 of the decisions): they guard it and measure nothing.
    static let gathered: [Line] = [
        Line(verdict: .unsupported, text: "Anthropic is a Chinese company."),
        Line(verdict: .unsupported, text: "Anthropic is based in the United States."),
        Line(verdict: .unsupported, text: "The Pentagon has banned drones."),
        Line(verdict: .unsupported, text: "China banned drone swarms."),
        Line(verdict: .unsupported, text: "Nvidia has sued OpenAI."),
        Line(verdict: .unsupported, text: "OpenAI has bought Anthropic."),
        Line(verdict: .unsupported, text: "Donald Trump praised Anthropic."),
        Line(verdict: .unsupported, text: "OpenAI is a Chinese AI company."),
        Line(verdict: .supported, text: "DeepSeek is a Chinese company."),
        Line(verdict: .supported, text: "Advanced Micro Devices, the American chip designer, reported record revenue of $10.3 billion."),
    ]

    /// Who accused whom is not read where both are named: the verb and both names stand in one sentence;
    /// who of two states voted how ("the United States and Russia voted against; China abstained") needs roles that this version does not read;
    /// a deadline told "according to reports" counts as hedged;
    /// a wrong day that no passage says of the same verb is only missed; and a verb that stands nowhere may be another word for one that does.
    static let beyondUs: [Line] = [
        Line(verdict: .unsupported, text: "DeepSeek has accused Anthropic of copying its models."),
        Line(verdict: .supported, text: "Pete Hegseth gave Anthropic a deadline of 5:01 p.m. on Friday."),
        Line(verdict: .contradicted, text: "China voted against the General Assembly resolution on autonomous weapons."),
        Line(verdict: .supported, text: "The deadline came from Defense Secretary Pete Hegseth after a meeting with Dario Amodei."),
        Line(verdict: .contradicted, text: "Biren Technology began trading in Hong Kong on 12 January."),
        Line(verdict: .partly, text: "The Pentagon will invoke the Defense Production Act against Anthropic."),
    ]

    /// A shelf that could not be read would make every line "unsupported".
    @Test func theShelfHoldsTheWholeSample() { #expect(SampleShelf.articles.count == 85) }

    @Test(arguments: lines + gathered) func isJudgedRightly(_ line: Line) throws {
        let finding = try #require(SampleShelf.verifier.audit("- " + line.text).findings.first)
        #expect(finding.verdict == line.verdict, "\(finding.reasons) \(finding.note)")
    }

    @Test(arguments: beyondUs) func isKnownToBeBeyondThisVersion(_ line: Line) throws {
        let finding = try #require(SampleShelf.verifier.audit("- " + line.text).findings.first)
        withKnownIssue { #expect(finding.verdict == line.verdict) }
    }
}
